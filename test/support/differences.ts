/** What the keys and values of an answer are compared by; a key in the list has to be there, with any value of its type. */
const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeOf(value) === 'object';

const entriesOf = (wanted: unknown, given: unknown, path: string): readonly (readonly [string, unknown, unknown])[] => {
  if (Array.isArray(wanted) && Array.isArray(given)) {
    const longest = Math.max(wanted.length, given.length);
    return Array.from({ length: longest }, (_, place) => [`${path}[]`, wanted[place], given[place]] as const);
  }
  if (!isObject(wanted) || !isObject(given)) return [];
  const keys = new Set([...Object.keys(wanted), ...Object.keys(given)]);
  return [...keys].map((key) => [path === '' ? key : `${path}.${key}`, wanted[key], given[key]] as const);
};

/** Where an answer is not what was promised: other keys, other types, or other values outside of what varies. */
export const differences = (wanted: unknown, given: unknown, volatile: readonly string[], path = ''): readonly string[] => {
  if (typeOf(wanted) !== typeOf(given)) return [`${path}: ${typeOf(given)} instead of ${typeOf(wanted)}`];
  if (Array.isArray(wanted) || isObject(wanted))
    return entriesOf(wanted, given, path).flatMap(([below, inner, other]) => differences(inner, other, volatile, below));
  return wanted === given || volatile.includes(path) ? [] : [`${path}: ${String(given)} instead of ${String(wanted)}`];
};
