import type { TransferWish } from '../../src/sandbox/transfer-checks.ts';
import { createTransfer } from '../../src/sandbox/transfers.ts';
import type { Timing, Transfer, World } from '../../src/sandbox/world.ts';
import {
  addCustomer,
  azureIds,
  azurePlan,
  azureSubscription,
  granitt,
  legacyAzure,
  licence,
  nordlys,
  planId,
  sandboxScene,
  solsikke,
  tie,
} from './sandbox-world.ts';
import type { Scene } from './sandbox-world.ts';

export const theirPlan = '5b5c0004-0004-4d04-8d04-0000000000d4';
export const theirLegacy = '5b5c0009-0009-4d09-8d09-0000000000d9';
export const theirLicence = '5b5c0005-0005-4d05-8d05-0000000000d5';
export const [production, staging, old] = azureIds;
export const reservation = 'reservation';
export const assignment = {
  name: 'owner',
  roleDefinitionId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  principalId: 'their-agents',
  principalType: 'ForeignGroup',
} as const;

export const wish: TransferWish = {
  customer: solsikke,
  target: nordlys,
  source: granitt,
  sourceName: 'Granitt IT AS',
  customerEmailId: 'kari@solsikkebakeri.example',
  targetEmailId: nordlys,
  productTypes: [],
  transferType: 5,
  by: 'agent',
};

/** A customer of both partners; all that moves is with the old one. */
export const readyScene = (timing: Partial<Timing> = {}) => {
  const scene = sandboxScene({ transfer: [60, 60], ...timing });
  const reservations = [{ id: reservation, payment: 'monthly', currency: 'NOK' }] as const;
  const theirs = { planId: theirPlan, seller: granitt };
  const customer = addCustomer(scene.world, solsikke, {
    subscriptions: [
      azurePlan(),
      azurePlan({ id: theirPlan, seller: granitt }),
      legacyAzure({ seller: granitt }),
      licence({ id: theirLicence, seller: granitt }),
    ],
    azure: [
      azureSubscription(production, { ...theirs, roleAssignments: [assignment], reservations }),
      azureSubscription(staging, theirs),
      azureSubscription(old, { ...theirs, planId: theirLegacy }),
    ],
  });
  tie(customer, nordlys);
  tie(customer, granitt);
  const azure = (id: string) => customer.azure.find((one) => one.id === id) ?? azureSubscription(id);
  const bought = (id: string) => customer.subscriptions.find((one) => one.id === id) ?? licence();
  return { ...scene, customer, azure, bought };
};

export const requested = ({ world }: Scene, changes: Partial<TransferWish> = {}): Transfer => {
  const created = createTransfer(world, { ...wish, ...changes });
  if (created.transfer === null) throw new Error(created.why);
  return created.transfer;
};

/** A customer of both partners, whose Azure is with us. */
export const withUs = (world: World): void => {
  const azure = (id: string, name: string) => azureSubscription(id, { name, planId, seller: nordlys });
  const ours = addCustomer(world, solsikke, {
    subscriptions: [azurePlan(), azurePlan({ id: theirPlan, seller: granitt })],
    azure: [azure(production, 'Web shop'), azure(staging, 'Archive')],
  });
  tie(ours, nordlys);
  tie(ours, granitt);
};

/** The other partner asks for what is with us. */
export const granittAsks = (world: World): void => {
  createTransfer(world, { ...wish, target: granitt, source: nordlys, sourceName: 'Nordlys Cloud AS' });
};
