import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast } from '../../../src/playground/cast.ts';
import { openPlayground } from '../../../src/playground/playground.ts';
import { openPlay } from './play-world.ts';
import type { Play } from './play-world.ts';

const CUSTOMER = 'c0570013-0013-4c13-8c13-000000000c13';

const invites = async (play: Play): Promise<void> => {
  await play.says('ana', 'solicitar administración para collefiorito.example');
  await play.presses('ana', 'Siguiente', { wish: 'manage' });
  await play.sees('ana', 'Página 3');
  await play.presses('ana', 'Siguiente');
  await play.sees('ana', 'Página 4');
  await play.presses('ana', 'Siguiente');
  await play.sees('ana', 'Página 5');
  await play.presses('ana', 'Siguiente', { language: 'it', contact: 'admin@collefiorito.example', paragraph: '' });
  await play.presses('ana', 'Solicitar aprobación');
  await play.presses('ada', 'Approve');
};

/** The customer reads the letter, follows its link in the made-up Microsoft, and says yes there. */
const accepts = async (play: Play): Promise<void> => {
  const [letter] = (await play.state()).letters;
  const html = await (await play.ask(`/play/letters/${letter?.id ?? ''}.html`)).text();
  const link = /href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const opened = await fetch(`${play.outside()}customers/open?${new URLSearchParams({ link, customer: CUSTOMER }).toString()}`);
  const token = /name="token" value="([^"]+)"/.exec(await opened.text())?.[1] ?? '';
  await fetch(opened.url, {
    method: 'POST',
    headers: { Origin: new URL(opened.url).origin },
    body: new URLSearchParams({ token, answer: 'accept' }),
  });
};

describe('the playground', () => {
  let play: Play;
  beforeAll(async () => {
    play = await openPlay();
  });
  afterAll(() => play.close());

  test('A Spanish agent asks, an English admin approves, an Italian customer accepts; all of it outlives a stop, and 90 days', async () => {
    await play.opens('ana');
    await play.sees('ana', 'Hola, Ana Ruiz');
    await invites(play);
    const [letter] = await play.soon(async () => {
      const { letters } = await play.state();
      return letters.length > 0 && letters;
    });
    expect(letter).toMatchObject({
      subject: 'Nordlys Cloud AS chiede diritti di amministratore presso collefiorito.example',
      to: 'admin@collefiorito.example',
      customer: CUSTOMER,
    });

    await play.restart();
    await accepts(play);
    await play.sees('ana', 'Activo');
    await play.sees('ada', 'Active');

    const before = (await play.state()).clock.now;
    expect(await play.act({ do: 'jump', days: 90 })).toEqual({ kind: 'done' });
    const { now } = await play.soon(async () => {
      const { clock } = await play.state();
      return clock.until === null && clock;
    });
    expect(Date.parse(now) - Date.parse(before)).toBeGreaterThanOrEqual(90 * 86_400_000);

    await play.restart();
    const later = await play.state();
    expect(later.clock.now >= now).toBe(true);
    expect(later.letters.map(({ id }) => id)).toContain(letter?.id);
    await play.sees('ana', 'Activo');
  });

  test('a second one on the same folder is refused in words', async () => {
    const second = openPlayground({
      ...{ folder: play.folder, pages: () => Promise.resolve([]), tell: () => undefined },
      ports: () => Promise.resolve({ page: 0, outside: 0 }),
    });
    await expect(second).rejects.toThrow(/in use/);
  });

  test('a person’s language can be changed, and the bot speaks it', async () => {
    await play.act({ do: 'set-language', person: cast.klaus.id, language: 'fr' });
    await play.sees('klaus', 'Guten Tag, Klaus Weber');
    await play.says('klaus', 'aide');
    expect(await play.sees('klaus', 'Bonjour')).toBe(true);
  });

  test('what was found is shared in a chat as one’s own card', async () => {
    const { people } = await play.state();
    const ana = people.find(({ id }) => id === cast.ana.id);
    const chat = ana?.chats.find(({ kind }) => kind === 'group')?.id ?? '';
    const search = { person: cast.ana.id, chat, command: 'cases', text: '' } as const;
    const found = await play.act({ do: 'search', ...search });
    expect(found).toMatchObject({ kind: 'found', found: [{ title: expect.stringContaining('collefiorito.example') }] });
    expect(await play.act({ do: 'share', ...search, place: 0 })).toEqual({ kind: 'done' });
    const { messages } = await play.chat('giulia', 'group');
    expect(messages.at(-1)).toMatchObject({ from: { id: cast.ana.id }, card: { type: 'AdaptiveCard' } });
  });

  test('a button that is not there any more: the page is told to look again', async () => {
    const { messages } = await play.chat('ana');
    const { id } = messages.findLast(({ card }) => card !== null) ?? { id: '' };
    const chat = (await play.state()).people.find((one) => one.id === cast.ana.id)?.chats[0]?.id ?? '';
    const button = { title: 'Buy everything', verb: 'buy', data: {} };
    const pressed = { do: 'press', person: cast.ana.id, chat, message: id, button, inputs: {} } as const;
    expect(await play.act(pressed)).toEqual({ kind: 'changed' });
  });

  test.each([
    ['a form of another site', '/play/act', { method: 'POST', body: new URLSearchParams({ do: 'jump' }) }, 415],
    [
      'an act that there is not',
      '/play/act',
      { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"do":"rule"}' },
      400,
    ],
    ['a person whom nobody knows', '/play/chat?person=x&chat=y', {}, 404],
    ['a letter that nobody has written', '/play/letters/none.html', {}, 404],
  ])('refuses %s', async (_what, path, how: RequestInit, status) => {
    expect((await play.ask(path, how)).status).toBe(status);
  });

  test('refuses a page of another site that leads its own name here', async () => {
    const { status } = await play.askAs('evil.example', '/play/state');
    expect(status).toBe(403);
  });
});
