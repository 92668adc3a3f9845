import type { Person } from '../../cases/people.ts';
import type { Speaker } from '../../languages/speak.ts';
import type { Found } from '../heard.ts';

/** Who looks for what, and which stretch of it. */
export interface Looking {
  readonly person: Person;
  /** Nothing: what is at hand. */
  readonly text: string;
  readonly skip: number;
  readonly limit: number;
  readonly speaker: Speaker;
}

type Look = (looking: Looking) => Promise<readonly Found[]>;

/** What can be looked for from beside the box in which one writes, as the app’s manifest names it. */
export const searches = ['customers', 'cases'] as const;

/** Finds what somebody may share; nothing where nobody here looks for that. */
export const createSearch =
  (looks: Readonly<Record<(typeof searches)[number], Look>>) =>
  (command: string, looking: Looking): Promise<readonly Found[]> => {
    const known = searches.find((one) => one === command);
    return known === undefined ? Promise.resolve([]) : looks[known](looking);
  };

export type Search = ReturnType<typeof createSearch>;
