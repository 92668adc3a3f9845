import { endOf } from './duration.ts';
import { carryOn } from './relationship-life.ts';
import { cloudLacks } from './ties.ts';
import type { Customer, Partner, World } from './world.ts';

const forEverybody = [
  '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
  '9360feb5-f418-4baa-8175-e2a00bac4301',
  '4d6ac14f-3453-41d0-bef9-a3e0c569773a',
  'f023fd81-a637-4b56-95fd-791ac0226033',
  'fe930be7-5e62-47db-91af-98c3a49a38b1',
  'e8611ab8-c189-46e8-94e1-60213ab1f814',
  '729827e3-9c14-49f7-bb1b-9608f156bbb8',
  '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
  'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
];

/** Application administrators: an indirect reseller does without. */
const notForResellers = ['158c047a-c907-4556-b7ef-446551a6b5f7', '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3'];

const DURATION = 'P730D';

/** The granular admin that comes with a tenant made by a partner; nobody has to approve it. */
export const addDefaultRelationship = (world: World, partner: Partner, customer: Customer): void => {
  if (cloudLacks(partner.cloud, 'granular-admin')) return;
  const now = world.now();
  const relationship = {
    id: `${world.uuid()}-${world.uuid()}`,
    partner: partner.tenantId,
    visibleAt: now,
    displayName: `Default_${customer.tenantId}`,
    duration: DURATION,
    customer: { tenantId: customer.tenantId, displayName: customer.name },
    roles: partner.type === 'reseller' ? forEverybody : [...forEverybody, ...notForResellers],
    autoExtend: 'PT0S' as const,
    status: 'active' as const,
    createdAt: now,
    modifiedAt: now,
    activatedAt: now,
    endsAt: endOf(now, DURATION),
    version: 1,
    requests: [],
    assignments: [],
    operations: [],
    indirectProvider: null,
  };
  world.relationships.set(relationship.id, relationship);
  carryOn(world, relationship);
};
