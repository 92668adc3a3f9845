import { dayOf, later } from '../../cases/time.ts';
import type { Instant } from '../../cases/time.ts';
import type { Route } from '../routing.ts';
import type { AuditRecord, World } from '../world.ts';
import { open } from './call.ts';
import type { Answer, Call, Endpoint } from './call.ts';
import { attributes, pageOf } from './collection.ts';
import { refusals } from './errors.ts';
import { parseFilter } from './filter.ts';
import type { Filter } from './filter.ts';
import { wireTime } from './wire-time.ts';

const MOST_RECORDS = 500;
const DAYS_KEPT = 90;
const DAYS_AT_ONCE = 30;

/** Customers act without an account at the partner. */
const isByCustomer = ({ operationType }: AuditRecord): boolean => /^(?:granular_admin|dap_admin|.*accepted_by)/.test(operationType);

/** The world does not note who did it: at the partner it was the first Admin agent, with the first application. */
const actorOf = (world: World, record: AuditRecord) => {
  const partner = world.partners.get(record.partner);
  const agent = partner?.people.find(({ roles }) => roles.includes('AdminAgents'));
  if (isByCustomer(record) || agent === undefined) return { userPrincipalName: 'N/A', applicationId: '' };
  return { userPrincipalName: agent.upn, applicationId: partner?.applications[0]?.clientId ?? '' };
};

const customerNameOf = ({ customers }: World, { customer }: AuditRecord): string | undefined => customers.get(customer ?? '')?.name;

const shape = (world: World, record: AuditRecord) => ({
  id: record.id,
  partnerId: record.partner,
  customerId: record.customer,
  customerName: customerNameOf(world, record),
  ...actorOf(world, record),
  resourceType: record.resourceType,
  ...(record.oldValue !== null && { resourceOldValue: record.oldValue }),
  ...(record.newValue !== null && { resourceNewValue: record.newValue }),
  operationType: record.operationType,
  originalCorrelationId: record.partner,
  operationDate: wireTime(record.operationDate),
  operationStatus: 'succeeded',
  customizedData: record.customizedData,
  ...attributes('AuditRecord'),
});

const isWanted = (world: World, record: AuditRecord, filter: Filter | undefined): boolean => {
  const value = filter?.value.toLowerCase() ?? '';
  switch (filter?.field) {
    case 'CompanyName':
      return customerNameOf(world, record)?.toLowerCase().includes(value) ?? false;
    case 'CustomerId':
      return record.customer?.toLowerCase() === value;
    case 'ResourceType':
      return record.resourceType.toLowerCase() === value;
    default:
      return true;
  }
};

const operatorOf: Readonly<Record<string, string>> = { CompanyName: 'substring', CustomerId: 'equals', ResourceType: 'equals' };

interface Span {
  readonly start: string;
  /** The last day that is read. */
  readonly end: string;
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

const spanAsked = ({ asked, world }: Call): Span | string => {
  const start = asked.query.get('startDate') ?? '';
  const end = asked.query.get('endDate');
  if (!isDay(start) || (end !== null && !isDay(end))) return 'The dates are missing or not valid.';
  if (start < dayOf(later(world.now(), { days: -DAYS_KEPT }))) return `Start date must be within the last ${DAYS_KEPT} days.`;
  const unasked = dayOf(later(`${start}T00:00:00.000Z` as Instant, { days: DAYS_AT_ONCE }));
  return { start, end: end ?? unasked };
};

const selfOf = ({ query }: Call['asked']): string => {
  const end = query.get('endDate');
  return `/auditrecords?startDate=${query.get('startDate') ?? ''}${end === null ? '' : `&endDate=${end}`}`;
};

const list: Answer = (call) => {
  const { world, partner, asked } = call;
  const span = spanAsked(call);
  if (typeof span === 'string') return refusals.badInput(span);
  const filter = parseFilter(asked, { fields: Object.keys(operatorOf), operators: ['substring', 'equals'] });
  if (filter === null || (filter && operatorOf[filter.field] !== filter.operator))
    return refusals.badInput('The filter is not valid.');
  const isIn = ({ operationDate }: AuditRecord): boolean => dayOf(operationDate) >= span.start && dayOf(operationDate) <= span.end;
  const records = world.audit.filter((one) => one.partner === partner.tenantId && isIn(one) && isWanted(world, one, filter));
  return pageOf(asked, records, (one) => shape(world, one), { most: MOST_RECORDS, path: '/auditrecords', self: selfOf(asked) });
};

const get: Answer = ({ world, partner, parameters }) => {
  const found = world.audit.find(({ id, partner: owner }) => owner === partner.tenantId && id === parameters.record);
  return found === undefined ? refusals.notFound() : { status: 200, body: shape(world, found) };
};

const feature = { feature: 'audit-records' } as const;

export const auditRecordRoutes: readonly Route<Endpoint>[] = [
  ['GET', '/v1/auditrecords', open(list, feature)],
  ['GET', '/v1/auditrecords/:record', open(get, feature)],
  ['GET', '/auditactivity/v1/auditrecords/:record', open(get, feature)],
];
