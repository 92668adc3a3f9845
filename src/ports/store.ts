import type { Case } from '../cases/case.ts';
import type { Effect } from '../cases/effect.ts';
import type { SealedEvent } from '../cases/history.ts';
import type { CaseId } from '../cases/ids.ts';
import type { Instant } from '../cases/time.ts';

/** A case as it is kept: with the number of its last event, and that event's hash. */
export interface KeptCase {
  readonly case: Case;
  readonly version: number;
  readonly head: string;
}

/** What was answered to a command, kept under its key, so that the same command again gets the same answer. */
export interface KeptAnswer {
  readonly key: string;
  /** Of the command: another one under the same key is a mistake. */
  readonly command: string;
  readonly answer: unknown;
  readonly at: Instant;
}

type EffectState = 'waiting' | 'claimed' | 'given-up';

/** An effect on its way. */
export interface KeptEffect {
  readonly id: string;
  readonly caseId: CaseId;
  readonly lane: string;
  /** Place within the case: effects of one lane are carried out in this order. */
  readonly order: number;
  readonly effect: Effect;
  readonly state: EffectState;
  readonly since: Instant;
  /** When it may be tried, or, while it is claimed, when the claim lapses. */
  readonly dueAt: Instant;
  /** Grows with every claim: whoever settles an effect has to name the claim it holds. */
  readonly claim: number;
  /** How often it has failed since it was wanted, or since a person asked for another try. */
  readonly failures: number;
  /** It may have happened: looked up before it is tried again. */
  readonly isUncertain: boolean;
  readonly trouble: string | null;
}

export interface Claim {
  readonly id: string;
  readonly claim: number;
}

/** What becomes of a claimed effect. Done: it is gone. */
export type Settlement = Claim &
  (
    | { readonly as: 'done'; readonly instead?: readonly NewEffect[] }
    | {
        readonly as: 'again';
        readonly dueAt: Instant;
        readonly failures: number;
        readonly isUncertain: boolean;
        readonly trouble: string | null;
      }
    | { readonly as: 'given-up'; readonly trouble: string }
  );

export type NewEffect = Pick<KeptEffect, 'id' | 'caseId' | 'lane' | 'order' | 'effect' | 'since' | 'dueAt'>;

/** A card or message that was posted, and where, so that it can be brought up to date in place. */
export interface SentCard {
  readonly caseId: CaseId;
  readonly place: string;
  readonly activityId: string;
  readonly at: Instant;
}

/** The state of all histories at the end of a day, in one hash. */
export interface DayHead {
  readonly day: string;
  readonly cases: number;
  readonly events: number;
  readonly hash: string;
}

/**
 * What a room keeps for itself beside the cases: whom it has met, what somebody has half filled in. What the value is, the
 * room that wrote it knows and parses.
 */
export interface Note {
  readonly key: string;
  /** 1 when it is new, and one more with every change. */
  readonly version: number;
  readonly value: unknown;
}

/** A note as it shall be; `expected` is the version it replaces, 0 where there is none. Null forgets it. */
export interface NoteChange {
  readonly key: string;
  readonly expected: number;
  readonly value: unknown;
}

/** All that one commit keeps, or nothing of it. */
export interface Change {
  readonly next?: { readonly kept: KeptCase; readonly expected: number };
  readonly events?: readonly SealedEvent[];
  readonly effects?: readonly NewEffect[];
  readonly answer?: KeptAnswer;
  readonly settles?: Settlement;
  /** A dead letter that a person has another try at, or closes. */
  readonly revives?: { readonly id: string; readonly dueAt: Instant };
  readonly closes?: { readonly id: string };
  /** Something that waits for its time, and shall not wait any longer. */
  readonly hastens?: { readonly id: string; readonly dueAt: Instant };
  readonly sent?: readonly SentCard[];
  readonly head?: DayHead;
  readonly notes?: readonly NoteChange[];
}

/**
 * conflict: the case, a note, the answer under this key or the head of this day is there in another version. fenced: the claim is
 * somebody else's by now.
 */
export type Committed = 'kept' | 'conflict' | 'fenced';

