import { beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { userInfo, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseEvent } from '../../src/cases/case.ts';
import { unseal } from '../../src/cases/history.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import { instant } from '../../src/cases/time.ts';
import { run } from '../../src/cli/run.ts';
import { storeFile } from '../../src/store/store-file.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import type { KeptEffect, Store } from '../../src/ports.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { doing, inviting } from '../support/requests.ts';
import { handshake } from '../support/terminal.ts';
import { createWorld } from '../support/world.ts';

const fresh = (): string => mkdtempSync(join(tmpdir(), 'handshake-outbox-'));

/** Clears the screen, colours it, turns the line round: nothing that a service says may do that. */
const HOSTILE = 'Not known\u001b[2J\u009b31m here\r\n\u202e\u{e0041}.';

let folder: string;
let bot: Store;
let id: CaseId;
let letter: string;

/** A bot that runs, and has just given up an errand that the service refuses: its case is stuck. */
beforeEach(async () => {
  folder = fresh();
  bot = await openLowdbStore(storeFile(folder));
  const world = createWorld({ store: bot });
  const { opened, approve } = doing(world);
  id = await opened(inviting());
  await approve(id, 'ada');
  world.faults.set('create-relationship', [{ kind: 'refused', code: '900145', words: HOSTILE }]);
  await world.settle();
  letter = (await bot.deadLetters())[0]?.id ?? '';
});

const outbox = (words: string) => handshake(`outbox ${words} --store ${folder}`);

/** With a note of several words, as a shell would hand it over. */
const noting = async (words: string, note: string) => {
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const input = async function* () {
    await Promise.resolve();
    yield '';
  };
  const status = await run(['outbox', ...words.split(' '), '--note', note, '--store', folder], { out: say, err: say, input });
  return { status, said: said.join('\n') };
};

/** What the bot finds, and does, when it is started again. */
const startedAgain = async <T>(look: (store: Store, world: ReturnType<typeof createWorld>) => Promise<T>): Promise<T> => {
  const store = await openLowdbStore(storeFile(folder));
  // The command line goes by the real clock.
  const world = createWorld({ store, start: instant(Date.now()) });
  await world.settle();
  const found = await look(store, world);
  await store.close();
  return found;
};

const lastOf = async (store: Store, type: CaseEvent['type']): Promise<CaseEvent | undefined> =>
  (await store.history(id)).map(unseal).findLast((event) => event.type === type);

const operator = { id: `operator:${userInfo().username}`, name: userInfo().username, roles: ['operator'] };

describe('outbox dead', () => {
  test('lists beside the bot what was given up, with the reason, and nothing in it steers the terminal (P11)', async () => {
    const { status, out } = await outbox('dead');
    expect(status).toBe(0);
    expect(out).toMatch(
      new RegExp(`^${letter}  create-relationship  since 2026-03-02T09:00:00\\.000Z, 0 tries: 900145: Not known \\[2J 31m here`),
    );
    expect(out).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    await bot.close();
  });

  test('as data it is the whole effect, and the same words, though they steer nothing on the way (P11)', async () => {
    const { out } = await outbox('dead --json');
    expect(out).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({ id: letter, caseId: id, state: 'given-up', trouble: `900145: ${HOSTILE}` }),
    ]);
    await bot.close();
  });

  test('says that there is nothing, when there is nothing, or no store', async () => {
    await bot.commit({ closes: { id: letter } });
    await bot.close();
    expect(await outbox('dead')).toMatchObject({ status: 0, out: 'Nothing was given up.' });
    expect(await outbox('dead --json')).toMatchObject({ status: 0, out: '[]' });
    const nowhere = await handshake(`outbox dead --store ${join(folder, 'nowhere')}`);
    expect(nowhere).toMatchObject({ status: 2, err: expect.stringContaining('there is no such file') });
  });
});

describe('outbox retry', () => {
  test('while the bot runs it is refused in words, and nothing has changed', async () => {
    const { status, err } = await outbox(`retry ${letter}`);
    expect(status).toBe(2);
    expect(err).toContain(`is in use by process ${process.pid}`);
    expect(err).toContain('stop that one first');
    expect(await bot.deadLetters()).toHaveLength(1);
    await bot.close();
  });

  test('afterwards it stands in the history, with who and why, and the bot carries it out when it is started', async () => {
    await bot.close();
    const { status, said } = await noting(`retry ${letter}`, 'Marta has put it right.');
    expect([status, said]).toEqual([0, `${letter}: will be tried again as soon as the bot runs`]);
    await startedAgain(async (store, world) => {
      expect(await lastOf(store, 'dead-letter-retried')).toMatchObject({
        effect: letter,
        actor: operator,
        words: 'Marta has put it right.',
      });
      expect([...world.done.values()].map(({ kind }) => kind)).toContain('create-relationship');
      expect((await store.case(id))?.case.status).toBe('awaiting-customer');
      expect(await store.deadLetters()).toEqual([]);
    });
    expect(await handshake(`audit verify --store ${folder}`)).toMatchObject({ status: 0 });
  });

  test('needs no words, and takes no second time', async () => {
    await bot.close();
    expect(await outbox(`retry ${letter}`)).toMatchObject({ status: 0 });
    expect(await outbox(`retry ${letter}`)).toMatchObject({
      status: 2,
      err: `${letter}: nothing of this name was given up. \`handshake outbox dead\` lists what was.`,
    });
  });

  test('words that a history does not take are refused by the bot itself', async () => {
    await bot.close();
    const { status, said } = await noting(`retry ${letter}`, 'x'.repeat(3000));
    expect(status).toBe(1);
    expect(said).toContain('words');
    expect(await outbox('dead')).toMatchObject({ out: expect.stringContaining(letter) });
  });
});

