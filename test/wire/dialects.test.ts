import { describe, expect, test } from '@jest/globals';
import { azureDialect, graphDialect, partnerCenterDialect } from '../../src/wire/dialects.ts';
import { calling, reading, writing } from '../support/asking.ts';
import { answers } from '../support/fault-server.ts';

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

describe('what a refusal means', () => {
  test.each([
    [401, 'sign-in'],
    [403, 'refused'],
    [400, 'refused'],
    [405, 'refused'],
    [404, 'not-found'],
    [409, 'conflict'],
    [412, 'stale'],
    [429, 'throttled'],
  ])('%i is %s, with or without a body, or with a page', async (status, kind) => {
    for (const body of ['', '<html>', '[]', 'null', '"no"']) {
      expect((await calling(writing, [answers(status, body)])).came).toBe(kind);
    }
  });
});

describe('Partner Center', () => {
  const refusal = async (status: number, body: unknown) =>
    (await calling(writing, [answers(status, body)], { dialect: partnerCenterDialect })).sent;

  test('400 with 2055 is a stale etag, said as text or as number (quirks 7 and 8)', async () => {
    for (const code of ['2055', 2055]) {
      expect(await refusal(400, { code, description: 'Etag is no longer valid' })).toMatchObject({
        failure: { kind: 'stale', code: '2055' },
      });
    }
  });

  test('2055 with another status is not', async () => {
    expect(await refusal(403, { code: '2055' })).toMatchObject({ failure: { kind: 'refused' } });
  });

  test('tells code and description, in keys of any case', async () => {
    expect(await refusal(403, { Code: 20002, Description: 'No commerce relationship' })).toEqual({
      ok: false,
      failure: {
        kind: 'refused',
        status: 403,
        code: '20002',
        words: 'Partner Center, POST /v1/things: 403 (20002): No commerce relationship',
      },
    });
  });

  test('reads the shapes of throttling and of validation status (quirk 7)', async () => {
    expect(await refusal(429, { statusCode: 429, message: 'Try again in 57 seconds.' })).toMatchObject({
      failure: { kind: 'throttled', words: expect.stringContaining('57 seconds') },
    });
    expect(await refusal(404, { code: 404, message: 'none', description: null, isRetryable: false })).toMatchObject({
      failure: { kind: 'not-found', code: '404', words: expect.stringContaining('none') },
    });
  });

  test('is not shaken by codes and descriptions of other types', async () => {
    expect(await refusal(400, { code: { a: 1 }, description: ['x'], message: 5 })).toMatchObject({
      failure: { kind: 'refused', code: '' },
    });
  });

  test('is sent its headers', async () => {
    const { heard } = await calling(reading, [answers(200, { id: '1' })], { dialect: partnerCenterDialect });
    expect(heard[0]?.headers).toMatchObject({
      accept: 'application/json',
      authorization: 'Bearer a-token',
      'ms-contract-version': 'v1',
      'ms-requestid': expect.stringMatching(guid),
      'ms-correlationid': expect.stringMatching(guid),
    });
  });

  test('words of others are cut, and hold no signs that a log would obey', async () => {
    const sent = await refusal(400, { code: '1', description: `a\r\n\u001b[31mb${'x'.repeat(5000)}` });
    const words = sent.ok ? '' : sent.failure.words;
    expect(words).toContain('a [31mb');
    expect(words.length).toBe(1000);
  });

  test('words end with the ids that whoever supports the service asks for', async () => {
    const ids = { 'ms-requestid': 'r-1', 'ms-correlationid': 'c-2', 'MS-CV': 'cv.3', 'ms-serverid': `s${'4'.repeat(300)}` };
    const { sent } = await calling(reading, [answers(403, { code: '2032' }, ids)], { dialect: partnerCenterDialect });
    expect(sent.ok ? '' : sent.failure.words).toMatch(
      /403 \(2032\) \[ms-requestid r-1, ms-correlationid c-2, ms-cv cv\.3, ms-serverid s4{99}\]$/,
    );
  });

  test('a code is cut as well, and no sign is cut in two', async () => {
    const sent = await refusal(400, { code: `${'x'.repeat(99)}😀`, description: '😀'.repeat(1000) });
    const failure = sent.ok ? null : sent.failure;
    expect(failure).toMatchObject({ kind: 'refused', code: `${'x'.repeat(99)}\uFFFD` });
    expect(failure?.words.isWellFormed()).toBe(true);
  });
});

describe.each([
  ['Graph', graphDialect, 'client-request-id'],
  ['Azure', azureDialect, 'x-ms-client-request-id'],
])('%s', (_, dialect, header) => {
  test('puts code and message into an error, and Azure at times does not', async () => {
    for (const body of [{ error: { code: 'Conflict', message: 'It is taken' } }, { code: 'Conflict', message: 'It is taken' }]) {
      const { sent } = await calling(writing, [answers(409, body)], { dialect });
      expect(sent).toMatchObject({
        failure: { kind: 'conflict', code: 'Conflict', words: expect.stringContaining('It is taken') },
      });
    }
  });

  test('is sent an id for its log', async () => {
    const { heard } = await calling(reading, [answers(200, { id: '1' })], { dialect });
    expect(heard[0]?.headers[header]).toMatch(guid);
  });
});
