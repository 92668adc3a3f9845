import type { Case } from './cases/case.ts';
import type { Person } from './cases/people.ts';
import type { Effect } from './cases/effect.ts';
import type { CaseId } from './cases/ids.ts';
import type { Instant } from './cases/time.ts';
import type { SentCard, Store } from './ports/store.ts';
import type { Approval, Cloud, FactPath, HouseRules } from './policy/index.ts';

/** Everything that is needed from outside. Nothing in here knows who answers. */

// Time and chance

export interface Clock {
  /** Never runs backwards. */
  now: () => Instant;
}

interface Chance {
  /** Something nobody can guess, as text. */
  salt: () => string;
  /** From 0 up to, and without, 1: for waits that shall not all end at once. */
  fraction: () => number;
}

// The store

export * from './ports/store.ts';

// Facts

export type FactValues = Partial<Record<FactPath, unknown>>;

/** A place that facts are read from. What it does not know it leaves out; that it cannot be reached is said. */
export interface FactSource {
  read: (paths: readonly FactPath[], about: FactsAbout) => Promise<FactValues | Unreachable>;
}

export interface FactsAbout {
  readonly cloud: Cloud;
  readonly customer: Case['customer'];
  /** The item, where a question is about one. */
  readonly item: string | null;
  readonly caseId: CaseId | null;
}

export interface Unreachable {
  readonly unreachable: string;
}

// People

export interface People {
  /** Somebody of ours, with the roles they hold now; null for everybody else. */
  known: (id: string) => Promise<Person | null>;
  /** Who holds one of these roles now. */
  withRoles: (roles: Approval['roles']) => Promise<readonly Person[]>;
  /** When this person may be disturbed: now, or at the end of their night. */
  mayTell: (person: Person, now: Instant) => Promise<Instant>;
}

/** A company that could be a customer, as somebody looks for it. */
export interface Company {
  readonly name: string;
  readonly tenant: string | null;
  readonly domain: string | null;
  readonly country: string | null;
  /** We are its partner already. */
  readonly isOurs: boolean;
}

/** Another partner with whom we serve customers indirectly. */
export interface FellowPartner {
  readonly name: string;
  readonly tenant: string;
  readonly partnerId: string | null;
}

/** Who there is. */
export interface Companies {
  /** By a domain, a tenant's id, or how its name begins; nothing typed: ours, by name. */
  find: (cloud: Cloud, text: string, limit: number) => Promise<readonly Company[] | Unreachable>;
  /** Who provides for us, and for whom we provide. */
  fellows: (cloud: Cloud, as: 'providers' | 'resellers') => Promise<readonly FellowPartner[] | Unreachable>;
}

// What a customer has

/** Something a customer has bought, from us or from others. */
export interface Holding {
  readonly id: string;
  readonly name: string;
  /** Only `item.*`, only what is known for certain. */
  readonly facts: FactValues;
  /** Who has sold it, as far as it is known. */
  readonly soldBy: 'us' | 'others' | null;
  /** From which service it is known. */
  readonly from: string;
}

export interface Holdings {
  /** What a customer has, as far as services show it to us; `isWhole` is false where others may have sold more than we see. */
  of: (
    cloud: Cloud,
    customer: Case['customer'],
  ) => Promise<{ readonly held: readonly Holding[]; readonly isWhole: boolean } | Unreachable>;
}

/** What is pasted into a shell where people do something by hand: made of ids, and of nothing else. */
export interface Shell {
  /** For one item of a case's list, by its code. */
  commandsFor: (current: Case, item: string) => readonly string[];
}

// Chats

/** A chat as its program names it, and the service through which it is reached. */
export interface Chat {
  readonly id: string;
  readonly service: string;
}

/** A card as it goes out, or plain words. */
export type Message = { readonly card: object; readonly summary: string } | { readonly text: string };

/**
 * - posted: it is there, under this id
 * - gone: this chat takes nothing from us any more: blocked, uninstalled, deleted
 * - refused: this message it does not take, and would not later either
 * - again: not now
 * - unknown: it may be there, or not
 */
export type Posted =
  | { readonly kind: 'posted'; readonly activityId: string }
  | { readonly kind: 'gone' | 'refused' | 'unknown'; readonly words: string }
  | { readonly kind: 'again'; readonly words: string; readonly after?: Instant };

