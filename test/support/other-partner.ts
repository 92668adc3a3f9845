import { expect } from '@jest/globals';
import { acceptTransfer, declineTransfer } from '../../src/sandbox/transfers.ts';
import type { Customer, Transfer } from '../../src/sandbox/world.ts';
import type { Stage } from './stage.ts';

export const customerAt = ({ sandbox }: Stage, tenant: string): Customer => {
  const customer = sandbox.world.customers.get(tenant);
  if (customer === undefined) throw new Error(`Nobody has the tenant ${tenant}`);
  return customer;
};

export const waitingAt = ({ sandbox }: Stage, tenant: string): Transfer => {
  const found = [...sandbox.world.transfers.values()].find(({ customer, status }) => customer === tenant && status === 'Pending');
  if (found === undefined) throw new Error(`No transfer waits for ${tenant}`);
  return found;
};

export const transfersOf = ({ sandbox }: Stage, tenant: string): readonly string[] =>
  [...sandbox.world.transfers.values()].filter(({ customer }) => customer === tenant).map(({ status }) => status);

/** Who bills what of a customer’s Azure. */
export const sellersOf = (stage: Stage, tenant: string): readonly (readonly [string, string | null])[] =>
  customerAt(stage, tenant).azure.map(({ name, seller }) => [name, seller] as const);

/** The present partner lets these go, as a person there does in Partner Center; an hour later we have heard of it. */
export const partnerAccepts = async (stage: Stage, tenant: string, items: readonly string[]): Promise<void> => {
  const { world } = stage.sandbox;
  expect(acceptTransfer(world, waitingAt(stage, tenant).id, items)).toEqual({ done: true });
  await stage.later({ minutes: 40 });
};

export const partnerDeclines = async (stage: Stage, tenant: string): Promise<void> => {
  expect(declineTransfer(stage.sandbox.world, waitingAt(stage, tenant).id)).toEqual({ done: true });
  await stage.later({ minutes: 40 });
};
