import { fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outside } from './outside.ts';
import type { Beginning, Question, ToChild, ToParent } from './protocol.ts';

/** Hundreds of processes load the same code; most of the time would go into compiling it. */
const COMPILED = join(tmpdir(), 'handshake-storm-compiled');

const program = fileURLToPath(new URL('child.ts', import.meta.url));

/** The process has died, and nobody knows what has become of the question. */
export const DIED = Symbol('died');

export interface Life {
  readonly loaded: Promise<unknown>;
  /** Resolves when it has opened its store, or has died. */
  readonly begin: (beginning: Beginning) => Promise<unknown>;
  readonly ask: (question: Question) => Promise<unknown>;
  readonly kill: () => void;
  readonly ended: Promise<void>;
  /** By us, and not by its own hand. */
  readonly wasKilled: () => boolean;
}

interface Listeners {
  readonly outside: Outside;
  readonly told: (sentence: string) => void;
  readonly trouble: (words: string) => void;
  /** How long those outside take to answer. */
  readonly delayMs: () => number;
}

/** Starts a process ahead of its time, so that it has loaded everything when its turn comes. */
export const startLife = ({ outside, told, trouble, delayMs }: Listeners): Life => {
  const child = fork(program, [], {
    execPath: process.execPath,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: COMPILED },
  });
  let hasEnded = false;
  let wasKilled = false;
  const opened = Promise.withResolvers<undefined>();
  const loaded = Promise.withResolvers<undefined>();
  const waiting = new Map<number, (answer: unknown) => void>();
  let asked = 0;

  const send = (message: ToChild): void => {
    // It may be dead already; then it is not told.
    if (child.connected) child.send(message, () => undefined);
  };

  // What was said is read to the end even of a process that is dead, so the end is when its channel is closed, too.
  const ended = Promise.all([once(child, 'exit'), once(child, 'disconnect')]).then(([[code, signal]]) => {
    hasEnded = true;
    if (signal !== 'SIGKILL') trouble(`a process has ended by itself, with ${String(code ?? signal)}`);
    loaded.resolve(undefined);
    opened.resolve(undefined);
    for (const answer of waiting.values()) answer(DIED);
  });

  child.on('message', (message: ToParent) => {
    switch (message.is) {
      case 'loaded':
        loaded.resolve(undefined);
        return;
      case 'open':
        opened.resolve(undefined);
        return;
      case 'answer':
        waiting.get(message.id)?.(message.answer);
        waiting.delete(message.id);
        return;
      case 'errand': {
        // Done at once, answered after a while: in between the process may die.
        const outcome = outside.answer(message.request);
        setTimeout(send, delayMs(), { is: 'outcome', id: message.id, outcome });
        return;
      }
      case 'told':
        told(message.sentence);
        return;
      case 'trouble':
        trouble(message.words);
        child.kill('SIGKILL');
    }
  });

  return {
    loaded: loaded.promise,
    begin: (beginning) => {
      send(beginning);
      return opened.promise;
    },
    ask: (question) =>
      new Promise((resolve) => {
        if (hasEnded) {
          resolve(DIED);
          return;
        }
        const id = ++asked;
        waiting.set(id, resolve);
        send({ is: 'question', id, question });
      }),
    kill: () => {
      if (hasEnded) return;
      wasKilled = true;
      child.kill('SIGKILL');
    },
    ended,
    wasKilled: () => wasKilled,
  };
};
