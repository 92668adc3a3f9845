const isPart = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valueFor = ({ type }: Readonly<Record<string, unknown>>, text: string): string | number =>
  type === 'Input.Number' && text !== '' ? Number(text) : text;

const part = (value: unknown, inputs: ReadonlyMap<string, string>): unknown => {
  if (Array.isArray(value)) return value.map((one: unknown) => part(one, inputs));
  if (!isPart(value)) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([name, below]) => [name, part(below, inputs)]));
  const { type, id } = value;
  const isField = typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string';
  const text = isField ? inputs.get(id) : undefined;
  return text === undefined ? copy : { ...copy, value: valueFor(value, text) };
};

/** The same card with what somebody has already filled in, for when it must be drawn anew. */
export const filledIn = (
  card: Readonly<Record<string, unknown>>,
  inputs: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> => {
  const filled = part(card, new Map(Object.entries(inputs)));
  return isPart(filled) ? filled : card;
};
