import * as z from 'zod';
import { Words } from '../cases/asking/events.ts';
import { verdictOf } from '../cases/decided.ts';
import { seenOf } from '../cases/seen.ts';
import { refused } from './answer.ts';
import { asksOf } from './asks.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { countingRoles, decidedAlready, mayDecide } from './rights.ts';

const choice = z.discriminatedUnion('choice', [
  z.strictObject({ choice: z.literal('agree'), items: z.array(z.string()).min(1).max(100), words: z.string().trim().max(2000) }),
  z.strictObject({ choice: z.literal('refuse'), words: Words }),
]);

/** Another partner asks for what is ours. Nothing answers it but a person: yes, for these items; no; or silence. */
const shape = byPerson('decide-hand-out', { ...ofCase, seen: z.string().max(64), decision: choice });

export const decideHandOut = moving({
  shape,
  propose: ({ command: { actor, decision, seen } }, current) => {
    if (current.status !== 'awaiting-our-decision') return decidedAlready(current);
    const not = mayDecide(actor, current);
    if (not) return not;
    if (seen !== seenOf(current)) return refused('changed');
    if (decision.choice === 'refuse') return {};
    const { items } = decision;
    const asks = asksOf(current.proposal, current.id).filter(({ about }) => about !== null && items.includes(about));
    if (asks.length < new Set(items).size) return refused('unknown-item');
    const { requester } = current;
    return { question: { asks, roles: countingRoles(actor, current.approval), requester, approvers: [actor], about: current } };
  },
  accept: ({ command: { actor, decision }, now }, current, { decisions, approval }) => {
    if (decision.choice === 'refuse') return [{ type: 'handing-out-refused', at: now, actor, words: decision.words }];
    const { items, words } = decision;
    const verdict = verdictOf(decisions);
    if (verdict === 'deny') return refused('rules', {}, decisions);
    // The house may have changed its mind about who decides since it was offered.
    const not = mayDecide(actor, current, approval);
    if (not) return not;
    if (verdict === 'needs_review' && words === '') return refused('review-needed', {}, decisions);
    return [{ type: 'handing-out-agreed', at: now, actor, items, words, decisions }];
  },
});
