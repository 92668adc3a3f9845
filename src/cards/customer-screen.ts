import type { Case } from '../cases/case.ts';
import type { Speaker } from '../languages/speak.ts';
import type { Button, ScreenData } from './screens.ts';
import { shown } from './shown.ts';
import { toneOf } from './status-tone.ts';

interface Shared {
  readonly name: string;
  readonly domain: string | null;
  readonly isOurs: boolean;
  /** What the last check has said, in words. */
  readonly checked: readonly string[];
  /** Those that are open. */
  readonly cases: readonly Case[];
  readonly buttons: Button[];
  readonly speaker: Speaker;
}

const MOST_CASES = 8;

/** A customer as it may be shown to a whole chat: nothing that anybody has written about it. */
export const customerScreen = ({ name, domain, isOurs, checked, cases, buttons, speaker }: Shared): ScreenData<'customer'> => ({
  name: shown(name, 200),
  domain: domain === null || domain === name ? null : shown(domain, 253),
  ours: isOurs ? speaker.say('customer.ours') : null,
  checked: [...checked],
  cases: cases.slice(0, MOST_CASES).map((current) => ({
    id: current.id,
    kind: speaker.say(`kind.${current.kind}`),
    status: speaker.say(`status.${current.status}`),
    tone: toneOf(current),
  })),
  count: speaker.say('customer.open-cases', { count: cases.length }),
  buttons,
});
