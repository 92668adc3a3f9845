import { expect, test } from '@jest/globals';
import { instant } from '../../src/cases/time.ts';
import { createServer, listen } from '../../src/http/server.ts';
import { createTeams, listenTeams } from '../../src/playground/teams/teams.ts';
import { createTeamsEdge } from '../../src/teams/edge.ts';
import { createLine } from '../../src/wire/line.ts';
import { app, nordlys } from '../support/teams-edge.ts';

const ola = '0b1ec700-0001-4b01-8b01-0000000000b1';
const now = () => instant(Date.parse('2026-03-02T09:00:00Z'));
const issuer = 'https://api.chat.example';

test('the edge and the stand-in for Teams understand each other, tokens and all', async () => {
  let endpoint: string | null = null;
  const people = [{ id: ola, name: 'Ola Nordmann' }];
  const teams = createTeams({ tenant: nordlys, bot: { ...app, name: 'Bot' }, people, now, issuer, endpoint: () => endpoint });
  const standIn = await listenTeams(teams, 0);
  const { serviceUrl, metadata, login } = teams.addresses();
  const line = createLine({ tries: 1 });
  const form = { grant_type: 'client_credentials', client_id: app.id, client_secret: 'made-up-secret', scope: 'bot/.default' };
  const edge = createTeamsEdge({
    hosts: { scope: 'bot', metadata, issuer, tokenService: login, services: [standIn.base], proactive: serviceUrl },
    app,
    authorize: async () => {
      const answer = await fetch(`${login}/${nordlys}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) });
      const { access_token: value } = (await answer.json()) as { access_token: string };
      return { ok: true, token: { value } };
    },
    line,
    conversation: {
      hear: ({ who, what }) =>
        Promise.resolve({ kind: 'words', text: `${who.name}: ${what.kind === 'words' ? what.text : what.kind}` }),
      onFailure: () => Promise.resolve({ kind: 'nothing' }),
    },
    clock: { now },
    chance: { salt: () => 'salt' },
    operator: { tell: () => undefined },
  });
  const server = createServer([], [edge.door]);
  endpoint = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}/api/messages`;
  try {
    const actor = teams.person(ola);
    const { status } = await actor.say(actor.chat, 'help');
    expect(status).toBe(200);
    expect((await teams.nextMessage(actor.chat)).text).toBe('Ola Nordmann: help');
    expect(await edge.courier.open(ola, nordlys)).toMatchObject({ kind: 'opened', chat: { id: actor.chat.id } });
  } finally {
    server.server.closeAllConnections();
    server.close();
    await standIn.close();
    await line.close();
  }
});
