import { apply, effectsOf } from '../../src/cases/case.ts';
import type { Case, CaseEvent } from '../../src/cases/case.ts';
import { canonical } from '../../src/cases/digest.ts';
import type { Effect } from '../../src/cases/effect.ts';
import { flawOf, NO_EVENT, unseal } from '../../src/cases/history.ts';
import type { SealedEvent } from '../../src/cases/history.ts';
import type { Status } from '../../src/cases/asking/states.ts';
import type { KeptCase } from '../../src/ports.ts';
import type { Finding } from './finding.ts';

/** An effect that an event has set going, by the id that it has had to have. */
export interface Wanted {
  readonly id: string;
  readonly effect: Effect;
  /** In which statuses the case has been since; for one that is stuck, where it goes on from there. */
  readonly statuses: readonly Status[];
}

export interface ReadCase {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly wanted: readonly Wanted[];
  readonly flaws: readonly Finding[];
}

const statusOf = (current: Case): Status => (current.status === 'stuck' ? current.before.status : current.status);

const chainFlaws = ({ case: { id: caseId }, version, head }: KeptCase, history: readonly SealedEvent[]): string[] => {
  let previous = NO_EVENT;
  const flaws: string[] = [];
  for (const [index, sealed] of history.entries()) {
    const flaw = flawOf(sealed, { caseId, seq: index + 1, previous });
    if (flaw !== null) flaws.push(`record ${index + 1}: ${flaw}`);
    previous = sealed.hash;
  }
  if (version !== history.length) flaws.push(`its version is ${version}, and ${history.length} events are there`);
  if (head !== previous) flaws.push('its head is not the hash of its last event');
  return flaws;
};

/** A case as its history tells it, and everything that this history has set going. */
export const readCase = (kept: KeptCase, history: readonly SealedEvent[]): ReadCase => {
  const events = history.map(unseal);
  const states: Case[] = [];
  for (const event of events) states.push(apply(states.at(-1) ?? null, event));
  const wanted = states.flatMap((after, index) => {
    const event = events[index];
    if (event === undefined) return [];
    const statuses = states.slice(index).map(statusOf);
    return effectsOf(states[index - 1] ?? null, event, after).map((effect, place) => {
      return { id: `${kept.case.id}/${index + 1}.${place + 1}`, effect, statuses };
    });
  });
  const flaws = chainFlaws(kept, history);
  if (canonical(states.at(-1) ?? null) !== canonical(kept.case)) flaws.push('it is not what its history makes of it');
  return {
    ...{ case: kept.case, events, wanted },
    flaws: flaws.map((words) => ({ kind: 'lost', count: 1, words: `${kept.case.id}: ${words}` })),
  };
};
