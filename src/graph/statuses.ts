/** What a granular admin relationship can be, in Graph's own words. */
export const relationshipStatuses = [
  'created',
  'approvalPending',
  'approved',
  'activating',
  'active',
  'expiring',
  'expired',
  'terminationRequested',
  'terminating',
  'terminated',
] as const;
export type RelationshipStatus = (typeof relationshipStatuses)[number] | 'unrecognised';

/**
 * - draft: not yet offered to anybody
 * - offered: waits for the customer
 * - granted: the customer has agreed, and it does not work yet
 * - working: the one stage in which it can be used
 * - over: it has ended, or is about to be gone; nothing brings it back
 * - unrecognised: never taken for any of the others
 */
export type Stage = 'draft' | 'offered' | 'granted' | 'working' | 'over' | 'unrecognised';

/** `expiring` means that the end has passed already, not that it is near. */
const stages: Readonly<Record<RelationshipStatus, Stage>> = {
  created: 'draft',
  approvalPending: 'offered',
  approved: 'granted',
  activating: 'granted',
  active: 'working',
  expiring: 'over',
  expired: 'over',
  terminationRequested: 'over',
  terminating: 'over',
  terminated: 'over',
  unrecognised: 'unrecognised',
};

export const stageOf = (status: RelationshipStatus): Stage => stages[status];

export const assignmentStatuses = ['pending', 'active', 'deleting', 'deleted', 'error'] as const;

export const requestStatuses = ['created', 'pending', 'succeeded', 'failed'] as const;

export const operationStatuses = ['notStarted', 'running', 'succeeded', 'failed'] as const;
