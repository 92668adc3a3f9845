import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url));

const begun = (folder: string, environment: Readonly<Record<string, string>>, args: readonly string[] = []): ChildProcess =>
  spawn(process.execPath, [program, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', DATA: folder, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const heard = (child: ChildProcess): { said: string } => {
  const ear = { said: '' };
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (ear.said += chunk.toString()));
  return ear;
};

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

const ended = (child: ChildProcess): Promise<Ended> => {
  const ear = heard(child);
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({ code, said: ear.said });
    });
  });
};

/** As soon as it says where it listens. */
const ready = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const ear = heard(child);
    child.stdout?.on('data', () => {
      if (ear.said.includes('Ctrl+C')) resolve(ear.said);
    });
    child.once('close', () => {
      reject(new Error(`It ended: ${ear.said}`));
    });
  });

describe('npm start answers in words', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-start-'));
  const own = (name: string): string => join(folder, name);
  let taken: Server;
  let running: ChildProcess;
  let said = '';
  beforeAll(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => {
      taken.listen(0, '127.0.0.1', resolve);
    });
    running = begun(own('running'), {});
    said = await ready(running);
  });
  afterAll(() => {
    running.kill('SIGKILL');
    taken.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const portTaken = (): string => {
    const at = taken.address();
    return String(typeof at === 'object' && at !== null ? at.port : 0);
  };

  test('where it is, what is kept where, and how to end it', () => {
    expect(said).toMatch(/^Handshake: http:\/\/localhost:\d+\/ /);
    expect(said).toContain('--fresh begins anew');
  });

  test.each([
    ['a port that is taken', () => ({ PORT: portTaken() }), [], /Port \d+ is taken. Choose another one with PORT=…/],
    [
      'a machine with a real bot',
      () => ({ BOT_APP_ID: 'b070b070-0001-4f01-8f01-0000000000f2' }),
      [],
      /`npm run serve` starts the bot/,
    ],
    ['an address that others reach', () => ({ HOST: '0.0.0.0' }), [], /for this machine alone/],
    ['an option that there is not', () => ({}), ['--frehs'], /Unknown option '--frehs'/],
    ['a second start', () => ({ DATA: own('running') }), [], /It is running already: http:\/\/localhost:\d+\//],
    ['a second start that wants to begin anew', () => ({ DATA: own('running') }), ['--fresh'], /It is running already/],
  ])('%s', async (_what, environment, args, words) => {
    const { code, said: told } = await ended(begun(own('other'), environment(), args));
    expect(told).toMatch(words);
    expect(told).not.toContain('    at ');
    expect(code).toBe(1);
  });

  test('Ctrl+C ends it in good order; what is damaged then is told, and begun anew only when that is asked for', async () => {
    const ending = ended(running);
    running.kill('SIGINT');
    expect(await ending).toMatchObject({ code: 0, said: expect.stringContaining('everything is kept') });
    const world = join(own('running'), 'playground', 'world');
    writeFileSync(world, 'not what was written');
    const { code, said: told } = await ended(begun(own('running'), {}));
    expect([code, told]).toEqual([1, expect.stringContaining('is damaged')]);
    expect(readFileSync(world, 'utf8')).toBe('not what was written');
    const anew = begun(own('running'), {}, ['--fresh']);
    const closing = ended(anew);
    await ready(anew);
    anew.kill('SIGTERM');
    expect((await closing).code).toBe(0);
  });
});
