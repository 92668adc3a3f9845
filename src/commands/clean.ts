/** Deeper than anything we store, and far from where JSON.stringify runs out of stack. */
const DEEPEST = 100;

/** Text that every store can hold: PostgreSQL knows neither NUL nor half a surrogate pair. */
export const cleanText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const cleaned = (value: unknown, depth: number): unknown => {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) throw new RangeError(`Nested deeper than ${DEEPEST} levels`);
  if (Array.isArray(value)) return value.map((item) => cleaned(item, depth + 1));
  if (!isPlain(value)) return value;
  // fromEntries makes `__proto__` a property like any other.
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [cleanText(name), cleaned(item, depth + 1)]));
};

/** The same value with every text in it cleaned, names of properties included. */
export const clean = <T>(value: T): T => cleaned(value, 0) as T;
