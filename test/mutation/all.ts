import { readdirSync } from 'node:fs';

const at = (folder: string) => new URL(`../${folder}/`, import.meta.url);
const testsIn = (folder: string): string[] =>
  readdirSync(at(folder))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `../${folder}/${name}`);

for (const file of ['policy', 'policy/rules', 'languages'].flatMap(testsIn)) await import(file);
