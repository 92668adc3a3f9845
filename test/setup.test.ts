import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Stands for npm: it says that it was called, and takes a moment. */
const NPM = `
const fs = require('node:fs');
if (fs.existsSync('at work')) throw new Error('two at once');
fs.writeFileSync('at work', '');
fs.appendFileSync('calls', 'x');
fs.mkdirSync('node_modules/.bin', { recursive: true });
fs.writeFileSync('node_modules/.bin/node', '');
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
fs.rmSync('at work');
`;

const inAClone = async (work: (folder: string, setup: () => Promise<unknown>) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-setup-'));
  try {
    mkdirSync(join(folder, 'scripts'));
    cpSync('scripts/setup.mjs', join(folder, 'scripts/setup.mjs'));
    writeFileSync(join(folder, 'package-lock.json'), '{}');
    writeFileSync(join(folder, 'npm.cjs'), NPM);
    const env = { ...process.env, npm_execpath: join(folder, 'npm.cjs') };
    await work(folder, () => run(process.execPath, [join(folder, 'scripts/setup.mjs')], { env }));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const callsIn = (folder: string): number => readFileSync(join(folder, 'calls'), 'utf8').length;

test('three commands right after a clone install once, and none begins before it is done', () =>
  inAClone(async (folder, setup) => {
    await Promise.all([setup(), setup(), setup()]);
    expect(callsIn(folder)).toBe(1);
    expect(existsSync(join(folder, '.installing'))).toBe(false);
  }));

test('an installation that was interrupted holds up nobody', () =>
  inAClone(async (folder, setup) => {
    const { pid } = await new Promise<{ pid: number }>((resolve) => {
      const gone = execFile(process.execPath, ['-e', ''], () => {
        resolve({ pid: gone.pid ?? 0 });
      });
    });
    writeFileSync(join(folder, '.installing'), String(pid));
    await setup();
    expect(callsIn(folder)).toBe(1);
  }));
