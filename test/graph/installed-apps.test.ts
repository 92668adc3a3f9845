import { expect, test } from '@jest/globals';
import { profiles } from '../../src/clouds/profiles.ts';
import { createInstalledApps } from '../../src/graph/installed-apps.ts';
import type { Answer } from '../support/replay.ts';
import { answeredWith } from '../support/graph-and-azure.ts';

const person = '0b1ec700-0001-4b01-8b01-0000000000b1';
const app = 'b070b070-0002-4f02-8f02-0000000000f3';

const installing = (answer: Answer, who = person, what = app) =>
  answeredWith([answer], (service) => createInstalledApps(service, profiles.global).install(who, what));

test('an app is installed for somebody, by its id in the catalogue', async () => {
  const { sent, asked } = await installing({ status: 201 });
  expect(sent).toMatchObject({ ok: true });
  expect(asked).toMatchObject([
    {
      method: 'POST',
      path: `/v1.0/users/${person}/teamwork/installedApps`,
      body: { 'teamsApp@odata.bind': `${profiles.global.graph}/v1.0/appCatalogs/teamsApps/${app}` },
    },
  ]);
});

test('whoever has it already keeps it', async () => {
  const { sent } = await installing({ status: 409, body: { error: { code: 'Conflict', message: 'App already installed' } } });
  expect(sent).toMatchObject({ ok: true });
});

test('a refusal is told', async () => {
  const { sent } = await installing({ status: 403, body: { error: { code: 'Forbidden', message: 'no' } } });
  expect(sent).toMatchObject({ ok: false, failure: { kind: 'refused', status: 403, code: 'Forbidden' } });
});

test.each([
  ['..', app],
  [person, '../x'],
])('for %s, %s nothing is asked', async (who, what) => {
  const { sent, asked } = await installing({ status: 201 }, who, what);
  expect([sent, asked]).toMatchObject([{ ok: false, failure: { code: 'not-an-id' } }, []]);
});
