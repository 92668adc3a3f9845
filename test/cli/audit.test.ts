import { beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeFile } from '../../src/store/store-file.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import type { SealedEvent } from '../../src/cases/history.ts';
import { Database } from '../../src/store/database.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import type { Table } from '../../src/store/table.ts';
import { contoso, doing, inviting } from '../support/requests.ts';
import { handshake } from '../support/terminal.ts';
import { createWorld } from '../support/world.ts';

const fresh = (): string => mkdtempSync(join(tmpdir(), 'handshake-audit-'));

/** A store with one case that went its whole way, and one that was declined in words. */
const original = fresh();
let whole: CaseId;
let short: CaseId;
let told: string;

beforeAll(async () => {
  const store = await openLowdbStore(storeFile(original));
  const world = createWorld({ store });
  const { opened, approve, accept, decline } = doing(world);
  whole = await opened(inviting());
  short = await opened({ ...inviting(), customer: { ...contoso, name: '<script>alert(1)</script>' } });
  await approve(whole, 'ada');
  await decline(short, 'bo', 'Not with <b>these</b> roles.');
  await world.settle();
  await accept(whole);
  await world.settle();
  world.wait({ days: 2 });
  await world.settle();
  told = world.said.findLast((sentence) => sentence.startsWith('Head of 2026-03-03')) ?? '';
  await store.close();
});

/** The same store after somebody who can write files has been at it; the journal itself is in order. */
const tampered = async (change: (table: Table<unknown>) => void): Promise<string> => {
  const folder = fresh();
  cpSync(original, folder, { recursive: true });
  const database = await Database.open(storeFile(folder));
  await database.update(change);
  await database.close();
  return folder;
};

const recordOf = (id: CaseId, seq: number) => `event/${id}/${String(seq).padStart(6, '0')}` as const;

const verify = (folder: string, more = '') => handshake(`audit verify --store ${folder}${more}`);

describe('audit verify', () => {
  test('a store that nobody has touched is sound, and so is its day', async () => {
    const { status, out } = await verify(original);
    expect(status).toBe(0);
    expect(out).toMatch(
      /^2 cases, \d+ events: every record is as it was written and follows from the one before it\.\nHead of 2026-03-03: as it was told\.$/,
    );
  });

  test('one letter of a record changed: that record is named', async () => {
    const folder = await tampered((table) => {
      const key = recordOf(whole, 2);
      const event = table.get(key) as SealedEvent;
      table.set(key, { ...event, text: event.text.replace('allow', 'alloW') });
    });
    const { status, err } = await verify(folder);
    expect(status).toBe(1);
    expect(err).toContain(`${whole}, record 2: its text is not the text that was hashed`);
  });

  test('another person put in the place of whoever approved: that record is named', async () => {
    const folder = await tampered((table) => {
      const key = recordOf(whole, 2);
      const event = table.get(key) as SealedEvent;
      const personal = JSON.parse(JSON.stringify(event.personal).replaceAll('Ada Berg', 'Bo Dahl')) as SealedEvent['personal'];
      table.set(key, { ...event, personal });
    });
    expect((await verify(folder)).err).toContain(`${whole}, record 2: a personal value in it is not the one that was recorded`);
  });

  test('a record taken out of the middle: the next one does not follow', async () => {
    const folder = await tampered((table) => table.delete(recordOf(whole, 3)));
    expect((await verify(folder)).err).toContain(`${whole}, record 3: it is filed as number 4`);
  });

  test('the case itself changed beside its history: it is not what its history makes of it', async () => {
    const folder = await tampered((table) => {
      const kept = table.get(`case/${short}`) as { case: { reason: string } };
      table.set(`case/${short}`, { ...kept, case: { ...kept.case, reason: 'Something else.' } });
    });
    expect((await verify(folder)).err).toContain(`${short}: it is not what its history makes of it`);
  });

  test('a tail cut off: the case knows how far it went', async () => {
    const folder = await tampered((table) => table.delete(recordOf(short, 2)));
    expect((await verify(folder)).err).toContain(`${short}, record 1: the case goes on to record 2, and the history ends here`);
  });

  test('a whole case taken out, with all its records: the day’s head shows it', async () => {
    const folder = await tampered((table) => {
      table.delete(`case/${short}`);
      table.delete(recordOf(short, 1));
      table.delete(recordOf(short, 2));
    });
    const { status, err } = await verify(folder);
    expect(status).toBe(1);
    expect(err).toMatch(
      /^Head of 2026-03-03: then 2 cases and \d+ events, now 1 cases and \d+ events \([0-9a-f]{64}\): something is missing or was changed$/,
    );
  });

  test('the heads in the store forged too: the one that was told and kept elsewhere shows it', async () => {
    const folder = await tampered((table) => {
      table.delete(`case/${short}`);
      table.delete(recordOf(short, 1));
      table.delete(recordOf(short, 2));
      for (const key of [...table.keys()].filter((one) => one.startsWith('head/'))) table.delete(key);
    });
    const hash = /[0-9a-f]{64}/.exec(told)?.[0] ?? '';
    expect((await verify(folder)).status).toBe(0);
    expect((await verify(folder, ` --day 2026-03-03 --head ${hash}`)).status).toBe(1);
    expect((await verify(original, ` --day 2026-03-03 --head ${hash}`)).status).toBe(0);
  });

  test('a case without a record, and records without a case, are named', async () => {
    const folder = await tampered((table) => table.delete(`case/${short}`));
    expect((await verify(folder)).err).toContain(`${short}: there is a history, and no case`);
  });

  test('no store, a wrong head, a day without a head: told in words, nothing is verified', async () => {
    expect(await verify(join(original, 'nowhere'))).toMatchObject({
      status: 2,
      err: expect.stringContaining('there is no such file'),
    });
    expect(await verify(original, ' --day 2026-03-03 --head abc')).toMatchObject({ status: 2 });
    expect(await verify(original, ' --day 2026-03-03')).toMatchObject({ status: 2 });
  });
});

