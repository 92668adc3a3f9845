import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { StoreError } from '../../src/ports.ts';
import { openBot } from '../../src/production/open-bot.ts';
import { prepare } from '../../src/production/prepare.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { storeFile } from '../../src/store/store-file.ts';
import { emptyPlace } from '../postgres/server.ts';
import { refusingServer } from '../postgres/refusing-server.ts';
import { handshake } from '../support/terminal.ts';
import { ola, outside } from '../support/serving.ts';

type World = Awaited<ReturnType<typeof outside>>;

const opened = async (
  world: World,
  { finishingMs = 5_000, ...more }: { finishingMs?: number; PORT?: string; DATA?: string; STORE_URL?: string } = {},
) => {
  const told: string[] = [];
  const environment = { ...world.settings, ...more };
  const operator = { tell: (sentence: string) => void told.push(sentence) };
  const bot = await openBot(await prepare(environment), { environment, operator, finishingMs });
  world.callAt(`http://127.0.0.1:${bot.port}/api/messages`);
  return { ...bot, told };
};

const says = ({ teams }: World, words: string) => teams.person(ola).say(teams.personal(ola), words);
const asks = (world: World) => says(world, 'help');

/** As soon as the bot listens to them; they say no more. */
const beginsToSpeak = (port: number): Promise<unknown> =>
  new Promise((resolve) => {
    const line = connect(port, '127.0.0.1');
    line.write('POST /api/messages HTTP/1.1\r\nHost: here\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n');
    line.once('data', resolve);
    line.once('error', resolve);
  });

/** Nobody else holds it. */
const isPutAway = async ({ settings }: World): Promise<boolean> => {
  const store = await openLowdbStore(storeFile(settings.DATA));
  await store.close();
  return true;
};

describe('a bot that is told to end', () => {
  test('finishes what it holds, and puts everything away', async () => {
    const world = await outside();
    const { stop, told, running } = await opened(world);
    await asks(world);
    await stop();
    await running;
    expect(world.teams.personal(ola).messages.at(-1)).toMatchObject({ from: null });
    expect(told.join()).not.toContain('in time');
    expect(await isPutAway(world)).toBe(true);
    expect(await asks(world)).toMatchObject({ status: null });
  });

  test('has its store where the command line looks for it', async () => {
    const world = await outside();
    const { stop } = await opened(world);
    await stop();
    const before = process.env;
    process.env = { ...before, DATA: world.settings.DATA };
    const verified = await handshake('audit verify');
    process.env = before;
    expect(verified).toMatchObject({ status: 0, err: '' });
  });

  test('does not wait for ever for somebody who never says it all', async () => {
    const world = await outside();
    const { stop, told, running, port } = await opened(world, { finishingMs: 20 });
    await beginsToSpeak(port);
    await stop();
    await running;
    expect(told.join()).toContain('Not everything was finished in time');
    expect(await isPutAway(world)).toBe(true);
  });
});

describe('a bot on a database', () => {
  test('finds at its next start what it has kept there, and nothing of it is in the folder', async () => {
    const world = await outside();
    const { DATA } = world.settings;
    const place = await emptyPlace();
    const first = await opened(world, { STORE_URL: place.url });
    await says(world, 'language de');
    await first.stop();
    const second = await opened(world, { STORE_URL: place.url });
    await asks(world);
    await second.stop();
    expect(world.teams.personal(ola).messages.at(-1)).toMatchObject({ from: null, card: { lang: 'de' } });
    expect([first.told.join(), second.told.join()]).toEqual([
      expect.stringContaining('Head of '),
      expect.not.stringContaining('Head of '),
    ]);
    expect(existsSync(storeFile(DATA))).toBe(false);
    await place.remove();
  });

  test('that lets nobody in: it is told, and nothing is started', async () => {
    const world = await outside();
    const server = await refusingServer('28P01', 'password authentication failed');
    const opening = opened(world, { STORE_URL: `postgres://handshake:secret@${server.host}/cases` });
    await expect(opening).rejects.toThrow(`PostgreSQL at ${server.host}/cases: cannot be opened (password authentication failed).`);
    await expect(opening).rejects.not.toThrow('secret');
    await server.close();
  });
});

describe('a bot is not started', () => {
  test('where another one holds the store', async () => {
    const world = await outside();
    const { stop } = await opened(world);
    await expect(opened(world)).rejects.toThrow('is in use by process');
    await stop();
  });

  test('where nothing can be kept', async () => {
    const world = await outside();
    const { ACCOUNTS } = world.settings;
    await expect(opened(world, { DATA: `${ACCOUNTS}/below` })).rejects.toThrow(StoreError);
  });

  test('where somebody listens already, and then it holds nothing', async () => {
    const world = await outside();
    const somebody = createServer();
    await new Promise<void>((resolve) => somebody.listen(0, '127.0.0.1', resolve));
    const { port } = somebody.address() as AddressInfo;
    await expect(opened(world, { PORT: String(port) })).rejects.toThrow('EADDRINUSE');
    expect(await isPutAway(world)).toBe(true);
    somebody.close();
  });
});
