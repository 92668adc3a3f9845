import * as z from 'zod';
import type { Case, CaseEvent } from '../cases/case.ts';
import type { Approval, Ask, Decided } from '../cases/decided.ts';
import { CaseId } from '../cases/ids.ts';
import { Machine, Person } from '../cases/people.ts';
import type { Instant } from '../cases/time.ts';
import type { HouseRules, Role } from '../policy/index.ts';
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

/** What the rules are asked for a command. */
export interface Question {
  readonly asks: readonly Ask[];
  /** Who would carry it out; of several roles the one counts to which the rules say the most. */
  readonly roles: readonly Role[];
  readonly requester: Person;
  readonly approvers: readonly Person[];
  readonly about: Pick<Case, 'id' | 'cloud' | 'customer' | 'proposal'>;
}

export interface Judged {
  readonly decisions: Decided[];
  readonly approval: Approval;
}

export interface Asked<C> {
  readonly command: C;
  readonly now: Instant;
  readonly house: HouseRules;
}

export interface Proposed {
  readonly question?: Question;
}

export interface Accepted {
  readonly events: readonly CaseEvent[];
  /** Something is kept, and yet the answer is no. */
  readonly but?: Refused;
  readonly revives?: string;
  readonly closes?: string;
}

type Events = readonly CaseEvent[] | Refused | Accepted;

/** A command that opens a case. */
export interface Opening<C> {
  readonly opens: 'ADM' | 'AZ';
  readonly shape: z.ZodType<C>;
  /** Another case that has to be looked at first. */
  readonly other?: (command: C) => CaseId | null;
  readonly propose: (asked: Asked<C>, id: CaseId, other: Case | null) => Proposed | Refused;
  readonly accept: (asked: Asked<C>, id: CaseId, judged: Judged, other: Case | null) => Events;
}

/** A command about a case that is there. `propose` says what the rules are to be asked, `accept` what happens to the case. */
export interface Moving<C> {
  readonly shape: z.ZodType<C>;
  readonly propose?: (asked: Asked<C>, current: Case) => Proposed | Refused;
  readonly accept: (asked: Asked<C>, current: Case, judged: Judged) => Events;
}

export const opening = <C>(definition: Opening<C>): Opening<C> => definition;
export const moving = <C>(definition: Moving<C>): Moving<C> => definition;
