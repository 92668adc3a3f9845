import type { Instant } from '../cases/time.ts';

/** What granular admin is made of, as Graph has it. */

export type RelationshipStatus =
  | 'created'
  | 'approvalPending'
  | 'approved'
  | 'activating'
  | 'active'
  | 'expiring'
  | 'expired'
  | 'terminationRequested'
  | 'terminating'
  | 'terminated';

/** Granular admin, as Graph has it. */
export interface Relationship {
  readonly id: string;
  readonly partner: string;
  /** From when on a read finds it. */
  readonly visibleAt: Instant;
  displayName: string;
  duration: string;
  customer: { tenantId: string; displayName: string | null } | null;
  roles: string[];
  autoExtend: 'PT0S' | 'P0D' | 'P180D';
  status: RelationshipStatus;
  readonly createdAt: Instant;
  modifiedAt: Instant;
  activatedAt: Instant | null;
  endsAt: Instant | null;
  version: number;
  readonly requests: RelationshipRequest[];
  readonly assignments: Assignment[];
  readonly operations: Operation[];
  /** Set in the indirect model. */
  indirectProvider: string | null;
}

export interface RelationshipRequest {
  readonly id: string;
  readonly action: 'lockForApproval' | 'terminate' | 'approve' | 'reject';
  status: 'created' | 'pending' | 'succeeded' | 'failed';
  readonly createdAt: Instant;
  modifiedAt: Instant;
}

export interface Assignment {
  readonly id: string;
  readonly group: string;
  roles: string[];
  status: 'pending' | 'active' | 'deleting' | 'deleted' | 'error';
  readonly createdAt: Instant;
  modifiedAt: Instant;
  version: number;
}

export type OperationChange =
  | { readonly what: 'no-global-admin' }
  | { readonly what: 'assignment-roles'; readonly assignment: string; readonly roles: readonly string[] };

export interface Operation {
  readonly id: string;
  readonly operationType: string;
  readonly data: string;
  /** What it brings about when it succeeds. */
  readonly change: OperationChange;
  status: 'notStarted' | 'running' | 'succeeded' | 'failed';
  readonly createdAt: Instant;
  modifiedAt: Instant;
}
