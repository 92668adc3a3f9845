import { transitionsOf } from '../cases/case.ts';
import type { Case, CaseEvent } from '../cases/case.ts';
import { mayHappen } from '../cases/transitions.ts';
import type { Refused } from './answer.ts';
import { withFollowUps } from './confirm-item.ts';
import { notNow } from './rights.ts';

/**
 * What has happened outside is never refused by the rules: it is so. Only a case that no longer waits for it has no use for
 * it. A stuck case that hears of it is not stuck any more.
 */
export const recorded = (current: Case, event: CaseEvent): readonly CaseEvent[] | Refused => {
  const table = transitionsOf(current.kind);
  if (mayHappen(table, event.type, current.status)) return withFollowUps(current, [event]);
  if (current.status !== 'stuck' || !mayHappen(table, event.type, current.before.status)) return notNow(current);
  const { at, actor } = event;
  return withFollowUps(current, [{ type: 'case-resumed', at, actor, words: '', answered: null }, event]);
};
