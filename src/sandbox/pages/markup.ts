import { filled } from '../html.ts';

/** A piece of a page that is safe to send as it is. */
export interface Markup {
  readonly markup: string;
}

type Piece = string | number | Markup | readonly Markup[] | null;

const written = (piece: Piece): string => {
  if (piece === null) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return filled('{text}', { text: String(piece) });
  return 'markup' in piece ? piece.markup : piece.map(({ markup }) => markup).join('');
};

/** A piece of a page with texts in it: whatever they say, they stay texts. */
export const markup = (pieces: TemplateStringsArray, ...texts: readonly Piece[]): Markup => ({
  markup: pieces.map((piece, place) => piece + written(texts[place] ?? null)).join(''),
});
