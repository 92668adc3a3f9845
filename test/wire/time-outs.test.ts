import { describe, expect, test } from '@jest/globals';
import { createService } from '../../src/wire/create-service.ts';
import { partnerCenterDialect } from '../../src/wire/dialects.ts';
import { createLine } from '../../src/wire/line.ts';
import { calling, hasty, impatient, reading, writing } from '../support/asking.ts';
import { answers, cutsTheBody, drips, resets, resetsAfterHeaders, saysTooLittleLength, silence } from '../support/fault-server.ts';

const faults = { silence, resets, drips: drips(5), cutsTheBody: cutsTheBody(), resetsAfterHeaders };

describe('time-out: never answers, one byte a second, cut in the body, wrong Content-Length, reset after headers', () => {
  test.each(Object.entries(faults))('%s: a read is asked three times, and then nobody answers', async (_, fault) => {
    const { came, heard } = await calling(reading, [fault], { limits: impatient });
    expect([came, heard.length]).toEqual(['unreachable', 3]);
  });

  test.each(Object.entries(faults))('%s: a write is sent once, and nobody knows whether it has happened', async (_, fault) => {
    const { came, heard } = await calling(writing, [fault], { limits: impatient });
    expect([came, heard.length]).toEqual(['unknown-outcome', 1]);
  });

  test.each(Object.entries(faults))('%s, and then an answer: a read has it', async (_, fault) => {
    const { came } = await calling(reading, [fault, answers(200, { id: '1' })], { limits: impatient });
    expect(came).toBe(200);
  });

  test('less is read than was sent where the length was said too small, and it makes no sense', async () => {
    const { came } = await calling(reading, [saysTooLittleLength]);
    expect(came).toBe('unreadable');
  });

  test('a refusal is one even where its words are cut off', async () => {
    const { came, heard } = await calling(writing, [cutsTheBody(403)]);
    expect([came, heard.length]).toEqual(['refused', 1]);
  });

  test('whoever only reads asks again for words that were cut off', async () => {
    const { came, heard } = await calling(reading, [cutsTheBody(403), answers(404, { code: 20003 })]);
    expect([came, heard.length]).toEqual(['not-found', 2]);
  });

  test('the time of the whole call ends it, however many tries there are', async () => {
    const { came, heard } = await calling(reading, [silence], { limits: { attemptMs: 40, tries: 1000, callMs: 200 } });
    expect(came).toBe('unreachable');
    expect(heard.length).toBeLessThan(10);
  });
});

describe('nobody there', () => {
  const nowhere = 'http://127.0.0.1:1';

  test.each([reading, writing])('$method: nothing was sent, so nothing has happened', async (call) => {
    const line = createLine(hasty);
    const service = createService({ base: nowhere, dialect: partnerCenterDialect, authorize: null, line });
    const sent = await service.send(call);
    await line.close();
    expect(sent).toMatchObject({
      ok: false,
      failure: { kind: 'unreachable', words: expect.stringContaining('nobody could be reached') },
    });
  });
});

describe('a write to Partner Center', () => {
  const dialect = partnerCenterDialect;

  test('after no answer is sent again, with the same id and the same bytes', async () => {
    const { came, heard } = await calling(writing, [resets, resets, answers(201, { id: '1' })], { dialect });
    expect([came, heard.length]).toEqual([201, 3]);
    expect(new Set(heard.map(({ body, headers }) => `${headers['ms-requestid'] ?? ''} ${body}`)).size).toBe(1);
  });

  test('that never gets an answer is given up, and nobody knows', async () => {
    const { came, heard } = await calling(writing, [silence], { dialect, limits: { attemptMs: 50 } });
    expect([came, heard.length]).toEqual(['unknown-outcome', 3]);
  });

  test.each([404, 409, 412, 429, 403, 500])('after no answer, a later %i tells nothing of the first', async (status) => {
    const { came } = await calling(writing, [resets, answers(status)], { dialect });
    expect(came).toBe('unknown-outcome');
  });

  test('whose answer was cut off is not sent again: there was an answer', async () => {
    const { came, heard } = await calling(writing, [cutsTheBody(), answers(201, { id: '1' })], { dialect });
    expect([came, heard.length]).toEqual(['unknown-outcome', 1]);
  });

  test('has another id after an answer, and the same ids when everything begins again', async () => {
    const ids = async (): Promise<(string | undefined)[]> => {
      const { heard } = await calling(writing, [answers(429), resets, answers(201, { id: '1' })], { dialect });
      return heard.map(({ headers }) => headers['ms-requestid']);
    };
    const [first, second, third] = await ids();
    expect(first).not.toBe(second);
    expect(third).toBe(second);
    expect(await ids()).toEqual([first, second, third]);
    expect(first).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
  });

  test('without a name has an id of its own each time', async () => {
    const nameless = { ...writing, requestId: undefined };
    const one = await calling(nameless, [answers(201, { id: '1' })], { dialect });
    const other = await calling(nameless, [answers(201, { id: '1' })], { dialect });
    expect(one.heard[0]?.headers['ms-requestid']).not.toBe(other.heard[0]?.headers['ms-requestid']);
  });
});

describe('500, 502, 503, 504, 408', () => {
  const statuses = [408, 500, 501, 502, 503, 504];

  test.each(statuses)('%i: a read is asked again', async (status) => {
    const { came, heard } = await calling(reading, [answers(status), answers(200, { id: '1' })]);
    expect([came, heard.length]).toEqual([200, 2]);
  });

  test.each(statuses)('%i, before or after the effect: a write is sent once, and nobody knows', async (status) => {
    for (const dialect of [partnerCenterDialect, undefined]) {
      const { came, heard } = await calling(writing, [answers(status, '<html>busy</html>')], dialect ? { dialect } : {});
      expect([came, heard.length]).toEqual(['unknown-outcome', 1]);
    }
  });

  test('a write that does no harm twice is sent again, and still nobody knows when that does not help', async () => {
    const again = { ...writing, repeatable: true };
    expect((await calling(again, [answers(502), answers(200, { id: '1' })])).came).toBe(200);
    expect((await calling(again, [answers(502)])).came).toBe('unknown-outcome');
    expect((await calling(again, [answers(502), answers(404)])).came).toBe('unknown-outcome');
  });

  test('a read that may not be repeated is asked once', async () => {
    const { came, heard } = await calling({ ...reading, repeatable: false }, [answers(500)]);
    expect([came, heard.length]).toEqual(['unreachable', 1]);
  });
});
