import type { KeptCase } from '../ports.ts';
import { isCarriedOn } from './carried-on.ts';
import { kindAndName } from './keys.ts';
import { objectionTo, rowKinds, timesOfCase, wordsOf } from './row-kinds.ts';
import type { RowKind } from './row-kinds.ts';
import { reasonOf, StoreError } from './store-error.ts';
import type { Key, Table } from './table.ts';

type Kinds = typeof rowKinds;
type RowOf<K extends keyof Kinds> = Kinds[K] extends RowKind<infer T> ? T : never;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isKind = (kind: string): kind is keyof Kinds => Object.hasOwn(rowKinds, kind);

/** The table, for somebody who changes nothing. */
type Look = Pick<Table<unknown>, 'get' | 'has' | 'glance'>;

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
  readonly #table: Look;
  readonly #path: string;

  constructor(table: Look, path: string) {
    this.#table = table;
    this.#path = path;
  }

  has(key: Key): boolean {
    return this.#table.has(key);
  }

  /** Throws when what is there cannot be what this program has put there. */
  read<K extends keyof Kinds>(kind: K, key: Key): RowOf<K> | null {
    const row = this.#parsed(key, 'get');
    if (row === undefined) return null;
    if (!this.#isGood(row)) {
      this.#check(kind, key, row);
      this.#trust(row as object);
    }
    return row as RowOf<K>;
  }

  /** A row that says when it is due, or which case it is about, for somebody who looks at it once; null for any other. */
  glance(key: Key): unknown {
    const [kind] = kindAndName(key);
    if (kind !== 'case' && kind !== 'effect' && kind !== 'answer') return null;
    const row = this.#parsed(key, 'glance');
    if (this.#isGood(row)) return row;
    if (kind !== 'case') this.#check(kind, key, row);
    else {
      const { error } = timesOfCase.safeParse(row);
      if (error !== undefined) throw this.#damaged(key, error.issues.slice(0, 1).map(wordsOf).join());
    }
    return row;
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

  /** A row that was parsed. */
  #good(key: Key): object | null {
    const row = this.#parsed(key, 'get');
    return this.#isGood(row) ? row : null;
  }

  /** Throws when it does not even parse. */
  #parsed(key: Key, how: 'get' | 'glance'): unknown {
    try {
      return this.#table[how](key);
    } catch (error) {
      throw this.#damaged(key, `it is no JSON: ${reasonOf(error)}`);
    }
  }

  #check(kind: keyof Kinds, key: Key, row: unknown): void {
    const objection = objectionTo<unknown>(rowKinds[kind] as RowKind<unknown>, key, row);
    if (objection !== null) throw this.#damaged(key, objection);
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
