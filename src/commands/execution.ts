import type { Case, CaseEvent } from '../cases/case.ts';
import { transitionsOf } from '../cases/case.ts';
import type { Ask, Decided } from '../cases/decided.ts';
import { isAnswered, questionsIn, verdictOf } from '../cases/decided.ts';
import { canonical } from '../cases/digest.ts';
import type { Instant } from '../cases/time.ts';
import { mayHappen } from '../cases/transitions.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import type { Judged, Proposed } from './command.ts';
import { countingRoles, rolesOf } from './rights.ts';

/** What the rules are asked right before something is done outside, by a service or by hand: as whoever agreed last. */
export const questionBefore = (asks: readonly Ask[] | null, current: Case): Proposed => {
  const approver = current.approvals.at(-1)?.by;
  if (asks === null || asks.length === 0 || approver === undefined) return {};
  const approvers = current.approvals.map(({ by }) => by);
  const roles = rolesOf(approver, current.approval);
  return { question: { asks, roles, requester: current.requester, approvers, about: current } };
};

const isNews = (current: Case, decisions: readonly Decided[]): boolean =>
  decisions.some((fresh) => !current.decisions.some((one) => canonical(one) === canonical(fresh)));

/** Who agreed to hand out has answered, in the same breath, what the rules left to a person. */
const isAgreedTo = (current: Case, decisions: readonly Decided[]): boolean =>
  isAnswered(decisions, current.answered) ||
  (current.proposal.wants === 'hand-out' &&
    questionsIn(decisions).every((question) => questionsIn(current.decisions).includes(question)));

/** Those who have agreed are still enough, and the house still names somebody; asked only of what they have agreed to. */
const isStillAgreed = (current: Case, { decisions, approval }: Judged): boolean => {
  const isTheirs = decisions.every(({ flow }) => current.asks.some((ask) => ask.flow === flow));
  if (!isTheirs || current.proposal.wants === 'hand-out') return true;
  const counting = current.approvals.filter(({ by }) => countingRoles(by, approval).length > 0);
  return counting.length >= approval.people;
};

interface Made {
  readonly at: Instant;
  readonly actor: CaseEvent['actor'];
  readonly effect: string;
}

/** The events by which it goes on, none where nothing is new; or by which it goes back to a person; or why it cannot even do that. */
export const outcomeBefore = (
  current: Case,
  judged: Judged,
  made: Made,
): { readonly isCleared: boolean; readonly events: readonly CaseEvent[] } | Refused => {
  const { decisions, approval } = judged;
  if (decisions.length === 0) return { isCleared: true, events: [] };
  const table = transitionsOf(current.kind);
  const isDenied = verdictOf(decisions) === 'deny';
  if (!isDenied && isAgreedTo(current, decisions) && isStillAgreed(current, judged)) {
    const isNoted = mayHappen(table, 'execution-cleared', current.status) && isNews(current, decisions);
    return { isCleared: true, events: isNoted ? [{ ...made, type: 'execution-cleared', decisions }] : [] };
  }
  if (!mayHappen(table, 'decision-changed', current.status)) return refused('rules', {}, decisions);
  // What is refused names nobody who could agree; somebody has to be able to send it back or to decline it all the same.
  // And of what another partner asks for one person is enough, whatever the house wants of what we ask for.
  const isAsBefore = isDenied || approval.roles.length === 0 || current.proposal.wants === 'hand-out';
  const whose = isAsBefore ? current.approval : approval;
  return { isCleared: false, events: [{ ...made, type: 'decision-changed', decisions, approval: whose }] };
};
