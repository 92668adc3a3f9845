import * as z from 'zod';
import { canonical } from '../cases/digest.ts';
import { isAnswered, questionsIn, verdictOf } from '../cases/decided.ts';
import type { Decided } from '../cases/decided.ts';
import { Effect } from '../cases/effect.ts';
import type { Case } from '../cases/case.ts';
import { mayHappen } from '../cases/transitions.ts';
import { transitionsOf } from '../cases/case.ts';
import { refused } from './answer.ts';
import { asksBefore } from './asks.ts';
import { byMachine, moving, ofCase } from './command.ts';
import { countingRoles } from './rights.ts';

/** Right before something is done outside: do the rules still say what they said when it was agreed to? */
const shape = byMachine('clear-execution', { ...ofCase, effect: Effect });
type ClearExecution = z.infer<typeof shape>;

const isNews = (current: Case, decisions: readonly Decided[]): boolean =>
  decisions.some((fresh) => !current.decisions.some((one) => canonical(one) === canonical(fresh)));

/** Who agreed to hand out has answered, in the same breath, what the rules left to a person. */
const isAgreedTo = (current: Case, decisions: readonly Decided[]): boolean =>
  isAnswered(decisions, current.answered) ||
  (current.proposal.wants === 'hand-out' &&
    questionsIn(decisions).every((question) => questionsIn(current.decisions).includes(question)));

export const clearExecution = moving({
  shape,
  propose: ({ command }: { command: ClearExecution }, current) => {
    const asks = asksBefore(command.effect, current);
    const approver = current.approvals.at(-1)?.by;
    if (asks === null || approver === undefined) return {};
    const approvers = current.approvals.map(({ by }) => by);
    const roles = countingRoles(approver, current.approval);
    return { question: { asks, roles, requester: current.requester, approvers, about: current } };
  },
  accept: ({ command: { actor, effect }, now }, current, { decisions, approval }) => {
    if (decisions.length === 0) return [];
    const made = { at: now, actor, effect: effect.kind };
    const isAsBefore = verdictOf(decisions) !== 'deny' && isAgreedTo(current, decisions);
    if (!isAsBefore) {
      if (!mayHappen(transitionsOf(current.kind), 'decision-changed', current.status)) return refused('rules', {}, decisions);
      // What is refused names nobody who could agree; somebody has to be able to send it back or to decline it all the same.
      const whose = verdictOf(decisions) === 'deny' ? current.approval : approval;
      return [{ ...made, type: 'decision-changed', decisions, approval: whose }];
    }
    const mayNote = mayHappen(transitionsOf(current.kind), 'execution-cleared', current.status);
    return mayNote && isNews(current, decisions) ? [{ ...made, type: 'execution-cleared', decisions }] : [];
  },
});
