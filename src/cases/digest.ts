import { createHash } from 'node:crypto';

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** One text for one value, in whatever order its properties were written. */
export const canonical = (value: unknown): string => JSON.stringify(value, inOrder);

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const digestOf = (value: unknown): string => sha256(canonical(value));
