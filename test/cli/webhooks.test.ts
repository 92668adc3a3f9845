import { describe, expect, test } from '@jest/globals';
import { becomes, complaints, hook, prepared } from '../support/doctor.ts';
import type { Clinic, Otherwise } from '../support/doctor.ts';
import { installed } from '../support/installed.ts';
import { handshake } from '../support/terminal.ts';
import { REGISTRATION, carriedOut, changed, isAt, old, unregistered } from '../support/webhooks.ts';

const registered = async (harm: Parameters<typeof prepared>[0], otherwise?: Otherwise) =>
  carriedOut('register', await prepared(harm), otherwise);

const withoutWebhook = ({ account }: Clinic): void => {
  Object.assign(account, { webhook: null });
};

const broken =
  (method: string, kind: 'cut-after' | 'error') =>
  ({ sandbox }: Clinic): void => {
    const fault = kind === 'error' ? ({ kind: 'status', status: 500, as: 'error' } as const) : { kind };
    sandbox.faults.add({ surface: 'partner-center', method, path: /\/registration$/, times: 9, fault });
  };

const both =
  (...harms: readonly ((clinic: Clinic) => void)[]) =>
  (clinic: Clinic): void => {
    for (const harm of harms) harm(clinic);
  };

describe('handshake webhooks', () => {
  test('shows what is registered, and says no more than that no test can be sent', async () => {
    const { report, text, changes } = await carriedOut(undefined, await prepared());
    expect(text).toMatch(/^ {2}ok +Webhook: Partner Center tells its news to https:\/\/handshake\.nordlys\.example\/news\.$/m);
    expect(text).toMatch(/Registered there: https:\/\/handshake\.nordlys\.example\/news, for: reseller-.*, expire-transfer\./);
    expect(complaints(report)).toEqual([expect.objectContaining({ is: 'warning', tried: 'Registered there' })]);
    expect(changes).toEqual([]);
  });

  test('shows since when, where Partner Center says it', async () => {
    const body = { webhookUrl: hook, webhookEvents: ['test-created'], lastModifiedTimestamp: '2026-01-02T03:04:05' };
    const { text } = await carriedOut(undefined, await prepared(), (asked) =>
      asked.path === REGISTRATION ? { status: 200, body } : undefined,
    );
    expect(text).toContain(`tells its news to ${hook}, since 2026-01-02T03:04:05.000Z.`);
    expect(text).toContain('Not registered: reseller-relationship-accepted-by-customer,');
  });

  test('names the next step where there is nothing, and changes nothing', async () => {
    const { text, changes } = await carriedOut(undefined, await prepared(unregistered));
    expect(text).toContain(`→ Register ${hook} there: handshake webhooks register`);
    expect(text).toContain('Registered there: Nothing.');
    expect(changes).toEqual([]);
  });

  test('shows what is there also to those who want none', async () => {
    const { text } = await carriedOut(undefined, await prepared(withoutWebhook));
    expect(text).toMatch(/warning +Webhook: None is set down/);
    expect(text).toContain(`Registered there: ${hook}, for: `);
  });
});

