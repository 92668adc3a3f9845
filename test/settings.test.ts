import { expect, test } from '@jest/globals';
import { readSettings } from '../src/settings.ts';

const SECRETS = './data/secrets';
const usual = { HOST: 'localhost', DATA: './data', SECRETS, TRUSTED_PROXIES: 0, BOT_CLOUD: 'global' };

test.each([
  ['nothing', {}, usual],
  ['empty variables', { PORT: '', HOST: '', ACCOUNTS: '', SECRETS: '', TRUSTED_PROXIES: '' }, usual],
  ['a port and an address', { PORT: '80', HOST: '::1' }, { ...usual, PORT: 80, HOST: '::1' }],
  ['any free port', { PORT: '0' }, { ...usual, PORT: 0 }],
  ['two proxies before us', { TRUSTED_PROXIES: '2' }, { ...usual, TRUSTED_PROXIES: 2 }],
  ['accounts and sign-ins', { ACCOUNTS: 'a.json', SECRETS: 's' }, { ...usual, ACCOUNTS: 'a.json', SECRETS: 's' }],
  ['where everything is kept', { DATA: '/var/lib/handshake' }, { ...usual, DATA: '/var/lib/handshake' }],
  [
    'a database, of which people are told no password',
    { STORE_URL: 'postgres://handshake:se%40cret@db.nordlys.example:6432/cases?sslmode=verify-full' },
    {
      ...usual,
      STORE_URL: {
        kind: 'postgres',
        url: 'postgres://handshake:se%40cret@db.nordlys.example:6432/cases?sslmode=verify-full',
        name: 'PostgreSQL at db.nordlys.example:6432/cases',
      },
    },
  ],
  [
    'a database behind a socket of this machine',
    { STORE_URL: 'postgresql:///cases?host=/run/postgresql' },
    {
      ...usual,
      STORE_URL: {
        ...{ kind: 'postgres', url: 'postgresql:///cases?host=/run/postgresql' },
        name: 'PostgreSQL at /run/postgresql/cases',
      },
    },
  ],
  ...['file:/var/lib/handshake', 'file:///var/lib/handshake'].map(
    (STORE_URL) =>
      [
        `another folder for cases (${STORE_URL})`,
        { STORE_URL },
        { ...usual, STORE_URL: { kind: 'file', folder: '/var/lib/handshake', name: 'the folder /var/lib/handshake' } },
      ] as const,
  ),
  [
    'an address for customers, as they type it',
    { CUSTOMER_PAGES: 'letters.nordlys.example:8443/from-us' },
    { ...usual, CUSTOMER_PAGES: 'letters.nordlys.example:8443/from-us' },
  ],
  [
    'how letters go out',
    { MAIL: 'smtp', MAIL_FROM: 'letters@nordlys.example', MAIL_SERVER: 'smtps://mail.nordlys.example', MAIL_PASSWORD: 'p' },
    {
      ...{ ...usual, MAIL: 'smtp', MAIL_FROM: 'letters@nordlys.example' },
      ...{ MAIL_SERVER: 'smtps://mail.nordlys.example', MAIL_PASSWORD: 'p' },
    },
  ],
])('%s', (_, environment, settings) => {
  expect(readSettings(environment)).toEqual(settings);
});

test.each(['http', '-1', '65536', '3978.5'])('PORT=%s is told', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(/^These settings cannot be used\.\nPORT: /);
});

test.each(['10', '-1', 'yes'])('TRUSTED_PROXIES=%s is told', (TRUSTED_PROXIES) => {
  expect(() => readSettings({ TRUSTED_PROXIES })).toThrow(/^These settings cannot be used\.\nTRUSTED_PROXIES: expected /);
});

test.each([{ MAIL: 'pigeon' }, { MAIL_FROM: 'nobody' }, { MAIL_SERVER: 'https://mail.nordlys.example' }])(
  '%j is told',
  (environment) => {
    expect(() => readSettings(environment)).toThrow(/^These settings cannot be used\.\nMAIL(?:_FROM|_SERVER)?: expected /);
  },
);

test.each([
  'mysql://handshake:secret@db.nordlys.example/cases',
  'postgres://handshake:secret@db.nordlys.example',
  'postgres:///cases',
  'postgres://handshake:1/secret@db.nordlys.example/cases',
  'postgres://handshake:1#secret@db.nordlys.example/cases',
  'postgres://handshake:1?secret@db.nordlys.example/cases',
  'postgres://handshake:secret@db.nordlys.example/cases#1',
  './data',
  'file:',
  'file://a-host/data',
])('STORE_URL=%s is told, without the password in it', (STORE_URL) => {
  const reading = () => readSettings({ STORE_URL });
  expect(reading).toThrow(/^These settings cannot be used\.\nSTORE_URL: expected postgres:\/\/USER@HOST\/NAME or file:FOLDER; /);
  expect(reading).not.toThrow(/secret/);
});
