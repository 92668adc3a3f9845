import type { CaseId } from '../cases/ids.ts';
import { caseAndRest, kindAndName } from './keys.ts';
import { Sorted } from './sorted.ts';
import type { Key } from './table.ts';

/**
 * What is there, by its keys alone, so that nobody has to look through the whole table. Ids are kept in order all the time:
 * sorting all of them for each page would hold up everybody else.
 */
export class Catalogue {
  readonly #table: ReadonlyMap<Key, unknown>;
  readonly #cases = new Sorted();
  readonly #days = new Sorted();
  readonly #lastEvents = new Map<string, number>();
  readonly #sent = new Map<string, Sorted>();

  constructor(table: ReadonlyMap<Key, unknown>) {
    this.#table = table;
  }

  /** Called for each key that is durable. What is in here is never deleted. */
  refresh(key: Key): void {
    const [kind, name] = kindAndName(key);
    if (kind === 'case') this.#cases.add(name);
    if (kind === 'head') this.#days.add(name);
    if (kind === 'event') this.#addEvent(...caseAndRest(name));
    if (kind === 'sent') this.#addSent(caseAndRest(name)[0], key);
  }

  cases(after: CaseId | null, limit: number): CaseId[] {
    return this.#cases
      .after(after ?? '')
      .take(limit)
      .toArray() as CaseId[];
  }

  /** The number of the last event; 0 when there is none. */
  lastEvent(id: CaseId): number {
    return this.#lastEvents.get(id) ?? 0;
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

  #addEvent(caseId: string, seq: string): void {
    this.#lastEvents.set(caseId, Math.max(Number(seq) || 0, this.#lastEvents.get(caseId) ?? 0));
  }

  #addSent(caseId: string, key: Key): void {
    const cards = this.#sent.get(caseId) ?? new Sorted();
    this.#sent.set(caseId, cards);
    cards.add(key);
  }
}
