import * as z from 'zod';
import { AdminRelationship } from './admin-relationship/case.ts';
import { deadlinesOf as adminDeadlines } from './admin-relationship/deadlines.ts';
import { effects as adminEffects } from './admin-relationship/effects.ts';
import { AdminRelationshipEvent } from './admin-relationship/events.ts';
import { evolve as adminEvolve, open as adminOpen } from './admin-relationship/evolve.ts';
import { transitions as adminTransitions } from './admin-relationship/transitions.ts';
import { AzureSwitch } from './azure-switch/case.ts';
import { deadlinesOf as azureDeadlines } from './azure-switch/deadlines.ts';
import { effects as azureEffects } from './azure-switch/effects.ts';
import { AzureSwitchEvent } from './azure-switch/events.ts';
import { evolve as azureEvolve, open as azureOpen } from './azure-switch/evolve.ts';
import { transitions as azureTransitions } from './azure-switch/transitions.ts';
import { CustomerInquiry } from './customer-inquiry/case.ts';
import { deadlinesOf as inquiryDeadlines } from './customer-inquiry/deadlines.ts';
import { effects as inquiryEffects } from './customer-inquiry/effects.ts';
import { CustomerInquiryEvent } from './customer-inquiry/events.ts';
import { evolve as inquiryEvolve, open as inquiryOpen } from './customer-inquiry/evolve.ts';
import { transitions as inquiryTransitions } from './customer-inquiry/transitions.ts';
import type { Deadline } from './deadline.ts';
import type { Effect } from './effect.ts';
import { finalStatuses, ImpossibleTransition, mayHappen, mayLeadTo } from './transitions.ts';
import type { Transitions } from './transitions.ts';

/** One proposal, from its opening to its end. */
export const Case = z.discriminatedUnion('kind', [AdminRelationship, AzureSwitch, CustomerInquiry]);
export type Case = z.infer<typeof Case>;

export const CaseEvent = z.union([AdminRelationshipEvent, AzureSwitchEvent, CustomerInquiryEvent]);
export type CaseEvent = z.infer<typeof CaseEvent>;
export type EventType = CaseEvent['type'];

export type Kind = Case['kind'];

export const kinds = ['admin-relationship', 'azure-switch', 'customer-inquiry'] as const satisfies readonly Kind[];

/** A kind of case: what may become what, how, with which effects and deadlines. */
interface Machinery {
  readonly transitions: Transitions;
  readonly open: (event: never) => Case;
  readonly evolve: Readonly<Record<string, (current: never, event: never) => Case>>;
  readonly effects: Readonly<Record<string, (after: never, event: never, before: never) => readonly Effect[]>>;
  readonly deadlinesOf: (current: never) => Deadline[];
}

const machinery: Readonly<Record<Kind, Machinery>> = {
  'admin-relationship': {
    transitions: adminTransitions,
    open: adminOpen,
    evolve: adminEvolve,
    effects: adminEffects,
    deadlinesOf: adminDeadlines,
  },
  'azure-switch': {
    transitions: azureTransitions,
    open: azureOpen,
    evolve: azureEvolve,
    effects: azureEffects,
    deadlinesOf: azureDeadlines,
  },
  'customer-inquiry': {
    transitions: inquiryTransitions,
    open: inquiryOpen,
    evolve: inquiryEvolve,
    effects: inquiryEffects,
    deadlinesOf: inquiryDeadlines,
  },
};

export const transitionsOf = (kind: Kind): Transitions => machinery[kind].transitions;

/** Nothing leads on from a status of that kind. */
export const isFinal = (kind: Kind, status: Case['status']): boolean => finalStatuses(transitionsOf(kind), [status]).length > 0;

/** Nothing leads on from where it stands. */
export const isOver = ({ kind, status }: Case): boolean => isFinal(kind, status);

const kindOf = (current: Case | null, event: CaseEvent): Kind => {
  if (current !== null) return current.kind;
  if ('kind' in event) return event.kind;
  throw new ImpossibleTransition(event.type, null);
};

/** The case after an event. What the table does not have is a bug of whoever made the event. */
export const apply = (current: Case | null, event: CaseEvent): Case => {
  const { transitions, open, evolve, deadlinesOf } = machinery[kindOf(current, event)];
  const status = current?.status ?? null;
  if (!mayHappen(transitions, event.type, status)) throw new ImpossibleTransition(event.type, status);
  const next = current === null ? open(event as never) : evolve[event.type]?.(current as never, event as never);
  if (!next || !mayLeadTo(transitions, event.type, next.status)) {
    throw new ImpossibleTransition(event.type, status);
  }
  return { ...next, deadlines: deadlinesOf(next as never) };
};

/** A case as its history makes it. */
export const replay = (events: Iterable<CaseEvent>): Case | null => {
  let current: Case | null = null;
  for (const event of events) current = apply(current, event);
  return current;
};

/** What an event sets going outside. */
export const effectsOf = (before: Case | null, event: CaseEvent, after: Case): readonly Effect[] =>
  machinery[after.kind].effects[event.type]?.(after as never, event as never, before as never) ?? [];
