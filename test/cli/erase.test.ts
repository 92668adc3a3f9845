import { beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SealedEvent } from '../../src/cases/history.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import { flawIn } from '../../src/cases/proof.ts';
import { storeFile } from '../../src/store/store-file.ts';
import { createErase } from '../../src/commands/erase.ts';
import type { Store } from '../../src/ports.ts';
import { Database } from '../../src/store/database.ts';
import { createMemoryStore, openLowdbStore } from '../../src/store/lowdb.ts';
import { contoso, doing, inviting } from '../support/requests.ts';
import { handshake } from '../support/terminal.ts';
import { createWorld } from '../support/world.ts';

const fresh = (): string => mkdtempSync(join(tmpdir(), 'handshake-erase-'));

const fabrikam = { ...contoso, name: 'Fabrikam Mills', domain: 'fabrikam.example', contact: 'it@fabrikam.example' };

/** Everything in the case of Fabrikam Mills that says something of people, and stands in no other case. */
const needles = ['Fabrikam', 'fabrikam', 'Sven Lund', 'sven', 'Bo Dahl', '"bo"', 'Marta is against it'];

/** A store with a case of Contoso Bakery that runs, and one of Fabrikam Mills that was declined. */
const original = fresh();
let running: CaseId;
let over: CaseId;

beforeAll(async () => {
  const store = await openLowdbStore(storeFile(original));
  const world = createWorld({ store });
  const { opened, approve, decline, accept } = doing(world);
  running = await opened(inviting());
  over = await opened({ ...inviting({}, 'sven'), customer: fabrikam });
  await approve(running, 'ada');
  await decline(over, 'bo', 'Marta is against it.');
  await world.settle();
  await accept(running);
  world.wait({ days: 2 });
  await world.settle();
  await store.close();
});

const copied = (): string => {
  const folder = fresh();
  cpSync(original, folder, { recursive: true });
  return folder;
};

const bytesOf = (folder: string): string => readFileSync(storeFile(folder), 'utf8');

const eraseIn = (folder: string, words: string) => handshake(`audit erase ${words} --store ${folder}`);

describe('audit erase', () => {
  test('without --yes it says what would go and what would stay, beside the bot, and does nothing', async () => {
    const folder = copied();
    const bot = await openLowdbStore(storeFile(folder));
    const before = bytesOf(folder);
    const { status, err } = await eraseIn(folder, over);
    expect(status).toBe(2);
    expect(err).toMatch(new RegExp(`^${over}: Fabrikam Mills, asked for by Sven Lund, declined since 2026-03-02\\.\n`));
    expect(err).toMatch(/Goes for ever: \d+ values in 2 records: /);
    expect(err).toContain('Nothing was erased. Say --yes to go on; the bot has to be stopped.');
    expect(bytesOf(folder)).toBe(before);
    await bot.close();
  });

  test('with --yes the people are gone from the file, and everything still proves itself', async () => {
    const folder = copied();
    for (const needle of needles) expect(bytesOf(folder)).toContain(needle);
    const before = await handshake(`audit verify --store ${folder}`);
    expect(await eraseIn(folder, `${over} --yes`)).toMatchObject({
      status: 0,
      out: expect.stringMatching(
        new RegExp(
          `^${over}: [1-9]\\d* values were erased from 2 records, 0 notes were forgotten, and all are gone from the file\\.$`,
        ),
      ),
    });
    for (const needle of needles) expect(bytesOf(folder)).not.toContain(needle);
    expect(bytesOf(folder)).toContain('Contoso Bakery');
    // The head of the day is the one that was told before.
    expect(await handshake(`audit verify --store ${folder}`)).toEqual(before);
    expect(before).toMatchObject({ status: 0, out: expect.stringMatching(/\nHead of 2026-03-\d\d: as it was told\.$/) });
  });

  test('the case is shown as before, by nobody, and its history is sound', async () => {
    const folder = copied();
    await eraseIn(folder, `--yes ${over.toLowerCase()}`);
    const { status, out } = await handshake(`audit case ${over} --json --store ${folder}`);
    const dossier = JSON.parse(out) as {
      flaw: unknown;
      case: unknown;
      records: { event: { type: string }; who: string; hash: string }[];
    };
    expect([status, dossier.flaw]).toEqual([0, null]);
    expect(dossier.case).toMatchObject({
      status: 'declined',
      reason: 'erased',
      customer: { name: 'erased' },
      requester: { id: 'erased' },
      declinedBy: { id: 'erased' },
    });
    expect(dossier.records.map(({ event, who }) => [event.type, who])).toEqual([
      ['case-opened', 'erased'],
      ['case-declined', 'erased'],
    ]);
    const { out: page } = await handshake(`audit case ${over} --html --store ${folder}`);
    for (const needle of needles) expect(page).not.toContain(needle);
    expect(page).not.toContain('cannot be believed');
  });

  test('a second time there is nothing left, and the file is written anew all the same', async () => {
    const folder = copied();
    await eraseIn(folder, `${over} --yes`);
    const { ino } = statSync(storeFile(folder));
    expect((await eraseIn(folder, over)).err).toContain('Goes for ever: 0 values in 2 records');
    expect(await eraseIn(folder, `${over} --yes`)).toMatchObject({ status: 0, out: expect.stringContaining(': 0 values') });
    expect(statSync(storeFile(folder)).ino).not.toBe(ino);
  });

  test('while the bot runs it is refused in words, and nothing has changed', async () => {
    const folder = copied();
    const bot = await openLowdbStore(storeFile(folder));
    const { status, err } = await eraseIn(folder, `${over} --yes`);
    expect(status).toBe(2);
    expect(err).toContain('stop that one first');
    expect((await bot.case(over))?.case.customer.name).toBe('Fabrikam Mills');
    await bot.close();
  });

  test.each(['', ' --yes'])('a case that is not over is refused%s', async (yes) => {
    const folder = copied();
    const before = bytesOf(folder);
    expect(await eraseIn(folder, `${running}${yes}`)).toMatchObject({
      status: 1,
      err: `${running} is active: only a case that is over can forget its people.`,
    });
    expect(bytesOf(folder)).toBe(before);
  });

  test('a history that cannot be believed is left as it is, for whoever looks into it', async () => {
    const folder = copied();
    const database = await Database.open<unknown>(storeFile(folder));
    await database.update((table) => {
      const key = `event/${over}/000002` as const;
      const event = table.get(key) as SealedEvent;
      table.set(key, { ...event, text: event.text.replace('declined', 'approved') });
    });
    await database.close();
    const { status, err } = await eraseIn(folder, `${over} --yes`);
    expect(status).toBe(1);
    expect(err).toContain('its history cannot be believed (record 2: its text is not the text that was hashed)');
    expect(bytesOf(folder)).toContain('Fabrikam Mills');
  });

  test('what is not understood is told', async () => {
    const folder = copied();
    expect(await eraseIn(folder, 'ADM-00000-00000 --yes')).toMatchObject({
      status: 2,
      err: 'There is no case ADM-00000-00000 in this store.',
    });
    expect(await eraseIn(folder, 'nonsense')).toMatchObject({
      status: 2,
      err: expect.stringContaining('expected the id of a case'),
    });
    expect(await handshake(`audit erase --store ${folder}`)).toMatchObject({ status: 2 });
    expect(await eraseIn(folder, `${over} ${over} --yes`)).toMatchObject({
      status: 2,
      err: expect.stringContaining('one word too many'),
    });
    expect(await eraseIn(fresh(), `${over} --yes`)).toMatchObject({
      status: 2,
      err: expect.stringContaining('there is no such file'),
    });
  });
});