describe('audit case', () => {
  test('as data: every record with the text that was hashed, what the rules said, and the proof', async () => {
    const { status, out } = await handshake(`audit case ${whole} --json --store ${original}`);
    const dossier = JSON.parse(out) as {
      flaw: unknown;
      records: { event: { type: string }; who: string; decisions: { findings: object[] }[] }[];
    };
    expect(status).toBe(0);
    expect(dossier.flaw).toBeNull();
    expect(dossier.records.map(({ event }) => event.type).slice(0, 3)).toEqual(['case-opened', 'approval-given', 'case-approved']);
    expect(dossier.records[1]?.who).toBe('Ada Berg (Admin agent)');
    expect(dossier.records[0]?.decisions.map(({ findings }) => findings.length > 0)).toContain(true);
  });

  test('as a page: what people typed is text, and nothing comes from elsewhere (P11)', async () => {
    const { out } = await handshake(`audit case ${short} --html --store ${original} --lang de`);
    expect(out).toContain('<html lang="de">');
    expect(out).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(out).toContain('Not with &lt;b&gt;these&lt;/b&gt; roles.');
    expect(out).not.toMatch(/<script|<b>these|src=|@import|url\(/);
  });

  test('a flaw stands at the top of the page, and in the exit status', async () => {
    const folder = await tampered((table) => table.delete(recordOf(whole, 3)));
    const { status, out } = await handshake(`audit case ${whole} --html --store ${folder}`);
    expect(status).toBe(1);
    expect(out).toContain('This history cannot be believed.');
  });

  test('an unknown id is told', async () => {
    expect(await handshake(`audit case ADM-00000-00000 --store ${original}`)).toMatchObject({
      status: 2,
      err: 'There is no case ADM-00000-00000 in this store.',
    });
    expect(await handshake(`audit case nonsense --store ${original}`)).toMatchObject({ status: 2 });
  });

  test('it can be read while the bot has the store open', async () => {
    const folder = fresh();
    cpSync(original, folder, { recursive: true });
    const store = await openLowdbStore(storeFile(folder));
    expect(await handshake(`audit case ${whole} --json --store ${folder}`)).toMatchObject({ status: 0 });
    await store.close();
  });
});
