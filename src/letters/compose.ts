import type { AdminRelationship } from '../cases/admin-relationship/case.ts';
import type { Case } from '../cases/case.ts';
import type { Effect } from '../cases/effect.ts';
import type { Cloud } from '../policy/index.ts';
import { aboutToExpireBlocks, acceptedBlocks, endedBlocks, extendedBlocks } from './afterwards.ts';
import type { Occasion } from './afterwards.ts';
import { text } from './blocks.ts';
import type { Block, Letter } from './blocks.ts';
import { checkBlocks, closing, composeInvitation, day, linkBlocks, refuseBlocks } from './invitation.ts';
import type { Invited } from './invitation.ts';
import { voiceOf } from './voice.ts';
import { wordsOf } from './words.ts';
import type { Senders } from './words.ts';

export type LetterKind = Extract<Effect, { kind: 'send-letter' }>['letter'];

/** What letters have to know beside the case. */
export interface LetterMeans {
  readonly senders: Senders;
  /** At 21Vianet: the text from the third paragraph on as its Partner Center drafts it, with the link in place of `{link}`. */
  readonly fixedText: (cloud: Cloud) => readonly string[] | null;
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

/** At 21Vianet the link stands in the text that is not ours. */
const reminderBlocks = ({ current, words, voice }: Occasion, invited: Invited): Block[] => {
  const { say } = voice;
  const links =
    words.cloud === 'china_21v'
      ? [text(say('letter.reminder.link'))]
      : [...linkBlocks(words, invited, voice), text(say('letter.accept.compare'))];
  return [
    text(say('letter.greeting')),
    text(say('letter.reminder.text')),
    ...links,
    ...checkBlocks(current.id, voice),
    ...refuseBlocks(voice),
    ...closing(current.id, voice),
  ];
};

const blocksFor = (kind: LetterKind, occasion: Occasion, invited: Invited | null): readonly Block[] | null => {
  switch (kind) {
    case 'reminder':
      return invited && reminderBlocks(occasion, invited);
    case 'accepted':
      return acceptedBlocks(occasion);
    case 'extended':
      return extendedBlocks(occasion);
    case 'about-to-expire':
      return aboutToExpireBlocks(occasion);
    case 'ended':
      return endedBlocks(occasion);
    default:
      return null;
  }
};

const subjectFor = (kind: LetterKind, { current, voice }: Occasion): string => {
  switch (kind) {
    case 'accepted':
      return voice.say('letter.subject.accepted');
    case 'extended':
      return voice.say('letter.subject.extended');
    case 'about-to-expire':
      return voice.say('letter.subject.aboutToExpire', {
        day: current.status === 'active' && current.endsAt ? day(current.endsAt) : null,
      });
    case 'ended':
      return voice.say('letter.subject.ended');
    default:
      return voice.say('letter.subject.reminder');
  }
};

/** A letter as the case stands; null where there is no such letter for it. */
export const letterFor = (kind: LetterKind, current: Case, means: LetterMeans): Letter | null => {
  const sender = means.senders(current.cloud);
  const words = sender && wordsOf(current, sender);
  if (words === null || current.kind !== 'admin-relationship') return null;
  const invited = invitedOf(current, means);
  if (kind === 'invitation') return invited && composeInvitation(words, invited);
  const occasion = { current, words, voice: voiceOf(words) };
  const blocks = blocksFor(kind, occasion, invited);
  return blocks && { language: occasion.voice.language, subject: subjectFor(kind, occasion), blocks };
};
