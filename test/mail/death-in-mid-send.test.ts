import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invitationTo, openSender } from '../support/letter-sender.ts';
import { mailServer } from '../support/mail-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'death-'));
const script = join(import.meta.dirname, '../support/letter-sender.ts');
const people = ['early', 'dot', 'after'];

/** Lets nobody on until it is said that they have died. */
const atFirst = (person: string) => {
  const reached = Promise.withResolvers<null>();
  let asked = 0;
  return {
    reached: reached.promise,
    asks: (address: string, answer: () => void): void => {
      if (!address.startsWith(person) || asked++ > 0) answer();
      else reached.resolve(null);
    },
  };
};

const early = atFirst('early');
const dot = atFirst('dot');

const server = await mailServer({
  onRcptTo: (answer, { to }) => {
    early.asks(to, answer);
  },
  onDot: (answer, { to }) => {
    dot.asks(to, answer);
  },
});
const file = join(folder, 'handshake.jsonl');

/** What the next one finds out, and what it then does. */
const takenOver = new Map<string, readonly string[]>();

const copiesFor = (person: string) => server.arrived.filter(({ to }) => to[0]?.startsWith(person));

beforeAll(async () => {
  const sender = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, file, String(server.port), ...people]);
  const gone = once(sender, 'exit');
  await Promise.all([early.reached, dot.reached, once(sender.stdout, 'data')]);
  sender.kill('SIGKILL');
  await gone;

  const { carrier, close } = await openSender(file, server.port);
  const takesOver = async (person: string): Promise<void> => {
    const found = (await carrier.lookUp?.(invitationTo(person))) ?? { kind: 'absent' };
    const outcome = found.kind === 'absent' ? await carrier.carryOut(invitationTo(person)) : found;
    takenOver.set(person, [found.kind, outcome.kind]);
  };
  await Promise.all(people.map(takesOver));
  await close();
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

test('who dies before the message is taken has lost nothing, and it arrives once', () => {
  expect(takenOver.get('early')).toEqual(['absent', 'done']);
  expect(copiesFor('early')).toHaveLength(1);
});

test('who dies before the answer to the final dot sends it once more, under the same id', () => {
  expect(takenOver.get('dot')).toEqual(['absent', 'done']);
  expect(copiesFor('dot')).toHaveLength(2);
  expect(new Set(copiesFor('dot').map(({ messageId }) => messageId)).size).toBe(1);
});

test('who dies after it, before the case knows, has sent it once', () => {
  expect(takenOver.get('after')).toEqual(['done', 'done']);
  expect(copiesFor('after')).toHaveLength(1);
});
