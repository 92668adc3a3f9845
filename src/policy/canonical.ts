import { basePath } from './base-path.ts';
import * as comparisons from './comparisons.ts';
import * as editions from './editions.ts';
import * as steps from './next-steps.ts';
import type { Rule } from './rule.ts';

/** A function as it was written, less its white space; anything else as it is, with its keys in order. */
const canonical = (_key: string, value: unknown): unknown => {
  if (typeof value === 'function') return String(value).replace(/\s+/g, ' ');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
};

/** All that decides, as one text: its hash is the fingerprint that every decision carries. */
export const canonicalText = (rules: readonly Rule[]): string => {
  const sorted = [...rules].sort((one, other) => (one.id < other.id ? -1 : 1));
  return JSON.stringify(
    { rules: sorted, basePath, comparisons: { ...comparisons }, editions: { ...editions }, steps: { ...steps } },
    canonical,
  );
};
