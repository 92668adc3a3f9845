import * as z from 'zod';
import type { Case } from '../cases/case.ts';
import { isAnswered, questionsIn, verdictOf } from '../cases/decided.ts';
import type { Answered } from '../cases/decided.ts';
import { canonical } from '../cases/digest.ts';
import { isAmong } from '../cases/people.ts';
import type { Person } from '../cases/people.ts';
import { saySame, seenOf } from '../cases/seen.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { byPerson, moving, ofCase } from './command.ts';
import type { Asked, Judged } from './command.ts';
import { withFollowUps } from './confirm-item.ts';
import { executingRole } from './asks.ts';
import { decidedAlready, isTheirs, mayDecide, rolesOf } from './rights.ts';

/** `seen`: what the card showed. The words answer what the rules left to a person. */
const shape = byPerson('approve-case', { ...ofCase, seen: z.string().max(64), words: z.string().trim().max(2000).default('') });
type ApproveCase = z.infer<typeof shape>;

const hasApproved = ({ approvals }: Case, actor: Person): boolean =>
  isAmong(
    approvals.map(({ by }) => by),
    actor,
  );

/** Why this person cannot approve it, whatever they have before them. */
export const whyNotToApprove = (actor: Person, current: Case): Refused | null => {
  if (current.status !== 'awaiting-approval') return decidedAlready(current);
  if (isTheirs(actor, current)) return refused('own-request');
  if (hasApproved(current, actor)) return refused('approved-already');
  return rolesOf(actor, current.approval).length === 0 ? mayDecide(actor, current) : null;
};

const mayApprove = ({ command: { actor, seen } }: Asked<ApproveCase>, current: Case): Refused | null =>
  whyNotToApprove(actor, current) ?? (seen === seenOf(current) ? null : refused('changed'));

/** The first who agrees answers it for all; the same question is asked of nobody twice. */
const answeredNow = ({ answered }: Case, { decisions }: Judged, { actor, words }: ApproveCase): Answered | null | Refused => {
  if (isAnswered(decisions, answered)) return null;
  if (words === '') return refused('review-needed', {}, decisions);
  return { questions: [...(answered?.questions ?? []), ...questionsIn(decisions)], reviewer: actor, words };
};

/** The card shows what the rules say to whoever may carry it out; what they say to this person may differ. */
const isAsSeen = (current: Case, { decisions, approval }: Pick<Judged, 'decisions' | 'approval'>): boolean =>
  saySame(decisions, current.decisions) && canonical(approval) === canonical(current.approval);

export const approveCase = moving({
  shape,
  propose: (asked, current) => {
    const { actor } = asked.command;
    const not = mayApprove(asked, current);
    if (not) return not;
    return {
      question: {
        asks: current.asks,
        roles: rolesOf(actor, current.approval),
        seenAs: executingRole(current.asks),
        requester: current.requester,
        approvers: [...current.approvals.map(({ by }) => by), actor],
        about: current,
      },
    };
  },
  accept: ({ command, now }, current, judged) => {
    const { decisions, asSeen = judged } = judged;
    const { actor } = command;
    if (verdictOf(asSeen.decisions) === 'deny') return refused('rules', {}, asSeen.decisions);
    const not = mayDecide(actor, current, asSeen.approval);
    if (not) return not;
    if (verdictOf(decisions) === 'deny') return refused('rules', {}, decisions);
    const made = { at: now, actor };
    if (!isAsSeen(current, asSeen)) {
      const renewed = { ...made, type: 'decisions-renewed', decisions: asSeen.decisions, approval: asSeen.approval } as const;
      return { events: [renewed], but: refused('changed', {}, asSeen.decisions) };
    }
    const answered = answeredNow(current, judged, command);
    if (answered !== null && 'says' in answered) return answered;
    const given = { ...made, type: 'approval-given', words: command.words, decisions, answered } as const;
    const isEnough = current.approvals.length + 1 >= current.approval.people;
    // Where everything was shown before it went back to its approvers, nobody has anything left to tick.
    return isEnough ? withFollowUps(current, [given, { ...made, type: 'case-approved' }]) : [given];
  },
});
