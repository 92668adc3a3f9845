import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Told } from './owner.ts';

const owner = fileURLToPath(new URL('owner.ts', import.meta.url));

/** Fast, so that the tests are; the ratio is that of the product. */
export const LEASE = { beatMs: 100, staleMs: 400 };

export interface Owner {
  readonly pid: number;
  /** Sends a command and returns the answer; without one, the next thing it says. */
  readonly ask: (command?: string) => Promise<Told>;
  readonly signal: (name: NodeJS.Signals) => void;
  /** Takes the limit away. */
  readonly unlimit: () => void;
  readonly end: () => Promise<void>;
}

/** Starts another process that opens a store. `limit` is a shell command that is given before, such as one of `ulimit`. */
export const startOwner = (path: string, limit = ':'): Owner => {
  const args = [owner, path, LEASE.beatMs, LEASE.staleMs].map(String);
  const child = spawn(
    'sh',
    ['-c', `${limit}; exec "$0" "$@"`, process.execPath, '--disable-warning=ExperimentalWarning', ...args],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  const ended = once(child, 'exit');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    pid: child.pid ?? 0,
    ask: async (command) => {
      if (command !== undefined) child.stdin.write(`${command}\n`);
      return (await lines.next()).value as Told;
    },
    signal: (name) => void child.kill(name),
    unlimit: () => void spawnSync('sh', ['-c', 'exec prlimit --fsize=unlimited --pid=$0', String(child.pid)]),
    end: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
