import * as z from 'zod';
import { Filled, isWrong, keptOf } from './filled.ts';
import type { Problems, Read } from './filled.ts';

/** What every wizard keeps of the way through its pages. */
export const walkOf = <const P extends string>(pages: readonly [P, ...P[]]) => {
  const Page = z.enum(pages);
  return {
    page: Page,
    /** The pages that were answered on the way here. */
    path: z.array(Page),
    /** Grows with every turn of a page: a card of before shows an older one. */
    turns: z.int(),
    filled: z.partialRecord(Page, Filled),
    /** What somebody was warned about, by page: with the same words they may go on. */
    warned: z.partialRecord(Page, z.string()),
  };
};

/** Where somebody stands, and what they have filled in. */
export interface Walk {
  readonly page: string;
  readonly path: readonly string[];
  readonly turns: number;
  readonly filled: Readonly<Record<string, Filled | undefined>>;
  readonly warned: Readonly<Record<string, string | undefined>>;
}

export const atStart = <P extends string>(page: P) => ({ page, path: [] as P[], turns: 0, filled: {}, warned: {} });

export const filledOn = <W extends Walk>({ filled }: W, page: W['page']): Filled => filled[page] ?? {};

export const turnedTo = <W extends Walk>(walk: W, page: W['page']): W => ({
  ...walk,
  page,
  path: [...walk.path, walk.page],
  turns: walk.turns + 1,
});

/** Back along the path that was taken; what was filled in stays. */
export const turnedBack = <W extends Walk>(walk: W): W => {
  const page = walk.path.at(-1);
  return page === undefined ? walk : { ...walk, page, path: walk.path.slice(0, -1), turns: walk.turns + 1 };
};

/** Keeps what was sent along with the present page, right or wrong, of the inputs that it has. */
export const fill = <W extends Walk>(walk: W, inputs: readonly string[], sent: Readonly<Record<string, string>>): W => ({
  ...walk,
  filled: { ...walk.filled, [walk.page]: keptOf(sent, inputs, filledOn(walk, walk.page)) },
});

/** The same page sent again as it was warned about is meant so. */
const wordsOf = (walk: Walk): string => JSON.stringify(filledOn(walk, walk.page));

/** What keeps from going on: problems, or a warning that was not shown yet. */
export const hindrances = (walk: Walk, read: Read<unknown>): Problems => {
  if (isWrong(read)) return read.problems;
  return walk.warned[walk.page] === wordsOf(walk) ? {} : read.warnings;
};

export const warned = <W extends Walk>(walk: W): W => ({ ...walk, warned: { ...walk.warned, [walk.page]: wordsOf(walk) } });

/** What stands on a page was warned about, as it stands: whoever has gone on from there has looked twice. */
export const wasWarned = <W extends Walk>(walk: W, page: W['page']): boolean =>
  walk.warned[page] === JSON.stringify(filledOn(walk, page));

/** Of a page of how many: those that are certain, and those that were taken. */
export const stepIn = <W extends Walk>(
  { page }: W,
  pages: readonly W['page'][],
): { readonly step: number; readonly of: number } => ({
  step: Math.max(1, pages.indexOf(page) + 1),
  of: pages.length,
});
