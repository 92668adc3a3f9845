import { expect, test } from '@jest/globals';
import { readSettings } from '../src/settings.ts';

const SECRETS = './data/secrets';

test.each([
  ['nothing', {}, { HOST: 'localhost', SECRETS }],
  ['empty variables', { PORT: '', HOST: '', ACCOUNTS: '', SECRETS: '' }, { HOST: 'localhost', SECRETS }],
  ['a port and an address', { PORT: '80', HOST: '::1' }, { PORT: 80, HOST: '::1', SECRETS }],
  ['any free port', { PORT: '0' }, { PORT: 0, HOST: 'localhost', SECRETS }],
  ['accounts and sign-ins', { ACCOUNTS: 'a.json', SECRETS: 's' }, { HOST: 'localhost', ACCOUNTS: 'a.json', SECRETS: 's' }],
  [
    'how letters go out',
    { MAIL: 'smtp', MAIL_FROM: 'letters@nordlys.example', MAIL_SERVER: 'smtps://mail.nordlys.example', MAIL_PASSWORD: 'p' },
    {
      ...{ HOST: 'localhost', SECRETS, MAIL: 'smtp', MAIL_FROM: 'letters@nordlys.example' },
      ...{ MAIL_SERVER: 'smtps://mail.nordlys.example', MAIL_PASSWORD: 'p' },
    },
  ],
])('%s', (_, environment, settings) => {
  expect(readSettings(environment)).toEqual(settings);
});

test.each(['http', '-1', '65536', '3978.5'])('PORT=%s is told', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(/^These settings cannot be used\.\nPORT: /);
});

test.each([{ MAIL: 'pigeon' }, { MAIL_FROM: 'nobody' }, { MAIL_SERVER: 'https://mail.nordlys.example' }])(
  '%j is told',
  (environment) => {
    expect(() => readSettings(environment)).toThrow(/^These settings cannot be used\.\nMAIL(?:_FROM|_SERVER)?: expected /);
  },
);
