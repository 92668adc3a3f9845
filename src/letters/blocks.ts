import type { Language } from '../languages/speak.ts';

/** A part of a letter, whatever it is written in: plain text and HTML both come from these. */
export type Block =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Somebody's own words. */
  | { readonly kind: 'quote'; readonly lines: readonly string[] }
  /** As Microsoft gave it, byte for byte, and nothing else. */
  | { readonly kind: 'link'; readonly link: string };

export interface Letter {
  readonly language: Language;
  readonly subject: string;
  readonly blocks: readonly Block[];
}

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const text = (words: string): Block => ({ kind: 'text', text: words });
export const list = (...items: readonly string[]): Block => ({ kind: 'list', items });

/** Sentences one after the other, as the language writes them. */
export const joined = (language: Language, sentences: readonly string[]): string =>
  sentences.join(language === 'zh-Hans' ? '' : ' ');
