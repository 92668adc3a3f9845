import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { shareableIn } from '../../../src/playground/teams/answers.ts';
import { cardText } from '../../../src/playground/teams/card/card-text.ts';
import { ada, cardOf, channelId, ola, withCard, withTeams } from '../../support/teams.ts';

let open: Awaited<ReturnType<typeof withTeams>>;
beforeEach(async () => {
  open = await withTeams();
});
afterEach(() => open.close());

describe('searching', () => {
  const found = (results: unknown) => ({
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results } },
  });

  test('a field asks for what was typed, and offers what comes', async () => {
    const results = [{ title: 'Solsikke Bakeri AS', value: 'c0570001' }];
    open.bot.answer(() => found(results));
    const person = open.teams.person(ola);
    expect(await person.search(person.chat, 'customers', 'sol')).toEqual(results);
    expect(open.bot.heard[0]?.activity).toMatchObject({ type: 'invoke', name: 'application/search' });
    expect(open.bot.heard[0]?.activity.value).toEqual({
      queryText: 'sol',
      queryOptions: { skip: 0, top: 15 },
      dataset: 'customers',
    });
    expect(open.teams.transcript(ola)).toMatchObject([{ kind: 'searched', text: 'sol', found: ['Solsikke Bakeri AS'] }]);
    expect(open.teams.transcript(ada)).toEqual([]);
  });

  test('what is no list of choices offers nothing', async () => {
    open.bot.answer(() => found('many'));
    const person = open.teams.person(ola);
    expect(await person.search(person.chat, 'customers', 'sol')).toBeNull();
  });

  test('the compose box asks by command, and begins with nothing', async () => {
    const composeExtension = { type: 'result', attachmentLayout: 'list', attachments: [] } as const;
    open.bot.answer(() => ({ status: 200, body: { composeExtension } }));
    const person = open.teams.person(ola);
    expect(await person.query(open.channel, 'cases', 'sol')).toEqual(composeExtension);
    await person.query(open.channel, 'cases', '');
    expect(open.bot.heard.map(({ activity }) => activity.value)).toEqual([
      { commandId: 'cases', parameters: [{ name: 'query', value: 'sol' }], queryOptions: { skip: 0, count: 25 } },
      { commandId: 'cases', parameters: [{ name: 'initialRun', value: 'true' }], queryOptions: { skip: 0, count: 25 } },
    ]);
    open.bot.answer(() => ({ status: 500 }));
    expect(await person.query(open.channel, 'cases', 'x')).toBeNull();
  });
});

describe('sharing what was found', () => {
  test('puts the card into the chat, and leaves out what Teams could not show in its list', async () => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
    const found = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
    const preview = { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title: 'Solsikke', text: 'open' } };
    const attachments = [found, { ...found, preview }];
    open.bot.answer(() => ({ status: 200, body: { composeExtension: { type: 'result', attachments } } }));
    const person = open.teams.person(ola);
    const shareable = shareableIn(await person.query(open.channel, 'cases', 'sol', { skip: 25, count: 10 }));
    expect(shareable).toEqual([{ title: 'Solsikke', text: 'open', card }]);
    expect(open.bot.heard.at(-1)?.activity.value).toMatchObject({ queryOptions: { skip: 25, count: 10 } });
    const [first] = shareable;
    if (first === undefined) throw new Error('nothing to share');
    const message = person.share(open.channel, first);
    expect([message.from, message.card]).toEqual([ola, card]);
  });
});

describe('what somebody has seen', () => {
  test('is told in its order, and without what others saw for themselves', async () => {
    const [one, other] = [open.teams.person(ola), open.teams.person(ada)];
    const execute = { type: 'Action.Execute', title: 'Godkjenn', verb: 'approve' };
    await one.say(open.channel, 'cases');
    const id = await open.bot.post(channelId, withCard({ ...cardOf(), actions: [execute] }));
    const message = await open.teams.nextMessage(open.channel);
    open.bot.answer(() => ({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Takk.' },
    }));
    await other.press(message, 'Godkjenn');
    await open.bot.call('PUT', `v3/conversations/${channelId}/activities/${id}`, withCard(cardOf()));
    await one.say(one.chat, 'help');
    const kinds = (who?: string) => open.teams.transcript(who).map(({ kind, who: name }) => `${name ?? 'bot'} ${kind}`);
    const all = ['Ola Nordmann said', 'bot showed', 'Ada Lind pressed', 'bot banner', 'bot changed', 'Ola Nordmann said'];
    expect(kinds()).toEqual(all);
    expect(kinds(ola)).toEqual(all.filter((line) => line !== 'bot banner'));
    expect(kinds(ada)).toEqual(all.slice(0, -1));
  });

  test('is all there when nothing happens any more', async () => {
    const person = open.teams.person(ola);
    open.bot.answer(() => {
      void open.bot.post(person.chat.id, { type: 'message', text: 'later' });
      return { status: 200 };
    });
    void person.say(person.chat, 'help');
    await open.teams.settled(60);
    expect(open.teams.transcript(ola).map(({ kind }) => kind)).toEqual(['said', 'showed']);
  });
});

