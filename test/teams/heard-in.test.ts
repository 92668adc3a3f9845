import { describe, expect, test } from '@jest/globals';
import { Activity } from '../../src/teams/activity.ts';
import { heardIn } from '../../src/teams/heard-in.ts';
import { app, invoked, nordlys, personal, pressing, typed } from '../support/teams-edge.ts';

const service = 'https://smba.example/emea/';
const meant = (activity: object) => heardIn(Activity.parse({ serviceUrl: service, ...activity }));
const whatIn = (activity: object): unknown => {
  const heard = meant(activity);
  return heard.kind === 'heard' ? heard.heard.what : heard.kind;
};

describe('who speaks, and where', () => {
  test('is what the activity says around what was written', () => {
    expect(meant(typed('help', '42'))).toEqual({
      kind: 'heard',
      heard: {
        id: '42',
        who: { id: '0b1ec700-0001-4b01-8b01-0000000000b1', name: 'Ola Nordmann', address: '29:1simUser', tenant: nordlys },
        chat: { id: 'a:1simPersonal', service, kind: 'personal' },
        locale: 'es-ES',
        pressedOn: null,
        what: { kind: 'words', text: 'help' },
      },
    });
  });

  test('is never taken from what was written', () => {
    const value = {
      verb: 'approve',
      id: 'C-1',
      seen: 's',
      from: { aadObjectId: 'someone' },
      tenant: 'other',
      aadObjectId: 'admin',
    };
    const heard = meant({ ...typed(''), value, replyToId: '77' });
    expect(heard).toMatchObject({
      heard: {
        who: { id: '0b1ec700-0001-4b01-8b01-0000000000b1', tenant: nordlys },
        pressedOn: '77',
        what: { inputs: { tenant: 'other' } },
      },
    });
  });

  test.each([
    ['personal', 'personal'],
    ['groupChat', 'group'],
    ['channel', 'channel'],
    ['something new', 'group'],
    [undefined, 'group'],
  ])('a conversation of type %j is taken for %s', (conversationType, kind) => {
    const conversation = { ...personal.conversation, conversationType };
    expect(meant({ ...typed('x'), conversation })).toMatchObject({ heard: { chat: { kind } } });
  });

  test('a chat between two people is not taken for one with us, whatever it is called', () => {
    const between = (id: string) => meant({ ...typed('x'), conversation: { ...personal.conversation, id } });
    expect(between('19:one_other@unq.gbl.spaces')).toMatchObject({ heard: { chat: { kind: 'group' } } });
    expect(between(`19:one_${app.id}@unq.gbl.spaces`)).toMatchObject({ heard: { chat: { kind: 'personal' } } });
  });

  test('in a chat of ours, from another tenant, belongs to that one', () => {
    const from = { ...personal.from, tenantId: '7a11c0de-2222-4a10-8a10-0000000000a2' };
    expect(meant({ ...typed('x'), from })).toMatchObject({ heard: { who: { tenant: from.tenantId } } });
  });

  test.each(['', 7, 'x'.repeat(101)])('from a tenant that is none (%j) is nobody of the one they speak in', (tenantId) => {
    expect(whatIn({ ...typed('x'), from: { ...personal.from, tenantId } })).toBe('stranger');
  });

  test('without an id in the directory is a stranger, whatever they press', () => {
    const from = { id: '29:x', name: 'Guest' };
    expect(whatIn({ ...typed('x'), from })).toBe('stranger');
    expect(whatIn({ ...pressing({ verb: 'approve' }), from })).toBe('stranger');
    expect(whatIn({ ...typed('x'), from: { id: '29:x', aadObjectId: 'not a guid' } })).toBe('stranger');
  });

  test('is no other bot: two of them would talk for ever', () => {
    expect(whatIn({ ...typed('x'), from: { id: '28:other' } })).toBe('nothing');
  });
});

describe('a press', () => {
  const data = { verb: 'say', id: 'cases', seen: 'abc', reason: 'too broad', days: 30, isSure: true, nested: { a: 1 }, none: null };
  const press = {
    kind: 'press',
    verb: 'say',
    id: 'cases',
    seen: 'abc',
    inputs: { reason: 'too broad', days: '30', isSure: 'true' },
  };

  test('is the same by Action.Execute, and by its fallback', () => {
    expect(whatIn(pressing({ verb: 'say', data }))).toEqual({ ...press, isAutomatic: false });
    expect(whatIn({ ...typed(''), text: undefined, value: data })).toEqual({ ...press, isAutomatic: false });
  });

  test('that nobody pressed is told by its trigger', () => {
    const value = { action: { verb: 'show', data: { id: 'C-1' } }, trigger: 'automatic' };
    expect(whatIn(invoked('adaptiveCard/action', value))).toMatchObject({ verb: 'show', isAutomatic: true });
  });

  test('has inputs that end somewhere', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`input${at}`, 'x'.repeat(5000)]));
    const what = whatIn(pressing({ verb: 'next', data: many })) as { inputs: Record<string, string> };
    expect(Object.keys(what.inputs)).toHaveLength(60);
    expect(what.inputs.input0).toHaveLength(4000);
  });

  test.each([undefined, null, 'x', 7, [], {}, { action: null }, { action: {} }, { action: { verb: 7 } }, { action: { verb: '' } }])(
    'of the shape %j is none',
    (value) => {
      expect(whatIn(invoked('adaptiveCard/action', value))).toBe('unreadable');
    },
  );

  test('in a message without a verb is what was typed', () => {
    expect(whatIn({ ...typed('hello'), value: { foo: 1 } })).toEqual({ kind: 'words', text: 'hello' });
  });
});

