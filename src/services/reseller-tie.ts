import type { LookedUp, Outcome } from '../ports.ts';
import type { Failure } from '../wire/failure.ts';
import type { AtMicrosoft } from './at-microsoft.ts';
import { requestIdOf } from './at-microsoft.ts';
import { carrier } from './carriers.ts';
import type { Of, Offices } from './carriers.ts';
import { done, isNotThere, lookUpOutcome, outcomeOf, readingOutcome } from './outcome.ts';

/** There is such a company, and it is none of ours. */
const NO_TIE = ['20002', '900159'];

export const isNoTie = (failure: Failure): boolean =>
  isNotThere(failure) || (failure.kind === 'refused' && NO_TIE.includes(failure.code));

const link = async (at: AtMicrosoft, { now }: Of<'get-reseller-link'>): Promise<Outcome> => {
  const sent = await at.partnerCenter.relationshipRequests.link();
  return sent.ok
    ? done({ name: 'record-invitation-ready', what: 'reseller', link: sent.body.url, relationshipId: null })
    : readingOutcome(sent.failure, now);
};

const ended = done({ name: 'record-relationship-ended', by: 'us' });

const remove = async (at: AtMicrosoft, errand: Of<'remove-reseller-relationship'>): Promise<Outcome> => {
  const tenant = await at.tenantOf(errand.case.customer);
  if (!tenant.ok) return readingOutcome(tenant.failure, errand.now);
  const sent = await at.partnerCenter.customers.remove(tenant.body, requestIdOf(errand));
  if (sent.ok || isNoTie(sent.failure)) return ended;
  return outcomeOf(sent.failure, errand.now);
};

const isRemoved = async (at: AtMicrosoft, errand: Of<'remove-reseller-relationship'>): Promise<LookedUp> => {
  const tenant = await at.tenantOf(errand.case.customer);
  if (!tenant.ok) return lookUpOutcome(tenant.failure, errand.now);
  const sent = await at.partnerCenter.customers.get(tenant.body);
  if (!sent.ok) return isNoTie(sent.failure) ? ended : lookUpOutcome(sent.failure, errand.now);
  return sent.body.relationship === 'none' ? ended : { kind: 'absent' };
};

/** What is done about the commercial tie. */
export const resellerTie = (offices: Offices) => ({
  'get-reseller-link': carrier<'get-reseller-link'>(offices, { carryOut: link }),
  'remove-reseller-relationship': carrier<'remove-reseller-relationship'>(offices, { carryOut: remove, lookUp: isRemoved }),
});