describe('outbox close', () => {
  test('wants a note, even when the bot could not be asked', async () => {
    const wanted = { status: 2, err: '--note: expected some words on why it is closed' };
    expect(await outbox(`close ${letter}`)).toMatchObject(wanted);
    expect(await noting(`close ${letter}`, '  ')).toMatchObject({ status: 2, said: wanted.err });
    await bot.close();
  });

  test('writes the note into the history, and the bot does not try it again', async () => {
    await bot.close();
    expect(await noting(`close ${letter}`, 'Done by hand.')).toEqual({ status: 0, said: `${letter}: closed` });
    await startedAgain(async (store, world) => {
      expect(await lastOf(store, 'dead-letter-closed')).toMatchObject({ effect: letter, actor: operator, words: 'Done by hand.' });
      expect([...world.done.values()].map(({ kind }) => kind)).not.toContain('create-relationship');
      expect(await store.effect(letter)).toBeNull();
    });
  });
});

describe('outbox close --done', () => {
  test('cannot stand for a link that nobody knows: it is refused in words, and stays among the dead letters', async () => {
    await bot.close();
    const { status, said } = await noting(`close ${letter} --done`, 'Made in the portal.');
    expect([status, said]).toEqual([1, speakerOf('en').sayKey('refusal.link-needed', {})]);
    expect(await outbox('dead')).toMatchObject({ out: expect.stringContaining(letter) });
  });

  test.each([
    ['goes on, as if the service had done it', ' --done', 'active', [operator]],
    ['stays stuck without it', '', 'stuck', []],
  ])('a case that waits for what was done by hand %s', async (_how, option, wanted, by) => {
    const world = createWorld({ store: bot });
    const act = doing(world);
    id = await act.opened(inviting({ reseller: null }));
    await act.approve(id, 'ada');
    await world.settle();
    world.faults.set('assign-groups', [{ kind: 'refused', code: '1', words: 'no' }]);
    await act.accept(id);
    await world.settle();
    expect(await act.status(id)).toBe('stuck');
    const mine = (await bot.effectsOf(id)).find(({ state }) => state === 'given-up')?.id ?? '';
    await bot.close();
    expect(await noting(`close ${mine}${option}`, 'Olav has added the groups.')).toEqual({ status: 0, said: `${mine}: closed` });
    const before = await openLowdbStore(storeFile(folder));
    expect((await before.case(id))?.case.status).toBe(wanted);
    await before.close();
    await startedAgain(async (store, { done }) => {
      expect(await lastOf(store, 'dead-letter-closed')).toMatchObject({ actor: operator, words: 'Olav has added the groups.' });
      expect([await store.effect(mine), [...done.values()].filter(({ kind }) => kind === 'assign-groups')]).toEqual([null, []]);
      const assigned = (await store.history(id)).map(unseal).filter(({ type }) => type === 'groups-assigned');
      expect(assigned.map(({ actor }) => actor)).toEqual(by);
    });
  });
});

test.each(['retry', 'close'])(
  'outbox %s: something in the place of the lock ends with status 2 and words, and no stack',
  async (name) => {
    await bot.close();
    mkdirSync(`${storeFile(folder)}.lock`);
    const { status, out, err } = await outbox(`${name} ${letter} --note x`);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/cannot be opened \(EISDIR/);
    expect(err).not.toMatch(/\n\s+at |node:/);
  },
);

describe.each(['retry', 'close'])('outbox %s: what is not understood is told, and the bot is not disturbed', (name) => {
  test.each([
    ['an effect that is not there', 'ADM-00000-00000/1.1', /^ADM-00000-00000\/1\.1: nothing of this name was given up/],
    ['no effect of any case', 'nonsense\u001b[2J', /^nonsense \[2J: nothing of this name was given up/],
    ['two words', 'one two', /^two: one word too many\. Known here: --store --note/],
    ['an option that is none', 'one --yes', /Known here: --store --note/],
  ])('%s', async (_, words, says) => {
    const { status, said } = await noting(`${name} ${words}`, 'why');
    expect(status).toBe(2);
    expect(said).toMatch(says);
    await bot.close();
  });

  test('no effect at all', async () => {
    expect(await noting(name, 'why')).toMatchObject({ status: 2, said: expect.stringContaining('Expected an effect') });
    await bot.close();
  });

  test('an effect that waits, and was not given up', async () => {
    const effect: KeptEffect | null = await bot.effect(letter);
    if (effect === null) throw new Error('There is a dead letter');
    await bot.commit({ effects: [{ ...effect, id: `${id}/99.1` }] });
    expect(await noting(`${name} ${id}/99.1`, 'why')).toMatchObject({
      status: 2,
      said: expect.stringContaining('nothing of this name'),
    });
    await bot.close();
  });

  test('an effect whose case is missing', async () => {
    const [gone, other] = ['ADM-00000-00000' as CaseId, 'ADM-00000-00000/1.1'];
    const at = instant(0);
    const wanted = {
      id: other,
      caseId: gone,
      lane: 'cards',
      order: 1,
      effect: { kind: 'show-case' },
      since: at,
      dueAt: at,
    } as const;
    await bot.commit({ effects: [wanted] });
    await createWorld({ store: bot }).settle();
    const { status, said } = await noting(`${name} ${other}`, 'why');
    expect(status).toBe(2);
    expect(said).toContain(`there is no case ${gone} in whose history it could be noted`);
    await bot.close();
  });

  test('no store: none is created', async () => {
    await bot.close();
    folder = fresh();
    expect(await noting(`${name} ${letter}`, 'why')).toMatchObject({
      status: 2,
      said: expect.stringContaining('there is no such file'),
    });
    expect(existsSync(storeFile(folder))).toBe(false);
  });
});
