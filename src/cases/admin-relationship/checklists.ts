import type { Planned } from '../checklist.ts';
import { isOffered } from '../effect.ts';
import type { EffectKind } from '../effect.ts';
import type { Cloud } from '../../policy/index.ts';
import type { Proposal } from './case.ts';

/** What a person does by hand where the cloud has no interface for it. */
export const byHand = {
  'get-reseller-link': 'make-reseller-invitation',
  'create-relationship': 'make-gdap-invitation',
  'extend-relationship': 'extend-relationship',
  'assign-groups': 'assign-groups',
  'end-relationship': 'end-relationship',
  'remove-reseller-relationship': 'remove-reseller-relationship',
} as const satisfies Partial<Record<EffectKind, string>>;

const DAYS_FOR_OUR_HANDS = 2;

type ByHand = keyof typeof byHand;

/** What is left to us where none of our groups may hold what was granted. */
export const groupsByHand: Planned = [byHand['assign-groups'], 'we', DAYS_FOR_OUR_HANDS];

/** The services that a proposal needs once it is agreed to. */
export const servicesFor = (proposal: Proposal): readonly ByHand[] => {
  switch (proposal.wants) {
    case 'invite':
      return [
        ...(proposal.reseller ? (['get-reseller-link'] as const) : []),
        ...(proposal.gdap ? (['create-relationship'] as const) : []),
      ];
    case 'renew':
      return [proposal.how === 'extend' ? 'extend-relationship' : 'create-relationship'];
    case 'end':
      return [proposal.what === 'admin_roles' ? 'end-relationship' : 'remove-reseller-relationship'];
  }
};

/** The relationship that a proposal is about, as far as anybody has told. */
export const relationshipOf = (proposal: Proposal): string | null => (proposal.wants === 'invite' ? null : proposal.relationshipId);

const needsRelationship: readonly ByHand[] = ['extend-relationship', 'assign-groups', 'end-relationship'];

/** Nor is there a service for a relationship whose number nobody knows: somebody has to look for it. */
const canBeCalled = (service: ByHand, cloud: Cloud, relationshipId: string | null): boolean =>
  isOffered(service, cloud) && (relationshipId !== null || !needsRelationship.includes(service));

export const plannedByHand = (services: readonly ByHand[], cloud: Cloud, relationshipId: string | null): Planned[] =>
  services
    .filter((service) => !canBeCalled(service, cloud, relationshipId))
    .map((service) => [byHand[service], 'we', DAYS_FOR_OUR_HANDS]);
