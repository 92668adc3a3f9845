import { describe, expect, test } from '@jest/globals';
import { activityOf } from '../../src/playground/teams/activity.ts';
import { refusingServer } from '../postgres/refusing-server.ts';
import { ola, outside, start } from '../support/serving.ts';

const question = { type: 'message', id: '1', text: 'help' };
const ENDPOINT = /Teams is served at (\S+)/;

describe('the bot by itself', () => {
  test('answers whom Teams vouches for and nobody else, and ends in good order when it is told to', async () => {
    const { teams, settings, folder, callAt } = await outside();
    const bot = start(settings);
    const [, endpoint = ''] = (await bot.says(ENDPOINT)) ?? [];
    callAt(endpoint);
    const chat = teams.personal(ola);

    const { status } = await teams.person(ola).say(chat, 'help');
    const answer = await teams.nextMessage(chat);
    expect([status, answer.from]).toEqual([200, null]);
    const activity = activityOf({ world: teams.world, person: teams.person(ola).person, chat, thread: null }, question);
    const statuses = [null, teams.mint({ key: 'foreign' }), teams.mint()].map(async (token) => teams.deliver(activity, token));
    expect(await Promise.all(statuses)).toMatchObject([{ status: 401 }, { status: 401 }, { status: 200 }]);

    bot.signal('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.said.out).toContain(
      `Accounts: Nordlys Cloud AS (global). People: 6. Letters go by the folder ${folder}/data/letters.\n`,
    );
    expect(bot.said.out).toContain(`Cases are kept in the folder ${folder}/data.\n`);
    expect(bot.said.err).not.toContain('secret');
  });

  test('says in words why it does not start, be it settings or a database that does not let it in', async () => {
    const { settings } = await outside();
    const server = await refusingServer('28P01', 'not you');
    const STORE_URL = `postgres://handshake:secret@${server.host}/cases`;
    const [lost, locked] = [start({ PORT: 'http' }), start({ ...settings, STORE_URL })];
    expect([await lost.ended, await locked.ended]).toEqual([1, 1]);
    expect(lost.said).toEqual({ out: '', err: expect.stringMatching(/^Nothing was started\..*\nPORT: .*\nACCOUNTS: /) });
    const refusal = `PostgreSQL at ${server.host}/cases: cannot be opened (not you).`;
    expect(locked.said).toEqual({ out: '', err: expect.stringContaining(refusal) });
    for (const { said } of [lost, locked]) expect(said.err).not.toMatch(/secret|^ +at /m);
    await server.close();
  });
});
