import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPlayground } from '../../../src/playground/playground.ts';
import { buttonsOf } from '../../../src/playground/teams/card/buttons.ts';
import { wordIn } from '../../../src/playground/teams/card/card.ts';
import type { Act, ActAnswer, ChatView, PlayState } from '../../../src/playground/play/view.ts';
import { cast } from '../../../src/playground/cast.ts';
import type { Name } from '../../../src/playground/cast.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() => {
        resolve(typeof at === 'object' && at !== null ? at.port : 0);
      });
    });
  });

/** The playground as its page sees it: over HTTP. It can be stopped and begun again on what it has kept. */
export const openPlay = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-play-'));
  const told: string[] = [];
  const begin = async () =>
    openPlayground({
      ...{ folder, pages: () => Promise.resolve([]), tell: (sentence: string) => void told.push(sentence) },
      ports: async () => ({ page: await freePort(), outside: 0 }),
    });
  let running = await begin();

  const ask = (path: string, how?: RequestInit): Promise<Response> => fetch(new URL(path, running.page), how);
  const read = async <T>(path: string): Promise<T> => (await ask(path)).json() as Promise<T>;
  const state = (after = 0): Promise<PlayState> => read(`/play/state?after=${after}`);

  const placeOf = async (name: Name, kind: string) => {
    const person = (await state()).people.find(({ id }) => id === cast[name].id);
    const chat = person?.chats.find((one) => one.kind === kind);
    if (person === undefined || chat === undefined) throw new Error(`${name} has no such chat`);
    return { person: person.id, chat: chat.id };
  };
  const chat = async (name: Name, kind = 'personal'): Promise<ChatView> => {
    const place = await placeOf(name, kind);
    return read(`/play/chat?${new URLSearchParams(place).toString()}`);
  };
  const act = async (wanted: Act): Promise<ActAnswer> => {
    const answered = await ask('/play/act', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(wanted),
    });
    return (await answered.json()) as ActAnswer;
  };

  /** What is looked for, as soon as it is there: it asks again whenever something has changed. */
  const soon = async <T>(look: () => Promise<T | null | undefined | false>): Promise<T> => {
    for (let seen = 0; ;) {
      const found = await look();
      if (found !== null && found !== undefined && found !== false) return found;
      seen = (await state(seen)).version;
    }
  };

  return {
    ...{ told, folder, ask, state, chat, act, soon },
    outside: () => running.outside,
    /** By another name of this machine, as a browser asks that was led here. */
    askAs: (host: string, path: string): Promise<{ readonly status: number }> =>
      new Promise((resolve, reject) => {
        const { port } = new URL(running.page);
        get({ host: '127.0.0.1', port, path, headers: { Host: host } }, ({ statusCode: status = 0 }) => {
          resolve({ status });
        }).once('error', reject);
      }),
    says: async (name: Name, text: string) => act({ do: 'say', ...(await placeOf(name, 'personal')), text }),
    opens: async (name: Name) => act({ do: 'open', ...(await placeOf(name, 'personal')) }),
    /** Waits until the words are to be read in their chat. */
    sees: (name: Name, words: string) => soon(async () => JSON.stringify(await chat(name)).includes(words)),
    /** Presses the newest button of that name, once it is there. */
    presses: async (name: Name, title: string, inputs: Readonly<Record<string, string>> = {}): Promise<ActAnswer> => {
      const place = await placeOf(name, 'personal');
      const found = await soon(async () => {
        const { messages } = await chat(name);
        for (const { id, card } of messages.toReversed()) {
          const button = buttonsOf(card ?? {}).find((one) => one.title === title);
          if (button !== undefined) return { message: id, button };
        }
        return null;
      });
      const { title: called, verb, data } = found.button;
      const button = { title: wordIn(called), verb: wordIn(verb), data: (data ?? {}) as Record<string, unknown> };
      return act({ do: 'press', ...place, message: found.message, button, inputs });
    },
    restart: async (): Promise<void> => {
      await running.close();
      running = await begin();
    },
    close: async (): Promise<void> => {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type Play = Awaited<ReturnType<typeof openPlay>>;
