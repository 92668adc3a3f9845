/**
 * What watching everybody costs, and how a crowd of requests gets through a service that limits its writes: our adapters as
 * they are, over HTTP, against the made-up Microsoft in a process of its own. Run it with `node --expose-gc services.ts`.
 */
import { availableParallelism, cpus } from 'node:os';
import { usualLimits } from '../src/sandbox/server/throttle.ts';
import { met, short, tableOf } from './figures.ts';
import type { Row } from './figures.ts';
import { REQUESTS, requesting, WINDOW, WRITES } from './services/requesting.ts';
import { ASKED_SINGLY, watching, WATCHED } from './services/watching.ts';

/** Invitations are looked at every quarter of an hour. */
const INVITATION_MINUTES = 15;

const { most: allowed, seconds: allowedIn } = usualLimits.customers ?? { most: NaN, seconds: NaN };
const perMinuteAllowed = (allowed * 60) / allowedIn;

const atMost = (value: number, limit: number): string => `≤ ${limit}: ${short(value)}, ${met(value <= limit)}`;
const below = (value: number, limit: number): string => `< ${limit}: ${value.toFixed(3)}, ${met(value < limit)}`;
const none = (...counts: readonly number[]): string => `0: ${counts.join(', ')}, ${met(counts.every((count) => count === 0))}`;

const rowsOfWatching = ({ baseline, ...seen }: Awaited<ReturnType<typeof watching>>): Row[] => {
  const [first = NaN, fifth = NaN, last = NaN] = seen.heaps;
  const singly = WATCHED / INVITATION_MINUTES / perMinuteAllowed;
  return [
    ['requests of a look at everybody', String(seen.requests), `all pages there are; ${seen.toCustomers} of them of customers`],
    ['… one by one', String(baseline.requests), `${short(baseline.requests / seen.requests)} × as many`],
    ['seconds of a look at everybody', short(seen.ms / 1000), ''],
    [
      ...['… one by one', short(baseline.ms / 1000)],
      `${short(baseline.ms / seen.ms)} × as long, from ${ASKED_SINGLY}; the limit allows ${short(baseline.toCustomers / perMinuteAllowed)} minutes`,
    ],
    ['requests per minute, a look every 5 minutes', short(seen.perMinute), `in the busiest minute ${seen.busiest.all}`],
    ['… all of them, as if each were counted : limit', '', below(seen.perMinute / perMinuteAllowed, 1)],
    ['… of customers, in the busiest minute : limit', '', below(seen.busiest.customers / perMinuteAllowed, 1)],
    [`… one by one, every ${INVITATION_MINUTES} minutes : limit`, '', singly.toFixed(3)],
    ['throttled', String(seen.throttled), none(seen.throttled)],
    ['MB of heap after 1, 5 and 10 looks', `${short(first)}, ${short(fifth)}, ${short(last)}`, ''],
    ['… after the 10th : after the 1st', '', atMost(last / first, 1.05)],
    [
      ...['event loop held while looking, max ms', short(seen.heldMs)],
      `${atMost(seen.heldMs, 50)} (processor time of ours: ${short(seen.busyMs)}; doing nothing: ${short(seen.quietMs)})`,
    ],
  ];
};

const rowsOfRequesting = (sent: Awaited<ReturnType<typeof requesting>>): Row[] => {
  const allowedSeconds = (WRITES / WINDOW.most) * WINDOW.seconds;
  const lastWindowOpens = (Math.ceil(WRITES / WINDOW.most) - 1) * WINDOW.seconds;
  return [
    ['requests lost; not locked; not told to their case', '', none(sent.lost, sent.unlocked, sent.untold)],
    ['names or customers with two', '', none(sent.doubled)],
    ['writes asked, and throttled', `${sent.writes}, ${sent.throttled}`, `${WRITES} were needed`],
    ['handed back to the outbox', String(sent.again), none(sent.again)],
    ['seconds', short(sent.seconds), ''],
    ['… : writes needed / limit', '', atMost(sent.seconds / allowedSeconds, 1.2)],
    [
      '… : moment at which the last window can open',
      short(sent.seconds / lastWindowOpens),
      'the first one is open from the beginning',
    ],
    ['late after a wait that was named, max ms', short(sent.lateMs), 'of all of us together'],
  ];
};

const title = (text: string): Row => [`**${text}**`, '', ''];

const watched = await watching();
const requested = await requesting();

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}\n`);
console.log(
  tableOf([
    ['what', 'figure', 'aim, or remark'],
    title(`A. ${WATCHED} customers and ${WATCHED} relationships watched; ${allowed} requests in ${allowedIn} s allowed`),
    ...rowsOfWatching(watched),
    title(
      `B. ${REQUESTS} relationships made and locked; ${WINDOW.most} writes in ${WINDOW.seconds} s allowed, waits named in seconds`,
    ),
    ...rowsOfRequesting(requested),
  ]),
);
