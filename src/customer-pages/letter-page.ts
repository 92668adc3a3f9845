import type { Case } from '../cases/case.ts';
import { dayOf } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { Speaker } from '../languages/speak.ts';
import { grantedBlocks, unchangedBlocks } from '../letters/granted.ts';
import type { Block } from '../letters/blocks.ts';
import { voiceOf } from '../letters/voice.ts';
import type { Voice } from '../letters/voice.ts';
import { invitationWordsOf, wordsOf } from '../letters/words.ts';
import type { Sender } from '../letters/words.ts';
import { el, list, paragraph, rows } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Sheet } from './sheet.ts';
import { standingOf } from './standing.ts';

/** What a genuine letter is known by. */
export interface Genuine {
  readonly code: string;
  readonly current: Case;
  readonly sender: Sender;
  /** When letters about it went out, the first one first. */
  readonly sentAt: readonly Instant[];
}

/** Of an address only what names no person. */
const domainOf = ({ customer: { contact, domain } }: Case): string | null => contact?.split('@').at(-1) ?? domain;

const drawnBlock = (block: Block): Markup | null => {
  switch (block.kind) {
    case 'heading':
      return el('h2', {}, block.text);
    case 'text':
      return paragraph(block.text);
    case 'list':
      return list(block.items);
    default:
      // Nothing else stands in what is granted: no link, and nobody's own words.
      return null;
  }
};

/** The letter's own sentences, in the language of the page. */
const askedOf = ({ current, sender }: Genuine, { language }: Speaker): readonly (Markup | null)[] => {
  const customer = { ...current.customer, language };
  if (current.kind === 'azure-switch') {
    const { say } = voiceOf({ ...wordsOf(current, sender), customer });
    return [paragraph(say('genuine.asks.switch')), el('h2', {}, say('genuine.not')), paragraph(say('genuine.not.switch'))];
  }
  if (current.kind === 'customer-inquiry') {
    const { say } = voiceOf({ ...wordsOf(current, sender), customer });
    return [paragraph(say('genuine.asks.questions')), el('h2', {}, say('genuine.not')), paragraph(say('letter.questions.nothing'))];
  }
  const words = { ...invitationWordsOf(current, sender), customer };
  const voice = voiceOf(words);
  if (current.proposal.wants === 'end') return [paragraph(voice.say('genuine.asks.end'))];
  return [...grantedBlocks(words, voice), ...unchangedBlocks(voice)].map(drawnBlock);
};

const states = {
  open: 'genuine.state.open',
  asked: 'genuine.state.asked',
  answered: 'genuine.state.answered',
  accepted: 'genuine.state.accepted',
  expired: 'genuine.state.expired',
  withdrawn: 'genuine.state.withdrawn',
  refused: 'genuine.state.refused',
  ended: 'genuine.state.ended',
  held: 'genuine.state.held',
} as const satisfies Record<ReturnType<typeof standingOf>, string>;

const kinds = {
  'admin-relationship': 'genuine.kind.admin',
  'azure-switch': 'genuine.kind.switch',
  'customer-inquiry': 'genuine.kind.questions',
} as const satisfies Record<Case['kind'], string>;

/** No more is said to be asked than is asked. */
const kindOf = ({ current, sender }: Genuine) => {
  if (current.kind !== 'admin-relationship' || current.proposal.wants === 'end') return kinds[current.kind];
  const { reseller, gdap } = invitationWordsOf(current, sender);
  if (reseller === null) return 'genuine.kind.rights';
  return gdap === null ? 'genuine.kind.reseller' : kinds[current.kind];
};

const untilOf = (current: Case): Instant | null => {
  if (current.status === 'awaiting-customer') return current.lapsesAt;
  return current.status === 'awaiting-other-partner' ? current.expiresAt : null;
};

const knownOf = (genuine: Genuine, voice: Voice): Markup => {
  const { current, code, sender, sentAt } = genuine;
  const { contact } = wordsOf(current, sender).from;
  const { say, list: listed, date } = voice;
  const until = untilOf(current);
  const days = [...new Set(sentAt.map(dayOf))].map(date);
  return rows([
    [say('genuine.row.from'), say('genuine.row.company')],
    [say('genuine.row.person'), contact],
    [say('genuine.row.to'), domainOf(current)],
    [say('genuine.row.sent'), days.length > 0 ? listed(days) : say('genuine.row.notYet')],
    [say('genuine.row.kind'), say(kindOf(genuine))],
    [say('genuine.row.until'), until && date(dayOf(until))],
    [say('genuine.row.reference'), current.id],
    [say('genuine.row.code'), code],
  ]);
};

/** What never changes, whatever the code shows: who trusts this page alone has checked nothing. */
export const cautionFor = ({ say }: Pick<Speaker, 'say'>): Markup[] => [
  el('h2', {}, say('genuine.caution')),
  paragraph(say('genuine.caution.address')),
  paragraph(say('genuine.caution.telephone')),
  paragraph(say('genuine.caution.never')),
];

/** Who has sent what to which domain and when, what it asks for, and whether it still holds. */
export const letterSheet = (genuine: Genuine, speaker: Speaker): Sheet => {
  const { current, code, sender } = genuine;
  const words = wordsOf(current, sender);
  const voice = voiceOf({ ...words, customer: { ...words.customer, language: speaker.language } });
  const { say } = voice;
  return {
    status: 200,
    path: `/letter/${code}`,
    title: say('genuine.title'),
    body: [
      el('p', { class: 'state', role: 'status' }, say(states[standingOf(current)])),
      knownOf(genuine, voice),
      paragraph(say('genuine.compare')),
      el('h2', {}, say('genuine.asks')),
      ...askedOf(genuine, speaker),
      ...cautionFor(speaker),
    ],
  };
};
