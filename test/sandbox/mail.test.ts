import { expect, test } from '@jest/globals';
import { profiles } from '../../src/clouds/profiles.ts';
import type { Claims } from '../../src/sandbox/exchange.ts';
import { createGraph } from '../../src/sandbox/graph/create-graph.ts';
import { appClaimsOf, ask, granitt, nordlys, sandboxScene } from '../support/sandbox-world.ts';

const LETTERS = '/v1.0/users/letters@nordlys.example';
const SENT = `${LETTERS}/mailFolders/sentitems/messages`;

const scene = (claims: Partial<Claims> = {}) => {
  const made = sandboxScene({ mail: [5, 5] });
  const whose = { ...appClaimsOf(made.world, nordlys), audience: profiles.global.graphAudience, ...claims };
  return { ...made, surface: createGraph({ world: made.world, cloud: 'global', claimsOf: () => whose }) };
};

const to = (address: string) => [{ emailAddress: { address } }];

const described = (message: Readonly<Record<string, unknown>> = {}) => ({
  message: {
    subject: 'Good day',
    body: { contentType: 'Text', content: 'Good day.' },
    toRecipients: to('it@contoso.example'),
    internetMessageId: '<1@nordlys.example>',
    ...message,
  },
});

test('a message that is described is taken without a word, and lies among those that were sent a moment later', async () => {
  const { surface, world, pass } = scene();
  const taken = await ask(surface, 'POST', `${LETTERS}/sendMail`, { body: described() });
  expect([taken.status, taken.body]).toEqual([202, undefined]);
  expect(world.mail.map(({ raw }) => JSON.parse(raw.toString()) as unknown)).toEqual([described()]);
  const path = `${SENT}?$filter=internetMessageId eq '<1@nordlys.example>'&$select=id`;
  expect(await ask(surface, 'GET', path)).toMatchObject({ status: 200, body: { value: [] } });
  pass({ seconds: 5 });
  expect(await ask(surface, 'GET', path)).toMatchObject({ status: 200, body: { value: [{ id: world.mail[0]?.id }] } });
  expect(await ask(surface, 'GET', path.replace('<1', '<2'))).toMatchObject({ body: { value: [] } });
});

test('a person’s own mailbox is found by address and by id, and is another one', async () => {
  const { surface, world, pass } = scene();
  const [person] = world.partners.get(nordlys)?.people ?? [];
  await ask(surface, 'POST', `/v1.0/users/${person?.id ?? ''}/sendMail`, { body: described() });
  pass({ seconds: 5 });
  expect(world.mail[0]?.mailbox).toBe(person?.upn);
  expect(await ask(surface, 'GET', SENT)).toMatchObject({ body: { value: [] } });
});

test.each([
  ['without a token', 401, {}, { audience: profiles.global.azureAudience }],
  ['by a person', 403, {}, { kind: 'user', mfa: true, roles: ['AdminAgents'] }],
  ['without the permission', 403, {}, { permissions: ['Directory.Read.All'] }],
  ['from a mailbox of another partner’s', 404, {}, { tenant: granitt }],
  ['from another address', 403, { from: { emailAddress: { address: 'ceo@nordlys.example' } } }, {}],
  ['to nobody', 400, { toRecipients: [] }, {}],
  ['to what is no address', 400, { toRecipients: to('contoso') }, {}],
  ['without a shape', 400, { toRecipients: 'it@contoso.example' }, {}],
] as const satisfies readonly (readonly [string, number, object, Partial<Claims>])[])(
  'nothing is sent %s',
  async (_, status, message, claims) => {
    const { surface, world } = scene(claims);
    const answer = await ask(surface, 'POST', `${LETTERS}/sendMail`, { body: described(message) });
    expect(answer).toMatchObject({ status, body: { error: { code: expect.any(String) } } });
    expect(world.mail).toEqual([]);
  },
);

test('a whole message has to be in base64', async () => {
  const { surface, world } = scene();
  const headers = { 'Content-Type': 'text/plain' };
  const answer = await ask(surface, 'POST', `${LETTERS}/sendMail`, { headers, body: 'Good day.' });
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'ErrorMimeContentInvalidBase64String' } } });
  expect(world.mail).toEqual([]);
});
