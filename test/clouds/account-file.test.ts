import { describe, expect, test } from '@jest/globals';
import { AccountFile, accountsOf } from '../../src/clouds/account-file.ts';
import { profiles } from '../../src/clouds/profiles.ts';

const secret = { variable: 'HANDSHAKE_SECRET' };

const entry = {
  cloud: 'global',
  tenantId: '7a11c0de-1111-4a10-8a10-0000000000a1',
  name: 'Nordlys Cloud AS',
  partnerId: '6100001',
  application: { clientId: 'ab9f0000-0001-4f01-8f01-0000000000f1', credential: { kind: 'secret', secret } },
};
const group = { id: '96090003-0003-4903-8903-000000000093', name: 'Service desk', roles: ['directory_readers'] };
const url = 'https://bot.nordlys.example/webhooks/partner-center';

const having = (more: object) => ({ accounts: [{ ...entry, ...more }] });

/** Where something is wrong, and what was expected. */
const problemsOf = (file: unknown): readonly string[] =>
  (AccountFile.safeParse(file).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

test('the shortest file is an account with what is usual', async () => {
  const [account] = await accountsOf(AccountFile.parse({ accounts: [entry] }), () => Promise.resolve('the secret'));
  expect(account).toEqual({
    profile: profiles.global,
    tenantId: entry.tenantId,
    name: entry.name,
    partnerId: entry.partnerId,
    application: { clientId: entry.application.clientId, credential: { kind: 'secret', secret: 'the secret' } },
    groups: [],
    facts: {},
    acceptWord: 'Accept',
    webhook: null,
  });
});

test('everything that can be said is taken over, and secrets are looked for where they stand', async () => {
  const file = AccountFile.parse({
    accounts: [
      {
        ...entry,
        cloud: 'china_21v',
        tenantId: entry.tenantId.toUpperCase(),
        application: {
          ...entry.application,
          credential: { kind: 'certificate', privateKey: { file: 'key.pem' }, certificate: { file: 'certificate.pem' } },
        },
        groups: [group],
        facts: { 'partner.country': 'NO' },
        acceptWord: 'Agree',
        webhook: { url, issuers: [{ file: 'issuer.pem' }] },
        hosts: { graph: 'http://127.0.0.1:4000/graph', certificateOrigins: ['https://certificates.example/some/where.cer'] },
      },
    ],
  });
  const asked: unknown[] = [];
  const [account] = await accountsOf(file, (elsewhere) => {
    asked.push(elsewhere);
    return Promise.resolve('file' in elsewhere ? `in ${elsewhere.file}` : '');
  });
  expect(asked).toEqual([{ file: 'key.pem' }, { file: 'certificate.pem' }, { file: 'issuer.pem' }]);
  expect(account).toMatchObject({
    profile: {
      cloud: 'china_21v',
      graph: 'http://127.0.0.1:4000/graph',
      login: profiles.china_21v.login,
      certificateOrigins: ['https://certificates.example'],
    },
    tenantId: entry.tenantId,
    application: { credential: { privateKey: 'in key.pem', certificate: 'in certificate.pem' } },
    groups: [group],
    facts: { 'partner.country': 'NO' },
    acceptWord: 'Agree',
    webhook: { url, issuers: ['in issuer.pem'] },
  });
});

test('the address of a service is the same, however it is written', async () => {
  const hosts = { login: 'https://Login.contoso.example:443/', graph: 'https://graph.contoso.example/below/' };
  const [account] = await accountsOf(AccountFile.parse({ accounts: [{ ...entry, hosts }] }), () => Promise.resolve(''));
  expect(account?.profile).toMatchObject({
    login: 'https://login.contoso.example',
    graph: 'https://graph.contoso.example/below',
  });
});

test('the services between the bot and people may stand elsewhere, one by one', async () => {
  const bot = {
    metadata: 'https://login.contoso.example/keys',
    services: ['teams.contoso.example', '*.chat.example', 'https://X.example/y'],
  };
  const file = AccountFile.parse({ accounts: [{ ...entry, hosts: { bot } }] });
  const [account] = await accountsOf(file, () => Promise.resolve(''));
  expect(account?.profile.bot).toEqual({
    ...profiles[account?.profile.cloud as keyof typeof profiles].bot,
    metadata: bot.metadata,
    services: ['teams.contoso.example', '*.chat.example', 'https://x.example'],
  });
});

test('a secret that is not where it should be is said, and there is no account', async () => {
  const file = AccountFile.parse({ accounts: [entry] });
  await expect(accountsOf(file, () => Promise.reject(new Error('HANDSHAKE_SECRET is not set')))).rejects.toThrow('not set');
});

describe('a file that cannot be used says where, and what was expected:', () => {
  const rows: readonly (readonly [string, unknown, string | RegExp])[] = [
    ['no object', 'hello', /^: /],
    ['no accounts', { accounts: [] }, /^accounts: .*1/],
    ['a word too many', { accounts: [entry], account: 1 }, /^: .*"account"/],
    ['a word too many in an account', having({ tenant: 'x' }), /^accounts\.0: .*"tenant"/],
    ['a cloud that is none', having({ cloud: 'germany' }), /^accounts\.0\.cloud: .*"global"/],
    ['a tenant that is none', having({ tenantId: 'nordlys.example' }), /^accounts\.0\.tenantId: .*GUID/],
    ['a name that is empty', having({ name: '' }), /^accounts\.0\.name: /],
    ['a PartnerID that is none', having({ partnerId: entry.tenantId }), 'accounts.0.partnerId: expected the PartnerID, a number'],
    [
      'a secret in the file',
      having({ application: { ...entry.application, credential: { kind: 'secret', secret: 'very secret' } } }),
      'accounts.0.application.credential.secret: expected where it stands: { "variable": NAME } or { "file": PATH }',
    ],
    [
      'a credential of another kind',
      having({ application: { ...entry.application, credential: { kind: 'password' } } }),
      /^accounts\.0\.application\.credential\.kind: /,
    ],
    ['a group without roles', having({ groups: [{ ...group, roles: [] }] }), /^accounts\.0\.groups\.0\.roles: /],
    [
      'a fact about somebody else',
      having({ facts: { 'customer.mca': 'none' } }),
      'accounts.0.facts.customer.mca: no fact about a partner has this name',
    ],
    [
      'a fact that nobody has heard of',
      having({ facts: { 'partner.shoeSize': 44 } }),
      'accounts.0.facts.partner.shoeSize: no fact about a partner has this name',
    ],
    ['a fact that cannot be', having({ facts: { 'partner.country': 7 } }), 'accounts.0.facts.partner.country: no such value'],
    [
      'a host that is none',
      having({ hosts: { graph: 'graph' } }),
      'accounts.0.hosts.graph: expected an address that begins with https://',
    ],
    [
      'a host to which secrets would go in the open',
      having({ hosts: { login: 'http://login.contoso.example' } }),
      'accounts.0.hosts.login: expected an address that begins with https://',
    ],
    [
      'certificates that anybody on the way may exchange',
      having({ hosts: { certificateOrigins: ['http://certificates.example'] } }),
      'accounts.0.hosts.certificateOrigins.0: expected an address that begins with https://',
    ],
    [
      'keys that anybody could have put there',
      having({ hosts: { bot: { metadata: 'http://login.contoso.example' } } }),
      'accounts.0.hosts.bot.metadata: expected an address that begins with https://',
    ],
    [
      'a service for the bot that is none',
      having({ hosts: { bot: { services: ['http://teams.contoso.example'] } } }),
      /^accounts\.0\.hosts\.bot\.services\.0: expected a host, /,
    ],
    ['a host of a service that is none', having({ hosts: { teams: 'https://x.example' } }), /^accounts\.0\.hosts: .*"teams"/],
    [
      'a webhook in the open',
      having({ webhook: { url: 'http://bot.nordlys.example/' } }),
      'accounts.0.webhook.url: expected an address that begins with https://',
    ],
    ['two accounts in one cloud', { accounts: [entry, entry] }, 'accounts: expected one account for each cloud at most'],
  ];

  test.each(rows)('%s', (_, file, problem) => {
    const [first, ...others] = problemsOf(file);
    const isAsExpected = typeof problem === 'string' ? first === problem : problem.test(first ?? '');
    expect({ first, others, isAsExpected }).toEqual({ first, others: [], isAsExpected: true });
  });

  test('and the secret itself is in none of the words', () => {
    const credential = { kind: 'secret', secret: 'very secret' };
    expect(problemsOf(having({ application: { ...entry.application, credential } })).join('\n')).not.toContain('very secret');
  });
});
