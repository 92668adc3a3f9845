import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import type { PoolClient, PoolConfig, QueryConfig } from 'pg';
import { reasonOf, StoreError } from '../store-error.ts';
import { EnteringClient } from './entering-client.ts';
import { isOnlyNow, wasRefused } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import type { Row, Statement } from './statement.ts';
import { areKeepable } from './text.ts';

export interface ConnectionOptions {
  /** How many there are at most. */
  readonly connections?: number;
  /** For how long a server that is being restarted is waited for. */
  readonly patienceMs?: number;
}

/**
 * - refused: the server said no, and nothing of it is there
 * - unsent: nothing can be there, for the server was never asked
 * - unanswered: it was asked, and nobody can say what became of it
 */
export type Ran =
  | { readonly kind: 'done'; readonly rows: readonly Row[] }
  | { readonly kind: 'refused'; readonly error: Refusal }
  | { readonly kind: 'unsent' | 'unanswered'; readonly error: unknown };

/** Asks one thing on a connection that somebody has alone. */
export type Query = (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

const CONNECTIONS = 10;
const PATIENCE_MS = 5_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;

/** Longer than anything takes here: a server that says nothing for so long is not there. */
const LONGEST_ANSWER_MS = 30_000;
const LONGEST_CONNECTING_MS = 10_000;
/** But for the making of an index over everything. */
const LONGEST_STEP_MS = 3_600_000;

const begin: Statement = { text: 'begin', values: [] };
const commit: Statement = { text: 'commit', values: [] };

const poolFor = (url: string, connections: number): Pool => {
  // All statements of a change are sent in one go: without it a lock would be held while they travel one by one.
  const config: PoolConfig & { readonly pipeline: true } = {
    connectionString: url,
    Client: EnteringClient,
    application_name: 'handshake',
    max: connections,
    keepAlive: true,
    connectionTimeoutMillis: LONGEST_CONNECTING_MS,
    query_timeout: LONGEST_ANSWER_MS,
    pipeline: true,
  };
  const pool = new Pool(config);
  // A server that goes away says so on every connection, in use or not. Whoever uses one hears of it by the answer that does not
  // come, and idle ones are replaced when somebody asks; unheard, it would end the process.
  const heard = (): undefined => undefined;
  pool.on('error', heard);
  pool.on('connect', (client) => client.on('error', heard));
  return pool;
};

/** All at once or nothing, in one round trip. */
const sent = async (client: PoolClient, statements: readonly Statement[]): Promise<Ran> => {
  const all = statements.length === 1 ? statements : [begin, ...statements, commit];
  const answers = await Promise.allSettled(
    all.map(({ text, values }) => (values.length === 0 ? client.query<Row>(text) : client.query<Row>(text, [...values]))),
  );
  const failure = answers.find((answer) => answer.status === 'rejected');
  if (failure !== undefined) {
    const error: unknown = failure.reason;
    return wasRefused(error) ? { kind: 'refused', error } : { kind: 'unanswered', error };
  }
  return { kind: 'done', rows: answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value.rows : [])) };
};

/** The way to the database. A connection that is lost is replaced by the next who wants one. */
export class Connections {
  /** How the operator knows the database. */
  readonly name: string;
  readonly #pool: Pool;
  readonly #patienceMs: number;
  readonly #running = new Set<Promise<unknown>>();
  #closed: Promise<void> | null = null;

  constructor(url: string, name: string, { connections = CONNECTIONS, patienceMs = PATIENCE_MS }: ConnectionOptions) {
    this.name = name;
    this.#pool = poolFor(url, connections);
    this.#patienceMs = patienceMs;
  }

  /** Tries again only where it is certain that nothing has happened. */
  run(...statements: readonly Statement[]): Promise<Ran> {
    return this.#counted(this.#patiently((ran) => ran.kind === 'refused' || ran.kind === 'unsent', statements));
  }

  /** Rows, for somebody who changes nothing: asking twice does no harm. */
  async rows(text: string, ...values: readonly unknown[]): Promise<readonly Row[]> {
    // What no column can hold, none does.
    if (!areKeepable(values)) return [];
    const ran = await this.#counted(this.#patiently(() => true, [{ text, values }]));
    if (ran.kind === 'done') return ran.rows;
    throw new StoreError('unusable', `${this.name}: cannot be read (${reasonOf(ran.error)})`, ran.error);
  }

  /** Work that asks one thing after another, alone on its connection. Ends the transaction that it may have begun. */
  async alone<T>(work: (query: Query) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    try {
      const done = await work(async (text, values = []) => {
        const question: QueryConfig & { readonly query_timeout: number } = {
          ...{ text, values: [...values] },
          query_timeout: LONGEST_STEP_MS,
        };
        return (await client.query<Row>(question)).rows;
      });
      client.release();
      return done;
    } catch (error) {
      // Whatever it was in the middle of ends with the connection.
      client.release(true);
      throw error;
    }
  }

  /** What is on its way arrives first. */
  close(): Promise<void> {
    return (this.#closed ??= Promise.allSettled(this.#running).then(() => this.#pool.end()));
  }

  async #counted<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    try {
      return await work;
    } finally {
      this.#running.delete(work);
    }
  }

  async #patiently(isRepeatable: (ran: Ran) => boolean, statements: readonly Statement[]): Promise<Ran> {
    const begun = performance.now();
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      const ran = await this.#once(statements);
      if (ran.kind === 'done' || !isOnlyNow(ran.error) || !isRepeatable(ran)) return ran;
      if (this.#closed !== null || performance.now() - begun + wait > this.#patienceMs) return ran;
      await pause(wait);
    }
  }

  async #once(statements: readonly Statement[]): Promise<Ran> {
    if (this.#closed !== null) throw new StoreError('stopped', `${this.name}: this store is closed`);
    let client: PoolClient;
    try {
      client = await this.#pool.connect();
    } catch (error) {
      return { kind: 'unsent', error };
    }
    const ran = await sent(client, statements);
    client.release(ran.kind === 'unanswered');
    return ran;
  }
}
