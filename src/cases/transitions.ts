import type { Status } from './asking/states.ts';

/** One line of a table: in which statuses an event may happen, and where it may lead. `null` is where a case begins. */
export interface Transition<S extends string = Status> {
  readonly from: readonly (S | null)[];
  readonly to: readonly S[];
}

export type Transitions<E extends string = string, S extends string = Status> = Readonly<Record<E, Transition<S>>>;

/** May this happen to a case in this status? */
export const mayHappen = (table: Transitions, type: string, status: Status | null): boolean =>
  table[type]?.from.includes(status) ?? false;

export const mayLeadTo = (table: Transitions, type: string, status: Status): boolean => table[type]?.to.includes(status) ?? false;

/** Where a case stays as it is: the line names the same statuses on both sides. */
export const staysPut = ({ from, to }: Transition): boolean =>
  from.length === to.length && to.every((status) => from.includes(status));

/** Statuses from which nothing leads on. */
export const finalStatuses = (table: Transitions, statuses: readonly Status[]): readonly Status[] =>
  statuses.filter((status) => !Object.values(table).some((line) => !staysPut(line) && line.from.includes(status)));

type Leaf<T> = T extends null ? never : T;

/**
 * How each event changes a case, by its table: an event takes only cases of the statuses it may happen in, and gives only
 * cases of the statuses it may lead to. What the table does not have does not compile.
 */
export type Evolve<C extends { status: string }, E extends { type: string }, T extends Transitions<E['type'], C['status']>> = {
  readonly [K in E['type']]: (
    current: Extract<C, { status: Leaf<T[K]['from'][number]> }>,
    event: Extract<E, { type: K }>,
  ) => Extract<C, { status: T[K]['to'][number] }>;
};

/** A bug: the commands make sure beforehand that what they do may happen. */
export class ImpossibleTransition extends Error {
  constructor(type: string, status: string | null) {
    super(`${type} cannot happen to a case that is ${status ?? 'not open'}`);
    this.name = 'ImpossibleTransition';
  }
}
