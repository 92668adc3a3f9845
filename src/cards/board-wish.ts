export const boardFilters = ['all', 'mine', 'waiting'] as const;
/** All of one’s cases, those that one has asked for, or those that wait for one. */
export type BoardFilter = (typeof boardFilters)[number];

/** Which of one’s cases somebody wants to see; the first page is 1. */
export interface BoardWish {
  readonly filter: BoardFilter;
  readonly customer: string | null;
  readonly page: number;
}
