import type { CaseId } from '../cases/ids.ts';
import { caseAndRest, kindAndName } from './keys.ts';
import { customerOfCase, subjectOfCase } from './row-kinds.ts';
import { Sorted } from './sorted.ts';
import type { Key } from './table.ts';

/**
 * What is there, by its keys, and by which case another one is about, so that nobody has to look through the whole table. Ids are kept in order all the time:
 * sorting all of them for each page would hold up everybody else.
 */
export class Catalogue {
  readonly #table: ReadonlyMap<Key, unknown>;
  readonly #cases = new Sorted();
  readonly #days = new Sorted();
  readonly #lastEvents = new Map<string, number>();
  readonly #sent = new Map<string, Sorted>();
  readonly #about = new Map<string, Set<CaseId>>();
  #newestEvent: Key | null = null;

  constructor(table: ReadonlyMap<Key, unknown>) {
    this.#table = table;
  }

  /** Called for each key that is durable. What is in here is never deleted. */
  refresh(key: Key): void {
    const [kind, name] = kindAndName(key);
    if (kind === 'case') this.#addCase(name as CaseId, key);
    if (kind === 'head') this.#days.add(name);
    if (kind === 'event') this.#addEvent(key, ...caseAndRest(name));
    if (kind === 'sent') this.#addSent(caseAndRest(name)[0], key);
  }

  cases(after: CaseId | null, limit: number): CaseId[] {
    return this.#cases
      .after(after ?? '')
      .take(limit)
      .toArray() as CaseId[];
  }

  /** Cases that are about another one, by its id, or about a customer, by the tenant. */
  about(one: string): CaseId[] {
    return [...(this.#about.get(one) ?? [])];
  }

  /** The number of the last event; 0 when there is none. */
  lastEvent(id: CaseId): number {
    return this.#lastEvents.get(id) ?? 0;
  }

  /** The one that was kept last. Rows come in the order in which they were first kept, at the start as well. */
  newestEvent(): Key | null {
    return this.#newestEvent;
  }

  sent(id: CaseId): Key[] {
    return [...(this.#sent.get(id)?.after('') ?? [])] as Key[];
  }

  days(): string[] {
    return [...this.#days.after('')];
  }

  withoutCase(): CaseId[] {
    return [...this.#lastEvents.keys()].filter((id) => !this.#table.has(`case/${id}`)).sort() as CaseId[];
  }

  #addCase(name: CaseId, key: Key): void {
    this.#cases.add(name);
    const kept = this.#table.get(key);
    for (const one of [subjectOfCase.safeParse(kept).data, customerOfCase.safeParse(kept).data])
      if (one != null) this.#about.set(one, (this.#about.get(one) ?? new Set()).add(name));
  }

  #addEvent(key: Key, caseId: string, seq: string): void {
    const [number, last] = [Number(seq) || 0, this.#lastEvents.get(caseId) ?? 0];
    // One that is there already has only lost its people.
    if (number > last) this.#newestEvent = key;
    this.#lastEvents.set(caseId, Math.max(number, last));
  }

  #addSent(caseId: string, key: Key): void {
    const cards = this.#sent.get(caseId) ?? new Sorted();
    this.#sent.set(caseId, cards);
    cards.add(key);
  }
}
