import type { Relationship } from '../graph/relationship.ts';
import { stageOf } from '../graph/statuses.ts';
import { isNoTie } from './reseller-tie.ts';
import type { Customer } from '../partner-center/customers.ts';
import type { Qualification } from '../partner-center/qualifications.ts';
import type { Subscription } from '../partner-center/subscriptions.ts';
import type { FactPath } from '../policy/index.ts';
import type { FactValues } from '../ports.ts';
import type { Failure, Sent } from '../wire/failure.ts';
import type { AtMicrosoft } from './at-microsoft.ts';

/** One thing to be read, and all that it tells. */
export interface Reading {
  readonly tells: readonly FactPath[];
  readonly read: (at: AtMicrosoft, tenant: string, now: string) => Promise<Sent<FactValues>>;
}

const told = <T>(sent: Sent<T>, facts: (body: T) => FactValues): Sent<FactValues> =>
  sent.ok ? { ...sent, body: facts(sent.body) } : sent;

/** Of whoever is none of our customers this is certain all the same. */
const orElse = (sent: Sent<FactValues>, is: (failure: Failure) => boolean, facts: FactValues): Sent<FactValues> =>
  !sent.ok && is(sent.failure) ? { ok: true, status: 200, headers: {}, body: facts } : sent;

const NO_TIE: FactValues = { 'rel.reseller': 'none', 'rel.dap': false };

/** That there is no full admin of ours says nothing about that of others. */
const tieFacts = ({ relationship, fullAdmin, billingCountry }: Customer): FactValues => ({
  ...(relationship !== 'unrecognised' && { 'rel.reseller': relationship === 'reseller' ? 'active' : 'none' }),
  ...(fullAdmin !== null && { 'rel.dap': fullAdmin }),
  ...(fullAdmin === true && { 'customer.dapHolderForService': 'self' }),
  ...(billingCountry !== null && { 'customer.tenantCountry': billingCountry }),
});

const tie: Reading = {
  tells: ['rel.reseller', 'rel.dap', 'customer.tenantCountry', 'customer.dapHolderForService'],
  read: async (at, tenant) => orElse(told(await at.partnerCenter.customers.get(tenant), tieFacts), isNoTie, NO_TIE),
};

/** The best comes first. What is on its way counts as what it is on its way to. */
const standings = [
  ['active', ({ status }) => stageOf(status) === 'working' || stageOf(status) === 'granted' || status === 'expiring'],
  ['approvalPending', ({ status }) => stageOf(status) === 'offered'],
  ['created', ({ status }) => stageOf(status) === 'draft'],
  ['expired', ({ status }) => status === 'expired'],
  ['terminated', ({ status }) => stageOf(status) === 'over'],
] as const satisfies readonly (readonly [string, (one: Relationship) => boolean])[];

const rolesFacts = (all: readonly Relationship[]): FactValues => {
  const best = standings.find(([, is]) => all.some(is));
  const granting = all.filter(({ status }) => stageOf(status) === 'working');
  return {
    'rel.gdap': best?.[0] ?? 'none',
    'rel.gdapRoles': [...new Set(granting.flatMap(({ roles }) => roles))].sort(),
  };
};

const roles: Reading = {
  tells: ['rel.gdap', 'rel.gdapRoles'],
  read: async (at, customer) =>
    orElse(told(await at.graph.relationships.list({ customer }), rolesFacts), ({ kind }) => kind === 'not-offered', {
      'rel.gdap': 'none',
      'rel.gdapRoles': [],
    }),
};

const agreement: Reading = {
  tells: ['customer.mca'],
  read: async (at, tenant) =>
    orElse(
      told(await at.partnerCenter.agreements.inPlace(tenant), (mca) => ({ 'customer.mca': mca })),
      isNoTie,
      { 'customer.mca': 'none' },
    ),
};

const governmentFacts = (all: readonly Qualification[]): FactValues => {
  const gcc = all.find(({ kind }) => kind === 'government-community-cloud');
  return gcc === undefined
    ? { 'customer.gcc': false, 'customer.gccValidated': null }
    : { 'customer.gcc': true, 'customer.gccValidated': gcc.vetting === 'approved' };
};

const government: Reading = {
  tells: ['customer.gcc', 'customer.gccValidated'],
  read: async (at, tenant) => told(await at.partnerCenter.qualifications.of(tenant), governmentFacts),
};

const isRunning = ({ status }: Subscription): boolean => status === 'active' || status === 'pending';

const isStuckWithUs = (sold: Subscription, now: string): boolean =>
  sold.generation === 'nce' && sold.kind === 'licence' && (sold.cancellableUntil ?? '') < now;

/** What we have not sold may have been sold by others: of that nothing is known here. */
const soldFacts = (all: readonly Subscription[], now: string): FactValues => {
  const running = all.filter(isRunning);
  // What stands in a state that we do not know may be running as well.
  const isWhole = all.every(({ status }) => status !== 'unrecognised');
  const hasPlan = running.some(({ generation }) => generation === 'azure_plan');
  return {
    ...((hasPlan || isWhole) && { 'customer.azurePlanWithTarget': hasPlan }),
    ...(hasPlan && { 'customer.hasAzurePlan': true }),
    ...(running.some(({ generation }) => generation === 'azure_0145p') && { 'customer.has0145P': true }),
    ...(isWhole && {
      'end.activeSubscriptions': running.filter(({ kind }) => kind !== 'software').length,
      'end.software': running.filter(({ kind }) => kind === 'software').length,
      'end.nceOutsideWindow': running.filter((one) => isStuckWithUs(one, now)).length,
    }),
  };
};

const NOTHING_SOLD = soldFacts([], '');

const sold: Reading = {
  tells: [
    'customer.azurePlanWithTarget',
    'customer.hasAzurePlan',
    'customer.has0145P',
    'end.activeSubscriptions',
    'end.software',
    'end.nceOutsideWindow',
  ],
  read: async (at, tenant, now) =>
    orElse(
      told(await at.partnerCenter.subscriptions.of(tenant), (all) => soldFacts(all, now)),
      isNoTie,
      NOTHING_SOLD,
    ),
};

/** Everything that services tell of a customer. What is not here is asked: nobody tells it before the customer grants access. */
export const readings: readonly Reading[] = [tie, roles, agreement, government, sold];