describe('handshake webhooks register', () => {
  test('registers what is wanted where there is nothing, and reads it back', async () => {
    const { report, changes, there, last } = await registered(unregistered);
    expect(changes).toEqual([`POST ${REGISTRATION}`]);
    expect(there).toMatchObject({ url: hook, inOwnHeader: true });
    expect(there?.events).toHaveLength(12);
    expect(there?.events).toEqual(expect.arrayContaining(['create-transfer', 'test-created']));
    expect(last?.words).toMatch(/^https:\/\/handshake\.nordlys\.example\/news is registered now, for: .*, test-created\.$/);
    expect(complaints(report)).toEqual([]);
  });

  test('replaces what tells the news to somebody else, and says whom', async () => {
    const { report, changes, there, last } = await registered(changed({ url: old, events: ['invoice-ready'] }));
    expect(changes).toEqual([`PUT ${REGISTRATION}`]);
    expect(there?.url).toBe(hook);
    expect(last?.words).toMatch(/ Until now the news went to https:\/\/old\.nordlys\.example\/news, for: invoice-ready\.$/);
    expect(complaints(report)).toEqual([]);
  });

  test('replaces what lacks an event', async () => {
    const { changes, there, last } = await registered(changed({ events: ['create-transfer'] }));
    expect(changes).toEqual([`PUT ${REGISTRATION}`]);
    expect(there?.events).toHaveLength(12);
    expect(last?.words).not.toContain('Until now');
  });

  test('leaves alone what is as it should be', async () => {
    const place = await prepared(unregistered);
    await carriedOut('register', place);
    const { changes, last } = await carriedOut('register', place);
    expect(changes).toEqual([]);
    expect(last).toMatchObject({ is: 'ok', words: expect.stringContaining('is registered already') });
  });

  test('asks for nothing that is not offered', async () => {
    const offered = ['create-transfer', 'invoice-ready'];
    const offering: Otherwise = ({ path }) => (path.endsWith('/events') ? { status: 200, body: offered } : undefined);
    expect((await registered(unregistered, offering)).there?.events).toEqual(['create-transfer']);
    offered.shift();
    const { changes, last } = await registered(unregistered, offering);
    expect(last).toMatchObject({ is: 'fault', words: 'Partner Center offers us no event that we wait for.' });
    expect(changes).toEqual([]);
  });

  test('asks for what there is in each cloud', async () => {
    const place = await prepared(undefined, ['global', 'us_gov', 'china_21v']);
    place.sandbox.world.registrations.clear();
    const { report } = await carriedOut('register', place);
    expect(complaints(report)).toEqual([]);
    expect([...place.sandbox.world.registrations.values()].map(({ events }) => events.length)).toEqual([12, 7, 3]);
  });

  test.each([
    ['has happened: that is found out, and it is not asked for again', 'cut-after', 'ok', /is registered now/],
    [
      'has not happened: that is told, and it is not asked for again',
      'error',
      'fault',
      /nobody knows.*; but nothing is registered/,
    ],
  ] as const)('of a first registration without an answer nobody knows whether it %s', async (_, kind, is, words) => {
    const { changes, last } = await registered(both(unregistered, broken('POST', kind)));
    expect(changes).toEqual([`POST ${REGISTRATION}`]);
    expect(last).toMatchObject({ is, words: expect.stringMatching(words) });
  });

  test('of a replacement without an answer it is found out, too', async () => {
    const { last } = await registered(both(changed({ url: old }), broken('PUT', 'cut-after')));
    expect(last).toMatchObject({ is: 'ok', words: expect.stringContaining('is registered now') });
    const failed = await registered(both(changed({ url: old }), broken('PUT', 'error')));
    expect(failed.last).toMatchObject({ is: 'fault', words: expect.stringContaining(`; but ${old} is registered`) });
  });

  test('a yes is not believed that cannot be seen', async () => {
    const { last } = await registered(changed({ url: old }), (asked) =>
      isAt('PUT')(asked) ? { status: 200, body: {} } : undefined,
    );
    expect(last).toMatchObject({
      is: 'fault',
      words: expect.stringMatching(/^Partner Center has said yes; but https:\/\/old\.nordlys\.example\/news is registered, for: /),
      next: 'See in some minutes what has come of it: handshake webhooks',
    });
  });

  test('nor one that cannot be read back', async () => {
    let hasChanged = false;
    const { last } = await registered(unregistered, (asked) => {
      if (hasChanged && isAt('GET')(asked)) return { status: 403, body: { code: '1', description: 'No.' } };
      hasChanged ||= isAt('POST')(asked);
      return undefined;
    });
    expect(last).toMatchObject({
      is: 'fault',
      words: expect.stringMatching(/^Partner Center has said yes; then it could not be read:/),
    });
  });

  test('one step has one request id, however often it is tried; another one has another', async () => {
    const ids: (string | undefined)[] = [];
    const failing: Otherwise = (asked) => {
      if (asked.method === 'GET' || !asked.path.endsWith('/registration')) return undefined;
      ids.push(asked.headers['ms-requestid']);
      return { status: 403, body: { code: '1', description: 'Not now.' } };
    };
    const place = await prepared(changed({ url: old }));
    await carriedOut('register', place, failing);
    await carriedOut('register', place, failing);
    place.sandbox.pass(24 * 3600);
    await carriedOut('register', place, failing);
    expect(ids).toEqual([expect.any(String), ids[0], expect.any(String)]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  test('says who has to be given a role where one is missing', async () => {
    const refusal = { code: '900150', description: 'The supplied role has not the rights.' };
    const { last } = await registered(unregistered, (asked) => (isAt('POST')(asked) ? { status: 403, body: refusal } : undefined));
    expect(last).toMatchObject({ is: 'fault', next: 'Put the person who signs in into AdminAgents in Partner Center.' });
  });

  test('does nothing for somebody whom Partner Center does not know', async () => {
    const { report, changes } = await registered(
      both(unregistered, (clinic) => {
        becomes(clinic, { people: clinic.ours.people.map((one) => ({ ...one, roles: [] })) });
      }),
    );
    expect(complaints(report).map(({ tried, is }) => [tried, is])).toEqual([
      ['Our organization', 'fault'],
      ['Webhook', 'not-tried'],
    ]);
    expect(changes).toEqual([]);
  });

  test('that it was put off is a fault to whoever asked for it', async () => {
    const fault = { kind: 'throttled', retryAfter: '60' } as const;
    const { last } = await registered(({ sandbox }) => {
      sandbox.faults.add({ surface: 'partner-center', method: 'PUT', path: /\/registration$/, times: 9, fault });
    });
    expect(last).toMatchObject({ is: 'fault', next: 'Run this again in some minutes.' });
  });

  test.each(['register', 'test'])('%s says that none is set down, and asks nobody', async (word) => {
    const { lines, changes } = await carriedOut(word, await prepared(withoutWebhook));
    expect(lines.slice(1)).toEqual([expect.objectContaining({ is: 'warning', words: expect.stringMatching(/^None is set down/) })]);
    expect(changes).toEqual([]);
  });
});

describe('on the command line', () => {
  test('the exit status says whether all is as wanted, before and after', async () => {
    const { path, sandbox } = await installed();
    sandbox.world.registrations.clear();
    expect((await handshake(`webhooks --accounts ${path}`)).status).toBe(1);
    expect((await handshake(`webhooks register --accounts ${path}`)).status).toBe(0);
    expect((await handshake(`webhooks --accounts ${path}`)).status).toBe(0);
  });

  test('answers as data, with no secret and no token in it', async () => {
    const { path, sandbox } = await installed();
    sandbox.world.registrations.clear();
    const { out, status } = await handshake(`webhooks register --json --accounts ${path}`);
    const report = JSON.parse(out) as { accounts: { lines: { is: string }[] }[] };
    expect([status, report.accounts[0]?.lines.at(-1)?.is]).toEqual([0, 'ok']);
    for (const secret of [String(process.env.SECRET_OF_global), 'eyJ', 'BEGIN']) expect(out).not.toContain(secret);
  });

  test.each([
    ['webhooks forget', /^webhooks forget: expected register, test, or nothing$/],
    ['webhooks register now', /^now: one word too many/],
    ['webhooks', /^Expected the file with your accounts/],
  ])('“%s” cannot be understood', async (words, message) => {
    const { status, err } = await handshake(words);
    expect([status, err]).toEqual([2, expect.stringMatching(message)]);
  });
});
