import { isFinal } from '../cases/case.ts';
import type { Case } from '../cases/case.ts';
import type { CaseId } from '../cases/ids.ts';
import { caseAndRest, keys, kindAndName } from './keys.ts';
import { customerOfCase, standingOfCase, subjectOfCase } from './row-kinds.ts';
import { Sorted } from './sorted.ts';
import type { Key } from './table.ts';

/** Between names that stand in one text. No name holds it. */
const GAP = '\0';

/**
 * What is there, by its keys, and by which case another one is about, so that nobody has to look through the whole table. Ids are kept in order all the time:
 * sorting all of them for each page would hold up everybody else.
 */
export class Catalogue {
  readonly #cases = new Sorted();
  /** Those that are not over. */
  readonly #open = new Sorted();
  readonly #days = new Sorted();
  /** Cases, each with the number of its last event. */
  readonly #lastEvents = new Sorted();
  readonly #sent = new Sorted();
  /** What a case is about, and the case, with its turn: they are told in the order in which they came. */
  readonly #about = new Sorted();
  #turns = 0;
  readonly #notes = new Sorted();
  #newestEvent: Key | null = null;

  /** Called for each key that is durable, with the row where it is one of a case. */
  refresh(key: Key, row: unknown): void {
    const [kind, name] = kindAndName(key);
    if (kind === 'case') this.#addCase(name, row);
    if (kind === 'head') this.#days.add(name);
    if (kind === 'event') this.#addEvent(key, ...caseAndRest(name));
    if (kind === 'sent') this.#sent.add(key);
    if (kind === 'note') this.#notes.add(name);
  }

  /** Called for each key that is durably gone. Of what is in here only notes are ever deleted. */
  forget(key: Key): void {
    const [kind, name] = kindAndName(key);
    if (kind === 'note') this.#notes.delete(name);
  }

  cases(after: CaseId | null, limit: number): CaseId[] {
    return this.#cases
      .after(after ?? '')
      .take(limit)
      .toArray() as CaseId[];
  }

  openCases(after: CaseId | null, limit: number): CaseId[] {
    return this.#open
      .after(after ?? '')
      .take(limit)
      .toArray() as CaseId[];
  }

  /** Cases that are about another one, by its id, or about a customer, by the tenant. */
  about(one: string): CaseId[] {
    const found = [...this.#about.behind(`${one}${GAP}`)].sort(([, turn], [, other]) => turn - other);
    return found.map(([id]) => id as CaseId);
  }

  /** The number of the last event; 0 when there is none. */
  lastEvent(id: CaseId): number {
    return this.#lastEvents.numberOf(id) ?? 0;
  }

  /** The one that was kept last. Rows come in the order in which they were first kept, at the start as well. */
  newestEvent(): Key | null {
    return this.#newestEvent;
  }

  sent(id: CaseId): Key[] {
    const before = keys.sent(id, '');
    return [...this.#sent.behind(before)].map(([place]) => keys.sent(id, place));
  }

  notes(prefix: string, after: string | null, limit: number): string[] {
    return this.#notes.beginning(prefix, after).take(limit).toArray();
  }

  days(): string[] {
    return [...this.#days.after('')];
  }

  withoutCase(): CaseId[] {
    return [...this.#lastEvents.after('')].filter((id) => this.#cases.numberOf(id) === null) as CaseId[];
  }

  #addCase(name: string, kept: unknown): void {
    this.#cases.add(name);
    const standing = standingOfCase.safeParse(kept).data;
    // One that cannot be read stays in sight: whoever opens it is told.
    if (standing !== undefined && isFinal(standing.kind, standing.status as Case['status'])) this.#open.delete(name);
    else this.#open.add(name);
    for (const one of [subjectOfCase.safeParse(kept).data, customerOfCase.safeParse(kept).data])
      if (one != null) this.#addAbout(`${one}${GAP}${name}`);
  }

  #addAbout(text: string): void {
    if (this.#about.numberOf(text) === null) this.#about.add(text, ++this.#turns);
  }

  #addEvent(key: Key, caseId: string, seq: string): void {
    const [number, last] = [Number(seq) || 0, this.#lastEvents.numberOf(caseId) ?? 0];
    // One that is there already has only lost its people.
    if (number <= last) return;
    this.#newestEvent = key;
    this.#lastEvents.add(caseId, number);
  }
}
