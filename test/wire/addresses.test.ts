import { describe, expect, test } from '@jest/globals';
import { createService } from '../../src/wire/create-service.ts';
import { graphDialect } from '../../src/wire/dialects.ts';
import { createLine } from '../../src/wire/line.ts';
import { asking, inAWord, reading, writing } from '../support/asking.ts';
import { answers } from '../support/fault-server.ts';

const fine = answers(200, { id: '1' });

describe('an address', () => {
  test.each([
    '/v1/customers/../audit',
    '/v1/./x',
    '/v1/%2e%2e/x',
    '/v1/a b',
    '/v1/x#y',
    '/v1/x?a#y',
    '/v1\\x',
    '@elsewhere.example/v1',
    '.example/v1',
    '',
  ])('%p leads elsewhere, and nothing is sent', async (path) => {
    const { told, heard } = await asking([fine], (service) => service.send({ ...reading, path }));
    expect(told).toMatchObject({ failure: { kind: 'refused', status: 400, code: 'path' } });
    expect(heard).toEqual([]);
  });

  test('keeps what it begins with, and takes its query from both places', async () => {
    const { heard } = await asking([fine], async (_, base) => {
      const line = createLine();
      const service = createService({ base: `${base}/global/graph/`, dialect: graphDialect, authorize: null, line });
      const query = { $filter: "status eq 'active'", size: '2+3' };
      const sent = await service.send({ ...reading, path: "/v1.0/things(name='a%20b')?$skipToken=x%2B", query });
      await line.close();
      return inAWord(sent);
    });
    expect(heard[0]?.path).toBe(
      "/global/graph/v1.0/things(name='a%20b')?$skipToken=x%2B&$filter=status%20eq%20%27active%27&size=2%2B3",
    );
  });

  test('names no customer in the words of a failure: the query is left out', async () => {
    const { told } = await asking([answers(404)], (service) =>
      service.send({ ...reading, path: '/v1/customers?filter=solsikke', query: { name: 'havbris' } }),
    );
    expect(JSON.stringify(told)).not.toMatch(/solsikke|havbris/);
  });
});

describe('a body', () => {
  test('is JSON, or a form, and says so, unless the call says otherwise', async () => {
    const { heard } = await asking([fine], async (service) => {
      await service.send(writing);
      await service.send({ ...writing, body: new URLSearchParams({ a: 'b c' }) });
      await service.send({ ...writing, headers: { 'Content-Type': 'application/merge-patch+json', 'If-Match': '"1"' } });
      return service.send(reading);
    });
    expect(heard.map(({ headers, body }) => [headers['content-type'], headers['if-match'], body])).toEqual([
      ['application/json', undefined, '{"name":"Solsikke"}'],
      ['application/x-www-form-urlencoded', undefined, 'a=b+c'],
      ['application/merge-patch+json', '"1"', '{"name":"Solsikke"}'],
      [undefined, undefined, ''],
    ]);
  });

  test('a header that would begin another request is never sent', async () => {
    const { told, heard } = await asking([fine], (service) =>
      service.send({ ...writing, headers: { 'If-Match': '"1"\r\nx-evil: 1' } }),
    );
    expect([inAWord(told), heard.length]).toEqual(['refused', 0]);
  });

  test('nor does it make anybody think that the service is gone', async () => {
    const { told } = await asking(
      [fine],
      async (service) => {
        for (const mark of ['\n', '\0', '…']) await service.send({ ...writing, headers: { 'If-Match': mark } });
        return service.send(writing);
      },
      { limits: { breakAfter: 2, tries: 1 } },
    );
    expect(inAWord(told)).toBe(200);
  });
});