describe('erasing', () => {
  /** A case that was declined a moment ago: what follows from it is still to be done. */
  const declined = async (store: Store = createMemoryStore()) => {
    const world = createWorld({ store });
    const act = doing(world);
    const id = await act.opened({ ...inviting(), customer: fabrikam });
    await world.settle();
    await act.decline(id, 'ada');
    return { world, act, id, erase: createErase({ store }) };
  };

  test('has to wait until all is done that the case wants done, for that names people too', async () => {
    const { world, id, erase } = await declined();
    expect(await erase(id)).toMatchObject({
      kind: 'refused',
      words: expect.stringMatching(/not everything .* is done: .*\(show-case, waiting\)/),
    });
    await world.settle();
    expect(await erase(id)).toMatchObject({ kind: 'erased', records: 2 });
  });

  test('has to wait for somebody who looks after what was given up', async () => {
    const { world, act, id, erase } = await declined();
    world.faults.set('tell', [{ kind: 'refused', code: '404', words: 'No such person.' }]);
    await world.settle();
    expect(await erase(id)).toMatchObject({ kind: 'refused', words: expect.stringMatching(/\(tell, given-up\)/) });
    const [letter] = await world.store.deadLetters();
    await act.says('olav', 'close-dead-letter', id, { effect: letter?.id, words: 'She has left.' });
    await world.settle();
    expect(await erase(id)).toMatchObject({ kind: 'erased', records: 3 });
    const kept = await world.store.case(id);
    expect(kept && flawIn(kept, await world.store.history(id))).toBeNull();
  });

  test('a case that goes on while it is erased is left as it is', async () => {
    const { world, id } = await declined();
    await world.settle();
    const erase = createErase({ store: { ...world.store, erase: () => Promise.resolve({ kind: 'conflict' }) } });
    expect(await erase(id)).toMatchObject({ kind: 'refused', words: expect.stringContaining('has been changed meanwhile') });
  });

  test('says in words when older lines of the file could not be rid of', async () => {
    const { world, id } = await declined();
    await world.settle();
    const erase = createErase({
      store: { ...world.store, erase: () => Promise.resolve({ kind: 'not-purged', words: 'disk full' }) },
    });
    expect(await erase(id)).toMatchObject({ kind: 'not-purged', words: 'disk full' });
  });
});
