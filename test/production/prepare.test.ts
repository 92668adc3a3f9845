import { describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from '../../src/production/prepare.ts';
import { SettingsError } from '../../src/settings.ts';
import { bot, operatorFiles, tenant } from '../support/operator-files.ts';

const account = {
  cloud: 'global',
  tenantId: tenant,
  name: 'Nordlys Cloud AS',
  partnerId: '6100001',
  application: { clientId: 'ab9f0000-0001-4f01-8f01-0000000000f1', credential: { kind: 'secret', secret: { variable: 'OURS' } } },
};

const settled = (more: Record<string, string> = {}, accounts: object[] = [account]) => {
  const { folder, settings } = operatorFiles(accounts);
  return { folder, environment: { ...settings, OURS: 'secret of ours', ...more } as Record<string, string> };
};

/** What it says about settings that cannot be used, without its first line. */
const complaint = async (environment: Record<string, string>): Promise<string[]> => {
  const problem: unknown = await prepare(environment).catch((error: unknown) => error);
  if (!(problem instanceof SettingsError)) throw new Error('It was not refused', { cause: problem });
  return problem.message.split('\n').slice(1);
};

describe('with all it needs', () => {
  test('the bot is at home where our account is, and stands behind no proxy', async () => {
    const { environment } = settled();
    expect(await prepare(environment)).toMatchObject({
      settings: { HOST: 'localhost', TRUSTED_PROXIES: 0 },
      accounts: [{ name: 'Nordlys Cloud AS', application: { credential: { secret: 'secret of ours' } } }],
      bot: { id: bot.id, tenantId: tenant, credential: { kind: 'secret', secret: bot.secret }, catalogueId: null },
      approvals: null,
      fixedText: null,
    });
  });

  test('the bot may be at home elsewhere, and in another cloud than we are', async () => {
    const elsewhere = '7a11c0de-5555-4a10-8a10-0000000000a5';
    const { environment } = settled({ BOT_CLOUD: 'us_gov', BOT_TENANT: elsewhere.toUpperCase() });
    expect(await prepare(environment)).toMatchObject({ bot: { tenantId: elsewhere, profile: { cloud: 'us_gov' } } });
  });

  test('its secret may stand in a file', async () => {
    const { folder, environment } = settled({ BOT_SECRET: '' });
    writeFileSync(join(folder, 'secret'), 'kept apart\n');
    const { bot: ours } = await prepare({ ...environment, BOT_SECRET_FILE: join(folder, 'secret') });
    expect(ours.credential).toEqual({ kind: 'secret', secret: 'kept apart' });
  });

  test('a channel is reached where chats are opened, unless another service is named', async () => {
    const channel = { APPROVALS_CHANNEL: '19:approvals@thread.tacv2' };
    const { bot: ours, approvals } = await prepare(settled(channel).environment);
    expect(approvals).toEqual({ id: channel.APPROVALS_CHANNEL, service: ours.profile.bot.proactive });
    const [host = ''] = ours.profile.bot.services;
    const { environment } = settled({ ...channel, APPROVALS_SERVICE: `https://${host}/emea/` });
    expect((await prepare(environment)).approvals?.service).toBe(`https://${host}/emea/`);
  });

  test('the text of an invitation in China is read paragraph by paragraph', async () => {
    const { folder, environment } = settled();
    writeFileSync(join(folder, 'text'), 'Open this address:\r\n\r\n{link}\r\n');
    const { fixedText } = await prepare({ ...environment, CHINA_FIXED_TEXT: join(folder, 'text') });
    expect(fixedText).toEqual(['Open this address:', '{link}']);
  });
});

describe('nothing is started', () => {
  test('without settings, and everything that is missing is told at once', async () => {
    const told = await complaint({});
    expect(told.map((line) => line.split(':')[0])).toEqual(['ACCOUNTS', 'PEOPLE', 'HOUSE_RULES', 'BOT_APP_ID', 'BOT_SECRET']);
  });

  test.each(['ACCOUNTS', 'PEOPLE', 'HOUSE_RULES', 'BOT_APP_ID', 'BOT_SECRET'])('without %s', async (name) => {
    const { environment } = settled({ [name]: '' });
    expect(await complaint(environment)).toEqual([expect.stringMatching(`^${name}: expected `)]);
  });

  test.each([
    ['BOT_APP_ID', { BOT_APP_ID: 'handshake' }],
    ['BOT_CLOUD', { BOT_CLOUD: 'germany' }],
    ['BOT_TENANT', { BOT_TENANT: 'nordlys.example' }],
    ['BOT_TENANT', { BOT_CLOUD: 'us_gov' }],
    ['BOT_SECRET', { BOT_SECRET_FILE: 'package.json' }],
    ['TEAMS_APP', { TEAMS_APP: 'handshake' }],
    ['CUSTOMER_PAGES', { CUSTOMER_PAGES: 'https://letters.nordlys.example' }],
    ['CUSTOMER_PAGES', { CUSTOMER_PAGES: 'letters.nordlys.example/' }],
    ['APPROVALS_CHANNEL', { APPROVALS_CHANNEL: 'Approvals' }],
    ['APPROVALS_CHANNEL', { APPROVALS_LANGUAGE: 'en' }],
    ['APPROVALS_LANGUAGE', { APPROVALS_CHANNEL: '19:a@thread.tacv2', APPROVALS_LANGUAGE: 'no' }],
    ['APPROVALS_SERVICE', { APPROVALS_CHANNEL: '19:a@thread.tacv2', APPROVALS_SERVICE: 'https://evil.example/' }],
    ['MAIL', { MAIL: 'pigeon' }],
    ['MAIL_FROM', { MAIL: 'graph' }],
    ['MAIL_SERVER', { MAIL: 'smtp', MAIL_FROM: 'letters@nordlys.example' }],
    ['MAIL', { MAIL: 'graph', MAIL_FROM: 'letters@nordlys.example', BOT_CLOUD: 'us_gov', BOT_TENANT: tenant }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'yes' }],
    ['PORT', { PORT: 'http' }],
  ])('with a wrong %s: %j', async (name, wrong) => {
    expect(await complaint(settled(wrong).environment)).toEqual([expect.stringMatching(`^${name}: expected `)]);
  });

  test.each(['ACCOUNTS', 'PEOPLE', 'HOUSE_RULES', 'CHINA_FIXED_TEXT'])('where the file of %s is not there', async (name) => {
    const { environment } = settled({ [name]: '/nowhere/file' });
    expect(await complaint(environment)).toEqual([`${name}: /nowhere/file: it cannot be read (ENOENT)`]);
  });

  test('where what stands in files is wrong, told together with what is missing', async () => {
    const { folder, environment } = settled({ OURS: '', BOT_SECRET: '', PORT: 'http' });
    for (const name of ['people.json', 'house-rules.json', 'text']) writeFileSync(join(folder, name), '{}');
    writeFileSync(join(folder, 'secret'), '\n');
    const files = { BOT_SECRET_FILE: join(folder, 'secret'), CHINA_FIXED_TEXT: join(folder, 'text') };
    expect(await complaint({ ...environment, ...files })).toEqual([
      expect.stringMatching(/^PORT: expected /),
      expect.stringMatching(/^ACCOUNTS: .*: The variable OURS is not set\.$/),
      expect.stringMatching(/^PEOPLE: .*: people: /),
      expect.stringMatching(/^HOUSE_RULES: .*: edition: /),
      expect.stringMatching(/^BOT_SECRET_FILE: .*: it is empty$/),
      expect.stringMatching(/^CHINA_FIXED_TEXT: .*\{link\}/),
    ]);
  });
});
