import { expect, jest, test } from '@jest/globals';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { Activity } from '../../src/teams/activity.ts';
import { TeamsAdapter } from '../../src/teams/adapter.ts';
import { app, pressing, typed } from '../support/teams-edge.ts';

const address = 'https://bot.example';
const hosts = { scope: 'bot', metadata: address, issuer: address, tokenService: address, services: [], proactive: null };
const authorize = () => Promise.resolve({ ok: true, token: { value: 'x' } } as const);

const from = (serviceUrl: string, activity: object) => Activity.parse({ serviceUrl, ...activity });

test('a client of each kind is made once, and not for every activity', async () => {
  const userTokens = jest.spyOn(ConfigurationBotFrameworkAuthentication.prototype, 'createUserTokenClient');
  const adapter = new TeamsAdapter({ hosts, app, authorize });
  for (const id of ['1', '2', '3'])
    await adapter.turn(from('https://smba.example/emea/', typed('x', id)), () => Promise.resolve(null));
  expect(userTokens).toHaveBeenCalledTimes(1);
  userTokens.mockRestore();
});

test('what a turn ends with is what is answered, and only an invoke has to be', async () => {
  const adapter = new TeamsAdapter({ hosts, app, authorize });
  const answer = { statusCode: 200, type: 'x', value: 'y' };
  expect(await adapter.turn(from('https://smba.example/', pressing({ verb: 'a' })), () => Promise.resolve(answer))).toEqual(answer);
  expect(await adapter.turn(from('https://smba.example/', typed('x')), () => Promise.resolve(null))).toBeNull();
});

test('what breaks in a turn is nothing that the SDK answers', async () => {
  const adapter = new TeamsAdapter({ hosts, app, authorize });
  const broken = adapter.turn(from('https://smba.example/', pressing({ verb: 'a' })), () => Promise.reject(new Error('broken')));
  await expect(broken).rejects.toThrow('broken');
});
