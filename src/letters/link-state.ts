import { asHtml } from './as-html.ts';
import type { Letter } from './blocks.ts';
import { asText } from './plain-text.ts';

const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/\S*/gi;
/** What mail programs make a link of although nobody has said that it is one. */
const LOOKALIKE = /\bwww\.\S|[\p{L}\p{N}-]\.[\p{L}-]{2,}\/\S/iu;
const HREF = /\shref="([^"]*)"/g;
const ANCHOR = /<a\s[^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g;

const without = (words: string, parts: readonly string[]): string =>
  parts.reduce((rest, part) => (part === '' ? rest : rest.replaceAll(part, ' ')), words);

/** The text of a mail, with every address that belongs into it taken out. */
const hasForeign = (words: string, { typed }: Letter, links: readonly string[]): boolean => {
  const isForeign = (words.match(ADDRESS) ?? []).some((address) => !links.includes(address));
  return isForeign || LOOKALIKE.test(without(words, [...links, typed ?? '']));
};

const unescaped = (words: string): string =>
  words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

interface Anchors {
  readonly targets: readonly string[];
  /** No link leads elsewhere than it says. */
  readonly areHonest: boolean;
}

const anchorsOf = (html: string): Anchors => {
  const anchors = [...html.matchAll(ANCHOR)];
  const isEach = [...html.matchAll(HREF)].length === anchors.length;
  return {
    targets: anchors.map(([, target = '']) => unescaped(target)),
    areHonest: isEach && anchors.every(([, target, label]) => target === label),
  };
};

/**
 * Whether every link stands in the letter byte for byte, in plain text and in HTML, and no other address does in either.
 * Whatever else there is counts as altered.
 */
export const linkStateOf = (letter: Letter, links: readonly string[]): 'intact' | 'removed' | 'altered' => {
  const text = `${letter.subject}\n${asText(letter)}`;
  const { targets, areHonest } = anchorsOf(asHtml(letter));
  const leadsAstray = !areHonest || targets.some((target) => !links.includes(target));
  if (leadsAstray || hasForeign(text, letter, links)) return 'altered';
  const words = text.split(/\s+/);
  return links.length > 0 && links.every((link) => words.includes(link) && targets.includes(link)) ? 'intact' : 'removed';
};
