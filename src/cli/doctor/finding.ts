/** What came of looking at one thing. Whatever is not as it should be comes with the next step. */
export type Finding =
  | { readonly is: 'ok' | 'not-offered'; readonly words: string }
  | { readonly is: 'warning' | 'fault'; readonly words: string; readonly next: string };

/** What was tried, and what came of it; `not-tried`: an earlier fault stands in the way. */
export type Line = { readonly tried: string } & (Finding | { readonly is: 'not-tried'; readonly words: string });

export const ok = (words: string): Finding => ({ is: 'ok', words });
export const warning = (words: string, next: string): Finding => ({ is: 'warning', words, next });
export const fault = (words: string, next: string): Finding => ({ is: 'fault', words, next });
