import { earliest, instant } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { KeptAnswer, KeptCase, KeptEffect } from '../ports.ts';
import { keys, kindAndName } from './keys.ts';
import { Sorted } from './sorted.ts';
import type { Key } from './table.ts';
import { Timetable } from './timetable.ts';

const ORDER_DIGITS = 16;

/** Between names that stand in one text. No name holds it. */
const GAP = '\0';

export const laneOf = ({ caseId, lane }: Pick<KeptEffect, 'caseId' | 'lane'>): string => `${caseId}${GAP}${lane}`;

/**
 * A dead letter that is tried again comes with its old order, and without failures: it must not overtake what may be happening, or
 * may have happened meanwhile.
 */
const rankOf = ({ state, isUncertain, failures }: KeptEffect): number => {
  if (state === 'claimed') return 0;
  return isUncertain && failures > 0 ? 1 : 2;
};

/** How far it has come, its order and its id, as a text that sorts. */
const turnOf = (effect: KeptEffect): string => `${rankOf(effect)}${String(effect.order).padStart(ORDER_DIGITS, '0')} ${effect.id}`;

const idIn = (turn: string): string => turn.slice(turn.indexOf(' ') + 1);

/** The first of a lane, and the name that this lane has among those of all cases. */
interface Ready {
  readonly lane: string;
  readonly id: string;
}

/** What is due when. It hears of a row when a write of it is durable: what has failed was never in here, and needs no undoing. */
export class Agenda {
  /** Of each effect: its id, its lane and its turn. */
  readonly #effects = new Sorted();
  /** Of each effect: its case and its id. */
  readonly #ofCases = new Sorted();
  /** Of each effect that shall still be carried out: its lane and its turn, with when it is due. */
  readonly #lanes = new Sorted();
  /** Each lane, by when its first effect is due. */
  readonly #heads = new Timetable();
  /** Cases by their earliest deadline, given-up effects by their age, answers by theirs. */
  readonly deadlines = new Timetable();
  readonly deadLetters = new Timetable();
  readonly answers = new Timetable();

  /** The row is one that was vouched for, at least as far as it is looked at here; null when there is none. */
  refresh(key: Key, row: unknown): void {
    const [kind, name] = kindAndName(key);
    if (kind === 'case') this.deadlines.set(name, earliest((row as KeptCase).case.deadlines.map(({ at }) => at)));
    if (kind === 'answer') this.answers.set(name, (row as KeptAnswer | null)?.at ?? null);
    if (kind === 'effect') this.#refreshEffect(name, row as KeptEffect | null);
  }

  /** Effects that may be carried out: the first of each lane, when it is due. The longest due first. */
  *ready(now: Instant): Generator<Ready> {
    for (const lane of this.#heads.dueBy(now)) yield { lane, id: this.#firstOf(lane) };
  }

  /** The ids of the effects of a case, in whatever state. */
  effectsOf(caseId: string): string[] {
    return [...this.#ofCases.behind(`${caseId}${GAP}`)].map(([id]) => id);
  }

  /** What is due next, or next after an instant, be it a case or an effect. */
  next(after: Instant | null = null): { readonly key: Key; readonly at: Instant } | null {
    const [deadline, head] = [this.deadlines.first(after), this.#heads.first(after)];
    if (head !== null && (deadline === null || head[1] < deadline[1]))
      return { key: keys.effect(this.#firstOf(head[0])), at: head[1] };
    return deadline && { key: keys.case(deadline[0]), at: deadline[1] };
  }

  #firstOf(lane: string): string {
    return idIn(this.#lanes.behind(`${lane}${GAP}`).next().value?.[0] ?? '');
  }

  #refreshEffect(id: string, effect: KeptEffect | null): void {
    const isGivenUp = effect?.state === 'given-up';
    this.deadLetters.set(id, isGivenUp ? effect.since : null);
    this.#takeOut(id);
    if (effect === null) return;
    const [lane, turn] = [laneOf(effect), turnOf(effect)];
    this.#effects.add([id, lane, turn].join(GAP));
    this.#ofCases.add(`${effect.caseId}${GAP}${id}`);
    if (isGivenUp) return;
    this.#lanes.add(`${lane}${GAP}${turn}`, Date.parse(effect.dueAt));
    this.#refreshHead(lane);
  }

  #takeOut(id: string): void {
    const [place] = this.#effects.behind(`${id}${GAP}`).next().value ?? [];
    if (place === undefined) return;
    const [caseId = '', name = ''] = place.split(GAP);
    this.#effects.delete(`${id}${GAP}${place}`);
    this.#ofCases.delete(`${caseId}${GAP}${id}`);
    this.#lanes.delete(place);
    this.#refreshHead(`${caseId}${GAP}${name}`);
  }

  #refreshHead(lane: string): void {
    const [, dueAt] = this.#lanes.behind(`${lane}${GAP}`).next().value ?? [];
    this.#heads.set(lane, dueAt === undefined ? null : instant(dueAt));
  }
}
