import type { Language } from '../languages/speak.ts';

/** Who or when, and what belongs to it. */
export interface Row {
  readonly term: string;
  readonly text: string;
}

/** A part of a letter, whatever it is written in: plain text and HTML both come from these. */
export type Block =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly Row[] }
  /** Somebody's own words. */
  | { readonly kind: 'quote'; readonly lines: readonly string[] }
  /** Words that the reader may take over as their own. */
  | { readonly kind: 'draft'; readonly lines: readonly string[] }
  /** As Microsoft gave it, byte for byte, and nothing else. */
  | { readonly kind: 'link'; readonly link: string };

export interface Letter {
  readonly language: Language;
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** An address that the letter tells people to type; it is text, and never a link. */
  readonly typed: string | null;
}

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const text = (words: string): Block => ({ kind: 'text', text: words });
export const list = (...items: readonly string[]): Block => ({ kind: 'list', items });

/** With its title; nothing at all where there is nothing to be listed. */
export const listed = (title: string, items: readonly string[]): Block[] =>
  items.length === 0 ? [] : [heading(title), list(...items)];

/** Sentences one after the other, as the language writes them. */
export const joined = (language: Language, sentences: readonly string[]): string =>
  sentences.join(language === 'zh-Hans' ? '' : ' ');
