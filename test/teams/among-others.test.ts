import { afterEach, describe, expect, test } from '@jest/globals';
import type { Reply } from '../../src/conversation/heard.ts';
import { openEdge, personal, pressing, typed } from '../support/teams-edge.ts';
import type { OpenEdge } from '../support/teams-edge.ts';

const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
const shown: Reply = { kind: 'card', card, summary: 'A card' };
const approve = pressing({ verb: 'approve', data: { id: 'C-1', seen: 's' } });

let edge: OpenEdge;
afterEach(() => edge.close());

const open = async (reply: Reply | Promise<Reply>, means: Parameters<typeof openEdge>[1] = {}): Promise<void> => {
  const nothing: Reply = { kind: 'nothing' };
  edge = await openEdge({ hear: () => Promise.resolve(reply), onFailure: () => Promise.resolve(nothing) }, means);
};

describe('what is for one person alone', () => {
  const channel = { ...personal.conversation, id: '19:channel@thread.tacv2', conversationType: 'channel' };
  const secret: Reply = { kind: 'card', card, summary: 'Yours', isPrivate: true, language: 'it' };

  test('goes to the personal chat, and the others read that it did', async () => {
    await open(secret);
    edge.answers.push({ status: 201, body: { id: 'a:ola' } });
    await edge.say({ ...typed('casos'), conversation: channel });
    expect(edge.calls.map(({ path }) => path)).toEqual([
      '/teams/v3/conversations',
      '/teams/v3/conversations/a:ola/activities',
      '/emea/v3/conversations/19:channel@thread.tacv2/activities',
    ]);
    expect(edge.calls[0]).toMatchObject({ body: { members: [{ id: personal.from.aadObjectId }] } });
    expect(edge.calls[2]).toMatchObject({ body: { text: 'Gliel’ho inviato nella chat personale.' } });
  });

  test('stays unseen where the person cannot be reached', async () => {
    await open(secret);
    edge.answers.push({ status: 403, body: { error: { code: 'Forbidden', message: 'no' } } });
    const { body } = await edge.say({ ...approve, conversation: channel });
    expect(body).toMatchObject({ value: expect.stringContaining('non sono riuscito') });
    expect(JSON.stringify(body)).not.toContain('AdaptiveCard');
  });

  test('is answered in place where nobody else is', async () => {
    await open(secret);
    expect((await edge.say(approve)).body).toMatchObject({ value: card });
  });
});

describe('an answer to a press among others that comes late', () => {
  const channel = { ...personal.conversation, id: '19:channel@thread.tacv2', conversationType: 'channel' };

  test.each<[string, Reply, object]>([
    ['a card', shown, { summary: 'A card' }],
    ['a no', { kind: 'words', text: 'No puede' }, { text: 'No puede' }],
  ])('is read by whoever has pressed alone: %s', async (_, reply, body) => {
    const { promise, resolve } = Promise.withResolvers<Reply>();
    await open(promise, { patienceMs: 5 });
    await edge.say({ ...approve, conversation: channel });
    edge.answers.push({ status: 201, body: { id: 'a:ola' } });
    resolve(reply);
    await edge.settled();
    expect(edge.calls).toMatchObject([
      { path: '/teams/v3/conversations', body: { members: [{ id: personal.from.aadObjectId }] } },
      { path: '/teams/v3/conversations/a:ola/activities', body },
    ]);
  });
});

test('a press by an old client among others is answered where only whoever has pressed reads it', async () => {
  await open(shown);
  const conversation = { ...personal.conversation, id: '19:g', conversationType: 'groupChat' };
  edge.answers.push({ status: 201, body: { id: 'a:ola' } });
  await edge.say({ ...typed(''), value: { verb: 'say', id: 'cases' }, replyToId: '77', conversation });
  expect(edge.calls).toMatchObject([
    { path: '/teams/v3/conversations', body: { members: [{ id: personal.from.aadObjectId }] } },
    { path: '/teams/v3/conversations/a:ola/activities', body: { summary: 'A card' } },
    { path: '/emea/v3/conversations/19:g/activities', body: { text: expect.stringContaining('chat personal') } },
  ]);
});
