import { languages } from '../languages/speak.ts';
import type { Language } from '../languages/speak.ts';
import { isWrong, PAGE, readAs, says } from './filled.ts';
import type { Problems, Read } from './filled.ts';
import type { Who } from './customer-page.ts';
import { filledOn, wasWarned } from './walk.ts';
import type { Walk } from './walk.ts';

export const inputs = ['language', 'contact', 'paragraph'] as const;

export interface Letter {
  readonly language: Language;
  readonly contact: string;
  readonly paragraph: string;
  /** To another domain than the customer’s, and somebody has looked twice. */
  readonly isContactConfirmed?: true;
}

/** What a letter may say, and to whom it may go: codes of what is wrong, or null. */
export interface LetterChecks {
  readonly checkParagraph: (text: string) => string | null;
  readonly checkRecipient: (address: string, customer: { readonly domain: string | null }) => string | null;
}

/** What is mostly read where the customer is; else as whoever asks speaks. */
export const usualLanguage = (country: string | null, own: Language): Language => {
  const spoken = country === null ? null : new Intl.Locale(`und-${country}`).maximize().language;
  return languages.find((one) => one.split('-')[0] === spoken) ?? own;
};

const isWarning = (code: string | null): boolean => code === 'other-domain';

const problem = (input: string, code: string | null): Problems =>
  code === null ? {} : { [input]: says(`letter.problem.${code}`) };

export const read = (filling: Walk & Pick<Who, 'customer'>, { checkParagraph, checkRecipient }: LetterChecks): Read<Letter> => {
  const filled = filledOn(filling, 'letter');
  const language = languages.find((one) => one === filled.language);
  const contact = (filled.contact ?? '').trim();
  const paragraph = (filled.paragraph ?? '').trim();
  const recipient = checkRecipient(contact, { domain: filling.customer?.domain ?? null });
  const problems: Problems = {
    ...(language === undefined && { language: says('wizard.problem.choose') }),
    ...(!isWarning(recipient) && problem('contact', recipient)),
    ...problem('paragraph', checkParagraph(paragraph)),
  };
  const warnings: Problems = isWarning(recipient) ? { ...problem('contact', recipient), [PAGE]: says('wizard.warning.again') } : {};
  const isContactConfirmed = isWarning(recipient) && wasWarned(filling, 'letter');
  const answer = { language: language ?? 'en', contact, paragraph, ...(isContactConfirmed && { isContactConfirmed }) };
  return readAs(problems, answer, warnings);
};

/** The part of a letter that stands with the customer, and the words that stand with the proposal, as far as it is written. */
export const writtenOn = (filling: Parameters<typeof read>[0], checks: LetterChecks) => {
  const written = read(filling, checks);
  if (isWrong(written)) return { recipient: { language: 'en' as const, contact: null }, paragraph: '' };
  const { paragraph, ...recipient } = written.answer;
  return { recipient, paragraph };
};
