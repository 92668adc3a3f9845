import type { Intent } from '../intent.ts';
import { asWords } from './letters.ts';

/** Up to the first colon that is neither in quotes nor in an address. */
const PARTS = /^((?:"[^"]*"|“[^”]*”|«[^»]*»|「[^」]*」|[^"“«「:：])*)(?::\s|：)\s*(\S[^]*)$/u;

const LONGEST = 200;

/** “ask contoso.example: Web shop”: what stands behind the colon is what it is about, whatever it says. */
export const askedAbout = (text: string, understood: (text: string) => Intent): Intent | null => {
  const [, before = '', about = ''] = PARTS.exec(text) ?? [];
  const intent = about === '' ? null : understood(before);
  return intent?.wants === 'ask-customer'
    ? { ...intent, about: asWords(about).replace(/\s+/gu, ' ').slice(0, LONGEST).toWellFormed() }
    : null;
};
