import * as z from 'zod';
import { digestOf } from '../cases/digest.ts';
import { Person } from '../cases/people.ts';
import type { Instant } from '../cases/time.ts';
import { instant } from '../cases/time.ts';
import type { Answer } from '../commands/answer.ts';
import type { Handle } from '../commands/handle.ts';
import type { Clock, Operator, Store } from '../ports.ts';
import { inTime } from './in-time.ts';
import { createNotebook } from './notebook.ts';

const Pending = z.object({ command: z.record(z.string(), z.unknown()), by: Person });

/** A command of a person without its key. */
export type Click = { readonly name: string } & Readonly<Record<string, unknown>>;

interface Means {
  readonly store: Store;
  readonly clock: Clock;
  readonly operator: Operator;
  readonly handle: Handle;
  readonly patienceMs: number;
  /** What came of a click whose maker has been told that it takes longer. */
  readonly cameLate: (by: Person, answer: Answer) => Promise<void>;
}

/** A chat program sends a click again, under another id, as long as nobody answers: within this time it is the same click. */
const SAME_CLICK_MS = 10 * 60_000;
const MOST_REMEMBERED = 10_000;
const MOST_PENDING = 1_000;

/** The same click has the same key for a while; whoever says the same again later means it anew. */
const createKeys = (clock: Clock) => {
  const remembered = new Map<string, { readonly key: string; readonly at: Instant }>();
  return (click: Click, by: Person, activity: string): string => {
    const same = digestOf([click, by.id]);
    const before = remembered.get(same);
    const oldest = instant(Date.parse(clock.now()) - SAME_CLICK_MS);
    if (before && before.at > oldest) return before.key;
    const key = `click ${digestOf([same, activity]).slice(0, 40)}`;
    remembered.delete(same);
    remembered.set(same, { key, at: clock.now() });
    const [first] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED && first !== undefined) remembered.delete(first);
    return key;
  };
};

/**
 * Hands people's clicks on. What takes longer than anybody waits for is written down before its maker is told so, and goes on
 * after a restart.
 */
export const createClicks = ({ store, clock, operator, handle, patienceMs, cameLate }: Means) => {
  const pending = createNotebook(store, 'click/', Pending);
  const keyOf = createKeys(clock);

  const carryOn = async (key: string, by: Person, work: Promise<Answer | { kind: 'fenced' }>): Promise<void> => {
    try {
      const answer = await work;
      if (answer.kind !== 'fenced') await cameLate(by, answer);
    } finally {
      await pending.change(key, () => null);
    }
  };

  const inBackground = (work: Promise<void>): void => {
    work.catch((error: unknown) => operator.tell(`A click could not be carried on: ${String(error)}`));
  };

  return {
    /** Null: it takes longer, and is written down. */
    hand: async (click: Click, by: Person, activity: string, key = keyOf(click, by, activity)): Promise<Answer | null> => {
      const command = { ...click, key, actor: by };
      const work = handle(command);
      const soon = await inTime(work, patienceMs);
      if (soon !== null) {
        if (soon.came.kind === 'fenced') throw new TypeError('A click is never fenced');
        return soon.came;
      }
      await pending.change(key, () => ({ command, by }));
      inBackground(carryOn(key, by, work));
      return null;
    },

    /** After a start: what was under way when it ended. The same key finds what may have been done already. */
    resume: async (): Promise<void> => {
      for (const { key, value } of await pending.list('', MOST_PENDING)) {
        inBackground(carryOn(key, value.by, handle(value.command)));
      }
    },
  };
};

export type Clicks = ReturnType<typeof createClicks>;
