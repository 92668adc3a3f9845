import { describe, expect, test } from '@jest/globals';
import type { Arrival } from '../../src/wire/arrival.ts';
import { createBreaker } from '../../src/wire/breaker.ts';
import { usualLimits } from '../../src/wire/limits.ts';

const gone: Arrival = { kind: 'silent', words: '' };
const there: Arrival = { kind: 'answered', status: 404, headers: {}, bytes: Buffer.alloc(0) };

const createAsked = () => {
  let at = 0;
  let count = 0;
  const ask = createBreaker({ ...usualLimits, breakAfter: 2, brokenMs: 1000 }, () => at);
  return {
    forward: (milliseconds: number) => {
      at += milliseconds;
    },
    count: () => count,
    asking: async (arrival: Arrival | Promise<Arrival>) => {
      const came = await ask(async () => {
        count += 1;
        return arrival;
      });
      return came.kind;
    },
  };
};

describe('after two outages in a row', () => {
  test('nobody is asked, until a while is over; one who finds somebody there opens it for all', async () => {
    const { asking, forward, count } = createAsked();
    const before = [await asking(gone), await asking(gone), await asking(there)];
    forward(999);
    const stillBroken = await asking(there);
    forward(1);
    expect([...before, stillBroken, await asking(there), await asking(there)]).toEqual([
      'silent',
      'silent',
      'broken',
      'broken',
      'answered',
      'answered',
    ]);
    expect(count()).toBe(4);
  });

  test('one asks for all, and where nobody is there nobody else asks', async () => {
    const { asking, forward, count } = createAsked();
    await asking(gone);
    await asking(gone);
    forward(1000);
    const came = await Promise.all([asking(gone), asking(there), asking(there)]);
    expect(came).toEqual(['silent', 'broken', 'broken']);
    expect(count()).toBe(3);
    forward(1000);
    expect(await asking(there)).toBe('answered');
  });

  test.each(['held', 'cut', 'too-large'])('%s is no outage', async (kind) => {
    const { asking, count } = createAsked();
    for (let times = 0; times < 4; times += 1) await asking({ kind, words: '', afterMs: 1 } as Arrival);
    expect(count()).toBe(4);
  });
});
