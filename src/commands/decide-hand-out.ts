import * as z from 'zod';
import { Words } from '../cases/asking/events.ts';
import { Told } from '../cases/asking/states.ts';
import type { Case } from '../cases/case.ts';
import { verdictOf } from '../cases/decided.ts';
import type { Approval } from '../cases/decided.ts';
import { seenOf } from '../cases/seen.ts';
import { approvalFor } from '../policy/index.ts';
import type { HouseRules } from '../policy/index.ts';
import { refused } from './answer.ts';
import { asksOf } from './asks.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { countingRoles, decidedAlready, mayDecide } from './rights.ts';

const choice = z.discriminatedUnion('choice', [
  z.strictObject({
    choice: z.literal('agree'),
    items: z.array(z.string()).min(1).max(100),
    words: z.string().trim().max(2000),
    /** What only people know, and the other partner’s request does not say. */
    told: Told.default({}),
  }),
  z.strictObject({ choice: z.literal('refuse'), words: Words }),
]);

/** Another partner asks for what is ours. Nothing answers it but a person: yes, for these items; no; or silence. */
const shape = byPerson('decide-hand-out', { ...ofCase, seen: z.string().max(64), decision: choice });

/** Whom the house names now, whatever it said when the request came. One is enough: the other partner does not wait. */
export const deciders = (house: HouseRules, { proposal, id }: Pick<Case, 'proposal' | 'id'>): Approval => {
  const [first] = asksOf(proposal, id);
  // Never without conditions: the customer has to settle access afterwards.
  return { people: 1, roles: [...((first && approvalFor(house, first.flow, 'allow_with_conditions'))?.roles ?? [])] };
};

export const decideHandOut = moving({
  shape,
  propose: ({ command: { actor, decision, seen }, house }, current) => {
    if (current.status !== 'awaiting-our-decision') return decidedAlready(current);
    const approval = deciders(house, current);
    const not = mayDecide(actor, current, approval);
    if (not) return not;
    if (seen !== seenOf(current)) return refused('changed');
    if (decision.choice === 'refuse') return {};
    const { items, told } = decision;
    const asks = asksOf(current.proposal, current.id).filter(({ about }) => about !== null && items.includes(about));
    if (asks.length < new Set(items).size) return refused('unknown-item');
    const { requester } = current;
    return { question: { asks, roles: countingRoles(actor, approval), requester, approvers: [actor], about: current, told } };
  },
  accept: ({ command: { actor, decision }, now }, _current, { decisions }) => {
    if (decision.choice === 'refuse') return [{ type: 'handing-out-refused', at: now, actor, words: decision.words }];
    const { items, words } = decision;
    const verdict = verdictOf(decisions);
    if (verdict === 'deny') return refused('rules', {}, decisions);
    if (verdict === 'needs_review' && words === '') return refused('review-needed', {}, decisions);
    return [{ type: 'handing-out-agreed', at: now, actor, items, words, decisions, told: decision.told }];
  },
});
