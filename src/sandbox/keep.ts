import type { Instant } from '../cases/time.ts';
import { carryOnAssignment } from './assignment-life.ts';
import { carryOnOperation } from './operations.ts';
import { carryOn } from './relationship-life.ts';
import { carryOnTransfer } from './transfers.ts';
import type { World } from './world.ts';

/** The whole of a made-up world as plain data. It still belongs to the world: write it down at once. */
export interface KeptSandbox extends Pick<
  World,
  'partners' | 'customers' | 'relationships' | 'transfers' | 'audit' | 'mail' | 'registrations' | 'notices'
> {
  readonly at: Instant;
  /** Where chance stood. */
  readonly chance: number;
}

export const keptOf = (world: World): KeptSandbox => {
  const { partners, customers, relationships, transfers, audit, mail, registrations, notices } = world;
  return {
    ...{ partners, customers, relationships, transfers, audit, mail, registrations, notices },
    at: world.now(),
    chance: world.chance.state(),
  };
};

const refill = <T>(there: Map<string, T>, kept: ReadonlyMap<string, T>): void => {
  const entries = [...kept];
  there.clear();
  for (const [name, value] of entries) there.set(name, value);
};

const refillList = <T>(there: T[], kept: readonly T[]): void => {
  const items = [...kept];
  there.splice(0);
  for (const item of items) there.push(item);
};

const setGoing = (world: World, { notices }: KeptSandbox): void => {
  const underWay = [...notices];
  world.notices.clear();
  for (const notice of underWay) world.send(notice);
  for (const relationship of world.relationships.values()) {
    carryOn(world, relationship);
    for (const assignment of relationship.assignments) carryOnAssignment(world, relationship, assignment);
    for (const operation of relationship.operations) carryOnOperation(world, relationship, operation);
  }
  for (const transfer of world.transfers.values()) carryOnTransfer(world, transfer);
};

/**
 * Puts what was kept in the place of whatever is there. What was under way then goes on from then: what has come due in the
 * meantime happens, each at its own time, as soon as the world is looked at. Ids that were given out are not given out again.
 */
export const resume = (world: World, kept: KeptSandbox): void => {
  refill(world.partners, kept.partners);
  refill(world.customers, kept.customers);
  refill(world.relationships, kept.relationships);
  refill(world.transfers, kept.transfers);
  refill(world.registrations, kept.registrations);
  refillList(world.audit, kept.audit);
  refillList(world.mail, kept.mail);
  world.chance.leapFrom(kept.chance);
  world.startOver(kept.at, () => {
    setGoing(world, kept);
  });
};
