import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.test.ts') && !file.includes('node_modules'),
);

/** Places, by the quirk whose number begins the title of a test or of a group of tests. */
const tested = new Map<number, string[]>();
for (const file of files) {
  const titles = readFileSync(new URL(file, folder), 'utf8').matchAll(/(?:test|describe|\))\(\s*['"`]quirk (\d+): /g);
  for (const [, number] of titles) tested.set(Number(number), [...(tested.get(Number(number)) ?? []), file]);
}

const quirks = Array.from({ length: 27 }, (_, index) => index + 1);

/** Microsoft's services, and Teams. */
const isMadeUp = (file: string): boolean => /^(?:sandbox|playground[\\/]teams)\b/.test(file);

// Where a mistake of the made-up world would hide one of ours, both need a test.
test.each(quirks)('quirk %i is tested on our side, and in the made-up world', (number) => {
  const rooms = (tested.get(number) ?? []).map((file) => (isMadeUp(file) ? 'made up' : 'ours'));
  expect([...new Set(rooms)].toSorted()).toEqual(['made up', 'ours']);
});
