import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

const supervisor = fileURLToPath(new URL('supervisor.ts', import.meta.url));
const LOOK_AGAIN_MS = 20;

/** The run of tests that this process belongs to: a worker is a child of it. */
const run = process.connected ? process.ppid : process.pid;

const read = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const supervised = (folder: string, served: number, stdio: 'ignore' | 'pipe') => {
  const log = openSync(join(folder, 'supervisor.log'), 'a');
  const args = ['--disable-warning=ExperimentalWarning', supervisor, folder, String(served)];
  const env = { ...process.env, NODE_OPTIONS: '' };
  const child = spawn(process.execPath, args, { detached: true, env, stdio: [stdio, stdio === 'pipe' ? 'pipe' : log, log] });
  closeSync(log);
  child.unref();
  return child;
};

/** Where the server of a folder listens, once it does. */
const addressIn = async (folder: string): Promise<string> => {
  for (;;) {
    const address = read(join(folder, 'address'));
    if (address !== null) return address;
    const pid = read(join(folder, 'supervisor'));
    if (pid && !isThere(Number(pid))) throw new Error(`no PostgreSQL: ${read(join(folder, 'supervisor.log')) ?? ''}`);
    await pause(LOOK_AGAIN_MS);
  }
};

/** Left by a run of the same number that was cut off together with its supervisor. */
const isLeftOver = (folder: string): boolean => {
  const pid = read(join(folder, 'supervisor'));
  return pid !== null && pid !== '' && !isThere(Number(pid)) && existsSync(join(folder, 'address'));
};

/** One server for a whole run of tests, started by whoever needs it first; it ends with the run. */
const sharedServer = async (): Promise<string> => {
  const folder = join(tmpdir(), `handshake-postgres-${run}`);
  if (isLeftOver(folder)) rmSync(folder, { recursive: true, force: true });
  try {
    mkdirSync(folder, { mode: 0o755 });
    supervised(folder, run, 'ignore');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return addressIn(folder);
};

/** A server of one’s own, which can be stopped and started. */
export const ownServer = async () => {
  const folder = join(tmpdir(), `handshake-postgres-${randomUUID()}`);
  mkdirSync(folder, { mode: 0o755 });
  const child = supervised(folder, process.pid, 'pipe');
  if (child.stdin === null || child.stdout === null) throw new TypeError('no pipes');
  const { stdin, stdout } = child;
  const lines = createInterface(stdout)[Symbol.asyncIterator]();
  const tell = async (order: 'stop' | 'start' | 'end'): Promise<void> => {
    stdin.write(`${order}\n`);
    await lines.next();
  };
  const url = await addressIn(folder);
  return { url, stop: () => tell('stop'), start: () => tell('start'), end: () => tell('end') };
};

/** Somebody else at the same database, alone on a connection. */
export const stranger = async (url: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return { ask: (text: string) => client.query(text), leave: () => client.end() };
};

const asked = async (url: string, text: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
};

/** An empty place for tables on a real PostgreSQL: `DATABASE_URL`, or a server of our own. With settings of its own, if wanted. */
export const emptyPlace = async (...settings: readonly string[]) => {
  const server = process.env.DATABASE_URL ?? (await sharedServer());
  const name = `tests_${randomUUID().replaceAll('-', '')}`;
  await asked(server, `create schema ${name}`);
  const url = new URL(server);
  url.searchParams.set('options', [`search_path=${name}`, ...settings].map((setting) => `-c ${setting}`).join(' '));
  return {
    url: url.href,
    ask: (text: string) => asked(url.href, text),
    /** Where the server is somebody else’s, nothing is left on it. */
    remove: async () => {
      if (process.env.DATABASE_URL !== undefined) await asked(server, `drop schema ${name} cascade`);
    },
  };
};
