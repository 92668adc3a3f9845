import { earliest } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { KeptEffect } from '../ports.ts';
import { keys, kindAndName } from './keys.ts';
import type { Rows } from './rows.ts';
import { placeIn } from './sorted.ts';
import type { Key } from './table.ts';
import { Timetable } from './timetable.ts';

/** An effect that shall still be carried out. */
interface Open {
  readonly lane: string;
  /** Its order and its id, as a text that sorts. */
  readonly turn: string;
  readonly dueAt: Instant;
}

const ORDER_DIGITS = 16;

const openOf = ({ id, caseId, lane, order, dueAt }: KeptEffect): Open => ({
  lane: `${caseId} ${lane}`,
  turn: `${String(order).padStart(ORDER_DIGITS, '0')} ${id}`,
  dueAt,
});

const idIn = (turn: string): string => turn.slice(ORDER_DIGITS + 1);

/**
 * What is due when. It hears of a key when a write of it is durable, and then looks what the table holds: what has failed
 * was never in here, and needs no undoing.
 */
export class Agenda {
  readonly #rows: Rows;
  readonly #open = new Map<string, Open>();
  readonly #ofCase = new Map<string, Set<string>>();
  readonly #caseOf = new Map<string, string>();
  readonly #lanes = new Map<string, string[]>();
  /** Each lane, by when its first effect is due. */
  readonly #heads = new Timetable();
  /** Cases by their earliest deadline, given-up effects by their age, answers by theirs. */
  readonly deadlines = new Timetable();
  readonly deadLetters = new Timetable();
  readonly answers = new Timetable();

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  refresh(key: Key): void {
    const [kind, name] = kindAndName(key);
    if (kind === 'case') this.deadlines.set(name, earliest(this.#rows.deadlinesOf(key).map(({ at }) => at)));
    if (kind === 'answer') this.answers.set(name, this.#rows.read('answer', key)?.at ?? null);
    if (kind === 'effect') this.#refreshEffect(name, this.#rows.read('effect', key));
  }

  /** Effects that may be carried out: the first of each lane, when it is due. The longest due first. */
  *ready(now: Instant): Generator<string> {
    for (const lane of this.#heads.dueBy(now)) yield this.#firstOf(lane);
  }

  /** The ids of the effects of a case, in whatever state. */
  effectsOf(caseId: string): string[] {
    return [...(this.#ofCase.get(caseId) ?? [])];
  }

  /** What is due next, or next after an instant, be it a case or an effect. */
  next(after: Instant | null = null): { readonly key: Key; readonly at: Instant } | null {
    const [deadline, head] = [this.deadlines.first(after), this.#heads.first(after)];
    if (head !== null && (deadline === null || head[1] < deadline[1]))
      return { key: keys.effect(this.#firstOf(head[0])), at: head[1] };
    return deadline && { key: keys.case(deadline[0]), at: deadline[1] };
  }

  #firstOf(lane: string): string {
    return idIn(this.#lanes.get(lane)?.[0] ?? '');
  }

  #refreshEffect(id: string, effect: KeptEffect | null): void {
    const isGivenUp = effect?.state === 'given-up';
    this.deadLetters.set(id, isGivenUp ? effect.since : null);
    this.#refreshOfCase(id, effect);
    this.#takeOut(id);
    if (effect !== null && !isGivenUp) this.#putIn(id, openOf(effect));
  }

  #refreshOfCase(id: string, effect: KeptEffect | null): void {
    if (effect !== null) {
      this.#caseOf.set(id, effect.caseId);
      this.#ofCase.set(effect.caseId, (this.#ofCase.get(effect.caseId) ?? new Set()).add(id));
      return;
    }
    const caseId = this.#caseOf.get(id) ?? '';
    const ids = this.#ofCase.get(caseId);
    this.#caseOf.delete(id);
    ids?.delete(id);
    if (ids?.size === 0) this.#ofCase.delete(caseId);
  }

  #putIn(id: string, open: Open): void {
    const turns = this.#lanes.get(open.lane) ?? [];
    this.#open.set(id, open);
    this.#lanes.set(open.lane, turns);
    turns.splice(placeIn(turns, open.turn), 0, open.turn);
    this.#refreshHead(open.lane, turns);
  }

  #takeOut(id: string): void {
    const open = this.#open.get(id);
    if (open === undefined) return;
    const turns = this.#lanes.get(open.lane) ?? [];
    this.#open.delete(id);
    turns.splice(placeIn(turns, open.turn), 1);
    if (turns.length === 0) this.#lanes.delete(open.lane);
    this.#refreshHead(open.lane, turns);
  }

  #refreshHead(lane: string, [first]: readonly string[]): void {
    this.#heads.set(lane, first === undefined ? null : (this.#open.get(idIn(first))?.dueAt ?? null));
  }
}
