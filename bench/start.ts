/**
 * How long `npm start` takes, once everything is installed, until its page is answered: with an empty folder, and again on what
 * it has kept. Beside it the same server with nothing behind it. Run it with `node start.ts`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, met, short, tableOf } from './figures.ts';

const ROUNDS = 5;
const AIM_MS = 10_000;

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** From the command to the page's whole answer, in milliseconds. */
const started = async (program: string, folder: string): Promise<number> => {
  const begun = performance.now();
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, PORT: '0', DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/\S+(?=\s)/.exec(said);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', () => {
      reject(new Error(`It ended before it listened. It said: ${said}`));
    });
  });
  await (await fetch(address)).text();
  const took = performance.now() - begun;
  child.kill('SIGTERM');
  await ended;
  return took;
};

const folder = mkdtempSync(join(tmpdir(), 'handshake-start-'));
try {
  const ways = { bare: [] as number[], fresh: [] as number[], again: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const own = join(folder, String(round));
    ways.bare.push(await started(file('start/bare.ts'), own));
    ways.fresh.push(await started(file('../src/main.ts'), own));
    ways.again.push(await started(file('../src/main.ts'), own));
  }
  const row = (what: string, times: readonly number[], aim = ''): string[] => [
    ...[what, short(median(times)), `${short(Math.min(...times))}–${short(Math.max(...times))}`],
    ...[short(median(times) / median(ways.bare)), aim],
  ];
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`);
  console.log(`${ROUNDS} rounds, medians, from the command to the page\n`);
  console.log(
    tableOf([
      ['what', 'ms', 'min–max', '× bare', 'aim'],
      row('a restify server with nothing behind it', ways.bare),
      row('npm start, in an empty folder', ways.fresh, `< 10 s: ${met(median(ways.fresh) < AIM_MS)}`),
      row('… on what it has kept', ways.again, `< 10 s: ${met(median(ways.again) < AIM_MS)}`),
    ]),
  );
} finally {
  rmSync(folder, { recursive: true });
}
