import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readingPostgres } from '../../src/store/postgres/reading-beside.ts';
import { openPostgresStore } from '../../src/store/postgres/store.ts';
import { emptyPlace } from '../postgres/server.ts';
import { refusalOf } from './journals.ts';
import { idOf, keptCase, opens, sealedEvent } from './records.ts';

let place: Awaited<ReturnType<typeof emptyPlace>>;

beforeEach(async () => {
  place = await emptyPlace();
});
afterEach(() => place.remove());

const reading = () => readingPostgres(place.url, (store) => store.cases(null, 9));

const tables = () => place.ask(`select tablename from pg_tables where schemaname = current_schema() order by 1`);

describe('reading a database beside a bot', () => {
  test('shows all of it as it was at one moment, whatever the bot goes on to keep', async () => {
    const bot = await openPostgresStore(place.url);
    await bot.commit({ ...opens(1), events: [sealedEvent(1, 1)] });
    await readingPostgres(place.url, async (found) => {
      expect(await found.cases(null, 9)).toEqual([keptCase(1)]);
      await bot.commit({ ...opens(2), events: [sealedEvent(1, 2), sealedEvent(2, 1)] });
      expect([await found.cases(null, 9), await found.history(idOf(1)), await found.history(idOf(2))]).toEqual([
        [keptCase(1)],
        [sealedEvent(1, 1)],
        [],
      ]);
    });
    expect(await reading()).toEqual([keptCase(1), keptCase(2)]);
    await bot.close();
  });

  test('names cases that have events and no record', async () => {
    const bot = await openPostgresStore(place.url);
    await bot.commit({ ...opens(1), events: [sealedEvent(3, 1), sealedEvent(2, 1), sealedEvent(2, 2), sealedEvent(1, 1)] });
    await bot.close();
    expect(await readingPostgres(place.url, (store) => store.withoutRecord())).toEqual([idOf(2), idOf(3)].toSorted());
  });

  test('looks for what no column can hold in vain', async () => {
    await (await openPostgresStore(place.url)).close();
    expect(await readingPostgres(place.url, (store) => store.note('NUL \0'))).toBeNull();
  });

  test('makes no tables where none are, and says so', async () => {
    expect(await refusalOf(reading())).toMatch(/^foreign: PostgreSQL at .*: no bot has kept anything here yet\. /);
    expect(await tables()).toEqual([]);
  });

  test('brings older tables not up to date, and refuses newer ones', async () => {
    await (await openPostgresStore(place.url)).close();
    await place.ask('update handshake_schema set version = 0');
    expect(await refusalOf(reading())).toMatch(
      /^not-upgraded: .*: its tables are of version 0, and this program reads version 1\. /,
    );
    expect(await place.ask('select version from handshake_schema')).toEqual([{ version: '0' }]);
    await place.ask('update handshake_schema set version = 99');
    expect(await refusalOf(reading())).toMatch(/^newer: .*version 99, and this program knows versions up to 1\. /);
  });

  test('that goes wrong in the middle is told', async () => {
    await (await openPostgresStore(place.url)).close();
    const reader = randomUUID();
    const broken = readingPostgres(`${place.url}&application_name=${reader}`, async (found) => {
      await place.ask(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${reader}'`);
      return found.cases(null, 9);
    });
    expect(await refusalOf(broken)).toMatch(/^unusable: PostgreSQL at .*: cannot be read \(/);
  });
});
