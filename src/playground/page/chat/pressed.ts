import type { ButtonMeant } from '../../play/view.ts';
import { webAddress } from './web-address.ts';

/** What a press on a card asks for. */
export type Pressed =
  | { readonly kind: 'button'; readonly button: ButtonMeant; readonly takesInputs: boolean }
  | { readonly kind: 'link'; readonly url: string };

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const wordIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Of an action as it stands in the card; null: it is nothing that we do. */
export const pressedOn = (action: unknown): Pressed | null => {
  if (!isJson(action)) return null;
  const { type, title, verb, data, url, associatedInputs } = action;
  if (type === 'Action.OpenUrl') {
    const address = webAddress(wordIn(url));
    return address === null ? null : { kind: 'link', url: address };
  }
  if (type !== 'Action.Execute' && type !== 'Action.Submit') return null;
  return {
    kind: 'button',
    button: { title: wordIn(title), verb: wordIn(verb), data: isJson(data) ? data : {} },
    takesInputs: wordIn(associatedInputs).toLowerCase() !== 'none',
  };
};

interface Field {
  readonly id?: string;
  readonly value: unknown;
}

const asSent = (value: unknown): string => {
  // What the renderer says of an empty number.
  if (Number.isNaN(value)) return '';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

/** The fields of a card that have a name, as texts; what was not filled in is empty. */
export const inputsOf = (fields: readonly Field[]): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.flatMap(({ id = '', value }) => (id === '' ? [] : [[id, asSent(value)]])));
