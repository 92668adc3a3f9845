// Every test that counts in a mutation run, in one file: jest sets a file up again for every mutant, and one set-up instead of
// thirty is what makes thousands of mutants affordable. What fails soonest comes first, what is asked at random comes last.
import fc from 'fast-check';
import { readdirSync } from 'node:fs';

/** A property gets a moment, always the same questions first, and does not look for the smallest counterexample. */
fc.configureGlobal({ seed: 1, endOnFailure: true });
fc.installGlobalPlugin(fc.interruptAfterTimeLimit(25));

/** The fingerprint changes with every mutant: it would hide which of them the other tests miss. */
const without = ['fingerprint.test.ts'];
const last = ['decide.test.ts', 'house-rules.test.ts', 'catalogues.test.ts'];

const testsIn = (folder: string): string[] =>
  readdirSync(new URL(`../${folder}/`, import.meta.url))
    .filter((name) => name.endsWith('.test.ts') && !without.includes(name))
    .map((name) => `../${folder}/${name}`);
const place = (path: string): number => last.findIndex((name) => path.endsWith(`/${name}`));

const files = ['policy', 'policy/rules', 'languages'].flatMap(testsIn);
for (const path of files.sort((one, other) => place(one) - place(other))) await import(path);
