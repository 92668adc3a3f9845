import type { Question } from '../../cards/screens.ts';
import { LONGEST_PARAGRAPH } from '../../letters/checks.ts';
import { languageNames, languages } from '../../languages/speak.ts';
import type { Who } from '../../wizards/customer-page.ts';
import { usualLanguage } from '../../wizards/letter-page.ts';
import { filledOn } from '../../wizards/walk.ts';
import type { Shown } from '../show.ts';
import { button, frame, next, question, stampOf } from './drawing.ts';
import type { Drawing, Filled } from './journey.ts';

/** What a letter would say, line by line. */
export interface Preview {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The page is wanted with the letter as it has been filled in. */
const LOOK = 'look';

const longestAddress = 254;

type Page = Filled & Pick<Who, 'customer'>;

/** A word of one’s own to the customer. */
export const paragraphQuestion = (drawing: Drawing): Question => {
  const { say } = drawing.speaker;
  return question(drawing, say('wizard.letter.paragraph'), {
    kind: 'text',
    id: 'paragraph',
    hint: say('wizard.letter.paragraphHint'),
    value: filledOn(drawing.filling, 'letter').paragraph ?? '',
    longest: LONGEST_PARAGRAPH,
    isLong: true,
    placeholder: null,
  });
};

const questionsOn = (drawing: Drawing<Page>, language: string): Question[] => {
  const { filling, speaker } = drawing;
  const { say } = speaker;
  const { contact = '' } = filledOn(filling, 'letter');
  const domain = filling.customer?.domain ?? null;
  return [
    question(drawing, say('wizard.letter.language'), {
      kind: 'choice',
      id: 'language',
      choices: languages.map((one) => ({ title: languageNames[one], value: one })),
      value: language,
    }),
    question(drawing, say('wizard.letter.contact'), {
      kind: 'text',
      id: 'contact',
      value: contact,
      longest: longestAddress,
      isLong: false,
      placeholder: domain === null ? null : `…@${domain}`,
    }),
    paragraphQuestion(drawing),
  ];
};

/** A letter and what is asked about it; `previewOf` is asked for it once somebody wants to see it. */
export const letterPage = (drawing: Drawing, questions: readonly Question[], previewOf: () => Preview | null): Shown => {
  const { filling, speaker, wanted } = drawing;
  const { say } = speaker;
  const preview = wanted === LOOK ? previewOf() : null;
  const look = button(drawing, say('wizard.preview'), { seen: `${stampOf(filling)} ${LOOK}`, asks: true });
  return {
    screen: 'wizard/letter',
    data: {
      ...frame(drawing, [next(drawing), look]),
      questions: [...questions],
      preview: [...(preview?.lines ?? [])],
      previewTitle: preview?.title ?? say('wizard.review.letter'),
    },
  };
};

/** `previewOf` is asked for the letter in a language once somebody wants to see it. `first`: what else is asked about it. */
export const drawLetter = (
  drawing: Drawing<Page>,
  previewOf: (language: string) => Preview | null,
  first: readonly Question[] = [],
): Shown => {
  const { filling, speaker } = drawing;
  const language = filledOn(filling, 'letter').language ?? usualLanguage(filling.customer?.country ?? null, speaker.language);
  return letterPage(drawing, [...first, ...questionsOn(drawing, language)], () => previewOf(language));
};
