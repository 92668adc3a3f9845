import { digestOf } from '../cases/digest.ts';
import type { Person } from '../cases/people.ts';
import { later } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { Answer } from '../commands/answer.ts';
import type { Clock } from '../ports.ts';

/** A command of a person without its key. */
export type Click = { readonly name: string } & Readonly<Record<string, unknown>>;

/** How a click came about. */
export interface Clicking {
  /** The activity that brought it; a retry may come in another one. */
  readonly activity: string;
  /** As the case stands now, this person may do it. */
  readonly isOffered: boolean;
}

interface Remembered {
  readonly key: string;
  readonly at: Instant;
  came: Answer | null;
}

/** A chat program sends a click again, under another id, as long as nobody answers: within this time it is the same click. */
const SAME_CLICK_MINUTES = 10;
const MOST_REMEMBERED = 10_000;

/** What was refused has changed nothing, and what was done and is offered again is meant anew: a second question after an answer. */
const isMeantAnew = ({ came }: Remembered, { isOffered }: Clicking): boolean =>
  came !== null && (came.kind === 'refused' || (came.kind === 'done' && isOffered));

/** The same click has the same key for a while; whoever says the same again later means it anew. */
export const createClickKeys = (clock: Clock) => {
  const remembered = new Map<string, Remembered>();

  const begun = (same: string, activity: string): Remembered => {
    const one = { key: `click ${digestOf([same, activity]).slice(0, 40)}`, at: clock.now(), came: null };
    remembered.delete(same);
    remembered.set(same, one);
    const [first] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED && first !== undefined) remembered.delete(first);
    return one;
  };

  return (click: Click, by: Person, clicking: Clicking) => {
    const same = digestOf([click, by.id]);
    const before = remembered.get(same);
    const oldest = later(clock.now(), { minutes: -SAME_CLICK_MINUTES });
    const one = before && before.at > oldest && !isMeantAnew(before, clicking) ? before : begun(same, clicking.activity);
    return {
      key: one.key,
      answered: (answer: Answer): void => {
        one.came = answer;
      },
    };
  };
};
