import { createTransfer } from '../transfers.ts';
import type { World } from '../world.ts';
import { partnerCalled } from './calling.ts';
import type { Entry, Request } from './entry.ts';
import { tenantIdOf } from './made-ids.ts';

/** The newer of the two numbers that are in use for the same. */
const OF_TODAY = 5;

const addRequest = (world: World, { number, name, domain }: Entry, { by, from }: Request): void => {
  const target = partnerCalled(world, by);
  const source = partnerCalled(world, from);
  const asked = createTransfer(world, {
    customer: tenantIdOf(number),
    target: target.tenantId,
    source: source.tenantId,
    sourceName: source.name,
    customerEmailId: `admin@${domain}.example`,
    targetEmailId: target.tenantId,
    productTypes: [],
    transferType: OF_TODAY,
    by: target.people[0]?.id ?? target.tenantId,
  });
  if (asked.transfer === null) throw new Error(`${by} cannot ask ${from} for ${name}: ${asked.why}.`);
};

/** Requests between partners that wait for an answer when the world begins. */
export const addRequests = (world: World, entry: Entry): void => {
  for (const request of entry.asked) addRequest(world, entry, request);
};
