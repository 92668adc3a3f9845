import type { Audience, Effect } from '../effect.ts';
import type { Person } from '../people.ts';
import type { Trouble } from './events.ts';

export const show: Effect = { kind: 'show-case' };

/** The sentence is `told.<what>`; the values it needs are read from the case. */
export const tell = (whom: Audience, what: string): Effect => ({ kind: 'notify', whom, says: `told.${what}` });

const LETTER: Effect['kind'] = 'send-letter';

interface GivenUp {
  readonly trouble: Trouble;
}

interface Owned {
  readonly requester: Person;
  readonly takenOverBy: readonly Person[];
  readonly proposal: { readonly wants: string };
}

/** Another partner asked for it, and nobody here has answered for it yet. */
const isNobodys = ({ proposal, takenOverBy }: Owned): boolean => proposal.wants === 'hand-out' && takenOverBy.length === 0;

const ownerIn = ({ takenOverBy, requester }: Owned): Person => takenOverBy.at(-1) ?? requester;

const toldPerson = (person: Person, what: string): Effect => ({ kind: 'tell', person, says: `told.${what}` });

/** From the request to the agreement: the same for every kind of case. */
export const askingEffects = {
  'approval-given': () => [show],
  'decisions-renewed': () => [show],
  'case-declined': () => [show, tell('requester', 'declined')],
  'case-sent-back': () => [show, tell('requester', 'sent-back')],
  'question-answered': () => [show, tell('approvers', 'question-answered')],
  'customer-answered': () => [show, tell('requester', 'customer-answered')],
  'case-withdrawn': () => [show],
  'request-lapsed': () => [show, tell('requester', 'request-lapsed')],
  'approvers-reminded': () => [tell('approvers', 'approval-waits')],
  'requester-reminded': () => [tell('requester', 'answer-waits')],
  'review-answered': () => [show],
  'stuck-reminded': () => [tell('requester', 'stuck'), tell('operator', 'stuck')],
  'case-escalated': () => [show, tell('operator', 'escalated')],
  /** Whoever answered for it until now. */
  'case-taken-over': (_after: unknown, _event: unknown, before: Owned | null): Effect[] => [
    show,
    ...(before === null || isNobodys(before) ? [] : [toldPerson(ownerIn(before), 'taken-over')]),
  ],
  'execution-cleared': () => [],
  'decision-changed': () => [show, tell('everyone', 'decision-changed')],
  'item-confirmed': () => [show],
  'items-reminded': () => [tell('requester', 'items-wait')],
  /** A letter can be written by hand; of anything else the case tells what is known. */
  'effect-given-up': (_after: unknown, { trouble }: GivenUp): Effect[] => [
    show,
    trouble.effect === LETTER ? tell('requester', 'letter-not-sent') : tell('requester', 'not-delivered'),
    tell('operator', 'effect-given-up'),
  ],
  'dead-letter-retried': () => [show],
  'dead-letter-closed': () => [show],
  'case-stuck': () => [show, tell('requester', 'stuck'), tell('operator', 'stuck')],
} satisfies Record<string, (after: never, event: never, before: never) => readonly Effect[]>;

interface Waited {
  readonly status: string;
  readonly lapseAnnounced?: number | null;
}

/** While a customer is waited for, whatever it was asked. */
export const awaitingCustomerEffects = {
  'customer-reminded': (after: Waited): Effect[] => [
    { kind: 'send-letter', letter: 'reminder' },
    typeof after.lapseAnnounced === 'number' ? tell('requester', 'lapse-near') : tell('requester', 'customer-reminded'),
  ],
  'lapse-announced': (): Effect[] => [tell('requester', 'lapse-near-paused')],
  'follow-ups-paused': (): Effect[] => [show],
  'follow-ups-resumed': (): Effect[] => [show],
} satisfies Record<string, (after: never) => readonly Effect[]>;
