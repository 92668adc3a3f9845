import { describe, expect, test } from '@jest/globals';
import type { Authorize } from '../../src/wire/create-service.ts';
import { partnerCenterDialect } from '../../src/wire/dialects.ts';
import { calling, reading, writing } from '../support/asking.ts';
import { answers, resets } from '../support/fault-server.ts';

const fine = answers(200, { id: '1' });
const refused = answers(401, { code: '400', description: 'Access denied' });

/** Gives out another token each time, and remembers what it was asked. */
const booth = () => {
  const wanted: { tenant: string | null; fresh: boolean }[] = [];
  const authorize: Authorize = (one) => {
    wanted.push(one);
    return Promise.resolve({ ok: true, token: { value: `token-${wanted.length}` } });
  };
  return { wanted, authorize };
};

describe('401', () => {
  test('and then fine: one fresh token is tried, for reads and for writes', async () => {
    for (const call of [reading, writing]) {
      const { wanted, authorize } = booth();
      const { came, heard } = await calling(call, [refused, fine], { authorize });
      expect(came).toBe(200);
      expect(wanted.map(({ fresh }) => fresh)).toEqual([false, true]);
      expect(heard.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
    }
  });

  test('with the fresh token as well: an operator has to sign in', async () => {
    const { wanted, authorize } = booth();
    const { sent, heard } = await calling(reading, [refused], { authorize, dialect: partnerCenterDialect });
    expect(sent).toMatchObject({ failure: { kind: 'sign-in', code: '400', words: expect.stringContaining('Access denied') } });
    expect([wanted.length, heard.length]).toEqual([2, 2]);
  });

  test('is answered with a fresh token only once in a call, and attempts after it take the usual one', async () => {
    const { wanted, authorize } = booth();
    await calling(reading, [refused, answers(500), fine], { authorize });
    expect(wanted.map(({ fresh }) => fresh)).toEqual([false, true, false]);
  });
});

describe('whoever cannot show who they are', () => {
  const failure = { kind: 'sign-in', code: 'x', words: 'somebody has to sign in' } as const;

  test('sends nothing, and is told why', async () => {
    const { sent, heard } = await calling(writing, [fine], { authorize: () => Promise.resolve({ ok: false, failure }) });
    expect([sent, heard.length]).toEqual([{ ok: false, failure }, 0]);
  });

  test('after an attempt without an answer does not know whether it has happened', async () => {
    let count = 0;
    const authorize: Authorize = () => {
      count += 1;
      return Promise.resolve(count === 1 ? { ok: true, token: { value: 'x' } } : { ok: false, failure });
    };
    const { came } = await calling(writing, [resets], { authorize, dialect: partnerCenterDialect });
    expect(came).toBe('unknown-outcome');
  });
});

describe('a token', () => {
  test('is for the tenant that the call names', async () => {
    const { wanted, authorize } = booth();
    await calling({ ...reading, tenant: 'c0570001' }, [fine], { authorize });
    await calling(reading, [fine], { authorize });
    expect(wanted.map(({ tenant }) => tenant)).toEqual(['c0570001', null]);
  });

  test.each([refused, answers(500), answers(403), resets, answers(200, '<html>')])(
    'stands in no words of a failure',
    async (fault) => {
      const { sent } = await calling(writing, [fault], {
        authorize: () => Promise.resolve({ ok: true, token: { value: 'eyJ.s3cr3t' } }),
      });
      expect(JSON.stringify(sent)).not.toContain('s3cr3t');
    },
  );
});
