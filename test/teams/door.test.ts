import { afterEach, describe, expect, test } from '@jest/globals';
import type { Heard, Reply } from '../../src/conversation/heard.ts';
import { invoked, nordlys, openEdge, personal, pressing, typed } from '../support/teams-edge.ts';
import type { OpenEdge } from '../support/teams-edge.ts';

const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
const shown: Reply = { kind: 'card', card, summary: 'A card' };
const approve = pressing({ verb: 'approve', data: { id: 'C-1', seen: 's' } });

let edge: OpenEdge;
const heard: Heard[] = [];
afterEach(async () => {
  await edge.close();
  heard.length = 0;
});

type Hear = (one: Heard) => Promise<Reply>;
const open = async (reply: Reply | Hear, means: Parameters<typeof openEdge>[1] = {}): Promise<void> => {
  edge = await openEdge(
    {
      hear: (one) => {
        heard.push(one);
        return typeof reply === 'function' ? reply(one) : Promise.resolve(reply);
      },
      onFailure: (_, reference) => Promise.resolve({ kind: 'words', text: `Referencia ${reference}` }),
    },
    means,
  );
};

/** Something that takes as long as a test wants. */
const held = <T>() => {
  let give: (value: T) => void = () => undefined;
  const given = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { given, give };
};

describe('what is typed', () => {
  test('is answered in the chat, as plain text', async () => {
    await open({ kind: 'words', text: 'Hola' });
    expect(await edge.say(typed('ayuda'))).toEqual({ status: 200, text: '', body: null });
    expect(edge.calls).toMatchObject([
      {
        method: 'POST',
        path: '/emea/v3/conversations/a:1simPersonal/activities',
        authorization: 'Bearer bot-token',
        body: { type: 'message', text: 'Hola', textFormat: 'plain' },
      },
    ]);
  });

  test('is answered with a card, and a summary for where cards are not shown', async () => {
    await open(shown);
    await edge.say(typed('casos'));
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
    expect(edge.calls).toMatchObject([{ body: { summary: 'A card', attachments } }]);
  });

  test('does not keep Teams waiting for what takes long, and is answered when it is ready', async () => {
    const { given, give } = held<Reply>();
    await open(() => given, { patienceMs: 5 });
    expect(await edge.say(typed('casos'))).toMatchObject({ status: 200, text: '' });
    expect(edge.calls).toEqual([]);
    give({ kind: 'words', text: 'Listo' });
    await edge.settled();
    expect(edge.calls).toMatchObject([{ body: { text: 'Listo' } }]);
  });

  test('is heard once, however often it comes within ten minutes', async () => {
    await open({ kind: 'words', text: 'Hola' });
    await Promise.all([edge.say(typed('ayuda')), edge.say(typed('ayuda'))]);
    edge.pass(9 * 60);
    await edge.say(typed('ayuda'));
    expect([heard.length, edge.calls.length]).toEqual([1, 1]);
    edge.pass(2 * 60);
    await edge.say(typed('ayuda'));
    expect(heard).toHaveLength(2);
  });

  test('by somebody else under the same id is something else', async () => {
    await open({ kind: 'nothing' });
    await edge.say(typed('ayuda'));
    await edge.say({ ...typed('ayuda'), from: { ...personal.from, id: '29:other' } });
    await edge.say({ ...typed('ayuda'), from: { ...personal.from, aadObjectId: nordlys } });
    expect(heard).toHaveLength(3);
  });

  test('and cannot be answered there is told to the operator', async () => {
    await open({ kind: 'words', text: 'Hola' });
    edge.answers.push({ status: 404, body: { error: { code: 'ConversationNotFound', message: 'Conversation not found.' } } });
    expect(await edge.say(typed('ayuda'))).toMatchObject({ status: 200 });
    expect(edge.told).toEqual([expect.stringContaining('a reply could not be delivered (gone)')]);
  });

  test('and has an answer that is too large for any chat is answered all the same', async () => {
    await open({ kind: 'card', card: { ...card, speak: 'x'.repeat(60_000) }, summary: '' });
    await edge.say(typed('ayuda'));
    expect(edge.calls).toMatchObject([{ body: { text: 'Referencia 0A1B2C3D' } }]);
  });
});

