import type { CustomerInquiry } from '../cases/customer-inquiry/case.ts';
import type { letters } from '../cases/effect.ts';
import { QUESTIONS_LAPSE_AFTER_DAYS } from '../cases/ladders.ts';
import type { Instant } from '../cases/time.ts';
import { plain } from '../languages/speak.ts';
import { heading, list, text } from './blocks.ts';
import type { Block, Letter } from './blocks.ts';
import { closing, day } from './every-letter.ts';
import { quoted } from './own-words.ts';
import { voiceOf } from './voice.ts';
import type { Voice } from './voice.ts';
import { wordsOf } from './words.ts';
import type { Check, LetterWords, Sender } from './words.ts';

type LetterKind = (typeof letters)[number];

/** What is known once it has been asked: under which number, where one answers, and until when. */
interface Asked {
  readonly reference: string;
  readonly check: Check;
  readonly opens: string;
  readonly lapsesAt: Instant;
  /** Since when nobody has answered; null the first time. */
  readonly remindsOf: Instant | null;
}

const introFor = (about: string, { say }: Voice): string =>
  plain(about) === '' ? say('letter.questions.intro') : say('letter.questions.introAbout', { about: plain(about) });

const askedBlocks = ({ say }: Voice): Block[] => [
  heading(say('letter.questions.heading.asked')),
  list(
    say('letter.questions.asked.what'),
    say('letter.questions.asked.from'),
    say('letter.questions.asked.term'),
    say('letter.questions.asked.partner'),
    say('letter.questions.asked.wish'),
  ),
  text(say('letter.questions.asked.unknown')),
];

/** An address to be typed and never a link: whoever writes a false letter can make a false page. */
const howBlocks = (asked: Asked | null, { say }: Voice): Block[] => [
  heading(say('letter.questions.heading.how')),
  ...(asked === null
    ? [text(say('letter.preview.answers', { days: QUESTIONS_LAPSE_AFTER_DAYS }))]
    : [
        text(say('letter.questions.type', { page: asked.check.page, code: asked.opens })),
        text(say('letter.questions.until', { day: day(asked.lapsesAt) })),
      ]),
  text(say('letter.questions.telephone')),
];

const checkBlocks = (reference: string, code: string | null, { say }: Voice): Block[] => [
  heading(say('letter.heading.check')),
  text(say('letter.questions.noLink')),
  text(say('letter.check.call', { reference })),
  text(code === null ? say('letter.preview.sameCode') : say('letter.questions.sameCode', { code })),
];

const blocksOf = (words: LetterWords, about: string, asked: Asked | null, voice: Voice): Block[] => {
  const { say } = voice;
  const reference = asked?.reference ?? say('letter.preview.reference');
  const remindsOf = asked?.remindsOf ?? null;
  return [
    text(say('letter.greeting')),
    text(introFor(about, voice)),
    ...(remindsOf === null ? [] : [text(say('letter.questions.reminder', { day: day(remindsOf) }))]),
    text(say('letter.questions.why')),
    ...quoted(words, voice),
    heading(say('letter.questions.heading.nothing')),
    text(say('letter.questions.nothing')),
    text(say('letter.questions.kept')),
    ...askedBlocks(voice),
    ...howBlocks(asked, voice),
    ...checkBlocks(reference, asked?.check.code ?? null, voice),
    heading(say('letter.questions.heading.silence')),
    text(say('letter.questions.silence')),
    ...closing(reference, voice),
  ];
};

/** What a customer receives who is asked for what only it knows: nothing is granted by an answer, and it says so first. */
export const composeQuestions = (words: LetterWords, about: string, asked: Asked | null): Letter => {
  const voice = voiceOf(words);
  const isReminder = (asked?.remindsOf ?? null) !== null;
  return {
    language: voice.language,
    subject: isReminder ? voice.say('letter.subject.questionsReminder') : voice.say('letter.subject.questions'),
    blocks: blocksOf(words, about, asked, voice),
    typed: asked?.check.page ?? null,
  };
};

/** Null where nobody is asked any more, or could not answer because there is no page. */
export const questionsLetter = (
  kind: LetterKind,
  current: CustomerInquiry,
  { sender, check }: { readonly sender: Sender; readonly check: Check | null },
): Letter | null => {
  const standing = current.status === 'stuck' ? current.before : current;
  const isAbout = kind === 'questions' || kind === 'reminder';
  if (!isAbout || standing.status !== 'awaiting-customer' || check?.opens === undefined) return null;
  const remindsOf = kind === 'reminder' ? current.openedAt : null;
  const { lapsesAt } = standing;
  return composeQuestions(wordsOf(current, sender), current.proposal.subject, {
    reference: current.id,
    check,
    opens: check.opens,
    lapsesAt,
    remindsOf,
  });
};
