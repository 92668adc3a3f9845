/**
 * What the bot gets done in a second of its processor's time: its help, a check, and approvals that are on the disk when they
 * are answered; beside bots that only say back what they hear. Run it with `node conversation.ts`. In none of them has anybody
 * to show who they are, and what services say to ours is there at once: what is measured is our own work.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bot, Setting } from './conversation/bot.ts';
import { approving, talking } from './conversation/candidates.ts';
import type { Connector } from './conversation/connector.ts';
import { ofRounds, ratio, takeTurns } from './conversation/rounds.ts';
import type { Measured } from './conversation/rounds.ts';
import { started } from './conversation/served.ts';
import type { ownWork } from './conversation/served.ts';
import { median, met, short, tableOf } from './figures.ts';
import type { Row } from './figures.ts';

const AT_ONCE = 16;
/** CONVERSATION_BENCH=short: whether it runs at all, and nothing to be relied on. */
const isShort = process.env.CONVERSATION_BENCH === 'short';
/** Whichever kind they are of: what is hot has been compiled by then, as in a bot that has been there for a day. */
const WARM = isShort ? 40 : 3000;
const ROUNDS = isShort ? 2 : 7;
const SLICE_MS = isShort ? 300 : 1500;
const APPROVALS = isShort ? 40 : 300;

const ECHO = 'echo, botbuilder and restify';
const AGENTS = 'echo, agents-hosting and express';
const HELP = '`help`';
const CHECK = '`check contoso.example`';
const APPROVE = '`approve`, on the disk, to the answer';
const APPROVE_ALL = '… with the outbox at work, to the end of all that it sets going';
const names = [ECHO, AGENTS, HELP, CHECK, APPROVE, APPROVE_ALL];

const folder = mkdtempSync(join(process.env.STORE_BENCH_FOLDER ?? tmpdir(), 'handshake-bench-'));

const measured = async (): Promise<Measured> => {
  const connector = await started<Connector>('connector.ts');
  const bot = (name: string, hasOutbox: boolean) => {
    const setting: Setting = { path: join(folder, name), connector: connector.url, hasOutbox };
    return started<Bot>('bot.ts', setting);
  };
  const echo = await started<typeof ownWork>('echo-botbuilder.ts');
  const agents = await started<typeof ownWork>('echo-agents.ts');
  const ours = await bot('still', false);
  const working = await bot('working', true);
  const extent = { atOnce: AT_ONCE, ms: SLICE_MS };
  const candidates = [
    talking(ECHO, echo, connector, { ...extent, text: 'help', says: 'You said: help' }),
    talking(AGENTS, agents, connector, { ...extent, text: 'help', says: 'You said: help' }),
    talking(HELP, ours, connector, { ...extent, text: 'help', says: 'request admin' }),
    talking(CHECK, ours, connector, { ...extent, text: 'check contoso.example', says: 'Contoso' }),
    approving(APPROVE, ours, connector, { atOnce: AT_ONCE, cases: APPROVALS }),
    approving(APPROVE_ALL, working, connector, { atOnce: AT_ONCE, cases: APPROVALS }),
  ];
  try {
    return await takeTurns(candidates, { warm: WARM, rounds: ROUNDS });
  } finally {
    for (const { close } of candidates) await close();
    for (const server of [echo, agents, ours, working, connector]) await server.stop();
  }
};

const range = (values: readonly number[]): string => `${short(Math.min(...values))}–${short(Math.max(...values))}`;

const atLeast = (value: number, limit: number): string => `≥ ${limit} × the first: ${met(value >= limit)}`;

const rowOf = (all: Measured, name: string): Row => {
  const of = (figure: Parameters<typeof ofRounds>[2]): readonly number[] => ofRounds(all, name, figure);
  const times = ratio(all, name, ECHO);
  const aim = name === HELP ? atLeast(times, 1) : name === APPROVE ? atLeast(times, 0.5) : '';
  return [
    ...[name, short(median(of('perCpuSecond'))), range(of('perCpuSecond')), short(times)],
    ...[short(median(of('perSecond'))), short(median(of('p50'))), short(median(of('p99'))), aim],
  ];
};

try {
  const all = await measured();
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}, ${folder}`);
  console.log(
    `${ROUNDS} rounds, medians; ${AT_ONCE} at once, ${SLICE_MS} ms of words and ${APPROVALS} approvals a round, after ${WARM} of each\n`,
  );
  const head = ['what', 'per CPU second', 'min–max', '× the first', 'per second', 'p50 ms', 'p99 ms', 'aim'];
  console.log(tableOf([head, ...names.map((name) => rowOf(all, name))]));
} finally {
  rmSync(folder, { recursive: true });
}
