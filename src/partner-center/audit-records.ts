import * as z from 'zod';
import type { CloudProfile } from '../clouds/profiles.ts';
import { ask } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { list, maybe, moment, record } from '../wire/shapes.ts';
import { filled, said } from './answers.ts';
import { byName, whereOffered } from './asking.ts';
import { readAuditId } from './audit-id.ts';
import { askAll } from './collection.ts';

const plain = z.record(z.string(), z.unknown());

/** JSON within a string. What is no JSON tells nothing, and takes nothing away from the record around it. */
const within = maybe(z.unknown()).transform((said) => {
  try {
    const parsed = plain.safeParse(typeof said === 'string' ? JSON.parse(said) : said);
    return parsed.success ? parsed.data : null;
  } catch {
    // Only JSON.parse throws here.
    return null;
  }
});

const Audited = record({
  id: z.string(),
  customerId: filled,
  customerName: filled,
  userPrincipalName: filled,
  resourceType: z.string(),
  operationType: z.string(),
  operationStatus: said({ succeeded: 'succeeded', failed: 'failed', progress: 'in-progress' }),
  operationDate: moment,
  originalCorrelationId: filled,
  resourceOldValue: within,
  resourceNewValue: within,
  customizedData: list(record({ key: z.string(), value: filled })),
}).transform((their) => ({
  id: their.id,
  at: their.operationDate,
  customer: { tenantId: their.customerId?.toLowerCase() ?? null, name: their.customerName },
  /** Null: nobody of ours. */
  by: their.userPrincipalName === 'N/A' ? null : their.userPrincipalName,
  resource: { kind: their.resourceType.toLowerCase(), id: readAuditId(their.id)?.resource ?? null },
  operation: their.operationType.toLowerCase(),
  status: their.operationStatus,
  before: their.resourceOldValue,
  after: their.resourceNewValue,
  details: new Map(their.customizedData.map(({ key, value }) => [key, value])),
  correlationId: their.originalCorrelationId,
}));

/** Something that has happened in our Partner Center account. Lists may tell it more than once: its id is the same then. */
export type AuditRecord = z.infer<typeof Audited>;

interface Wanted {
  /** Days, both inclusive: 90 back at most, and 30 at a time. */
  readonly from: string;
  readonly to: string;
  /** Null: everything. */
  readonly about: { readonly customer: string } | { readonly resource: string } | null;
}

const filterFor = (about: NonNullable<Wanted['about']>): string =>
  'customer' in about
    ? JSON.stringify({ Field: 'CustomerId', Value: about.customer, Operator: 'equals' })
    : JSON.stringify({ Field: 'ResourceType', Value: about.resource, Operator: 'equals' });

/** It reads only. */
export const createAuditRecords = (service: Service, profile: CloudProfile) => {
  const line = whereOffered(service, profile, 'audit-records');
  return {
    list: ({ from, to, about }: Wanted): Promise<Sent<readonly AuditRecord[]>> => {
      const query = { startDate: from, endDate: to, ...(about && { filter: filterFor(about) }) };
      return askAll(line, { path: '/v1/auditrecords', query }, Audited);
    },

    get: (id: string): Promise<Sent<AuditRecord>> =>
      ask(line, { method: 'GET', path: byName`/auditactivity/v1/auditrecords/${id}`, answer: Audited }),
  };
};
