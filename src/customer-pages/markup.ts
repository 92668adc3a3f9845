const entities: Partial<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A piece of a page: everything from outside has been made harmless in it. */
export interface Markup {
  readonly html: string;
}

type Child = Markup | string | null;
type Attributes = Readonly<Record<string, string | boolean>>;

const harmless = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

const inside = (child: Child): string => {
  if (child === null) return '';
  return typeof child === 'string' ? harmless(child) : child.html;
};

const attribute = ([name, value]: readonly [string, string | boolean]): string => {
  if (value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${harmless(value)}"`;
};

const WITHOUT_END = new Set(['input', 'meta', 'br']);

/** One element; texts in it stay texts. */
export const el = (tag: string, attributes: Attributes, ...children: readonly Child[]): Markup => {
  const start = `<${tag}${Object.entries(attributes).map(attribute).join('')}>`;
  return { html: WITHOUT_END.has(tag) ? start : `${start}${children.map(inside).join('')}</${tag}>` };
};

export const paragraph = (text: string): Markup => el('p', {}, text);

export const list = (items: readonly string[]): Markup => el('ul', {}, ...items.map((item) => el('li', {}, item)));

/** Names, and what belongs to each; what is not there is left out. */
export const rows = (named: readonly (readonly [name: string, value: string | null])[]): Markup =>
  el('dl', {}, ...named.flatMap(([name, value]) => (value === null ? [] : [el('dt', {}, name), el('dd', {}, value)])));
