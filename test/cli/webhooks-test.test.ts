import { describe, expect, test } from '@jest/globals';
import { hook, prepared } from '../support/doctor.ts';
import type { Otherwise } from '../support/doctor.ts';
import { REGISTRATION, carriedOut, changed, isAt, old, unregistered } from '../support/webhooks.ts';

const TEST = `POST ${REGISTRATION}/validationEvents`;

describe('handshake webhooks test', () => {
  const ready = changed({ events: ['test-created'] });
  const seeing = (body: object): Otherwise => {
    const id = '11111111-2222-4333-8444-555555555555';
    return (asked) =>
      isAt('GET', `${REGISTRATION}/validationEvents/`)(asked)
        ? { status: 200, body: { correlationId: id, status: 'completed', callbackUrl: hook, ...body } }
        : undefined;
  };
  const answered = (responseCode: string, systemError = false): Otherwise =>
    seeing({ results: [{ responseCode, responseMessage: 'as it is', systemError, dateTimeUtc: '2026-03-02T09:00:01Z' }] });

  test('has one sent, and tells what Partner Center saw', async () => {
    const { last, changes } = await carriedOut('test', await prepared(ready));
    expect(last).toMatchObject({
      is: 'ok',
      words: `Partner Center has sent a test to ${hook}, and got: OK (2026-03-02T09:00:00.000Z).`,
    });
    expect(changes).toEqual([TEST]);
  });

  test('is what a registration makes possible', async () => {
    const place = await prepared(unregistered);
    await carriedOut('register', place);
    expect((await carriedOut('test', place)).last?.is).toBe('ok');
  });

  test.each([
    ['nothing is registered', unregistered, 'not-tried'],
    ['it is registered somewhere else', changed({ url: old, events: ['test-created'] }), 'not-tried'],
    ['the event of the test is not registered', changed({ events: ['create-transfer'] }), 'fault'],
  ])('sends nothing where %s', async (_, harm, is) => {
    const { last, changes } = await carriedOut('test', await prepared(harm));
    expect(last).toMatchObject({ tried: 'Test', is });
    expect(changes).toEqual([]);
  });

  test('the third in a minute is put off', async () => {
    const place = await prepared(ready);
    await carriedOut('test', place);
    await carriedOut('test', place);
    const { last } = await carriedOut('test', place);
    expect(last).toMatchObject({ is: 'fault', words: expect.stringContaining('429'), next: 'Run this again in some minutes.' });
  });

  test.each([
    ['takes any yes for one', answered('Accepted'), 'ok', /and got: Accepted as it is \(2026-03-02T09:00:01\.000Z\)\.$/],
    ['takes the number of one for one', answered('204'), 'ok', /and got: 204 as it is/],
    ['tells a no', answered('Unauthorized'), 'fault', /and got: Unauthorized as it is/],
    ['tells that there was no answer', seeing({ results: [{}] }), 'fault', /and got: no answer\.$/],
    ['does not wait for ever', seeing({ status: 'Pending', results: [] }), 'fault', /^A test is on its way, .* \(pending\)\.$/],
    ['tells what cannot be read', seeing({ correlationId: 7 }), 'fault', /^A test was sent; what came of it is not known\. /],
  ] as const)('%s', async (_, otherwise, is, words) => {
    const { last } = await carriedOut('test', await prepared(ready), otherwise);
    expect(last).toMatchObject({ is, words: expect.stringMatching(words) });
  });

  test('whose mistake it was decides on the next step', async () => {
    const next = async (isTheirs: boolean) =>
      (await carriedOut('test', await prepared(ready), answered('BadGateway', isTheirs))).last;
    expect(await next(true)).toMatchObject({ next: expect.stringMatching(/^It says that the mistake is its own\./) });
    expect(await next(false)).toMatchObject({ next: expect.stringMatching(/^See that the bot runs,/) });
  });

  test('what shows only a moment later is waited for', async () => {
    let looks = 0;
    const { last } = await carriedOut('test', await prepared(ready), (asked) =>
      isAt('GET', `${REGISTRATION}/validationEvents/`)(asked) && ++looks === 1
        ? { status: 404, body: { code: '1000', description: 'Not found' } }
        : undefined,
    );
    expect(last?.is).toBe('ok');
  });
});