describe('a press', () => {
  test('is answered with a card in place of the one that was pressed', async () => {
    await open(shown);
    expect(await edge.say(approve)).toMatchObject({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
    });
    expect(heard).toMatchObject([{ pressedOn: '77', what: { kind: 'press', verb: 'approve', id: 'C-1', seen: 's' } }]);
    expect(edge.calls).toEqual([]);
  });

  test('that comes again under the same id gets the same answer, and is heard once', async () => {
    await open((one) => Promise.resolve({ kind: 'words', text: `${heard.length} ${one.who.name}` }));
    const [first, second] = await Promise.all([edge.say(approve), edge.say(approve)]);
    expect([first.body, heard.length]).toEqual([second.body, 1]);
  });

  test('that takes long is said to be under way, in the language of the person, and its card follows', async () => {
    const { given, give } = held<Reply>();
    await open(() => given, { patienceMs: 5 });
    const { body } = await edge.say(approve);
    expect(body).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Estoy en ello.' });
    give(shown);
    await edge.settled();
    expect(edge.calls).toMatchObject([{ method: 'PUT', path: '/emea/v3/conversations/a:1simPersonal/activities/77' }]);
  });

  test('that nobody made leaves nothing behind when it takes long', async () => {
    const { given, give } = held<Reply>();
    await open(() => given, { patienceMs: 5 });
    await edge.say(invoked('adaptiveCard/action', { action: { verb: 'show' }, trigger: 'automatic' }));
    give(shown);
    await edge.settled();
    expect(edge.calls).toEqual([]);
  });

  test('by an old client replaces the card in a personal chat', async () => {
    await open(shown);
    await edge.say({ ...typed(''), value: { verb: 'say', id: 'cases' }, replyToId: '77' });
    expect(edge.calls).toMatchObject([{ method: 'PUT', path: '/emea/v3/conversations/a:1simPersonal/activities/77' }]);
  });

  test('on a card that is not there any more is answered by a new one', async () => {
    await open(shown);
    edge.answers.push({ status: 404, body: { error: { code: 'ActivityNotFoundInConversation', message: 'gone' } } });
    await edge.say({ ...typed(''), value: { verb: 'say', id: 'cases' }, replyToId: '77' });
    expect(edge.calls.map(({ method }) => method)).toEqual(['PUT', 'POST']);
  });
});

