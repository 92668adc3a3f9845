import { setTimeout as pause } from 'node:timers/promises';
import { StoreError } from '../store-error.ts';
import type { Connections, Query } from './connections.ts';
import { firstTables } from './first-tables.ts';
import { codeOf } from './refusals.ts';

/** Each leads to the next version. Never changed once released: only added to. What it makes may be there already. */
const migrations: readonly string[] = [firstTables];

/** Two who make a table at the same moment stand in each other’s way, `if not exists` or not. */
const makeRoom = async (query: Query): Promise<void> => {
  await query('create table if not exists handshake_schema (id integer primary key, version bigint not null)');
  await query('insert into handshake_schema (id, version) values (1, 0) on conflict do nothing');
};

const NO_SUCH_TABLE = '42P01';

/** What somebody else has made just now, or is changing at this moment. */
const inEachOthersWay: ReadonlySet<string> = new Set(['23505', '42P07', '42710', '40001', '40P01', 'XX000']);
const ATTEMPTS = 50;
const PAUSE_MS = 20;

/** Null where no tables are. */
const versionIn = async (query: Query): Promise<number | null> => {
  try {
    const [row] = await query('select version from handshake_schema where id = 1');
    return row === undefined ? null : Number(row.version);
  } catch (error) {
    if (codeOf(error) !== NO_SUCH_TABLE) throw error;
    return null;
  }
};

const newer = (name: string, version: number): StoreError =>
  new StoreError(
    'newer',
    `${name}: its tables are of version ${version}, and this program knows versions up to ${migrations.length}. ` +
      'Nothing was changed. Start the newer program that has been here.',
  );

const takeSteps = (connections: Connections, steps: readonly string[]): Promise<void> =>
  connections.alone(async (query) => {
    if ((await versionIn(query)) === null) await makeRoom(query);
    await query('begin');
    const [row] = await query('select version from handshake_schema where id = 1 for update');
    const version = Number(row?.version);
    if (version > steps.length) throw newer(connections.name, version);
    for (const step of steps.slice(version)) await query(step);
    if (version < steps.length) await query(`update handshake_schema set version = ${steps.length} where id = 1`);
    await query('commit');
  });

/** Brings the tables up to date: each step once, in its order, however many start at the same moment. */
export const migrate = async (connections: Connections, steps = migrations): Promise<void> => {
  for (let left = ATTEMPTS; ; left--) {
    try {
      await takeSteps(connections, steps);
      return;
    } catch (error) {
      if (left === 0 || !inEachOthersWay.has(codeOf(error) ?? '')) throw error;
      await pause(PAUSE_MS);
    }
  }
};

/** For whoever only reads: the tables are those of this program, or it is said what they are. */
export const expectTables = async (name: string, query: Query, steps = migrations): Promise<void> => {
  const version = await versionIn(query);
  if (version === null)
    throw new StoreError('foreign', `${name}: no bot has kept anything here yet. Its tables are made when it is started.`);
  if (version > steps.length) throw newer(name, version);
  if (version < steps.length)
    throw new StoreError(
      'not-upgraded',
      `${name}: its tables are of version ${version}, and this program reads version ${steps.length}. ` +
        'Nothing was changed. The bot of this program brings them up to date when it is started.',
    );
};
