import { afterAll, afterEach, beforeAll, expect, describe, test } from '@jest/globals';
import type { CaseId } from '../../src/cases/ids.ts';
import { openPostgresStore } from '../../src/store/postgres/store.ts';
import type { Store } from '../../src/ports.ts';
import { emptyPlace } from '../postgres/server.ts';
import { doing, inviting } from '../support/requests.ts';
import { handshake } from '../support/terminal.ts';
import { createWorld } from '../support/world.ts';

let place: Awaited<ReturnType<typeof emptyPlace>>;
let bot: Store;
let id: CaseId;
let over: CaseId;
let letter: string;

/** A bot that runs on a database, and has just given up an errand that the service refuses. */
beforeAll(async () => {
  place = await emptyPlace();
  bot = await openPostgresStore(place.url);
  const world = createWorld({ store: bot });
  const { opened, approve, decline } = doing(world);
  id = await opened(inviting());
  over = await opened(inviting({}, 'sven'));
  await decline(over, 'bo', 'Marta is against it.');
  await approve(id, 'ada');
  world.faults.set('create-relationship', [{ kind: 'refused', code: '900145', words: 'Not known here.' }]);
  await world.settle();
  letter = (await bot.deadLetters())[0]?.id ?? '';
});
afterAll(async () => {
  await bot.close();
  await place.remove();
});

const { env } = process;
afterEach(() => {
  process.env = env;
});

const inDatabase = (words: string, STORE_URL = place.url) => {
  process.env = { ...env, STORE_URL };
  return handshake(words);
};

describe('where STORE_URL names a database, the command line looks there', () => {
  test('and proves every history, beside the bot', async () => {
    const { status, out, err } = await inDatabase('audit verify');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^2 cases, \d+ events: every record is as it was written and follows from the one before it\./);
  });

  test('and shows a case', async () => {
    const { status, out } = await inDatabase(`audit case ${id} --json`);
    expect([status, JSON.parse(out)]).toMatchObject([0, { flaw: null }]);
  });

  test('and shows what was given up, and gives it another try', async () => {
    expect((await inDatabase('outbox dead')).out).toContain(`${letter}  create-relationship  since 2026-03-02`);
    expect(await inDatabase(`outbox retry ${letter}`)).toMatchObject({ status: 0 });
    expect((await inDatabase('outbox dead')).out).toBe('Nothing was given up.');
  });

  test('and what was erased is not said to be gone from files that nobody here has cleaned', async () => {
    expect((await inDatabase(`audit erase ${over}`)).err).toContain('former versions of rows in the files of the database');
    const { status, out } = await inDatabase(`audit erase ${over} --yes`);
    expect(status).toBe(0);
    expect(out).toContain('Former versions of their rows lie in the files of the database until it has cleaned up');
  });

  test('but not where a folder is named', async () => {
    expect((await inDatabase('audit verify --store /nowhere')).err).toContain('/nowhere/handshake.jsonl: there is no such file');
  });
});

test('a record that somebody has changed in the database is named', async () => {
  const { text } = (await bot.history(id))[0] ?? { text: '' };
  await place.ask(`update handshake_events set text = text || ' ' where case_id = '${id}' and seq = 1`);
  const { status, err } = await inDatabase('audit verify');
  await place.ask(`update handshake_events set text = trim(text) where case_id = '${id}' and seq = 1`);
  expect([status, err]).toEqual([1, expect.stringContaining(`${id}, record 1: `)]);
  expect((await bot.history(id))[0]).toMatchObject({ text });
});

test.each(['audit verify', 'outbox dead', 'audit case ADM-00000-00000'])(
  '%s makes no tables in a database without any, and says so',
  async (words) => {
    const empty = await emptyPlace();
    const { status, out, err } = await inDatabase(words, empty.url);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^PostgreSQL at .*: no bot has kept anything here yet\. Its tables are made when it is started\.$/);
    expect(await empty.ask('select 1 from pg_tables where schemaname = current_schema()')).toEqual([]);
    await empty.remove();
  },
);

test('a STORE_URL that nobody understands is told with status 2', async () => {
  expect(await inDatabase('audit verify', 'mysql://a:secret@b/c')).toMatchObject({
    status: 2,
    err: expect.stringMatching(/STORE_URL: expected postgres:/),
  });
});
