import type { Case } from '../cases/case.ts';
import type { Person } from '../cases/people.ts';
import { plain } from '../languages/speak.ts';
import type { Speaker } from '../languages/speak.ts';
import type { ScreenData } from './screens.ts';
import { nameOf, shown } from './shown.ts';

type Said = readonly [what: Parameters<Speaker['say']>[0], who: Person | null, text: string];

const LONGEST = 2000;

/** Nobody said anything: what is kept of it are a machine’s words about that, for whoever helps. */
export const isNoAnswer = (code: string): code is 'unreachable' | 'unknown-outcome' =>
  code === 'unreachable' || code === 'unknown-outcome';

const ofStatus = (current: Case): Said[] => {
  switch (current.status) {
    case 'sent-back':
      return [['case.said.question', current.askedBy, current.question]];
    case 'declined':
      return [['case.said.reason', current.declinedBy, current.reason]];
    case 'withdrawn':
      return [['case.said.reason', current.withdrawnBy, current.reason]];
    case 'cancelled':
      return [['case.said.reason', current.cancelledBy, current.reason]];
    case 'refused':
      return [['case.said.reason', typeof current.refusedBy === 'object' ? current.refusedBy : null, current.reason]];
    case 'stuck':
      return [
        ['case.said.service', null, isNoAnswer(current.trouble.code) ? '' : current.trouble.words],
        ...current.answers.map(({ reviewer, words }): Said => ['case.said.review', reviewer, words]),
      ];
    default:
      return [];
  }
};

/** Who agreed, and in which words; an answer to what the rules left open is mostly the same words again. */
const ofDeciders = ({ approvals, answered }: Case): Said[] => [
  ...approvals.map(({ by, words }): Said => ['case.said.approval', by, words]),
  ...(answered !== null && !approvals.some(({ words }) => words === answered.words)
    ? [['case.said.review', answered.reviewer, answered.words] satisfies Said]
    : []),
];

/** Whoever decides reads what was answered to whoever asked. */
const ofExchanges = ({ exchanges }: Case): Said[] =>
  exchanges.flatMap(({ question, askedBy, answer, answeredBy }): Said[] => [
    ['case.said.question', askedBy, question],
    ['case.said.answer', answeredBy, answer],
  ]);

const inLetter = ({ proposal, requester }: Case): Said[] =>
  'letter' in proposal ? [['case.said.letter', requester, proposal.letter.paragraph]] : [];

/** What people have said to it: what it hangs on now first, then what was asked before, then who agreed, then what the customer will read. */
export const wordsOf = (current: Case, speaker: Speaker): ScreenData<'case'>['words'] =>
  [...ofStatus(current), ...ofExchanges(current), ...ofDeciders(current), ...inLetter(current)]
    .filter(([, , text]) => plain(text) !== '')
    .map(([what, who, text]) => ({
      who: who === null ? speaker.say(what) : `${nameOf(who, speaker)} · ${speaker.say(what)}`,
      text: shown(text, LONGEST),
    }));
