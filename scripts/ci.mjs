// What has to hold before anything lands, from a clean checkout. Every step counts; the last line is the sum of all.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
let passed = 0;
let failed = 0;

const count = (name, isFine) => {
  if (isFine) passed += 1;
  else failed += 1;
  console.log(`${isFine ? 'ok    ' : 'FAILED'} ${name}`);
};

/** Runs a command in words, shows what it prints, and answers with that and its status. */
const run = (words, { cwd = root, env = process.env } = {}) =>
  new Promise((resolve) => {
    console.log(`\n── ${words}`);
    const child = spawn('bash', ['-c', words], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const [stream, shown] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.on('data', (chunk) => {
        output += String(chunk);
        shown.write(chunk);
      });
    }
    child.on('close', (status) => resolve({ output, isFine: status === 0 }));
  });

const step = async (name, words, options) => count(name, (await run(words, options)).isFine);

/** The commands that the README gives a newcomer, in its own words. */
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const commandIn = (command) => {
  if (!readme.split('\n').includes(command)) throw new Error(`The README no longer says \`${command}\` on a line of its own.`);
  return command;
};

/** A newcomer's first minute: an empty folder, a clone, `npm start`, and the pages of both servers answer. */
const firstRun = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-first-run-'));
  try {
    const cloned = spawnSync('git', ['clone', '--quiet', root, join(folder, 'handshake')], { stdio: 'inherit' });
    if (cloned.status !== 0) return false;
    console.log(`\n── ${commandIn('npm start')}   (in an empty clone)`);
    // A group of its own, so that everything that npm starts ends with it.
    const child = spawn('npm', ['start'], {
      cwd: join(folder, 'handshake'),
      env: { ...process.env, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const addresses = await new Promise((resolve) => {
      let output = '';
      child.stdout.on('data', (chunk) => {
        process.stdout.write(chunk);
        output += String(chunk);
        const found = output.match(/http:\/\/[^\s/]+/g) ?? [];
        if (found.length === 2) resolve(found);
      });
      child.on('close', () => resolve(null));
    });
    if (addresses === null) return false;
    const [page, outside] = addresses;
    const pages = await Promise.all([
      ...['/', '/play.js', '/play/state', '/ask', '/ask.js', '/languages/zh-Hans.json', '/rulebook.md'].map((path) =>
        fetch(page + path),
      ),
      ...['/customers', '/partners', '/customers/style.css'].map((path) => fetch(outside + path)),
    ]);
    const ended = new Promise((resolve) => child.on('close', resolve));
    process.kill(-child.pid, 'SIGTERM');
    await ended;
    return pages.every(({ ok }) => ok);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

await step('the packages install from the lock file', 'node scripts/setup.mjs');
count('a first run in an empty clone serves the page', await firstRun());

/** Tests count one by one. */
const tests = async (name, words) => {
  const { output, isFine } = await run(words);
  const [, testsFailed = 0, testsPassed = 0] = /^Tests:(?:\s+(\d+) failed,)?.*?(\d+) passed/m.exec(output) ?? [];
  passed += Number(testsPassed);
  failed += Number(testsFailed);
  count(name, isFine && Number(testsPassed) > 0);
};
await tests('the README’s test command', commandIn('npm test'));
await tests('the slow tests', 'npm run -s slow');

await step(
  'the packages of benches and browser tests install',
  'node scripts/setup.mjs bench test/e2e test/mutation test/postgres',
);
for (const check of ['typecheck', 'lint', 'arch', 'unused', 'docs:check']) await step(check, `npm run -s ${check}`);
await step('a browser for the pages', 'bash .ci/chromium');
await step('browser stories', 'npm run -s e2e');
await step('the crash storm', 'npm run -s storm');
await step('every recipe with every fault at every step', 'npm run -s recipes');
await step('hostile activities', 'npm run -s hostile');
await step('the performance claims can be measured', 'npm run -s bench');
await step('nothing was changed by all this', 'git diff --exit-code --stat');

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
