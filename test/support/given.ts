import { apply, effectsOf } from '../../src/cases/case.ts';
import type { Case, CaseEvent } from '../../src/cases/case.ts';
import type { Effect } from '../../src/cases/effect.ts';
import { shown } from './cases.ts';

// Given, when, then

export interface Moment {
  readonly before: Case | null;
  readonly event: CaseEvent;
  readonly after: Case;
  readonly effects: readonly Effect[];
}

/** A case, event by event. */
export const momentsOf = (events: readonly CaseEvent[]): Moment[] => {
  const moments: Moment[] = [];
  for (const event of events) {
    const before: Case | null = moments.at(-1)?.after ?? null;
    const after = apply(before, event);
    moments.push({ before, event, after, effects: effectsOf(before, event, after) });
  }
  return moments;
};

/** Where these events leave a case. */
export const given = (...events: readonly CaseEvent[]): Case => {
  const last = momentsOf(events).at(-1);
  if (last === undefined) throw new Error('A case begins with an event');
  return last.after;
};

/** What is due when. */
export const dueOf = ({ deadlines }: Case): Record<string, string> =>
  Object.fromEntries(deadlines.map(({ what, at }) => [what, shown(at)]));

/** An effect in a few words. */
export const saidOf = (effect: Effect): string => {
  switch (effect.kind) {
    case 'show-case':
      return 'show';
    case 'notify':
      return `tell ${effect.whom} ${effect.says.replace('told.', '')}`;
    case 'tell':
      return `tell ${effect.person.id} ${effect.says.replace('told.', '')}`;
    case 'send-letter':
      return `letter ${effect.letter}`;
    case 'report-to-case':
      return ['report', effect.what, ...(effect.part === null ? [] : [effect.part])].join(' ');
    case 'watch-invitation':
      return `watch ${effect.what}`;
    default:
      return 'relationshipId' in effect ? `${effect.kind} ${effect.relationshipId}` : effect.kind;
  }
};

// Whole lives

/** What somebody could dispute about a moment. */
export interface Expected {
  readonly status: Case['status'];
  readonly due?: Readonly<Record<string, string>>;
  readonly sets?: readonly string[];
  /** Of the data of this status. */
  readonly has?: object;
}

export interface Life {
  readonly title: string;
  readonly steps: readonly (readonly [event: CaseEvent, then: Expected])[];
}

export const life = (title: string, ...steps: Life['steps']): Life => ({ title, steps });

export const eventsOf = ({ steps }: Life): CaseEvent[] => steps.map(([event]) => event);