/** A case without its people: its whole history with personal values left out, and the case that this history makes. */
export interface Erasure {
  readonly kept: KeptCase;
  readonly events: readonly SealedEvent[];
}

/**
 * - erased: what was left out is nowhere in the store any more
 * - not-purged: nobody is shown it any more, but it still stands somewhere in the store; erasing again tries to get it out
 * - conflict: the case is elsewhere by now, and nothing has changed
 */
export type Erased = { readonly kind: 'erased' | 'conflict' } | { readonly kind: 'not-purged'; readonly words: string };

export interface Store {
  case: (id: CaseId) => Promise<KeptCase | null>;
  /** In the order of their ids, after one of them. */
  cases: (after: CaseId | null, limit: number) => Promise<readonly KeptCase[]>;
  /** Those that are not over, in the order of their ids, after one of them. */
  openCases: (after: CaseId | null, limit: number) => Promise<readonly KeptCase[]>;
  /** Those that want another one renewed or ended, over or not. */
  casesAbout: (id: CaseId) => Promise<readonly KeptCase[]>;
  /** Those of a customer, by the customer's tenant, over or not. */
  casesOf: (tenant: string) => Promise<readonly KeptCase[]>;
  history: (id: CaseId) => Promise<readonly SealedEvent[]>;
  answer: (key: string) => Promise<KeptAnswer | null>;
  sentCards: (id: CaseId) => Promise<readonly SentCard[]>;
  note: (key: string) => Promise<Note | null>;
  /** Those whose keys begin so, in the order of their keys, after one of them. */
  notes: (prefix: string, after: string | null, limit: number) => Promise<readonly Note[]>;
  commit: (change: Change) => Promise<Committed>;

  /** Cases with a deadline that has come, the longest due first. */
  dueCases: (now: Instant, limit: number) => Promise<readonly KeptCase[]>;
  /**
   * Claims what may be carried out: the first of each lane, when it is due, or when its claim has lapsed. What is claimed,
   * or has failed and may have been done all the same, comes first; otherwise they go by their order.
   */
  claim: (now: Instant, until: Instant, limit: number) => Promise<readonly KeptEffect[]>;
  /** When there is something to do next, or next after an instant, be it a deadline or an effect. */
  nextDue: (after?: Instant | null) => Promise<Instant | null>;
  deadLetters: () => Promise<readonly KeptEffect[]>;
  effect: (id: string) => Promise<KeptEffect | null>;
  /** All that a case still wants done, and its dead letters, in the order in which they were wanted. */
  effectsOf: (id: CaseId) => Promise<readonly KeptEffect[]>;

  /** When the event happened that was kept last: no clock may say less from then on. */
  lastEventAt: () => Promise<Instant | null>;
  heads: () => Promise<readonly DayHead[]>;
  /** Forgets answers from before an instant; says how many. */
  forgetAnswers: (before: Instant, limit: number) => Promise<number>;
  /**
   * Puts a case without its people in the place of the case. Anything but personal values that is not as it was is a bug.
   * Answers are not looked through, as they are forgotten in any case; sent cards stay.
   */
  erase: (erasure: Erasure) => Promise<Erased>;
  close: () => Promise<void>;
}

/**
 * Why a store says no:
 * - damaged, foreign, newer: the file is not what this program can read for certain; it is left as it is
 * - in-use: somebody else holds it
 * - unusable: the machine does not let it be opened
 * - not-kept: this change is not there, neither on the disk nor in memory; the next one may go better
 * - unknown: nobody can say whether the change is on the disk; opening the file afresh tells
 * - not-upgraded: the file is older, and a migration could not be carried out; it is left as it is
 * - stopped: nothing was tried, because of an earlier trouble or because the store is closed
 */
export type StoreTrouble =
  'unusable' | 'damaged' | 'foreign' | 'newer' | 'not-upgraded' | 'in-use' | 'not-kept' | 'unknown' | 'stopped';

export class StoreError extends Error {
  readonly trouble: StoreTrouble;

  constructor(trouble: StoreTrouble, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.trouble = trouble;
  }
}
