// Changes src/policy in thousands of small ways and counts how many of the changes some test notices. Takes about an hour on
// two cores; the page is reports/mutation/mutation.html. What is said here is handed on to Stryker, which is installed only
// here: `npm run mutation -- --mutate src/policy/decide.ts` tries one file.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './setup.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'test', 'mutation');
const stryker = join(folder, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const report = join(root, 'reports', 'mutation', 'mutation.json');

install(folder);
rmSync(report, { force: true });
const ran = spawnSync(process.execPath, [stryker, 'run', join(folder, 'stryker.config.mjs'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (ran.status !== 0 || !existsSync(report)) {
  if (ran.signal) console.error(`Stryker was ended by ${ran.signal}.`);
  console.error('The mutation run did not come to an end; the lines above say why. Most often a test fails without any mutant.');
  process.exit(1);
}

/** Heading, and the states of a mutant that are counted under it. */
const columns = [
  ['killed', 'Killed'],
  ['timeout', 'Timeout'],
  ['survived', 'Survived'],
  ['no test', 'NoCoverage'],
  ['error', 'RuntimeError', 'CompileError'],
  ['left out', 'Ignored'],
];
const line = (name, score, counts) =>
  `${name.padEnd(32)}${score.padStart(8)}${counts.map((one) => String(one).padStart(10)).join('')}`;
const summary = (name, mutants) => {
  const counts = columns.map(([, ...states]) => mutants.filter(({ status }) => states.includes(status)).length);
  const [killed, timeout, survived, uncovered] = counts;
  const tried = killed + timeout + survived + uncovered;
  return line(name, tried === 0 ? '–' : `${(((killed + timeout) / tried) * 100).toFixed(1)} %`, counts);
};

const { files } = JSON.parse(readFileSync(report, 'utf8'));
const all = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
console.log(
  line(
    '',
    'score',
    columns.map(([heading]) => heading),
  ),
);
for (const [name, { mutants }] of all) console.log(summary(name.replace('src/policy/', ''), mutants));
console.log(
  summary(
    'together',
    all.flatMap(([, { mutants }]) => mutants),
  ),
);
console.log(
  '\nkilled: a test failed; timeout: it never ended; survived: no test noticed; no test: none came by; error: the rules did',
);
console.log('not even load. The score counts killed and timeout among all but errors and what is left out, which is the data that');
console.log('a rule declares about itself (test/mutation/rule-data.mjs says why).');