describe('other invokes', () => {
  test('a search is answered with what there is to choose', async () => {
    await open({ kind: 'choices', choices: [{ title: 'Solsikke Bakeri AS', value: 'c1' }] });
    const { body } = await edge.say(invoked('application/search', { kind: 'search', queryText: 'sol', dataset: 'customers' }));
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results: [{ title: 'Solsikke Bakeri AS', value: 'c1' }] },
    });
  });

  test('a search that takes long finds nothing for now', async () => {
    await open(() => new Promise(() => undefined), { patienceMs: 5 });
    const { body } = await edge.say(invoked('application/search', { queryText: 'sol' }));
    expect(body).toMatchObject({ value: { results: [] } });
  });

  const empty = { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] } };
  const query = invoked('composeExtension/query', { commandId: 'cases', parameters: [{ name: 'query', value: 'sol' }] });

  test('what can be shared is answered as a list, each with what is read of it and the card itself', async () => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
    await open({ kind: 'results', results: [{ title: 'Solsikke', text: 'In force', card }] });
    expect((await edge.say(query)).body).toEqual({
      composeExtension: {
        ...{ type: 'result', attachmentLayout: 'list' },
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: card,
            preview: {
              contentType: 'application/vnd.microsoft.card.thumbnail',
              content: { title: 'Solsikke', text: 'In force' },
            },
          },
        ],
      },
    });
    expect(heard).toMatchObject([{ what: { kind: 'query', command: 'cases', text: 'sol' } }]);
  });

  test('a list that takes long, breaks, or is asked for by a stranger is empty', async () => {
    await open(() => new Promise(() => undefined), { patienceMs: 5 });
    expect((await edge.say(query)).body).toEqual(empty);
    await edge.close();
    await open(() => Promise.reject(new Error('no store')));
    expect((await edge.say(query)).body).toEqual(empty);
    const from = { ...query.from, aadObjectId: undefined };
    expect((await edge.say({ ...query, id: 'stranger', from })).body).toEqual(empty);
    expect(edge.told).toEqual([expect.stringMatching(/query could not be answered: Error: no store/)]);
  });

  test.each([
    ['task/fetch', 501, 'NotImplemented'],
    ['adaptiveCard/action', 400, 'BadRequest'],
  ])('%s that nobody understands is told so within HTTP 200', async (name, statusCode, code) => {
    await open({ kind: 'nothing' });
    const { status, body } = await edge.say(invoked(name, { no: 'action' }));
    expect([status, body]).toEqual([
      200,
      { statusCode, type: 'application/vnd.microsoft.error', value: { code, message: expect.any(String) } },
    ]);
    expect(heard).toEqual([]);
  });
});

describe('what breaks', () => {
  const breaking = (): Promise<Reply> => Promise.reject(new Error('the line\nto the store'));

  test('is told to the operator in one line, and to the person by a reference', async () => {
    await open(breaking);
    expect((await edge.say(approve)).body).toMatchObject({ statusCode: 200, value: 'Referencia 0A1B2C3D' });
    expect(edge.told).toEqual([
      expect.stringMatching(/^Teams: 0A1B2C3D: press could not be answered: Error: the line to the store/),
    ]);
    await edge.say(typed('x'));
    expect(edge.calls).toMatchObject([{ body: { text: 'Referencia 0A1B2C3D' } }]);
  });

  test('may be tried again under the same id', async () => {
    let times = 0;
    await open(() => {
      times += 1;
      return times === 1 ? breaking() : Promise.resolve(shown);
    });
    await edge.say(approve);
    expect((await edge.say(approve)).body).toMatchObject({ value: card });
  });

  test('twice leaves the person with a sentence in their language', async () => {
    const broken = { hear: breaking, onFailure: breaking };
    edge = await openEdge(broken);
    const { status, body } = await edge.say(approve);
    expect([status, body]).toMatchObject([200, { value: expect.stringContaining('0A1B2C3D') }]);
    expect(edge.told).toHaveLength(2);
  });
});

describe('a stranger', () => {
  test('is turned away politely, and nobody looks at what they want', async () => {
    await open(shown);
    const from = { id: '29:x', name: 'Guest' };
    expect((await edge.say({ ...approve, from })).body).toMatchObject({ value: expect.stringContaining('directorio') });
    await edge.say({ ...typed('ayuda'), from });
    expect(edge.calls).toMatchObject([{ body: { text: expect.stringContaining('directorio') } }]);
    edge.answers.push({ status: 404, body: { error: { code: 'ConversationNotFound', message: 'gone' } } });
    await edge.say({ ...typed('ayuda', '2'), from });
    expect(edge.told).toEqual([expect.stringContaining('could not be delivered (gone)')]);
    expect(heard).toEqual([]);
  });
});

test('what the bot has nothing to do with is taken note of', async () => {
  await open({ kind: 'nothing' });
  expect(await edge.say({ ...personal, type: 'messageReaction', id: '5' })).toEqual({ status: 200, text: '', body: null });
  await edge.say({ ...personal, type: 'conversationUpdate', membersAdded: [{ id: personal.recipient.id }] });
  expect(heard).toMatchObject([{ what: { kind: 'arrived' } }]);
});
