import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { bot, ola, tenant, withTeams } from '../../support/teams.ts';

const issuer = 'https://api.chat.example';

let open: Awaited<ReturnType<typeof withTeams>>;
beforeEach(async () => {
  open = await withTeams();
});
afterEach(() => open.close());

/** As a bot looks at what comes. */
const verified = async (token: string) => {
  const metadata = (await (await fetch(open.teams.addresses().metadata)).json()) as { issuer: string; jwks_uri: string };
  const keys = createRemoteJWKSet(new URL(metadata.jwks_uri));
  const currentDate = new Date(open.clock.at);
  const { payload } = await jwtVerify(token, keys, { issuer: metadata.issuer, audience: bot.id, currentDate });
  return payload;
};

describe('the token with which Teams comes', () => {
  test('is signed with a published key that is good for Teams, for this bot and this service', async () => {
    const person = open.teams.person(ola);
    await person.say(person.chat, 'help');
    const payload = await verified(open.bot.heard[0]?.token ?? '');
    const now = Date.parse(open.clock.at) / 1000;
    expect(payload).toEqual({ iss: issuer, aud: bot.id, serviceurl: `${open.base}/teams/`, nbf: now, exp: now + 3600 });
  });

  test.each([
    ['of another issuer', { claims: { iss: 'https://forged.example' } }, 'unexpected "iss"'],
    ['for another bot', { claims: { aud: ola } }, 'unexpected "aud"'],
    ['that ran out', { claims: { exp: 1 } }, '"exp" claim timestamp check failed'],
    ['that is not good yet', { claims: { nbf: 4_000_000_000 } }, '"nbf" claim timestamp check failed'],
    ['without an audience', { claims: { aud: undefined } }, 'missing required "aud"'],
    ['signed by somebody else', { key: 'foreign' }, 'signature verification failed'],
    ['with a key nobody knows', { kid: 'nokey' }, 'no applicable key'],
    ['that nobody signed', { alg: 'none' }, 'alg'],
  ] as const)('can be one %s', async (_what, wrong, words) => {
    await expect(verified(open.teams.mint(wrong))).rejects.toThrow(words);
  });

  test('can be for another service, which only the bot can tell', async () => {
    const token = open.teams.mint({ claims: { serviceurl: 'https://elsewhere.example/' } });
    expect(await verified(token)).toMatchObject({ serviceurl: 'https://elsewhere.example/' });
  });

  test('any activity can be brought with any token, or none', async () => {
    open.bot.answer(({ token }) => ({ status: token === '' ? 401 : 200, body: { token } }));
    expect(await open.teams.deliver({ type: 'message' }, null)).toEqual({ status: 401, body: { token: '' } });
    expect(await open.teams.deliver({ type: 'message' }, 'x')).toEqual({ status: 200, body: { token: 'x' } });
    expect(open.bot.heard.map(({ activity }) => activity)).toEqual([{ type: 'message' }, { type: 'message' }]);
  });
});

describe('the token with which the bot comes', () => {
  const usual = {
    grant_type: 'client_credentials',
    client_id: bot.id,
    client_secret: 'made-up-secret',
    scope: `${issuer}/.default`,
  };

  const asked = async (changes: object, at = tenant) => {
    const body = new URLSearchParams({ ...usual, ...changes });
    const response = await fetch(`${open.teams.addresses().login}/${at}/oauth2/v2.0/token`, { method: 'POST', body });
    return { status: response.status, body: (await response.json()) as { error?: string } };
  };

  test.each([
    ['another secret', { client_secret: 'guessed' }, 401, 'invalid_client'],
    ['another application', { client_id: ola }, 400, 'unauthorized_client'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no scope', { scope: '' }, 400, 'invalid_scope'],
  ] as const)('is not given for %s', async (_what, changes, status, error) => {
    expect(await asked(changes)).toMatchObject({ status, body: { error } });
  });

  test('is not given in another tenant', async () => {
    expect(await asked({}, 'c0570001-0001-4c01-8c01-0000000000c1')).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    });
  });

  test('is given for an assertion in the name of the application', async () => {
    const payload = Buffer.from(JSON.stringify({ sub: bot.id })).toString('base64url');
    expect(await asked({ client_secret: '', client_assertion: `x.${payload}.x` })).toMatchObject({ status: 200 });
    expect(await asked({ client_secret: '', client_assertion: 'x.e30.x' })).toMatchObject({ status: 401 });
  });

  test('may be one that somebody else has made', async () => {
    await open.close();
    open = await withTeams({ recognise: (bearer, audience) => bearer === `made-elsewhere-for-${audience}` });
    const members = `v3/conversations/${open.channel.id}/members`;
    expect(await open.bot.call('GET', members, undefined, 'made-elsewhere-for-bot')).toMatchObject({ status: 200 });
    expect(await open.bot.call('GET', members, undefined, 'made-elsewhere-for-graph')).toMatchObject({ status: 401 });
  });
});
