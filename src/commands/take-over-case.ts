import * as z from 'zod';
import { transitionsOf } from '../cases/case.ts';
import type { Case } from '../cases/case.ts';
import { isAmong, isSame } from '../cases/people.ts';
import type { Person } from '../cases/people.ts';
import { mayHappen } from '../cases/transitions.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { notNow, ownerOf, reviewersOf, whyNotToCarryOn } from './rights.ts';

/** Somebody else answers for the case from now on, because whoever asked has left, or is away. */
const shape = byPerson('take-over-case', { ...ofCase, words: z.string().trim().max(2000).default('') });

export const whyNotToTakeOver = (actor: Person, current: Case): Refused | null => {
  if (!mayHappen(transitionsOf(current.kind), 'case-taken-over', current.status)) return notNow(current);
  const owner = ownerOf(current);
  if (owner !== null && isSame(owner, actor)) return refused('yours-already');
  const not = whyNotToCarryOn(actor);
  if (not) return not;
  // Otherwise an approval would come from somebody who asks.
  const agreed = [...current.approvals.map(({ by }) => by), ...reviewersOf(current)];
  return isAmong(agreed, actor) ? refused('approved-by-you') : null;
};

export const takeOverCase = moving({
  shape,
  accept: ({ command: { actor, words }, now }, current) =>
    whyNotToTakeOver(actor, current) ?? [{ type: 'case-taken-over', at: now, actor, words }],
});
