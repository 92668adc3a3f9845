import * as z from 'zod';
import type { Instant } from '../cases/time.ts';
import { list, maybe, moment, record, word } from '../wire/shapes.ts';
import { AUTO_EXTENDED, NOT_EXTENDED } from './duration.ts';
import { roleNamesOf } from './role-templates.ts';
import { relationshipStatuses } from './statuses.ts';
import type { RelationshipStatus } from './statuses.ts';

/** Granular admin over one customer, as it stands. */
export interface Relationship {
  readonly id: string;
  /** Which state of it was read: whoever changes it names this. */
  readonly version: string;
  readonly name: string;
  /** As an ISO text: P730D. */
  readonly duration: string;
  /** Null while nobody has agreed to an invitation that anybody may agree to. */
  readonly customer: { readonly tenantId: string; readonly name: string | null } | null;
  readonly roles: readonly string[];
  readonly status: RelationshipStatus;
  readonly extendsItself: boolean;
  readonly createdAt: Instant | null;
  readonly activeSince: Instant | null;
  readonly endsAt: Instant | null;
  /** Asked for by an indirect provider on behalf of a reseller. */
  readonly indirect: boolean;
  /** It waits for the reseller, not for the customer. */
  readonly awaitsReseller: boolean;
  /** Made by Microsoft when it replaced the historic delegated admin; refuses changes. */
  readonly readOnly: boolean;
}

export const Roles = record({ unifiedRoles: list(record({ roleDefinitionId: z.guid() })) }).transform(({ unifiedRoles }) =>
  roleNamesOf(unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId)),
);

/** Off is said as no time at all, or not said. */
const Extension = maybe(z.string()).transform((said) => said !== null && said !== NOT_EXTENDED && said !== 'P0D');

export const RelationshipAnswer = record({
  '@odata.type': maybe(z.string()),
  '@odata.etag': z.string().min(1),
  id: z.string(),
  displayName: z.string(),
  duration: z.string(),
  customer: maybe(record({ tenantId: z.guid(), displayName: maybe(z.string()) })),
  accessDetails: Roles,
  status: word(relationshipStatuses),
  autoExtendDuration: Extension,
  createdDateTime: maybe(moment),
  activatedDateTime: maybe(moment),
  endDateTime: maybe(moment),
  indirectProviderTenantId: maybe(z.string()),
  isPartnerConsentPending: maybe(z.boolean()),
}).transform((said): Relationship => ({
  id: said.id,
  version: said['@odata.etag'],
  name: said.displayName,
  duration: said.duration,
  customer: said.customer && { tenantId: said.customer.tenantId.toLowerCase(), name: said.customer.displayName },
  roles: said.accessDetails,
  status: said.status,
  extendsItself: said.autoExtendDuration,
  createdAt: said.createdDateTime,
  activeSince: said.activatedDateTime,
  endsAt: said.endDateTime,
  indirect: said.indirectProviderTenantId !== null || said['@odata.type'] === '#microsoft.graph.resellerDelegatedAdminRelationship',
  awaitsReseller: said.isPartnerConsentPending === true,
  readOnly: said.displayName.startsWith('MLT_'),
}));

/** What can be said of a relationship; how much of it may change later depends on its status. */
export interface Wanted {
  readonly name: string;
  readonly duration: string;
  readonly customer: { readonly tenantId: string; readonly name: string | null } | null;
  readonly extendsItself: boolean;
}

const customerBody = ({ tenantId, name }: NonNullable<Wanted['customer']>) => ({
  tenantId,
  ...(name === null ? {} : { displayName: name }),
});

export const rolesBody = (ids: readonly string[]) => ({ unifiedRoles: ids.map((roleDefinitionId) => ({ roleDefinitionId })) });

/** In Graph's words; what is not wanted, and a customer that is left open, is left out. */
export const wantedBody = ({ name, duration, customer, extendsItself }: Partial<Wanted>, roleIds?: readonly string[]) => ({
  ...(name === undefined ? {} : { displayName: name }),
  ...(duration === undefined ? {} : { duration }),
  ...(customer ? { customer: customerBody(customer) } : {}),
  ...(roleIds === undefined ? {} : { accessDetails: rolesBody(roleIds) }),
  ...(extendsItself === undefined ? {} : { autoExtendDuration: extendsItself ? AUTO_EXTENDED : NOT_EXTENDED }),
});
