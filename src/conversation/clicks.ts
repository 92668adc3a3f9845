import * as z from 'zod';
import { Person } from '../cases/people.ts';
import { outcomeUnknown } from '../commands/answer.ts';
import type { Answer } from '../commands/answer.ts';
import type { Handle, Handled } from '../commands/handle.ts';
import type { Clock, People, Store } from '../ports.ts';
import type { Background } from './background.ts';
import { createClickKeys } from './click-keys.ts';
import type { Click, Clicking } from './click-keys.ts';
import { inTime } from './in-time.ts';
import { createNotebook } from './notebook.ts';

const Pending = z.object({ command: z.record(z.string(), z.unknown()), by: Person });
type Pending = z.infer<typeof Pending>;

interface Means {
  readonly store: Store;
  readonly clock: Clock;
  readonly people: Pick<People, 'known'>;
  readonly background: Background;
  readonly handle: Handle;
  readonly patienceMs: number;
  /** What came of a click whose maker has been told that it takes longer. */
  readonly cameLate: (by: Person, answer: Answer, command: Pending['command']) => Promise<void>;
}

const answerOf = (handled: Handled): Answer => {
  if (handled.kind === 'fenced') throw new TypeError('A click is never fenced');
  return handled;
};

/**
 * Hands people's clicks on. What takes longer than anybody waits for is written down before its maker is told so, and goes on
 * after a restart.
 */
export const createClicks = ({ store, clock, people, background, handle, patienceMs, cameLate }: Means) => {
  const pending = createNotebook(store, 'click/', Pending);
  const keyOf = createClickKeys(clock);
  /** Under way while its maker waits no more: whoever presses again meanwhile is told once. */
  const late = new Set<string>();

  /** Whoever was told to wait hears something, also when nobody can say what has happened. */
  const carriedOn = async (key: string, { command, by }: Pending, work: Promise<Answer>): Promise<void> => {
    const [settled] = await Promise.allSettled([work]);
    try {
      await cameLate(by, settled.status === 'fulfilled' ? settled.value : outcomeUnknown(), command);
    } finally {
      late.delete(key);
      await pending.change(key, () => null);
    }
    if (settled.status === 'rejected') throw settled.reason;
  };

  const goesOn = (key: string, work: () => Promise<void>): void => {
    if (late.has(key)) return;
    late.add(key);
    background.goesOn(work(), 'A click could not be carried on');
  };

  const handUnder = async (key: string, click: Click, by: Person, heed?: (answer: Answer) => void): Promise<Answer | null> => {
    const command = { ...click, key, actor: by };
    const work = handle(command).then((handled) => {
      const answer = answerOf(handled);
      heed?.(answer);
      return answer;
    });
    const soon = await inTime(work, patienceMs);
    if (soon !== null) return soon.came;
    await pending.change(key, () => ({ command, by }));
    goesOn(key, () => carriedOn(key, { command, by }, work));
    return null;
  };

  /** Nobody acts in a role that they have lost meanwhile. */
  const resumed = async (key: string, { command, by: { id } }: Pending): Promise<void> => {
    const by = await people.known(id);
    if (by !== null) return carriedOn(key, { command, by }, handle({ ...command, actor: by }).then(answerOf));
    await pending.change(key, () => null);
    throw new Error('whoever clicked is nobody of ours any more');
  };

  return {
    /** Null: it takes longer, and is written down. */
    hand: (click: Click, by: Person, clicking: Clicking): Promise<Answer | null> => {
      const { key, answered } = keyOf(click, by, clicking);
      return handUnder(key, click, by, answered);
    },

    /** The same, where whoever asks knows when it is the same click. */
    handUnder: (key: string, click: Click, by: Person): Promise<Answer | null> => handUnder(key, click, by),

    /** After a start: what was under way when it ended. The same key finds what may have been done already. */
    resume: async (): Promise<void> => {
      for (const { key, value } of await pending.list('')) goesOn(key, () => resumed(key, value));
    },
  };
};

export type Clicks = ReturnType<typeof createClicks>;
