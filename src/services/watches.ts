import type { AdminRelationship, In } from '../cases/admin-relationship/case.ts';
import type { Instant } from '../cases/time.ts';
import { stageOf } from '../graph/statuses.ts';
import type { Relationship } from '../graph/relationship.ts';
import type { Outcome } from '../ports.ts';
import type { AtMicrosoft } from './at-microsoft.ts';
import { carrier } from './carriers.ts';
import type { Of, Offices } from './carriers.ts';
import { done, notYet, readingOutcome } from './outcome.ts';
import { isNoTie } from './reseller-tie.ts';

type WatchInvitation = Of<'watch-invitation'>;
type WatchRelationship = Of<'watch-relationship'>;

const ended = (part: 'gdap' | 'reseller'): Outcome => done({ name: 'record-relationship-ended', by: 'customer', part });

const tieAccepted = async (at: AtMicrosoft, { case: { customer }, now }: WatchInvitation): Promise<Outcome> => {
  const tenant = await at.tenantOf(customer);
  if (!tenant.ok) return readingOutcome(tenant.failure, now);
  const seen = await at.sightings.customers.of(tenant.body);
  if (!seen.ok) return readingOutcome(seen.failure, now);
  return seen.body?.relationship === 'reseller'
    ? done({ name: 'record-customer-accepted', what: 'reseller', acceptedAt: now, endsAt: null })
    : notYet(now, { minutes: 15 });
};

const granted = async (at: AtMicrosoft, { effect: { relationshipId }, now }: WatchInvitation): Promise<Outcome> => {
  const seen = await at.sightings.relationships.of(relationshipId ?? '');
  if (!seen.ok) return readingOutcome(seen.failure, now);
  if (seen.body === null) return notYet(now, { hours: 1 });
  const { status, activeSince, endsAt } = seen.body;
  switch (stageOf(status)) {
    case 'working':
      return done({ name: 'record-customer-accepted', what: 'gdap', acceptedAt: activeSince ?? now, endsAt });
    case 'granted':
      return notYet(now, { minutes: 1 });
    case 'over':
      return ended('gdap');
    default:
      return notYet(now, { minutes: 15 });
  }
};

/** Nobody announces every answer, so it is looked for. */
const invitation = (at: AtMicrosoft, errand: WatchInvitation): Promise<Outcome> =>
  errand.effect.what === 'reseller' ? tieAccepted(at, errand) : granted(at, errand);

const activeCase = (current: WatchRelationship['case']): In<'active'> | null =>
  current.kind === 'admin-relationship' && current.status === 'active' ? current : null;

/** What ran out has reached its end, which the case's own clock says; what was ended has not. */
const WAS_ENDED: readonly Relationship['status'][] = ['terminationRequested', 'terminating', 'terminated'];

const isLater = (one: string | null, other: string | null): boolean => one !== null && other !== null && one > other;

const newsOf = (current: In<'active'>, { status, endsAt }: Relationship): Outcome | null => {
  if (WAS_ENDED.includes(status)) return ended('gdap');
  return isLater(endsAt, current.endsAt) ? done({ name: 'record-relationship-extended', endsAt }) : null;
};

/** What a list does not show may only be new, or a page late: before an end is told it is asked for by itself. */
const roles = async (at: AtMicrosoft, current: In<'active'>, relationshipId: string, now: Instant): Promise<Outcome | null> => {
  const seen = await at.sightings.relationships.of(relationshipId);
  if (!seen.ok) return readingOutcome(seen.failure, now);
  if (seen.body !== null) return newsOf(current, seen.body);
  const asked = await at.graph.relationships.get(relationshipId);
  if (asked.ok) return newsOf(current, asked.body);
  return asked.failure.kind === 'not-found' ? ended('gdap') : readingOutcome(asked.failure, now);
};

const hasTie = ({ invitations }: In<'active'>): boolean => invitations.some(({ what }) => what === 'reseller');

const tie = async (at: AtMicrosoft, current: AdminRelationship, now: Instant): Promise<Outcome | null> => {
  const tenant = await at.tenantOf(current.customer);
  if (!tenant.ok) return readingOutcome(tenant.failure, now);
  const seen = await at.sightings.customers.of(tenant.body);
  if (!seen.ok) return readingOutcome(seen.failure, now);
  if (seen.body?.relationship === 'reseller') return null;
  const asked = await at.partnerCenter.customers.get(tenant.body);
  if (!asked.ok) return isNoTie(asked.failure) ? ended('reseller') : readingOutcome(asked.failure, now);
  return asked.body.relationship === 'none' ? ended('reseller') : null;
};

/** Whatever changes first is told; the case is watched anew after that. */
const relationship = async (at: AtMicrosoft, { effect, case: watched, now }: WatchRelationship): Promise<Outcome> => {
  const current = activeCase(watched);
  if (current === null) return notYet(now, { hours: 6 });
  const news = effect.relationshipId === null ? null : await roles(at, current, effect.relationshipId, now);
  return news ?? (hasTie(current) ? await tie(at, current, now) : null) ?? notYet(now, { hours: 6 });
};

export const watches = (offices: Offices) => ({
  'watch-invitation': carrier<'watch-invitation'>(offices, { carryOut: invitation }),
  'watch-relationship': carrier<'watch-relationship'>(offices, { carryOut: relationship }),
});
