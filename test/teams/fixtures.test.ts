import { afterEach, describe, expect, test } from '@jest/globals';
import type { Heard, Reply } from '../../src/conversation/heard.ts';
import { invokeAnswer } from '../../src/teams/invoke-answer.ts';
import { openEdge, recorded } from '../support/teams-edge.ts';
import type { OpenEdge } from '../support/teams-edge.ts';

let edge: OpenEdge;
afterEach(() => edge.close());
const heard: Heard[] = [];

const open = async (hear: () => Promise<Reply>): Promise<void> => {
  heard.length = 0;
  edge = await openEdge({
    hear: (one) => {
      heard.push(one);
      return hear();
    },
    onFailure: () => Promise.reject(new Error('nor can that be said')),
  });
};

/** The recorded activity, as it comes to where this bot stands. */
const replayed = (name: string) => edge.say({ ...(recorded(name).request.body as object), serviceUrl: edge.serviceUrl });

test('a recorded message is heard without the bot’s name, and answered with 200 and nothing', async () => {
  await open(() => Promise.resolve({ kind: 'nothing' }));
  expect(await replayed('bot-inbound-message')).toEqual({ status: 200, text: '', body: null });
  expect(heard).toMatchObject([
    { locale: 'nb-NO', chat: { kind: 'channel' }, what: { kind: 'words', text: 'status solsikkebakeri.example' } },
  ]);
});

describe('quirk 24: an invoke is answered with HTTP 200, and the status inside', () => {
  test.each(['bot-invoke-action-card', 'bot-invoke-refresh-card'])('%s: a card', async (name) => {
    const { response } = recorded(name);
    const { value } = response.body as { value: object };
    await open(() => Promise.resolve({ kind: 'card', card: value, summary: '' }));
    expect(await replayed(name)).toMatchObject({ status: response.status, body: response.body });
    expect(heard).toMatchObject([{ pressedOn: '1772442000001', what: { isAutomatic: name === 'bot-invoke-refresh-card' } }]);
  });

  test('bot-invoke-response-message: words', async () => {
    const { response } = recorded('bot-invoke-response-message');
    await open(() => Promise.resolve({ kind: 'words', text: 'Registrert.' }));
    expect(await replayed('bot-invoke-response-message')).toMatchObject({ status: 200, body: response.body });
  });

  test.each(['bot-invoke-response-error-400', 'bot-invoke-response-error-500'])('%s: an error, shaped alike', async (name) => {
    const { response } = recorded(name);
    const { type } = response.body as { type: string };
    await open(() => Promise.resolve({ kind: 'nothing' }));
    const { status, body } = await edge.say({ ...(recorded(name).request.body as object), serviceUrl: edge.serviceUrl, value: {} });
    expect([status, body]).toEqual([200, { statusCode: 400, type, value: { code: 'BadRequest', message: expect.any(String) } }]);
  });

  test('also when everything breaks', async () => {
    await open(() => Promise.reject(new Error('broken')));
    expect(await replayed('bot-invoke-response-error-500')).toMatchObject({ status: 200, body: { statusCode: 200 } });
  });
});

describe('quirk 25: nobody is asked to sign in, so there is no wrong code to spell', () => {
  const replies: readonly Reply[] = [
    { kind: 'card', card: {}, summary: '' },
    { kind: 'words', text: 'x' },
    { kind: 'choices', choices: [] },
    { kind: 'nothing' },
  ];
  test.each(['bot-invoke-response-login-401', 'bot-invoke-response-badcode-401', 'bot-invoke-response-precondition-412'])(
    '%s is never our answer',
    async (name) => {
      await open(() => Promise.resolve({ kind: 'nothing' }));
      const { type } = recorded(name).response.body as { type: string };
      const types = replies.map((reply) => (invokeAnswer(reply) as { type: string }).type);
      expect(types).not.toContain(type);
      expect((await replayed(name)).body).not.toMatchObject({ type });
    },
  );
});

test('quirk 26: an invoke that Teams sends again is answered alike, and heard once', async () => {
  let times = 0;
  await open(() => {
    times += 1;
    return Promise.resolve({ kind: 'words', text: `${times}` });
  });
  const answers = [await replayed('bot-invoke-action-card'), await replayed('bot-invoke-action-card')];
  expect(answers.map(({ body }) => (body as { value: string }).value)).toEqual(['1', '1']);
});
