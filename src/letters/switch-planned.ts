import { heading, list, text } from './blocks.ts';
import type { Block, Letter, Row } from './blocks.ts';
import { checkBlocks, closing, day } from './every-letter.ts';
import { quoted } from './own-words.ts';
import { consequenceBlocks } from './switch-consequences.ts';
import { draftBlocks } from './switch-draft.ts';
import { stepBlocks } from './switch-steps.ts';
import { needsOther, otherOf, subjectLines, wayFor } from './switch-way.ts';
import type { Plan, SwitchOccasion, Way } from './switch-way.ts';
import { voiceOf } from './voice.ts';
import type { LetterWords } from './words.ts';

const hows = {
  'transfer-azure': 'letter.switch.how.transfer',
  'transfer-licences': 'letter.switch.how.transfer',
  paper: 'letter.switch.how.paper',
  'new-azure': 'letter.switch.how.newAzure',
  'new-licences': 'letter.switch.how.newLicences',
  enterprise: 'letter.switch.how.enterprise',
} as const satisfies Record<Way, string>;

const planRows = ({ plan, voice }: SwitchOccasion): Row[] => {
  const { say } = voice;
  const isFromPartner = plan.otherPartner !== null || needsOther(plan);
  return [
    { term: say('letter.switch.row.how'), text: say(hows[wayFor(plan)]) },
    ...(isFromPartner ? [{ term: say('letter.switch.row.from'), text: otherOf(plan, voice) }] : []),
    { term: say('letter.switch.row.to'), text: say('letter.signature') },
  ];
};

const refusalBlocks = (
  how: 'letter.switch.refuse' | 'letter.switchReminder.refuse',
  { plan, voice: { say } }: SwitchOccasion,
): Block[] => [
  heading(say('letter.switch.heading.refuse')),
  text(say(how)),
  ...(wayFor(plan).startsWith('transfer') ? [text(say('letter.switch.withdraw'))] : []),
];

/** What the customer’s administrator hears before anything moves. */
export const switchPlannedBlocks = (occasion: SwitchOccasion): Block[] => {
  const { current, plan, words, voice } = occasion;
  const { say } = voice;
  return [
    text(say('letter.greeting')),
    text(say('letter.switch.intro')),
    ...quoted(words, voice),
    heading(say('letter.switch.heading.plan')),
    { kind: 'table', rows: planRows(occasion) },
    text(say('letter.switch.subjects')),
    list(...subjectLines(plan, voice)),
    ...consequenceBlocks(occasion),
    ...stepBlocks(occasion),
    ...checkBlocks(words, current.id, voice),
    ...refusalBlocks('letter.switch.refuse', occasion),
    ...draftBlocks(occasion),
    ...closing(current.id, voice),
  ];
};

/** The same before anybody has asked for it: days count from the approval, and are not known yet. */
export const composePlanned = (words: LetterWords, plan: Plan): Letter => {
  const voice = voiceOf(words);
  const current = { status: 'wished', id: voice.say('letter.preview.reference') } as const;
  return {
    language: voice.language,
    subject: voice.say('letter.subject.switchPlanned', { day: null }),
    blocks: switchPlannedBlocks({ current, plan, words, voice }),
    typed: null,
  };
};

/** Null where nobody waits for the present partner any more. */
export const switchReminderBlocks = (occasion: SwitchOccasion): Block[] | null => {
  const { current, plan, words, voice } = occasion;
  const { say } = voice;
  if (current.status !== 'awaiting-other-partner') return null;
  const until = wayFor(plan) === 'paper' ? 'letter.switchReminder.untilPaper' : 'letter.switchReminder.until';
  return [
    text(say('letter.greeting')),
    text(say('letter.switchReminder.text', { day: day(current.since) })),
    list(...subjectLines(plan, voice)),
    text(say(until, { day: day(current.expiresAt) })),
    text(say('letter.switchReminder.ask')),
    ...checkBlocks(words, current.id, voice),
    ...refusalBlocks('letter.switchReminder.refuse', occasion),
    ...draftBlocks(occasion),
    ...closing(current.id, voice),
  ];
};