describe('a card in plain lines', () => {
  const run = (text: string, more: object = {}) => ({ type: 'TextRun', text, ...more });

  test.each([
    ['text', { type: 'TextBlock', text: 'Waiting', weight: 'bolder' }, '**Waiting**'],
    [
      'runs of text',
      { type: 'RichTextBlock', inlines: ['For ', run('Solsikke ', { weight: 'bolder' }), run('AS')] },
      'For **Solsikke** AS',
    ],
    ['what is hidden', { type: 'TextBlock', text: 'secret', isVisible: false }, ''],
    ['facts', { type: 'FactSet', facts: [{ title: 'Days', value: '90' }] }, 'Days: 90'],
    ['columns', { type: 'ColumnSet', columns: ['a', 'b'].map((text) => ({ items: [{ type: 'TextBlock', text }] })) }, 'a | b'],
    [
      'a table',
      {
        type: 'Table',
        rows: [1, 2].map((row) => ({
          cells: ['a', 'b'].map((text) => ({ items: [{ type: 'TextBlock', text: `${text}${row}` }] })),
        })),
      },
      'a1 | b1\na2 | b2',
    ],
    ['a field', { type: 'Input.Text', id: 'x', label: 'Why', isRequired: true, placeholder: 'in words' }, 'Why *: ____ (in words)'],
    ['a filled field', { type: 'Input.Number', id: 'x', label: 'Days', value: 90 }, 'Days: 90'],
    ['a toggle', { type: 'Input.Toggle', id: 'x', title: 'Extend', value: 'true' }, '[x] Extend'],
    [
      'choices',
      {
        type: 'Input.ChoiceSet',
        id: 'x',
        label: 'What',
        value: 'b',
        choices: ['a', 'b'].map((value) => ({ title: value.toUpperCase(), value })),
      },
      'What: ( ) A  (•) B',
    ],
    [
      'several choices',
      {
        type: 'Input.ChoiceSet',
        id: 'x',
        isMultiSelect: true,
        value: 'a,b',
        choices: ['a', 'b', 'c'].map((value) => ({ title: value, value })),
      },
      '[x] a  [x] b  [ ] c',
    ],
    ['a picture', { type: 'Image', url: 'x', altText: 'a seal' }, '(picture: a seal)'],
    [
      'buttons',
      { type: 'ActionSet', actions: [{ title: 'Approve' }, { title: 'Decline', isEnabled: false }] },
      '[ Approve ]  [ ~~Decline~~ ]',
    ],
    ['what Teams does not know, with something instead', { type: 'Badge', fallback: { type: 'TextBlock', text: 'new' } }, 'new'],
    ['what Teams does not know', { type: 'Badge', text: 'new' }, '(unknown: Badge)'],
    ['what can be pressed as a whole', { type: 'Container', items: [], selectAction: { title: 'Open' } }, '[ Open ]'],
  ])('%s', (_what, element, words) => {
    expect(cardText(cardOf(element))).toBe(words);
  });

  test('from top to bottom, with what buttons open', () => {
    const inner = cardOf({ type: 'Input.Text', id: 'reason', label: 'Reason' });
    const actions = [
      { type: 'Action.Execute', title: 'Approve' },
      { type: 'Action.ShowCard', title: 'Decline', card: { ...inner, actions: [{ title: 'Send' }] } },
    ];
    const card = { ...cardOf({ type: 'TextBlock', text: 'Case 1' }), actions };
    expect(cardText(card)).toBe('Case 1\n[ Approve ]  [ Decline ]\n  Reason: ____\n  [ Send ]');
  });
});
