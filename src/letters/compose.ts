import type { AdminRelationship } from '../cases/admin-relationship/case.ts';
import type { AzureSwitch } from '../cases/azure-switch/case.ts';
import type { Case } from '../cases/case.ts';
import type { Effect } from '../cases/effect.ts';
import type { Cloud } from '../policy/index.ts';
import { aboutToExpireBlocks, acceptedBlocks, endedBlocks, extendedBlocks } from './afterwards.ts';
import type { Occasion } from './afterwards.ts';
import { afterSwitchBlocks } from './after-switch.ts';
import type { Block, Letter } from './blocks.ts';
import { day } from './every-letter.ts';
import { composeInvitation } from './invitation.ts';
import type { Invited } from './invitation.ts';
import { closesOn, reminderBlocks } from './reminder.ts';
import { switchPlannedBlocks, switchReminderBlocks } from './switch-planned.ts';
import type { SwitchOccasion } from './switch-way.ts';
import { questionsLetter } from './questions.ts';
import { voiceOf } from './voice.ts';
import type { Voice } from './voice.ts';
import { invitationWordsOf, wordsOf } from './words.ts';
import type { Check, LetterWords, Sender, Senders } from './words.ts';

export type LetterKind = Extract<Effect, { kind: 'send-letter' }>['letter'];

/** What letters have to know beside the case. */
export interface LetterMeans {
  readonly senders: Senders;
  /** At 21Vianet: the text from the third paragraph on as its Partner Center drafts it, with the link in place of `{link}`. */
  readonly fixedText: (cloud: Cloud) => readonly string[] | null;
  /** The code of a letter, and where it is typed; absent where there is no such page. */
  readonly check?: (current: Case, kind: LetterKind) => Check | null;
}

const standingOf = (current: AdminRelationship) => (current.status === 'stuck' ? current.before : current);

/** What the customer is invited to, while it is; null at any other time. */
export const invitedOf = (current: Case, { fixedText }: LetterMeans): Invited | null => {
  if (current.kind !== 'admin-relationship') return null;
  const standing = standingOf(current);
  if (standing.status !== 'awaiting-customer') return null;
  const open = standing.invitations.filter(({ acceptedAt }) => acceptedAt === null);
  const [first] = open;
  // A function, as a link may hold what a replacement would read as a command.
  const drafted = fixedText(current.cloud);
  const rest = first && drafted ? drafted.map((line) => line.replaceAll('{link}', () => first.link)) : null;
  return { caseId: current.id, links: open, lapsesAt: standing.lapsesAt, rest };
};

type Writers<O> = Partial<Record<LetterKind, (occasion: O) => readonly Block[] | null>>;

const aboutRelationships: Writers<Occasion> = {
  accepted: acceptedBlocks,
  extended: extendedBlocks,
  'about-to-expire': aboutToExpireBlocks,
  ended: endedBlocks,
};

const aboutSwitches: Writers<SwitchOccasion> = {
  'switch-planned': switchPlannedBlocks,
  'switch-reminder': switchReminderBlocks,
  'after-switch': afterSwitchBlocks,
};

const subjects = {
  reminder: 'letter.subject.reminder',
  accepted: 'letter.subject.accepted',
  extended: 'letter.subject.extended',
  'about-to-expire': 'letter.subject.aboutToExpire',
  ended: 'letter.subject.ended',
  'switch-planned': 'letter.subject.switchPlanned',
  'switch-reminder': 'letter.subject.switchReminder',
  'after-switch': 'letter.subject.afterSwitch',
} as const satisfies Record<Exclude<LetterKind, 'invitation' | 'questions'>, string>;

const subjectOf = (kind: keyof typeof subjects, current: Case, { say }: Voice): string => {
  const closes = kind === 'reminder' ? closesOn(current) : null;
  if (closes !== null) return say('letter.subject.lastReminder', { day: day(closes) });
  const ends = current.status === 'active' ? current.endsAt : null;
  return say(subjects[kind], { day: ends === null ? null : day(ends) });
};

interface Addressed<C extends Case> {
  readonly current: C;
  readonly sender: Sender;
  readonly check: Check | null;
  readonly means: LetterMeans;
}

const relationshipBlocks = (kind: LetterKind, { current, sender, check, means }: Addressed<AdminRelationship>) => {
  const words = { ...invitationWordsOf(current, sender), check };
  const occasion = { current, words, voice: voiceOf(words) };
  const invited = kind === 'reminder' ? invitedOf(current, means) : null;
  return invited === null ? (aboutRelationships[kind]?.(occasion) ?? null) : reminderBlocks(occasion, invited);
};

const switchBlocks = (kind: LetterKind, current: AzureSwitch, words: LetterWords): readonly Block[] | null => {
  const { proposal: plan } = current;
  // Who hands out writes no letters: it is the other partner’s customer from then on.
  return plan.wants === 'switch' ? (aboutSwitches[kind]?.({ current, plan, words, voice: voiceOf(words) }) ?? null) : null;
};

const laterLetter = (kind: keyof typeof subjects, addressed: Addressed<AdminRelationship | AzureSwitch>): Letter | null => {
  const { current, sender, check } = addressed;
  const words = { ...wordsOf(current, sender), check };
  const voice = voiceOf(words);
  const blocks =
    current.kind === 'azure-switch' ? switchBlocks(kind, current, words) : relationshipBlocks(kind, { ...addressed, current });
  return blocks && { language: voice.language, subject: subjectOf(kind, current, voice), blocks, typed: check?.page ?? null };
};

const invitationLetter = ({ current, sender, check, means }: Addressed<AdminRelationship | AzureSwitch>): Letter | null => {
  const invited = invitedOf(current, means);
  if (invited === null || current.kind !== 'admin-relationship') return null;
  return composeInvitation({ ...invitationWordsOf(current, sender), check }, invited);
};

/** Its reminder may have been on its way when somebody said that there should be none. */
const isLeftAlone = (current: Case): boolean => current.status === 'awaiting-customer' && current.pausedUntil !== null;

/** A letter as the case stands; null where there is no such letter for it. */
export const letterFor = (kind: LetterKind, current: Case, means: LetterMeans): Letter | null => {
  const sender = means.senders(current.cloud);
  if (sender === null || (kind === 'reminder' && isLeftAlone(current))) return null;
  const check = means.check?.(current, kind) ?? null;
  if (current.kind === 'customer-inquiry') return questionsLetter(kind, current, { sender, check });
  if (kind === 'questions') return null;
  const addressed = { current, sender, check, means };
  return kind === 'invitation' ? invitationLetter(addressed) : laterLetter(kind, addressed);
};
