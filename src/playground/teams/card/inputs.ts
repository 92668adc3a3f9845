import { everyPart, partsIn, wordIn } from './card.ts';
import type { Card } from './card.ts';

type Filled = string | number | boolean | readonly string[];

export type Inputs = Readonly<Record<string, Filled>>;

/** What a field does not take, as it stands under the field. */
export interface FieldProblem {
  readonly id: string;
  readonly text: string;
}

const choicesOf = (field: Card): readonly string[] => partsIn(field.choices).map(({ value }) => wordIn(value));

const toggled = (field: Card, value: Filled | undefined): string => {
  const on = wordIn(field.valueOn) || 'true';
  const off = wordIn(field.valueOff) || 'false';
  if (value === undefined) return field.value === on ? on : off;
  return value === true || value === on ? on : off;
};

/** Where a field offers choices and looks for no others, nobody can answer anything else. */
const chosen = (field: Card, value: string): string => {
  const values = field.isMultiSelect === true ? value.split(',') : [value];
  const strange = values.filter((one) => one !== '' && !choicesOf(field).includes(one));
  if (field['choices.data'] === undefined && strange.length > 0)
    throw new Error(`${wordIn(field.id)} does not offer “${strange.join('”, “')}”, but ${choicesOf(field).join(', ')}.`);
  return value;
};

const asText = (value: Filled): string => (Array.isArray(value) ? value.join(',') : String(value));

const untouched = ({ value }: Card): string => (typeof value === 'number' ? String(value) : wordIn(value));

/** What Teams sends of a field: always a text; undefined: nothing. */
const sentOf = (field: Card, value: Filled | undefined): string | undefined => {
  const text = value === undefined ? untouched(field) : asText(value);
  switch (field.type) {
    case 'Input.Toggle':
      return toggled(field, value);
    case 'Input.ChoiceSet':
      return chosen(field, text) || undefined;
    case 'Input.Number':
      return text || undefined;
    default:
      return text;
  }
};

const isOutside = (field: Card, text: string): boolean => {
  const number = Number(text);
  const { min, max } = field;
  return Number.isNaN(number) || (typeof min === 'number' && number < min) || (typeof max === 'number' && number > max);
};

const isAmiss = (field: Card, text: string): boolean => {
  if (text === '') return field.isRequired === true;
  if (field.type === 'Input.Number') return isOutside(field, text);
  if (field.type === 'Input.Toggle') return field.isRequired === true && text !== (wordIn(field.valueOn) || 'true');
  const { maxLength, regex } = field;
  return (typeof maxLength === 'number' && text.length > maxLength) || (typeof regex === 'string' && !new RegExp(regex).test(text));
};

const fieldsOf = (card: Card): readonly Card[] =>
  [...everyPart(card)].filter(({ type, id }) => wordIn(type).startsWith('Input.') && wordIn(id) !== '');

/** All fields of a card as Teams sends them, filled in by a person, and what stands under those that are amiss. */
export const filledIn = (
  card: Card,
  inputs: Inputs,
): { readonly values: Readonly<Record<string, string>>; readonly problems: readonly FieldProblem[] } => {
  const fields = fieldsOf(card);
  const ids = fields.map(({ id }) => wordIn(id));
  const strange = Object.keys(inputs).filter((id) => !ids.includes(id));
  if (strange.length > 0) throw new Error(`There is no field ${strange.join(', ')}. There are: ${ids.join(', ') || 'none'}.`);
  const sent = fields.map((field) => ({ field, id: wordIn(field.id), text: sentOf(field, inputs[wordIn(field.id)]) }));
  return {
    values: Object.fromEntries(sent.flatMap(({ id, text }) => (text === undefined ? [] : [[id, text]]))),
    problems: sent
      .filter(({ field, text }) => isAmiss(field, text ?? ''))
      .map(({ field, id }) => ({ id, text: wordIn(field.errorMessage) })),
  };
};
