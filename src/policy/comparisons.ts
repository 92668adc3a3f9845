/**
 * Comparisons in which null is never a match: "there is none" is neither equal nor unequal to anything, neither above nor
 * below. Triggers use these wherever a fact may be null, so that no refusal and no permission rests on a blank.
 */

export const isIn = <T>(value: T | null, list: readonly T[]): boolean => value !== null && list.includes(value);

export const isNotIn = <T>(value: T | null, list: readonly T[]): boolean => value !== null && !list.includes(value);

export const isOtherThan = <T>(value: T | null, other: T): boolean => value !== null && value !== other;

export const isAbove = (value: number | null, bound: number): boolean => value !== null && value > bound;

export const isAtMost = (value: number | null, bound: number): boolean => value !== null && value <= bound;

/** Null, an empty list, or text of nothing but white space. */
export const isEmpty = (value: string | readonly unknown[] | null): boolean =>
  value === null || (typeof value === 'string' ? value.trim() === '' : value.length === 0);

/** The same elements, whatever their order and however often they are repeated. */
export const isSameSet = <T>(list: readonly T[], other: readonly T[]): boolean =>
  list.every((element) => other.includes(element)) && other.every((element) => list.includes(element));
