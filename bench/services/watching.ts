/** Ten thousand cases that are active are watched: what a look at all of them asks, takes and leaves behind. */
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { In } from '../../src/cases/admin-relationship/case.ts';
import { caseIdFor } from '../../src/cases/ids.ts';
import { instant } from '../../src/cases/time.ts';
import type { Carriers, Errand } from '../../src/ports.ts';
import { median } from '../figures.ts';
import { watched } from '../loop.ts';
import { invitation, START } from '../store/partner.ts';
import type { Heard } from './made-up.ts';
import { grantedUntil, relationshipOf, tenantOf } from './numbered.ts';
import { bothSides } from './sides.ts';

export const WATCHED = 10_000;
export const ASKED_SINGLY = 200;
const LOOKS = 10;
const BETWEEN_LOOKS_MS = 5 * 60_000;
const MINUTE_MS = 60_000;
/** As many as the outbox carries out at once. */
const AT_ONCE = 16;

const began = instant(START);
const link = 'https://admin.microsoft.com/?invite=bench';
const accepted = { link, acceptedAt: began, endsAt: null };

const activeCase = (n: number): In<'active'> => ({
  ...{ kind: 'admin-relationship', status: 'active', cloud: 'global', requester: { ...invitation.actor } },
  id: caseIdFor('ADM', `bench ${n}`),
  customer: { ...invitation.customer, tenant: tenantOf(n) },
  proposal: {
    ...invitation.proposal,
    gdap: { ...invitation.proposal.gdap, roles: [...invitation.proposal.gdap.roles] },
    told: {},
  },
  ...{ openedAt: began, since: began, takenOverBy: [], asks: [], decisions: [], answered: null, approvals: [], exchanges: [] },
  ...{ approval: { people: 1, roles: ['admin_agent'] }, reminders: 0, deadlines: [] },
  invitations: [
    { what: 'reseller', relationshipId: null, ...accepted },
    { what: 'gdap', relationshipId: relationshipOf(n), ...accepted },
  ],
  relationshipId: relationshipOf(n),
  activeSince: began,
  endsAt: grantedUntil,
  ...{ extendsItself: false, announced: null, renewedBy: null },
});

type Watch = Parameters<Carriers['watch-relationship']['carryOut']>[0];

const errandFor = (n: number, now: Errand['now']): Watch => ({
  effect: { kind: 'watch-relationship', relationshipId: relationshipOf(n) },
  case: activeCase(n),
  ...{ key: `bench ${n}`, attempt: 0, now, sent: [] },
});

/** Each errand ends with a write, in which others have their turn: so they have it here. */
const forAll = async (count: number, work: (n: number) => Promise<void>): Promise<void> => {
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < count) {
      await work(next++);
      await nextTurn();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
};

const heapAfterCollection = async (): Promise<number> => {
  if (gc === undefined) throw new Error('Run it with --expose-gc.');
  // What has just ended lets go of its last things in the turns after it.
  for (let turn = 0; turn < 3; turn++) {
    await nextTurn();
    gc();
  }
  return process.memoryUsage().heapUsed / 1024 / 1024;
};

const isCustomers = ({ path }: Heard): boolean => path.startsWith('/global/partner-center/v1/customers');
const isService = ({ path }: Heard): boolean => !path.startsWith('/global/sign-in/');

/** The most of them in any minute. */
const busiestMinute = (heard: readonly Heard[]): number =>
  Math.max(...heard.map(({ at }) => heard.filter((one) => one.at >= at && one.at < at + MINUTE_MS).length));

const singly = async ({ office, heard }: Awaited<ReturnType<typeof bothSides>>) => {
  const begun = performance.now();
  await forAll(ASKED_SINGLY, async (n) => {
    const [customer, relationship] = await Promise.all([
      office.partnerCenter.customers.get(tenantOf(n)),
      office.graph.relationships.get(relationshipOf(n)),
    ]);
    if (!customer.ok || !relationship.ok) throw new Error(`Customer ${n} could not be asked for`);
  });
  const share = WATCHED / ASKED_SINGLY;
  const all = (await heard()).filter(isService);
  return {
    ms: (performance.now() - begun) * share,
    requests: all.length * share,
    toCustomers: all.filter(isCustomers).length * share,
  };
};

export const watching = async () => {
  const sides = await bothSides({ customers: WATCHED, granted: WATCHED, writes: null });
  const { carriers, clock, heard, pass } = sides;
  const look = (): Promise<void> =>
    forAll(WATCHED, async (n) => {
      const outcome = await carriers['watch-relationship'].carryOut(errandFor(n, clock.now()));
      if (outcome.kind !== 'not-yet') throw new Error(`Case ${n}: ${JSON.stringify(outcome)}`);
    });

  const { heldMs: quietMs } = await watched(() => pause(1000));
  const baseline = await singly(sides);
  await pass(BETWEEN_LOOKS_MS);
  const times: number[] = [];
  const heaps: number[] = [];
  let [heldMs, busyMs] = [0, 0];
  for (let n = 0; n < LOOKS; n++) {
    const begun = performance.now();
    const loop = await watched(look);
    times.push(performance.now() - begun);
    // The first look is the one in which the program is compiled.
    if (n > 0) [heldMs, busyMs] = [Math.max(heldMs, loop.heldMs), Math.max(busyMs, loop.busyMs)];
    heaps.push(await heapAfterCollection());
    await pass(BETWEEN_LOOKS_MS);
  }
  const all = (await heard()).filter(isService);
  await sides.close();
  const customers = all.filter(isCustomers);
  return {
    baseline,
    ms: median(times),
    requests: all.length / LOOKS,
    toCustomers: customers.length / LOOKS,
    perMinute: (all.length * MINUTE_MS) / (LOOKS * BETWEEN_LOOKS_MS),
    busiest: { all: busiestMinute(all), customers: busiestMinute(customers) },
    throttled: all.filter(({ status }) => status === 429).length,
    heaps: [1, 5, 10].map((look) => heaps[look - 1] ?? NaN),
    ...{ heldMs, busyMs, quietMs },
  };
};
