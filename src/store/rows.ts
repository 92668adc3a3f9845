import type { KeptCase } from '../ports.ts';
import { isCarriedOn } from './carried-on.ts';
import { kindAndName } from './keys.ts';
import { objectionTo, rowKinds, timesOfCase, wordsOf } from './row-kinds.ts';
import type { RowKind } from './row-kinds.ts';
import { StoreError } from './store-error.ts';
import type { Key } from './table.ts';

type Kinds = typeof rowKinds;
type RowOf<K extends keyof Kinds> = Kinds[K] extends RowKind<infer T> ? T : never;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isKind = (kind: string): kind is keyof Kinds => Object.hasOwn(rowKinds, kind);

type Fields = Readonly<Record<string, unknown>>;

/** What stood in the same place of a former row is frozen already. */
const freeze = (value: unknown, former: unknown): void => {
  if (!isObject(value) || value === former) return;
  Object.freeze(value);
  for (const name of Object.keys(value)) freeze((value as Fields)[name], isObject(former) ? (former as Fields)[name] : null);
};

/**
 * What stands in the table, as what it is. A row that comes from a file is parsed when somebody asks for it, and once. What
 * is handed out is the very row that is kept, and not what a parser made of it; so it is frozen. That is also how a row is known
 * that was parsed: a list of them, however weak, would have to be gone through at each collection.
 */
export class Rows {
  readonly #table: ReadonlyMap<Key, unknown>;
  readonly #path: string;

  constructor(table: ReadonlyMap<Key, unknown>, path: string) {
    this.#table = table;
    this.#path = path;
  }

  has(key: Key): boolean {
    return this.#table.has(key);
  }

  /** Throws when what is there cannot be what this program has put there. */
  read<K extends keyof Kinds>(kind: K, key: Key): RowOf<K> | null {
    const row = this.#table.get(key);
    if (row === undefined) return null;
    if (!this.#isGood(row)) {
      const objection = objectionTo<unknown>(rowKinds[kind] as RowKind<unknown>, key, row);
      if (objection !== null) throw this.#damaged(key, objection);
      this.#trust(row as object);
    }
    return row as RowOf<K>;
  }

  /** What could not be read again is refused before it is written. */
  vouch(key: Key, row: object): object {
    const [kind] = kindAndName(key);
    const former = this.#good(key);
    if (kind === 'case' && former !== null && isCarriedOn(key, row as KeptCase, former as KeptCase))
      return this.#trust(row, former);
    const objection = isKind(kind)
      ? objectionTo<unknown>(rowKinds[kind] as RowKind<unknown>, key, row)
      : 'nobody would look for it';
    if (objection !== null) throw new TypeError(`${key} was not kept: ${objection}`);
    return this.#trust(row);
  }

  deadlinesOf(key: Key): readonly Pick<KeptCase['case']['deadlines'][number], 'at'>[] {
    const row = this.#table.get(key);
    if (row === undefined) return [];
    if (this.#isGood(row)) return (row as KeptCase).case.deadlines;
    const { data, error } = timesOfCase.safeParse(row);
    if (data === undefined) throw this.#damaged(key, error.issues.slice(0, 1).map(wordsOf).join());
    return data.case.deadlines;
  }

  /** A row that was parsed. */
  #good(key: Key): object | null {
    const row = this.#table.get(key);
    return this.#isGood(row) ? row : null;
  }

  #isGood(row: unknown): row is object {
    return isObject(row) && Object.isFrozen(row);
  }

  #trust(row: object, former: object | null = null): object {
    freeze(row, former);
    return row;
  }

  #damaged(key: Key, objection: string): StoreError {
    return new StoreError(
      'damaged',
      `${this.#path}: what is kept under ${key} is not what this program keeps there (${objection}). The file is left as it is. ` +
        'If another version of Handshake wrote it, go on with that one; if not, restore a copy.',
    );
  }
}