describe('what is typed', () => {
  test('comes without the bot, by whatever name it was mentioned, and with everybody else', () => {
    const mention = (id: string, name: string) => ({ type: 'mention', mentioned: { id, name }, text: `<at>${name}</at>` });
    const text = '<at>Handshake</at> <at>Nordlys Partner Bot</at> ask <at>Ada</at>';
    const entities = [{ type: 'clientInfo' }, 7, mention(personal.recipient.id, 'Handshake'), mention('29:ada', 'Ada')];
    expect(whatIn({ ...typed(text), entities })).toEqual({ kind: 'words', text: 'ask Ada' });
  });
});

describe('a search for something to share', () => {
  const query = (value: unknown) => whatIn(invoked('composeExtension/query', value));
  const parameters = [{ name: 'query', value: ' sol ' }];

  test('is heard with its command, its text, and which stretch is wanted', () => {
    expect(query({ commandId: 'cases', parameters, queryOptions: { skip: 25, count: 10 } })).toEqual({
      ...{ kind: 'query', command: 'cases', text: ' sol ', skip: 25, limit: 10 },
    });
  });

  test('begins with nothing typed', () => {
    const initial = [{ name: 'initialRun', value: 'true' }];
    expect(query({ commandId: 'customers', parameters: initial })).toMatchObject({ text: '', skip: 0, limit: 25 });
  });

  test.each([
    [{ skip: -1, count: 0 }],
    [{ skip: 1e9, count: 1e9 }],
    [{ skip: 0.5, count: '25' }],
    [{ skip: NaN, count: null }],
    [null],
    ['all'],
  ])('asks for no more than a page, whatever %j says', (queryOptions) => {
    expect(query({ commandId: 'cases', parameters, queryOptions })).toMatchObject({ skip: 0, limit: 25 });
  });

  test('is short and well formed, whatever was typed or sent', () => {
    const long = query({ commandId: 'cases', parameters: [{ name: 'query', value: `\uD800${'Ж'.repeat(100_000)}` }] });
    expect(long).toMatchObject({ text: `\uFFFD${'Ж'.repeat(199)}` });
    expect(query({ commandId: 7, parameters: { name: 'query' } })).toMatchObject({ command: '', text: '' });
    expect(query({ commandId: 'cases', parameters: [{ name: 'query', value: { $ne: null } }] })).toMatchObject({ text: '' });
    expect(query('cases')).toBe('unreadable');
  });
});

describe('everything else', () => {
  const search = (value: unknown) => whatIn(invoked('application/search', value));

  test('a search has a text, a dataset and an end', () => {
    expect(search({ queryText: 'sol', dataset: 'customers', queryOptions: { skip: 0, top: 15 } })).toEqual({
      kind: 'search',
      dataset: 'customers',
      text: 'sol',
      limit: 15,
    });
    expect(search({ queryText: 7, queryOptions: { top: 1e9 } })).toEqual({ kind: 'search', dataset: '', text: '', limit: 50 });
    expect(search(null)).toBe('unreadable');
  });

  test.each([
    [{ type: 'conversationUpdate', membersAdded: [{ id: `28:${app.id}` }] }, { kind: 'arrived' }],
    [{ type: 'conversationUpdate', membersAdded: [{ id: '29:other' }] }, { kind: 'arrived' }],
    [{ type: 'conversationUpdate', membersRemoved: [{ id: `28:${app.id}` }] }, { kind: 'left' }],
    [{ type: 'conversationUpdate', membersRemoved: [{ id: '29:other' }] }, 'nothing'],
    [{ type: 'conversationUpdate' }, 'nothing'],
    [{ type: 'installationUpdate', action: 'add' }, { kind: 'arrived' }],
    [{ type: 'installationUpdate', action: 'remove-upgrade' }, { kind: 'left' }],
    [{ type: 'installationUpdate' }, 'nothing'],
    [{ type: 'typing' }, 'nothing'],
    [{ type: 'messageUpdate', text: 'approve C-1' }, 'nothing'],
    [{ type: 'messageDelete' }, 'nothing'],
    [{ type: 'endOfConversation' }, 'nothing'],
    [{ type: 'event', name: 'application/vnd.microsoft.meetingStart' }, 'nothing'],
    [{ type: 'invoke', name: 'signin/verifyState', value: { state: '1' } }, 'other'],
    [{ type: 'invoke', name: 'fileConsent/invoke', value: { action: 'accept' } }, 'other'],
    [{ type: 'messageReaction' }, 'nothing'],
    [{ type: 'message' }, 'nothing'],
    [{ type: 'something-new' }, 'nothing'],
    [{ type: 'invoke', name: 'composeExtension/query' }, 'unreadable'],
    [{ type: 'invoke', name: 'task/fetch' }, 'other'],
    [{ type: 'invoke' }, 'other'],
  ])('%j is %j', (activity, what) => {
    expect(whatIn({ ...personal, ...activity })).toEqual(what);
  });
});
