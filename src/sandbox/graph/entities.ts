import { isPartnerConsentPending } from '../relationships.ts';
import type { Assignment, Operation, Relationship, RelationshipRequest } from '../granted.ts';
import { momentOf } from './answers.ts';
import { etagOfAssignment, etagOfRelationship } from './etags.ts';

const typeOf = (name: string) => ({ '@odata.type': `#microsoft.graph.${name}` });

const detailsOf = (roles: readonly string[]) => ({
  unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })),
});

const datesOf = ({ createdAt, modifiedAt }: Pick<Relationship, 'createdAt' | 'modifiedAt'>) => ({
  createdDateTime: momentOf(createdAt),
  lastModifiedDateTime: momentOf(modifiedAt),
});

const indirectPart = (relationship: Relationship) =>
  relationship.indirectProvider === null
    ? {}
    : {
        indirectProviderTenantId: relationship.indirectProvider,
        isPartnerConsentPending: isPartnerConsentPending(relationship),
      };

export const relationshipEntity = (relationship: Relationship) => ({
  ...typeOf(relationship.indirectProvider === null ? 'delegatedAdminRelationship' : 'resellerDelegatedAdminRelationship'),
  '@odata.etag': etagOfRelationship(relationship),
  id: relationship.id,
  displayName: relationship.displayName,
  duration: relationship.duration,
  customer: relationship.customer,
  accessDetails: detailsOf(relationship.roles),
  status: relationship.status,
  autoExtendDuration: relationship.autoExtend,
  ...datesOf(relationship),
  activatedDateTime: relationship.activatedAt && momentOf(relationship.activatedAt),
  endDateTime: relationship.endsAt && momentOf(relationship.endsAt),
  ...indirectPart(relationship),
});

export const requestEntity = (request: RelationshipRequest) => ({
  ...typeOf('delegatedAdminRelationshipRequest'),
  id: request.id,
  action: request.action,
  status: request.status,
  ...datesOf(request),
});

export const assignmentEntity = (assignment: Assignment) => ({
  ...typeOf('delegatedAdminAccessAssignment'),
  '@odata.etag': etagOfAssignment(assignment),
  id: assignment.id,
  status: assignment.status,
  ...datesOf(assignment),
  accessContainer: { accessContainerId: assignment.group, accessContainerType: 'securityGroup' },
  accessDetails: detailsOf(assignment.roles),
});

export const operationEntity = (operation: Operation) => ({
  ...typeOf('delegatedAdminRelationshipOperation'),
  id: operation.id,
  operationType: operation.operationType,
  data: operation.data,
  status: operation.status,
  ...datesOf(operation),
});