export type Opened = { readonly kind: 'opened'; readonly chat: Chat } | Exclude<Posted, { kind: 'posted' }>;

/** Brings messages into chats. */
export interface Courier {
  post: (chat: Chat, message: Message) => Promise<Posted>;
  /** In place of what was posted there before. */
  update: (chat: Chat, activityId: string, message: Message) => Promise<Posted>;
  /** The personal chat with somebody of our own tenant, who may never have spoken to us. */
  open: (personId: string, tenant: string) => Promise<Opened>;
}

// Mail

/** A message as it goes out: whole, and nobody on the way writes anything of it anew. */
export interface Mailing {
  /** Our address, and the one it goes to. */
  readonly from: string;
  readonly to: string;
  /** With its angle brackets; the same at every attempt. */
  readonly messageId: string;
  /** What it is about, for whoever runs the bot: no names of people. */
  readonly about: string;
  readonly eml: string;
}

/**
 * - sent: the next mail server has taken it
 * - refused: this message, or this address, they do not take, and would not later either
 * - again: nothing was taken; to be tried again, not before the instant that is named
 * - unknown: it may have been taken, or not
 */
export type Mailed =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly code: string; readonly words: string }
  | { readonly kind: 'again'; readonly words: string; readonly after?: Instant }
  | { readonly kind: 'unknown'; readonly words: string };

/** Brings messages to mail servers. */
export interface Post {
  send: (mailing: Mailing, now: Instant) => Promise<Mailed>;
  /** Left out where nobody can tell afterwards what has been taken. */
  lookUp?: (
    mailing: Omit<Mailing, 'eml'>,
    now: Instant,
  ) => Promise<Exclude<Mailed, { kind: 'refused' }> | { readonly kind: 'absent' }>;
}

// What is carried out

/**
 * - done: it is done; `report` is the command by which the case hears of it, if it has to
 * - refused: they said no, and would say so again
 * - again: nothing has happened; to be tried again, not before the instant they named
 * - unknown: it may have happened, or not: to be looked up before anything else
 * - not-yet: there is nothing to report so far
 */
export type Outcome =
  | { readonly kind: 'done'; readonly report?: Report; readonly sent?: readonly SentCard[] }
  | { readonly kind: 'refused'; readonly code: string; readonly words: string }
  | { readonly kind: 'again'; readonly words: string; readonly after?: Instant }
  | { readonly kind: 'unknown'; readonly words: string }
  | { readonly kind: 'not-yet'; readonly after: Instant };

/** A command without what the outbox adds to it. */
export type Report = { readonly name: string } & Readonly<Record<string, unknown>>;

export interface Errand<E extends Effect = Effect> {
  readonly effect: E;
  readonly case: Case;
  /** The same at every attempt: whoever is asked twice under it does it once. */
  readonly key: string;
  /** How often it has been tried and has failed: together with the key it names one attempt, also after a crash in the middle of it. */
  readonly attempt: number;
  readonly now: Instant;
  readonly sent: readonly SentCard[];
}

/** Looked up: it has happened (done), it has not (absent), or they still cannot tell (unknown, again). */
export type LookedUp = Extract<Outcome, { kind: 'done' | 'again' | 'unknown' }> | { readonly kind: 'absent' };

export interface Carrier<E extends Effect = Effect> {
  carryOut: (errand: Errand<E>) => Promise<Outcome>;
  /** Left out where asking again under the same key is harmless. */
  lookUp?: (errand: Errand<E>) => Promise<LookedUp>;
}

/** Effects that the outbox cannot carry out by itself. */
export type OutsideKind = Exclude<Effect['kind'], 'notify' | 'report-to-case'>;

export type Carriers = { readonly [K in OutsideKind]: Carrier<Extract<Effect, { kind: K }>> };

export interface Operator {
  /** A sentence for whoever runs the bot. */
  tell: (sentence: string) => void;
}

/** What a command needs. */
export interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly house: () => HouseRules;
  readonly operator: Operator;
  readonly facts: { readonly partner: FactSource; readonly customer: FactSource; readonly letter: FactSource };
  /** Customers have a page on which they answer what they are asked; left out: they have none. */
  readonly hasAnswersPage?: boolean;
}
