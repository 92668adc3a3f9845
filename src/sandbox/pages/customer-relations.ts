import { isPartnerConsentPending } from '../relationships.ts';
import type { Relationship } from '../granted.ts';
import type { Customer, World } from '../world.ts';

const ofCustomer = ({ relationships }: World, { tenantId }: Customer): readonly Relationship[] =>
  [...relationships.values()].filter(({ customer }) => customer?.tenantId === tenantId);

/** Granular admin that waits for this customer's answer. An invitation that names nobody is known by its link only. */
export const invitationsFor = (world: World, customer: Customer): readonly Relationship[] =>
  ofCustomer(world, customer).filter((one) => one.status === 'approvalPending' && !isPartnerConsentPending(one));

const standing: readonly Relationship['status'][] = [
  'approved',
  'activating',
  'active',
  'terminationRequested',
  'terminating',
  'expiring',
];

/** Granular admin that is there, comes, or goes. */
export const standingFor = (world: World, customer: Customer): readonly Relationship[] =>
  ofCustomer(world, customer).filter(({ status }) => standing.includes(status));

/** Whether this customer may see it: it is theirs, or nobody's yet. */
export const isOpenTo = ({ customer }: Relationship, tenantId: string): boolean =>
  customer === null || customer.tenantId === tenantId;
