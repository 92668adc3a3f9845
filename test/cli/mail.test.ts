import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseId } from '../../src/cases/ids.ts';
import { storeFile } from '../../src/store/store-file.ts';
import { createLettersPosted } from '../../src/letters/letters-posted.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { notice } from '../support/delivery-notice.ts';
import { cuts, mailServer, refuses } from '../support/mail-server.ts';
import { doing, inviting } from '../support/requests.ts';
import { handshake } from '../support/terminal.ts';
import { createWorld } from '../support/world.ts';

const messageId = '<0123456789abcdef0123456789abcdef@nordlys.example>';

let folder: string;
let id: CaseId;

describe('a letter that came back', () => {
  /** A bot that has sent a letter, and was stopped. */
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'handshake-mail-'));
    const store = await openLowdbStore(storeFile(folder));
    id = await doing(createWorld({ store })).opened(inviting());
    await createLettersPosted(store).keep(messageId, { caseId: id, letter: 'invitation', isSent: true, doubts: 0 });
    await store.close();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const given = async (raw: string) => {
    const file = join(folder, 'notice.eml');
    writeFileSync(file, raw);
    return handshake(`mail bounce ${file} --store ${folder}`);
  };

  const bounced = async () => {
    const store = await openLowdbStore(storeFile(folder));
    const kept = await store.case(id);
    const wanted = (await store.effectsOf(id)).flatMap(({ effect }) => ('says' in effect ? [effect.says] : []));
    const happened = (await store.history(id)).length;
    await store.close();
    return { noted: kept?.case.letterBounced, wanted, happened };
  };

  test('is noted on its case, and whoever asked for it is told', async () => {
    expect(await given(notice({ messageId }))).toMatchObject({ status: 0, out: expect.stringContaining(id) });
    const { noted, wanted } = await bounced();
    expect(noted).toMatchObject({ letter: 'invitation', words: '5.1.1 550 5.1.1 Nobody here is called it' });
    expect(wanted).toContain('told.letter-bounced');
  });

  test('is noted once, however often the notice is given', async () => {
    await given(notice({ messageId }));
    const { happened } = await bounced();
    expect(await given(notice({ messageId }))).toMatchObject({ status: 0 });
    expect((await bounced()).happened).toBe(happened);
  });

  test('may come through a pipe', async () => {
    expect(await handshake(`mail bounce - --store ${folder}`, notice({ messageId }))).toMatchObject({ status: 0 });
  });

  test('is none of ours where we have sent no letter of this id', async () => {
    expect(await given(notice({ messageId: '<other@evil.example>' }))).toMatchObject({
      status: 1,
      err: expect.stringContaining('no letter'),
    });
    expect((await bounced()).noted).toBeUndefined();
  });

  test('is not what is only late, and what is no notice is told', async () => {
    expect(await given(notice({ messageId, action: 'delayed' }))).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^Nothing/),
    });
    expect(await given('Subject: Out of office\r\n\r\nI am away.')).toMatchObject({ status: 2 });
    expect(await handshake('mail bounce')).toMatchObject({ status: 2 });
    expect((await bounced()).noted).toBeUndefined();
  });
});

describe('a test letter', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  const sent = async (manners: Parameters<typeof mailServer>[0], to = 'ola@nordlys.example') => {
    const server = await mailServer(manners);
    Object.assign(process.env, {
      MAIL: 'smtp',
      MAIL_FROM: 'letters@nordlys.example',
      MAIL_SERVER: `smtp://127.0.0.1:${server.port}`,
    });
    const ran = await handshake(`mail test ${to}`);
    await server.close();
    return { ...ran, arrived: server.arrived };
  };

  test('arrives, and it is said who has taken it', async () => {
    const { status, out, arrived } = await sent({});
    expect([status, out]).toEqual([0, expect.stringMatching(/^Taken by the mail server 127\.0\.0\.1:\d+\./)]);
    expect(arrived).toMatchObject([{ from: 'letters@nordlys.example', to: ['ola@nordlys.example'] }]);
  });

  test('that is refused, not taken now, or lost on the way is told as what it is', async () => {
    const refused = await sent({
      onRcptTo: refuses(550, '5.1.1 nobody'),
    });
    expect([refused.status, refused.out]).toEqual([1, expect.stringContaining('550 5.1.1 nobody')]);
    const later = await sent({
      onRcptTo: refuses(451, '4.7.1 later'),
    });
    expect([later.status, later.out]).toEqual([1, expect.stringMatching(/^Not taken now.*451 4\.7\.1 later/)]);
    const lost = await sent({
      onDot: cuts,
    });
    expect([lost.status, lost.out]).toEqual([1, expect.stringMatching(/may arrive, or not/)]);
  });

  test('goes to an address, by way of settings that say how', async () => {
    expect((await sent({}, 'nobody')).status).toBe(2);
    Object.assign(process.env, { MAIL: 'smtp', MAIL_SERVER: '', MAIL_FROM: '' });
    expect(await handshake('mail test ola@nordlys.example')).toMatchObject({
      status: 2,
      err: expect.stringContaining('MAIL_FROM'),
    });
  });
});
