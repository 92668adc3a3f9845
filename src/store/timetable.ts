import { instant } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import { Sorted } from './sorted.ts';

/** Instants are written with one length and compare as texts. */
const LENGTH = '2026-01-01T00:00:00.000Z'.length;

export type Appointment = readonly [name: string, at: Instant];

/** Which name is due when, the longest due first. */
export class Timetable {
  readonly #times = new Sorted();
  readonly #order = new Sorted();

  of(name: string): Instant | null {
    const time = this.#times.numberOf(name);
    return time === null ? null : instant(time);
  }

  /** null takes it out. */
  set(name: string, at: Instant | null): void {
    const time = at === null ? null : Date.parse(at);
    const former = time === null ? this.#times.numberOf(name) : this.#times.add(name, time);
    if (former === time) return;
    if (former !== null) this.#order.delete(`${instant(former)} ${name}`);
    if (at === null) this.#times.delete(name);
    else this.#order.add(`${at} ${name}`);
  }

  /** Names by their time. Nothing may be set while somebody reads on. */
  *inOrder(after: Instant | null = null): Generator<Appointment, undefined> {
    // Behind every name of that instant.
    const place = after === null ? '' : `${after} \uffff`;
    for (const entry of this.#order.after(place)) yield [entry.slice(LENGTH + 1), entry.slice(0, LENGTH) as Instant];
  }

  /** The first of all, or of those that are due later than an instant. */
  first(after: Instant | null = null): Appointment | null {
    return this.inOrder(after).next().value ?? null;
  }

  *dueBy(now: Instant): Generator<string> {
    for (const [name, at] of this.inOrder()) {
      if (at > now) return;
      yield name;
    }
  }
}
