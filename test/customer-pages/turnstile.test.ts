import { expect, test } from '@jest/globals';
import { instant } from '../../src/cases/time.ts';
import { createTurnstile } from '../../src/customer-pages/turnstile.ts';
import { openPages } from './visited.ts';

const MINUTE = 60_000;

const turnstileAt = (limits: { perAddress?: number; overall?: number }) => {
  let now = Date.parse('2026-03-02T09:00:00.000Z');
  const turnstile = createTurnstile({ clock: { now: () => instant(now) }, ...limits });
  return { ...turnstile, pass: (minutes: number) => (now += minutes * MINUTE) };
};

test('whoever comes too often waits for the rest of ten minutes, and nobody else does', () => {
  const { waitOf, pass } = turnstileAt({ perAddress: 2 });
  expect([waitOf('10.0.0.1'), waitOf('10.0.0.1')]).toEqual([null, null]);
  pass(4);
  expect(waitOf('10.0.0.1')).toBe(360);
  expect(waitOf('10.0.0.2')).toBeNull();
  pass(6);
  expect(waitOf('10.0.0.1')).toBeNull();
});

test('all together there is an end to it, and one who is sent away does not use it up', () => {
  const { waitOf, pass } = turnstileAt({ perAddress: 2, overall: 4 });
  for (let often = 0; often < 50; often++) waitOf('10.0.0.1');
  expect([waitOf('10.0.0.2'), waitOf('10.0.0.3')]).toEqual([null, null]);
  expect(waitOf('10.0.0.4')).toBe(600);
  pass(10);
  expect(waitOf('10.0.0.4')).toBeNull();
});

test('a network of the newer kind counts as one, however its addresses are written', () => {
  const { waitOf } = turnstileAt({ perAddress: 1 });
  expect(waitOf('2001:db8:0:1::1')).toBeNull();
  expect(waitOf('2001:db8:0:1:ffff:2:3:4')).not.toBeNull();
  expect(waitOf('2001:db8:0:2::1')).toBeNull();
  expect(waitOf('::1')).toBeNull();
  expect(waitOf('::ffff:10.0.0.9')).toBeNull();
  expect(waitOf('10.0.0.9')).not.toBeNull();
});

/** Thirty visits are for one address; the 31st says that it comes from somewhere else. */
const afterThirty = async (proxies: number): Promise<readonly number[]> => {
  const pages = await openPages({ proxies });
  try {
    const from = (address: string) => pages.get('/letter', { 'X-Forwarded-For': `192.0.2.1, ${address}` });
    for (let often = 0; often < 30; often++) expect((await from('203.0.113.7')).status).toBe(200);
    return [(await from('203.0.113.7')).status, (await from('203.0.113.8')).status];
  } finally {
    pages.close();
  }
};

test('whoever comes too often cannot say to be somebody else', async () => {
  expect(await afterThirty(0)).toEqual([429, 429]);
});

test('behind a proxy everybody is counted by themselves', async () => {
  expect(await afterThirty(1)).toEqual([429, 200]);
});
