import type { Door, DoorAnswer } from '../../http/server.ts';
import { jsonIn } from '../../sandbox/json.ts';
import { actIn } from './acts.ts';
import { NotHere } from './do.ts';
import type { Inbox } from './inbox.ts';
import type { News } from './news.ts';
import type { Act, ActAnswer, ChatView, PlayState } from './view.ts';

interface Rooms {
  readonly news: News;
  readonly state: () => Promise<PlayState>;
  readonly chat: (person: string, chat: string) => ChatView;
  readonly act: (act: Act) => Promise<ActAnswer> | ActAnswer;
  readonly inbox: Inbox;
}

type Asked = Parameters<Door['open']>[0];

const WAIT_MS = 20_000;
const MOST_BYTES = 100_000;

const here = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/;

const json = (value: unknown): DoorAnswer => ({
  status: 200,
  text: JSON.stringify(value),
  type: 'application/json; charset=utf-8',
  headers: { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
});

const nothing: DoorAnswer = { status: 404, text: 'There is no such thing here.' };

/** Letters are shown as they are, and can do nothing. */
const letterHeaders = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

const queryOf = ({ wanted = '/' }: Asked): URLSearchParams => new URL(wanted, 'http://localhost').searchParams;

const act = async ({ act }: Rooms, asked: Asked): Promise<DoorAnswer> => {
  // A page elsewhere can make a browser post here, but not as JSON.
  if (asked.headers['content-type']?.startsWith('application/json') !== true) return { status: 415, text: 'JSON is expected.' };
  const wanted = actIn(jsonIn(Buffer.from(asked.raw).toString()));
  return wanted === null ? { status: 400, text: 'This cannot be done here.' } : json(await act(wanted));
};

const state = async ({ news, state }: Rooms, asked: Asked): Promise<DoorAnswer> => {
  await news.newerThan(Number(queryOf(asked).get('after') ?? 0), WAIT_MS);
  return json(await state());
};

const chat = ({ chat }: Rooms, asked: Asked): DoorAnswer => {
  const query = queryOf(asked);
  return json(chat(query.get('person') ?? '', query.get('chat') ?? ''));
};

const letter = async ({ inbox }: Rooms, { wanted = '/' }: Asked): Promise<DoorAnswer> => {
  const [, id = '', kind] = /\/([\w-]{1,100})\.(html|eml)(?:\?|$)/.exec(wanted) ?? [];
  if (kind === 'html') {
    const html = await inbox.html(id);
    return html === null ? nothing : { status: 200, text: html, type: 'text/html; charset=utf-8', headers: letterHeaders };
  }
  const raw = inbox.raw(id);
  if (raw === null) return nothing;
  const headers = { 'Content-Disposition': `attachment; filename="${id}.eml"`, 'X-Content-Type-Options': 'nosniff' };
  return { status: 200, text: raw.toString(), type: 'message/rfc822', headers };
};

type Opens = (asked: Asked) => Promise<DoorAnswer> | DoorAnswer;

/** For this machine alone: a page of another site could make a browser call us by a name that leads here. */
const guarded =
  (method: 'GET' | 'POST', opens: Opens): Door['open'] =>
  async (asked) => {
    if (!here.test(asked.headers.host ?? '')) return { status: 403, text: 'This is for the machine on which it runs.' };
    if (asked.method !== method) return { status: 405, text: 'Not like this.' };
    try {
      return await opens(asked);
    } catch (problem) {
      if (problem instanceof NotHere) return { status: 404, text: problem.message };
      throw problem;
    }
  };

/** What the playground’s page asks its server. */
export const createPlayDoors = (rooms: Rooms): readonly Door[] => {
  const door = (path: string, method: 'GET' | 'POST', opens: Opens): Door => ({
    path,
    mostBytes: MOST_BYTES,
    isForPeople: method === 'GET',
    open: guarded(method, opens),
  });
  return [
    door('/play/state', 'GET', (asked) => state(rooms, asked)),
    door('/play/chat', 'GET', (asked) => chat(rooms, asked)),
    door('/play/letters/:letter', 'GET', (asked) => letter(rooms, asked)),
    door('/play/act', 'POST', (asked) => act(rooms, asked)),
  ];
};
