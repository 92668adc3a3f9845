import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { replay } from '../support/replay.ts';
import type { Asked } from '../support/replay.ts';
import { customers } from './replays/customers.ts';
import { news } from './replays/news.ts';
import { sold } from './replays/sold.ts';
import { standing } from './replays/standing.ts';
import { transfers } from './replays/transfers.ts';

interface Index {
  readonly fixtures: readonly { readonly file: string; readonly direction: string }[];
}

const all = [...customers, ...sold, ...standing, ...transfers, ...news];

describe('what Partner Center is asked, and what its answers mean', () => {
  test.each(all.map((one) => [one.fixtures[0], one] as const))('%s', async (_, { fixtures, ask, expected, hasStub }) => {
    const { sent, asked, meant } = await replay(fixtures, ask);
    const compared = (some: readonly Asked[]): readonly object[] => (hasStub ? some.map((one) => ({ ...one, body: 'any' })) : some);
    expect(compared(asked)).toEqual(compared(meant));
    expect(sent).toMatchObject(expected);
  });

  test('every exchange on record is understood', () => {
    const { fixtures } = JSON.parse(readFileSync(new URL('../fixtures/index.json', import.meta.url), 'utf8')) as Index;
    const ours = fixtures.filter(({ file, direction }) => file.startsWith('pc-') && direction === 'outbound');
    const known = new Set(all.flatMap((one) => one.fixtures));
    expect(known.size).toBe(97);
    expect(ours.map(({ file }) => file.replace('.json', '')).filter((name) => !known.has(name))).toEqual([]);
  });
});
