import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { asking, calling, inAWord, reading, writing } from '../support/asking.ts';
import { answers, floods } from '../support/fault-server.ts';

const bomb = gzipSync(Buffer.alloc(5_000_000, 0x20));

const garbage = {
  'HTML with 200': answers(200, '<!doctype html><html><body>Sign in</body></html>', { 'content-type': 'text/html' }),
  'an empty body': answers(200),
  'truncated JSON': answers(200, '{"id":"1'),
  null: answers(200, 'null'),
  'another type': answers(200, { id: 1 }),
  'a list': answers(200, [{ id: '1' }]),
  '20 KB of brackets': answers(200, '['.repeat(10_000) + ']'.repeat(10_000)),
  'brackets inside of brackets without an end': answers(200, '{"id":'.repeat(5000)),
  'too much': answers(200, ' '.repeat(100_001)),
  'a flood without a length': floods,
  'a packed bomb that nobody asked for': answers(200, bomb, { 'content-encoding': 'gzip' }),
  'somebody else to ask': answers(302, '', { location: 'http://127.0.0.1:1/elsewhere' }),
};

describe('garbage: HTML with 200, empty body, truncated JSON, null, other types, 100 MB, gzip bomb, 302 elsewhere', () => {
  test.each(Object.entries(garbage))('%s is told to be unreadable, and is not asked for again', async (_, fault) => {
    const { came, heard } = await calling(reading, [fault]);
    expect([came, heard.length]).toEqual(['unreadable', 1]);
  });

  test.each(Object.entries(garbage))('%s to a write: nobody knows whether it has happened', async (_, fault) => {
    const { came, heard } = await calling(writing, [fault]);
    expect([came, heard.length]).toEqual(['unknown-outcome', 1]);
  });

  test('whoever sends us elsewhere gets no token there', async () => {
    const elsewhere = await asking(
      [answers(200, { id: '1' })],
      async (_, theirs) => (await calling(reading, [answers(307, '', { location: `${theirs}/v1/things/1` })])).came,
    );
    expect([elsewhere.told, elsewhere.heard.length]).toEqual(['unreadable', 0]);
  });

  test('the words say where it makes no sense', async () => {
    const call = { ...reading, answer: z.object({ items: z.array(z.object({ id: z.string() })) }) };
    const { told } = await asking([answers(200, { items: [{ id: '1' }, { id: 2 }] })], (service) => service.send(call));
    expect(told).toMatchObject({ failure: { kind: 'unreadable', words: expect.stringContaining('at items.1.id: ') } });
  });

  test.each([
    ['brackets', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['65 objects', `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`],
  ])('deep JSON: %s are not even parsed, whatever is expected', async (_, body) => {
    const { told } = await asking([answers(200, body)], (service) => service.send({ ...reading, answer: z.unknown() }));
    expect(told).toMatchObject({ failure: { kind: 'unreadable', words: expect.stringContaining('nested deeper') } });
  });

  test('what fails while an answer is read is a failure, and not thrown', async () => {
    const answer = z.string().transform((): string => {
      throw new Error('never mind');
    });
    const { told } = await asking([answers(200, '"x"')], (service) => service.send({ ...reading, answer }));
    expect(inAWord(told)).toBe('unreadable');
  });

  test('keys like __proto__ change nothing but themselves', async () => {
    const { came } = await calling(reading, [answers(200, '{"id":"1","__proto__":{"polluted":true},"constructor":1}')]);
    expect(came).toBe(200);
    expect('polluted' in {}).toBe(false);
  });
});

describe('an answer', () => {
  test('with a byte order mark before it is read without (quirk 9)', async () => {
    const { sent } = await calling(reading, [answers(200, '\uFEFF{"id":"Blåbær"}')]);
    expect(sent).toMatchObject({ ok: true, body: { id: 'Blåbær' } });
  });

  test('without a body is null, and its headers are told by their names in lower case', async () => {
    const { told } = await asking([answers(202, '', { Location: '/operations/1', 'Set-Cookie': 'a' })], (service) =>
      service.send({ method: 'DELETE', path: '/v1/things/1', answer: z.null() }),
    );
    expect(told).toMatchObject({ ok: true, status: 202, body: null, headers: { location: '/operations/1' } });
  });

  test('may be as deep as anything sensible, and hold any signs in its texts', async () => {
    const deep = `${'['.repeat(60)}"[[[[\\"${'['.repeat(80)}\\\\"${']'.repeat(60)}`;
    const { told } = await asking([answers(200, deep)], (service) => service.send({ ...reading, answer: z.unknown() }));
    expect(inAWord(told)).toBe(200);
  });
});
