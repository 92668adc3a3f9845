import * as z from 'zod';
import type { Case } from '../cases/case.ts';
import { isAnswered, questionsIn, verdictOf } from '../cases/decided.ts';
import type { Answered } from '../cases/decided.ts';
import { isAmong } from '../cases/people.ts';
import { seenOf } from '../cases/seen.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { byPerson, moving, ofCase } from './command.ts';
import type { Asked, Judged } from './command.ts';
import { countingRoles, decidedAlready, mayDecide } from './rights.ts';

/** `seen`: what the card showed. The words answer what the rules left to a person. */
const shape = byPerson('approve-case', { ...ofCase, seen: z.string().max(64), words: z.string().trim().max(2000).default('') });
type ApproveCase = z.infer<typeof shape>;

const mayApprove = ({ command: { actor, seen } }: Asked<ApproveCase>, current: Case): Refused | null => {
  if (current.status !== 'awaiting-approval') return decidedAlready(current);
  const not = mayDecide(actor, current);
  if (not) return not;
  if (
    isAmong(
      current.approvals.map(({ by }) => by),
      actor,
    )
  )
    return refused('approved-already');
  return seen === seenOf(current) ? null : refused('changed');
};

/** The first who agrees answers it for all; the same question is asked of nobody twice. */
const answeredNow = (current: Case, { decisions }: Judged, { actor, words }: ApproveCase): Answered | null | Refused => {
  if (isAnswered(decisions, current.answered)) return null;
  return words === '' ? refused('review-needed', {}, decisions) : { questions: questionsIn(decisions), reviewer: actor, words };
};

export const approveCase = moving({
  shape,
  propose: (asked, current) => {
    const { actor } = asked.command;
    const not = mayApprove(asked, current);
    if (not) return not;
    return {
      question: {
        asks: current.asks,
        roles: countingRoles(actor, current.approval),
        requester: current.requester,
        approvers: [...current.approvals.map(({ by }) => by), actor],
        about: current,
      },
    };
  },
  accept: ({ command, now }, current, judged) => {
    const { decisions, approval } = judged;
    const { actor } = command;
    // The house may have changed its mind about who decides since the case was opened.
    const not = mayDecide(actor, current, approval);
    if (verdictOf(decisions) === 'deny') return refused('rules', {}, decisions);
    if (not) return not;
    const made = { at: now, actor };
    if (seenOf({ ...current, decisions }) !== seenOf(current)) {
      return { events: [{ ...made, type: 'decisions-renewed', decisions, approval }], but: refused('changed', {}, decisions) };
    }
    const answered = answeredNow(current, judged, command);
    if (answered !== null && 'says' in answered) return answered;
    const given = { ...made, type: 'approval-given', words: command.words, decisions, answered } as const;
    const isEnough = current.approvals.length + 1 >= approval.people;
    return isEnough ? [given, { ...made, type: 'case-approved' }] : [given];
  },
});
