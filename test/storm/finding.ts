/** Something that was promised is not there, or only half of it; or something was done more often than anybody wanted. */
export interface Finding {
  readonly kind: 'lost' | 'doubled';
  readonly count: number;
  readonly words: string;
}

export const lost = (words: string): Finding => ({ kind: 'lost', count: 1, words });
