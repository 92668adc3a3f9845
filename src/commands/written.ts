import { apply, effectsOf } from '../cases/case.ts';
import type { Case, CaseEvent } from '../cases/case.ts';
import { laneOf } from '../cases/effect.ts';
import { NO_EVENT, seal } from '../cases/history.ts';
import type { SealedEvent } from '../cases/history.ts';
import type { Change, KeptCase, NewEffect } from '../ports.ts';

/** More than any event sets going. */
const MOST_EFFECTS = 100;

/** However many events there were at once, the case is shown as it stands after the last. */
const shownOnce = (effects: readonly NewEffect[]): NewEffect[] => {
  const last = effects.findLastIndex(({ effect }) => effect.kind === 'show-case');
  return effects.filter(({ effect }, index) => effect.kind !== 'show-case' || index === last);
};

/** What events make of a case: its next state, its history sealed, and all that is set going, for one commit. */
export const written = (
  kept: KeptCase | null,
  events: readonly CaseEvent[],
  salt: () => string,
): Required<Pick<Change, 'next' | 'events' | 'effects'>> & {
  readonly next: { readonly kept: KeptCase; readonly expected: number };
} => {
  let current: Case | null = kept?.case ?? null;
  let seq = kept?.version ?? 0;
  let head = kept?.head ?? NO_EVENT;
  const sealed: SealedEvent[] = [];
  const effects: NewEffect[] = [];
  for (const event of events) {
    const after: Case = apply(current, event);
    const caseId = after.id;
    seq++;
    const link = seal({ caseId, seq, previous: head }, event, salt);
    sealed.push(link);
    head = link.hash;
    const wanted = effectsOf(current, event, after).map((effect, index) => ({
      id: `${caseId}/${seq}.${index + 1}`,
      caseId,
      lane: laneOf(effect),
      order: seq * MOST_EFFECTS + index,
      effect,
      since: event.at,
      dueAt: event.at,
    }));
    effects.push(...wanted);
    current = after;
  }
  if (current === null) throw new TypeError('No event, no case');
  return {
    next: { kept: { case: current, version: seq, head }, expected: kept?.version ?? 0 },
    events: sealed,
    effects: shownOnce(effects),
  };
};
