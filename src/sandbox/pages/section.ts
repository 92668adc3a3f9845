import { markup } from './markup.ts';
import type { Markup } from './markup.ts';

/** Cards under a heading, or a word on there being none. */
export const section = (title: string, cards: readonly Markup[], none: string): Markup =>
  markup`<section><h2>${title}</h2>${cards.length === 0 ? markup`<p>${none}</p>` : markup`<ul class="cards">${cards}</ul>`}</section>`;
