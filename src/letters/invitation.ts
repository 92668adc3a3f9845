import type { Invitation } from '../cases/admin-relationship/case.ts';
import type { CaseId } from '../cases/ids.ts';
import type { Instant } from '../cases/time.ts';
import { heading, joined, text } from './blocks.ts';
import type { Block, Letter } from './blocks.ts';
import { checkBlocks, checkSentences, closing, day } from './every-letter.ts';
import { grantedBlocks, grantedSentences, hasDap, unchangedBlocks } from './granted.ts';
import { quoted, saidIn } from './own-words.ts';
import { voiceOf } from './voice.ts';
import type { Voice } from './voice.ts';
import type { InvitationWords } from './words.ts';

/** What is known once Microsoft has made the invitation. */
export interface Invited {
  readonly caseId: CaseId;
  readonly links: readonly Pick<Invitation, 'what' | 'link'>[];
  readonly lapsesAt: Instant;
  /** At 21Vianet: its own text from the third paragraph on, with the link in it; null where nobody has told us. */
  readonly rest: readonly string[] | null;
}

const subjectOf = (words: InvitationWords, { say }: Voice): string => {
  if (words.reseller === null) return say('letter.subject.manage');
  return words.gdap === null && !hasDap(words) ? say('letter.subject.sell') : say('letter.subject.both');
};

const referenceOf = (invited: Pick<Invited, 'caseId'> | null, { say }: Voice): string =>
  invited?.caseId ?? say('letter.preview.reference');

type What = Invitation['what'];

const leads = { reseller: 'letter.accept.reseller', gdap: 'letter.accept.gdap' } as const satisfies Record<What, string>;
const untils = { reseller: 'letter.until.reseller', gdap: 'letter.until.gdap' } as const satisfies Record<What, string>;

/** Each link with its purpose and its time; as long as there is none, where it will be. */
export const linkBlocks = (words: InvitationWords, invited: Invited | null, { say }: Voice): Block[] => {
  const wanted: What[] = [...(words.reseller ? (['reseller'] as const) : []), ...(words.gdap ? (['gdap'] as const) : [])];
  if (invited === null) return wanted.flatMap((what) => [text(say(leads[what])), text(say('letter.preview.link'))]);
  return invited.links.flatMap(({ what, link }): Block[] => [
    text(say(leads[what])),
    { kind: 'link', link },
    text(say(untils[what], { day: day(invited.lapsesAt) })),
  ]);
};

/** The same within a paragraph. */
const quotedSentences = (words: InvitationWords, { say }: Voice): string[] => {
  const lines = saidIn(words);
  return lines.length === 0 ? [] : [say('letter.adds'), `“${lines.join(' ')}”`];
};

export const refuseBlocks = ({ say }: Voice): Block[] => [heading(say('letter.heading.refuse')), text(say('letter.refuse'))];

const ownLetter = (words: InvitationWords, invited: Invited | null, voice: Voice): Block[] => {
  const { say } = voice;
  const reference = referenceOf(invited, voice);
  return [
    text(say('letter.greeting')),
    text(say('letter.intro')),
    ...quoted(words, voice),
    heading(say('letter.heading.granted')),
    ...grantedBlocks(words, voice),
    ...unchangedBlocks(voice),
    ...checkBlocks(words, reference, voice),
    heading(say('letter.heading.accept')),
    text(say('letter.accept.who')),
    ...linkBlocks(words, invited, voice),
    text(say('letter.accept.compare')),
    ...refuseBlocks(voice),
    ...closing(reference, voice),
  ];
};

/** Theirs is the third paragraph and whatever follows; the link stands on a line of its own in it. */
const restBlocks = (invited: Invited | null, { say }: Voice): Block[] => {
  if (invited === null) return [text(say('letter.preview.rest'))];
  const isLink = (line: string): boolean => invited.links.some(({ link }) => link === line);
  return (invited.rest ?? []).map((line): Block => (isLink(line) ? { kind: 'link', link: line } : text(line)));
};

/** At 21Vianet the first two paragraphs are ours, and no more. */
const twoParagraphs = (words: InvitationWords, invited: Invited | null, voice: Voice): Block[] => {
  const { say, language } = voice;
  const reference = referenceOf(invited, voice);
  const check = [...checkSentences(words, reference, voice), say('letter.refuse')];
  return [
    text(joined(language, [say('letter.intro'), ...grantedSentences(words, voice)])),
    text(joined(language, [...check, ...quotedSentences(words, voice)])),
    ...restBlocks(invited, voice),
  ];
};

/** What the customer's administrator receives when a reseller tie, granular admin, or both are asked for. */
export const composeInvitation = (words: InvitationWords, invited: Invited | null): Letter => {
  const voice = voiceOf(words);
  const blocks = words.cloud === 'china_21v' ? twoParagraphs : ownLetter;
  return {
    language: voice.language,
    subject: subjectOf(words, voice),
    blocks: blocks(words, invited, voice),
    typed: words.check?.page ?? null,
  };
};
