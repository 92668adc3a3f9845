import { expect, test } from '@jest/globals';
import { readSettings } from '../src/settings.ts';

test.each([
  ['nothing', {}, { HOST: 'localhost' }],
  ['empty variables', { PORT: '', HOST: '' }, { HOST: 'localhost' }],
  ['a port and an address', { PORT: '80', HOST: '::1' }, { PORT: 80, HOST: '::1' }],
  ['any free port', { PORT: '0' }, { PORT: 0, HOST: 'localhost' }],
])('%s', (_, environment, settings) => {
  expect(readSettings(environment)).toEqual(settings);
});

test.each(['http', '-1', '65536', '3978.5'])('PORT=%s is told', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(/^These settings cannot be used\.\nPORT: /);
});
