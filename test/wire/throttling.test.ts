import { describe, expect, test } from '@jest/globals';
import { retryAfterMs } from '../../src/wire/retry-after.ts';
import { partnerCenterDialect } from '../../src/wire/dialects.ts';
import { asking, calling, inAWord, reading, writing } from '../support/asking.ts';
import { answers } from '../support/fault-server.ts';
import type { Fault } from '../support/fault-server.ts';

const fine = answers(200, { id: '1' });
const HOUR = 3_600_000;

describe('429 with and without Retry-After (seconds, date, 0, −1, 1e9, rubbish)', () => {
  const date = 'Mon, 02 Mar 2026 09:00:00 GMT';

  test.each([
    ['57', 57_000],
    ['0', 0],
    ['1.5', 1500],
    ['-1', null],
    ['+3', null],
    ['1000000000', HOUR],
    ['1'.repeat(400), HOUR],
    ['1e9', null],
    ['soon', null],
    ['', null],
    ['Mon, 02 Mar 2026 09:00:30 GMT', 30_000],
    ['Mon, 02 Mar 2026 08:00:00 GMT', 0],
    ['Fri, 02 Mar 2126 09:00:00 GMT', HOUR],
  ])('“%s” is a wait of %p ms', (said, wait) => {
    expect(retryAfterMs({ 'retry-after': said, date }, HOUR)).toBe(wait);
  });

  test('nothing said is nothing known', () => {
    expect(retryAfterMs({ date }, HOUR)).toBeNull();
  });

  test.each([undefined, '0', '-1', 'rubbish', '0.03'])('said %p: it is asked again soon, reads and writes', async (said) => {
    const throttled = answers(
      429,
      { statusCode: 429, message: 'Rate limit is exceeded.' },
      said === undefined ? {} : { 'retry-after': said },
    );
    for (const call of [reading, writing]) {
      const { came, heard } = await calling(call, [throttled, fine]);
      expect([came, heard.length]).toEqual([200, 2]);
    }
  });

  test.each([
    ['57', 57_000],
    ['1000000000', HOUR],
  ])('said %p: nobody waits that long inside a call; whoever asked is told how long', async (said, afterMs) => {
    const { sent, heard } = await calling(writing, [answers(429, '', { 'retry-after': said })], {
      dialect: partnerCenterDialect,
      limits: { longestWaitMs: 1000 },
    });
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'throttled', afterMs } });
    expect(heard.length).toBe(1);
  });

  test('who is always throttled is told so after three tries', async () => {
    const { came, heard } = await calling(reading, [answers(429)]);
    expect([came, heard.length]).toEqual(['throttled', 3]);
  });

  test('503 that names a time is left alone for that time as well', async () => {
    const { came, heard } = await calling(reading, [answers(503, '', { 'retry-after': '3000' }), fine]);
    expect([came, heard.length]).toEqual(['unreachable', 1]);
  });
});

describe('whoever wants to be left alone', () => {
  const long = answers(429, '', { 'retry-after': '120' });

  /** Answers nobody for a while after it was asked first. */
  const tired = (): Fault => {
    let until: number | null = null;
    return (socket, heard) => {
      until ??= performance.now() + 60;
      const isTired = performance.now() < until;
      (isTired ? answers(429, '', { 'retry-after': '0.08' }) : fine)(socket, heard);
    };
  };

  test('is left alone by everybody: who comes later waits, and does not run into it', async () => {
    const { told, heard } = await asking(
      [tired()],
      async (service) => {
        const first = await service.send(reading);
        return [first, ...(await Promise.all(Array.from({ length: 9 }, () => service.send(reading))))];
      },
      { limits: { tries: 1 } },
    );
    expect(told.map(inAWord)).toEqual(['throttled', ...Array.from({ length: 9 }, () => 200)]);
    expect(heard.length).toBe(10);
  });

  test('is left alone by those as well who have been waiting for their turn', async () => {
    const { told, heard } = await asking([tired()], (service) => Promise.all([reading, reading, reading].map(service.send)), {
      limits: { tries: 1, atOnce: 1 },
    });
    expect(told.map(inAWord)).toEqual(['throttled', 200, 200]);
    expect(heard.length).toBe(3);
  });

  test('for long is not asked at all until then', async () => {
    const { told, heard } = await asking([long, fine], async (service) => [
      await service.send(reading),
      await service.send(writing),
      await service.send({ ...reading, path: '/v1/things/2' }),
    ]);
    expect(told.map(inAWord)).toEqual(['throttled', 'throttled', 'throttled']);
    expect(heard.length).toBe(1);
  });

  test('is not whoever says when it will be done', async () => {
    const { told } = await asking([answers(202, { id: '1' }, { 'retry-after': '120' }), fine], async (service) => [
      await service.send(writing),
      await service.send(reading),
    ]);
    expect(told.map(inAWord)).toEqual([202, 200]);
  });

  test('one slow tenant does not delay others', async () => {
    const { told } = await asking([long, fine], async (service) => [
      await service.send({ ...reading, tenant: 'one' }),
      await service.send({ ...reading, tenant: 'another' }),
      await service.send({ ...reading, tenant: 'one' }),
    ]);
    expect(told.map(inAWord)).toEqual(['throttled', 200, 'throttled']);
  });
});
