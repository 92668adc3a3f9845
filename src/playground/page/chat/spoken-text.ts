import { webAddress } from './web-address.ts';

/** Words, or an address that can be followed. */
export interface Part {
  readonly text: string;
  readonly address: string | null;
}

const MENTION = /<at[^<>]*>([^<>]*)<\/at>/g;
const ADDRESS = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?()[\]{}]/giu;

const words = (text: string): readonly Part[] => (text === '' ? [] : [{ text, address: null }]);

/** What somebody has written, with the addresses in it to follow, and the names as one sees them. */
export const partsOf = (message: string): readonly Part[] => {
  const text = message.replace(MENTION, '$1');
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    parts.push(...words(text.slice(from, index)), { text: found, address: webAddress(found) });
    from = index + found.length;
  }
  return [...parts, ...words(text.slice(from))];
};
