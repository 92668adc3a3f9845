import type { Decided } from '../cases/decided.ts';
import type { Speaker } from '../languages/speak.ts';
import { judgedScreen } from './judged.ts';
import type { Button, ScreenData } from './screens.ts';
import { saidOr, shown } from './shown.ts';

interface Sentence {
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What commands answer where it is not done. */
type NotDone =
  | { readonly kind: 'refused'; readonly says: Sentence; readonly decisions: readonly Decided[] }
  | { readonly kind: 'failed' | 'unknown'; readonly says: Sentence };

interface About {
  readonly customer: string | null;
  readonly buttons: readonly Button[];
  /** Under which the details stand in the log. */
  readonly reference?: string;
  readonly speaker: Speaker;
}

type Refusal =
  | { readonly screen: 'refused'; readonly data: ScreenData<'refused'> }
  | { readonly screen: 'failed'; readonly data: ScreenData<'failed'> };

/** Why it is not done, and the legal way. */
export const refusalScreen = (answer: NotDone, { customer, buttons, reference, speaker }: About): Refusal => {
  const why = saidOr(speaker, answer.says, () => speaker.say('case.noReason'));
  const rest = { why, buttons: buttons.slice(0, 6) };
  if (answer.kind !== 'refused') return { screen: 'failed', data: { ...rest, reference: reference ?? null } };
  const { decisions } = answer;
  const judged = decisions.length === 0 ? null : judgedScreen(decisions, speaker);
  return { screen: 'refused', data: { ...rest, customer: customer === null ? null : shown(customer, 200), judged } };
};
