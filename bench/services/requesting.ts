/** A thousand requests for directory roles at once, to a service that takes so many writes a window and no more. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CaseId } from '../../src/cases/ids.ts';
import { seenOf } from '../../src/cases/seen.ts';
import { nameFor } from '../../src/graph/relationships.ts';
import type { Carriers, Store } from '../../src/ports.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { ada, invitation, partnerOver } from '../store/partner.ts';
import type { Heard } from './made-up.ts';
import { tenantOf } from './numbered.ts';
import { bothSides } from './sides.ts';

export const REQUESTS = 1000;
/** One that makes the relationship, and one that locks it. */
export const WRITES = 2 * REQUESTS;
/** They say for how long to wait in whole seconds: in a long window what is lost by that is little. */
export const WINDOW = { most: 250, seconds: 4 };
const LONGEST_MS = 60_000;
const OPENED_AT_ONCE = 50;

type Handle = ReturnType<typeof partnerOver>['handle'];

const done = async (handle: Handle, command: unknown): Promise<CaseId> => {
  const answer = await handle(command);
  if (answer.kind !== 'done') throw new Error(`Not done: ${JSON.stringify(answer)}`);
  return answer.caseId;
};

const approved = async (handle: Handle, store: Store, n: number): Promise<CaseId> => {
  const customer = { ...invitation.customer, name: `Customer ${n}`, tenant: tenantOf(n) };
  const proposal = { ...invitation.proposal, reseller: null };
  const caseId = await done(handle, { ...invitation, key: `bench ${n} asked`, customer, proposal });
  const kept = await store.case(caseId);
  const seen = kept === null ? '' : seenOf(kept.case);
  return done(handle, { name: 'approve-case', key: `bench ${n} approved`, actor: ada, caseId, seen, words: '' });
};

const isWrite = ({ method, path }: Heard): boolean => method === 'POST' && path.startsWith('/global/graph/');

const timesIn = (all: readonly (string | null)[]): ReadonlyMap<string | null, number> => {
  const times = new Map<string | null, number>();
  for (const one of all) times.set(one, (times.get(one) ?? 0) + 1);
  return times;
};

/** By how much the next write comes later than it might: waits are named in whole seconds, and nothing else takes that long. */
const lateMs = (writes: readonly Heard[]): number => {
  const gaps = writes.map(({ at }, index) => at - (writes[index - 1]?.at ?? at));
  return Math.max(...gaps.filter((gap) => gap >= 1000).map((gap) => gap % 1000));
};

const requestedOver = async (store: Store) => {
  const sides = await bothSides({ customers: REQUESTS, granted: 0, writes: WINDOW });
  const real = sides.carriers['create-relationship'];
  let [ready, again, readyAt] = [0, 0, NaN];
  const counted: Carriers['create-relationship'] = {
    ...real,
    carryOut: async (errand) => {
      const outcome = await real.carryOut(errand);
      if (outcome.kind === 'done') ready++;
      else again++;
      readyAt = performance.now();
      return outcome;
    },
  };
  const { handle, carryOutDue } = partnerOver(store, 0, { 'create-relationship': counted });
  const ids: CaseId[] = [];
  for (let from = 0; from < REQUESTS; from += OPENED_AT_ONCE) {
    const some = Array.from({ length: OPENED_AT_ONCE }, (_, n) => approved(handle, store, from + n));
    ids.push(...(await Promise.all(some)));
  }

  const begun = performance.now();
  while (ready < REQUESTS && performance.now() - begun < LONGEST_MS) if ((await carryOutDue()) === 0) await pause(100);

  const writes = (await sides.heard()).filter(isWrite);
  const there = await sides.relationships();
  await sides.close();
  const [names, tenants] = [timesIn(there.map(({ displayName }) => displayName)), timesIn(there.map(({ tenant }) => tenant))];
  const cases = await Promise.all(ids.map((id) => store.case(id)));
  return {
    seconds: (readyAt - begun) / 1000,
    again,
    writes: writes.length,
    lateMs: lateMs(writes),
    throttled: writes.filter(({ status }) => status === 429).length,
    lost: ids.filter((id) => !names.has(nameFor(id))).length,
    unlocked: there.filter(({ status }) => status !== 'approvalPending').length,
    doubled: [...names.values(), ...tenants.values()].filter((times) => times > 1).length,
    untold: cases.filter((kept) => kept?.case.status !== 'awaiting-customer').length,
  };
};

/** Through the outbox, over a store on a disk. */
export const requesting = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-bench-'));
  const store = await openLowdbStore(join(folder, 'journal'));
  try {
    return await requestedOver(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
};
