import type { AdminRelationship, Invitation } from '../cases/admin-relationship/case.ts';
import { text } from './blocks.ts';
import type { Block } from './blocks.ts';
import { grantedBlocks, hasDap, lengthLine } from './granted.ts';
import { checkBlocks, closing, day } from './every-letter.ts';
import type { Voice } from './voice.ts';
import type { InvitationWords } from './words.ts';

type Part = Invitation['what'];

/** What a letter is made of, whatever its occasion. */
export interface Occasion {
  readonly current: AdminRelationship;
  readonly words: InvitationWords;
  readonly voice: Voice;
}

const partsAsked = ({ proposal }: AdminRelationship): Part[] => {
  if (proposal.wants === 'end') return [proposal.what === 'admin_roles' ? 'gdap' : 'reseller'];
  if (proposal.wants === 'renew') return ['gdap'];
  return [...(proposal.reseller ? (['reseller'] as const) : []), ...(proposal.gdap ? (['gdap'] as const) : [])];
};

/** What stands by now; of an extended relationship there was no invitation. */
const partsStanding = (current: AdminRelationship): Part[] => {
  if (current.status !== 'active') return [];
  const invited = current.invitations.map(({ what }) => what);
  return current.relationshipId === null || invited.includes('gdap') ? invited : [...invited, 'gdap'];
};

const standingOf = ({ current, words }: Occasion): InvitationWords => {
  const parts = partsStanding(current);
  return {
    ...words,
    reseller: parts.includes('reseller') ? words.reseller : null,
    gdap: parts.includes('gdap') ? words.gdap : null,
  };
};

const endBlocks = ({ current, voice }: Occasion): Block[] =>
  current.status === 'active' && current.endsAt !== null && !current.extendsItself
    ? [text(voice.say('letter.ends.on', { day: day(current.endsAt) }))]
    : [];

const takeBackBlocks = (standing: InvitationWords, { say }: Voice): Block[] => {
  const hasRights = standing.gdap !== null || hasDap(standing);
  return [
    ...(hasRights ? [text(say('letter.takeBack.rights'))] : []),
    ...(standing.reseller === null ? [] : [text(say('letter.takeBack.reseller'))]),
  ];
};

/** Null where nothing of it stands any more. */
export const acceptedBlocks = (occasion: Occasion): Block[] | null => {
  const { current, words, voice } = occasion;
  const standing = standingOf(occasion);
  if (standing.reseller === null && standing.gdap === null) return null;
  return [
    text(voice.say('letter.greeting')),
    text(voice.say('letter.accepted.text')),
    ...grantedBlocks(standing, voice),
    ...endBlocks(occasion),
    ...takeBackBlocks(standing, voice),
    text(voice.say('letter.accepted.notYou')),
    ...checkBlocks(words, current.id, voice),
    ...closing(current.id, voice),
  ];
};

export const extendedBlocks = (occasion: Occasion): Block[] => {
  const { current, words, voice } = occasion;
  const { gdap } = words;
  return [
    text(voice.say('letter.greeting')),
    text(voice.say('letter.extended.text')),
    ...(gdap?.autoExtend ? [text(lengthLine(gdap, voice))] : []),
    ...endBlocks(occasion),
    text(voice.say('letter.takeBack.rights')),
    ...checkBlocks(words, current.id, voice),
    ...closing(current.id, voice),
  ];
};

/** Null where it does not end by itself. */
export const aboutToExpireBlocks = ({ current, words, voice }: Occasion): Block[] | null => {
  if (current.status !== 'active' || current.endsAt === null) return null;
  return [
    text(voice.say('letter.greeting')),
    text(voice.say('letter.aboutToExpire.text', { day: day(current.endsAt) })),
    ...(current.announced === null ? [] : [text(voice.say('letter.aboutToExpire.left', { days: current.announced }))]),
    text(voice.say('letter.aboutToExpire.afterwards')),
    text(voice.say('letter.aboutToExpire.ask')),
    ...checkBlocks(words, current.id, voice),
    ...closing(current.id, voice),
  ];
};

/** All of it, or the half that stands no more; null where all of it stands. */
export const endedBlocks = ({ current, words, voice }: Occasion): Block[] | null => {
  const standing = partsStanding(current);
  const over = partsAsked(current).filter((part) => !standing.includes(part));
  if (over.length === 0) return null;
  return [
    text(voice.say('letter.greeting')),
    ...(over.includes('gdap') ? [text(voice.say('letter.ended.gdap'))] : []),
    ...(over.includes('reseller') ? [text(voice.say('letter.ended.reseller'))] : []),
    text(voice.say('letter.ended.azure')),
    text(voice.say('letter.ended.check')),
    ...checkBlocks(words, current.id, voice),
    ...closing(current.id, voice),
  ];
};
