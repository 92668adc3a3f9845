import * as z from 'zod';
import type { Case, CaseEvent } from '../cases/case.ts';
import type { Approval, Ask, Decided } from '../cases/decided.ts';
import { CaseId, caseIdFor } from '../cases/ids.ts';
import { Machine, Person } from '../cases/people.ts';
import type { Instant } from '../cases/time.ts';
import type { HouseRules, Role } from '../policy/index.ts';
import type { KeptCase, KeptEffect } from '../ports.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';

/** The same click has the same key, however often it arrives. */
const Key = z.string().min(8).max(200);

type Shape = Readonly<Record<string, z.ZodType>>;

/** A command of a person: who they are comes from the authenticated activity, never from what they sent. */
export const byPerson = <N extends string, S extends Shape>(name: N, shape: S) =>
  z.strictObject({ name: z.literal(name), key: Key, actor: Person, ...shape });

/** A report of something that has happened, or a deadline that has come. */
export const byMachine = <N extends string, S extends Shape>(name: N, shape: S) =>
  z.strictObject({ name: z.literal(name), key: Key, actor: Machine, ...shape });

export const ofCase = { caseId: CaseId };

/** Nothing is wanted of anybody: somebody wants to know what the rules say. */
interface Wondering {
  readonly wants: 'know';
  readonly told: Readonly<Record<string, unknown>>;
}

/** What the rules are asked for a command. */
export interface Question {
  readonly asks: readonly Ask[];
  /** What is asked before that, and whether anything is left to ask; it changes nothing about who has to approve. */
  readonly first?: { readonly asks: readonly Ask[]; readonly whyNot: (decisions: readonly Decided[]) => Refused | null };
  /** Who would carry it out; of several roles the one counts to which the rules say the most. */
  readonly roles: readonly Role[];
  /** As whom it was asked for the card that a decider has before them. */
  readonly seenAs?: Role;
  readonly requester: Person;
  readonly approvers: readonly Person[];
  readonly about: Pick<Case, 'cloud' | 'customer'> &
    Partial<Pick<Case, 'status' | 'since' | 'openedAt'>> & {
      readonly id: CaseId | null;
      readonly proposal: Case['proposal'] | Wondering;
    };
  /** What a decider adds to what was told with the request. */
  readonly told?: Readonly<Record<string, unknown>>;
}

interface Judgement {
  readonly decisions: Decided[];
  readonly approval: Approval;
}

export interface Judged extends Judgement {
  readonly asSeen?: Judgement;
}

export interface Asked<C> {
  readonly command: C;
  readonly now: Instant;
  readonly house: HouseRules;
  /** There is a page on which customers answer what they are asked. */
  readonly hasAnswersPage: boolean;
}

export interface Proposed {
  readonly question?: Question;
}

export interface Accepted {
  readonly events: readonly CaseEvent[];
  /** Something is kept, and yet the answer is no. */
  readonly but?: Refused;
  /** A dead letter to be tried again. */
  readonly revives?: string;
  readonly closes?: string;
}

type Events = readonly CaseEvent[] | Refused | Accepted;

/** Where a case stands before anything is asked; `other` is the one that a request is about. */
export interface Standing {
  readonly id: CaseId;
  readonly kept: KeptCase | null;
  readonly other: KeptCase | null;
  /** All that has been requested about that one, over or not. */
  readonly besides: readonly KeptCase[];
  /** The dead letter that a command names, where it is one of this case. */
  readonly deadLetter: KeptEffect | null;
}

/** `propose` says what the rules are to be asked, `accept` what happens to the case. */
export interface Definition<C> {
  readonly shape: z.ZodType<C>;
  readonly idOf: (command: C) => CaseId;
  readonly otherOf: (command: C) => CaseId | null;
  readonly deadLetterOf: (command: C) => string | null;
  readonly propose: (asked: Asked<C>, standing: Standing) => Proposed | Refused;
  readonly accept: (asked: Asked<C>, standing: Standing, judged: Judged) => Accepted | Refused;
}

/** What a request has to know of other cases: the one that it is about, and what else was requested about that. */
export interface Around {
  readonly other: Case | null;
  readonly besides: readonly Case[];
}

const around = ({ other, besides }: Standing): Around => ({
  other: other?.case ?? null,
  besides: besides.map((kept) => kept.case),
});

interface Opening<C> {
  readonly opens: 'ADM' | 'AZ' | 'ASK';
  readonly shape: z.ZodType<C>;
  readonly other?: (command: C) => CaseId | null;
  readonly propose: (asked: Asked<C>, id: CaseId, around: Around) => Proposed | Refused;
  readonly accept: (asked: Asked<C>, id: CaseId, judged: Judged, around: Around) => Events;
}

interface Moving<C> {
  readonly shape: z.ZodType<C>;
  readonly deadLetter?: (command: C) => string;
  readonly propose?: (asked: Asked<C>, current: Case) => Proposed | Refused;
  readonly accept: (asked: Asked<C>, current: Case, judged: Judged, deadLetter: KeptEffect | null) => Events;
}

const accepted = (events: Events): Accepted | Refused => ('events' in events || 'says' in events ? events : { events });

/** A command that opens a case. One that has been opened already stays as it is. */
export const opening = <C extends { key: string }>({ opens, shape, other, propose, accept }: Opening<C>): Definition<C> => ({
  shape,
  idOf: ({ key }) => caseIdFor(opens, key),
  otherOf: (command) => other?.(command) ?? null,
  deadLetterOf: () => null,
  propose: (asked, standing) => (standing.kept === null ? propose(asked, standing.id, around(standing)) : {}),
  accept: (asked, standing, judged) =>
    standing.kept === null ? accepted(accept(asked, standing.id, judged, around(standing))) : { events: [] },
});

/** A command about a case that is there. */
export const moving = <C extends { caseId: CaseId }>({ shape, deadLetter, propose, accept }: Moving<C>): Definition<C> => ({
  shape,
  idOf: ({ caseId }) => caseId,
  otherOf: () => null,
  deadLetterOf: (command) => deadLetter?.(command) ?? null,
  propose: (asked, { id, kept }) => (kept === null ? refused('unknown-case', { id }) : (propose?.(asked, kept.case) ?? {})),
  accept: (asked, { id, kept, deadLetter }, judged) =>
    kept === null ? refused('unknown-case', { id }) : accepted(accept(asked, kept.case, judged, deadLetter)),
});
