import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { collect, nextOfLink, nextOfLinks } from '../../src/wire/pages.ts';
import { list, maybe, record } from '../../src/wire/shapes.ts';
import type { Call } from '../../src/wire/service.ts';
import { asking, inAWord } from '../support/asking.ts';
import { answers } from '../support/fault-server.ts';
import type { Fault } from '../support/fault-server.ts';

const GraphPage = z.object({ value: z.array(z.number()), '@odata.nextLink': maybe(z.string()) });
const things: Call<z.infer<typeof GraphPage>> = { method: 'GET', path: '/v1.0/things', query: { $top: '2' }, answer: GraphPage };

/** Knows where it stands only once it is asked. */
const page =
  (value: number[], next?: (base: string) => string): Fault =>
  (socket, heard) => {
    const base = `http://${heard.headers.host ?? ''}`;
    answers(200, { value, ...(next ? { '@odata.nextLink': next(base) } : {}) })(socket, heard);
  };

const all = (faults: readonly Fault[], mostPages?: number) =>
  asking(faults, (service, base) =>
    collect(service, things, ({ value, '@odata.nextLink': link }) => ({ items: value, next: nextOfLink(base, link) }), mostPages),
  );

describe('pages of Graph', () => {
  test('are followed to the last one', async () => {
    const { told, heard } = await all([page([1, 2], (base) => `${base}/v1.0/things?$skipToken=abc%3D`), page([3])]);
    expect(told).toMatchObject({ ok: true, body: [1, 2, 3] });
    expect(heard.map(({ path }) => path)).toEqual(['/v1.0/things?$top=2', '/v1.0/things?$skipToken=abc%3D']);
  });

  test.each([
    () => 'https://elsewhere.example/v1.0/things',
    (base: string) => `${base}.elsewhere.example/v1.0/things`,
    (base: string) => `${base.replace('://', '://x@elsewhere.example/')}/v1.0/things`,
    () => '//elsewhere.example/v1.0',
    () => '',
  ])('next-link to another host: nobody goes there, and no token does', async (next) => {
    const { told, heard } = await all([page([1], next)]);
    expect([inAWord(told), heard.length]).toEqual(['unreadable', 1]);
  });

  test.each([
    ['https://graph.example', 'https://graph.example:443/v1.0/things?a=1', { path: '/v1.0/things?a=1' }],
    ['https://graph.example/below', 'https://graph.example:443/below/v1.0/things', { path: '/v1.0/things' }],
    ['https://graph.example', 'https://graph.example:4433/v1.0/things', 'elsewhere'],
    ['http://graph.example', 'http://graph.example:443/v1.0/things', 'elsewhere'],
  ])('%s may name its own port, and no other: %s', (base, link, next) => {
    expect(nextOfLink(base, link)).toEqual(next);
  });

  test('next-link loop: it ends, and half a list is none', async () => {
    const there = (base: string): string => `${base}/v1.0/things?$skipToken=1`;
    const back = (base: string): string => `${base}/v1.0/things?$skipToken=2`;
    const { told, heard } = await all([page([1], there), page([2], back), page([3], there)]);
    expect([inAWord(told), heard.length]).toEqual(['unreadable', 3]);
  });

  test('that never end, end', async () => {
    let count = 0;
    const { told, heard } = await all([page([1], (base) => `${base}/v1.0/things?$skipToken=${(count += 1)}`)], 5);
    expect([inAWord(told), heard.length]).toEqual(['unreadable', 5]);
  });

  test('one of which cannot be had are not had at all', async () => {
    const { told } = await all([page([1], (base) => `${base}/v1.0/things?$skipToken=1`), answers(403)]);
    expect(inAWord(told)).toBe('refused');
  });
});

describe('pages of Partner Center', () => {
  const Header = z.object({ key: z.string(), value: z.string() });
  const Page = z.object({
    items: z.array(z.number()),
    links: maybe(record({ next: maybe(z.object({ uri: z.string(), headers: list(Header) })) })),
  });
  const customers: Call<z.infer<typeof Page>> = { method: 'GET', path: '/v1/customers', query: { size: '2' }, answer: Page };
  const linked = (uri: string, key = 'MS-ContinuationToken') =>
    answers(200, { items: [1], links: { next: { uri, method: 'GET', headers: [{ key, value: 'cGFnZTI=' }] } } });
  const last = answers(200, { items: [2], links: {} });
  const pages = (faults: readonly Fault[]) =>
    asking(faults, (service) =>
      collect(service, customers, ({ items, links }) => ({ items, next: nextOfLinks(links?.next ?? null) })),
    );

  test.each(['/customers?size=2&seekOperation=Next', '/v1/customers?size=2&seekOperation=Next'])(
    'are followed with their token, the version said or not: %s',
    async (uri) => {
      const { told, heard } = await pages([linked(uri), last]);
      expect(told).toMatchObject({ ok: true, body: [1, 2] });
      expect(heard[1]).toMatchObject({
        path: '/v1/customers?size=2&seekOperation=Next',
        headers: { 'ms-continuationtoken': 'cGFnZTI=' },
      });
    },
  );

  test('say no other headers for us than that token', async () => {
    const { heard } = await pages([linked('/customers', 'Authorization'), last]);
    expect(heard[1]?.headers.authorization).toBe('Bearer a-token');
    expect(heard[1]?.headers['ms-continuationtoken']).toBeUndefined();
  });

  test.each(['https://elsewhere.example/customers', '//elsewhere.example/customers', 'customers', ''])(
    'at another place are not followed: %p',
    async (uri) => {
      const { told, heard } = await pages([linked(uri)]);
      expect([inAWord(told), heard.length]).toEqual(['unreadable', 1]);
    },
  );

  test('that come back with the same token go round in a circle', async () => {
    const { told, heard } = await pages([linked('/customers')]);
    expect([inAWord(told), heard.length]).toEqual(['unreadable', 2]);
  });
});
