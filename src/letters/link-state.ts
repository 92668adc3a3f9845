import { asText } from './plain-text.ts';
import type { Letter } from './blocks.ts';

const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/\S*/gi;

/** Whether every link stands in the letter byte for byte, and no other address does. Whatever else there is counts as altered. */
export const linkStateOf = (letter: Letter, links: readonly string[]): 'intact' | 'removed' | 'altered' => {
  const written = `${letter.subject}\n${asText(letter)}`;
  const isForeign = (written.match(ADDRESS) ?? []).some((address) => !links.includes(address));
  if (isForeign) return 'altered';
  const words = written.split(/\s+/);
  return links.length > 0 && links.every((link) => words.includes(link)) ? 'intact' : 'removed';
};
