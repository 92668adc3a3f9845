import type { AdminRelationship, In } from '../cases/admin-relationship/case.ts';
import type { Instant } from '../cases/time.ts';
import { stageOf } from '../graph/statuses.ts';
import type { Relationship } from '../graph/relationship.ts';
import type { Outcome } from '../ports.ts';
import type { AtMicrosoft } from './at-microsoft.ts';
import { carrier } from './carriers.ts';
import type { Of, Offices } from './carriers.ts';
import { done, isNotThere, notYet, watchOutcome } from './outcome.ts';
import { isNoTie } from './reseller-tie.ts';

type WatchInvitation = Of<'watch-invitation'>;
type WatchRelationship = Of<'watch-relationship'>;

type By = 'us' | 'customer';

const ended = (part: 'gdap' | 'reseller', by: By = 'customer'): Outcome => done({ name: 'record-relationship-ended', by, part });

/** Whoever of ours has ended it has asked Graph to; what customers do is not among our requests. */
const terminated = async (at: AtMicrosoft, { id }: Relationship, now: Instant): Promise<Outcome> => {
  const asked = await at.graph.requests.list(id);
  if (!asked.ok) return watchOutcome(asked.failure, now);
  const isOurs = asked.body.some(({ action, status }) => action === 'terminate' && status !== 'failed');
  return ended('gdap', isOurs ? 'us' : 'customer');
};

/** What ran out has reached its end; what was ended has not. */
const WAS_ENDED: readonly Relationship['status'][] = ['terminationRequested', 'terminating', 'terminated'];

const tieAccepted = async (at: AtMicrosoft, { case: { customer }, now }: WatchInvitation): Promise<Outcome> => {
  const tenant = await at.tenantOf(customer);
  if (!tenant.ok) return watchOutcome(tenant.failure, now);
  const seen = await at.sightings.customers.of(tenant.body);
  if (!seen.ok) return watchOutcome(seen.failure, now);
  return seen.body?.relationship === 'reseller'
    ? done({ name: 'record-customer-accepted', what: 'reseller', acceptedAt: now, endsAt: null })
    : notYet(now, { minutes: 15 });
};

const granted = async (at: AtMicrosoft, { effect: { relationshipId }, now }: WatchInvitation): Promise<Outcome> => {
  const seen = await at.sightings.relationships.of(relationshipId ?? '');
  if (!seen.ok) return watchOutcome(seen.failure, now);
  if (seen.body === null) return notYet(now, { hours: 1 });
  const { status, activeSince, endsAt } = seen.body;
  switch (stageOf(status)) {
    case 'working':
      return done({ name: 'record-customer-accepted', what: 'gdap', acceptedAt: activeSince ?? now, endsAt });
    case 'granted':
      return notYet(now, { minutes: 1 });
    case 'over':
      // That nobody has answered in time the case's own clock says.
      return WAS_ENDED.includes(status) ? terminated(at, seen.body, now) : notYet(now, { hours: 1 });
    case 'unrecognised':
      // Until somebody understands it nobody may say that the customer has stayed silent.
      return { kind: 'again', words: `the relationship ${seen.body.id} is in a state we do not know` };
    default:
      return notYet(now, { minutes: 15 });
  }
};

/** Nobody announces every answer, so it is looked for. */
const invitation = (at: AtMicrosoft, errand: WatchInvitation): Promise<Outcome> =>
  errand.effect.what === 'reseller' ? tieAccepted(at, errand) : granted(at, errand);

const activeCase = (current: WatchRelationship['case']): In<'active'> | null =>
  current.kind === 'admin-relationship' && current.status === 'active' ? current : null;

const RAN_OUT: readonly Relationship['status'][] = ['expiring', 'expired'];

const isLater = (one: string | null, other: string | null): boolean => one !== null && other !== null && one > other;

const newsOf = (at: AtMicrosoft, current: In<'active'>, seen: Relationship, now: Instant): Promise<Outcome> | Outcome | null => {
  const { status, endsAt } = seen;
  if (WAS_ENDED.includes(status)) return terminated(at, seen, now);
  // The case's own clock tells an end, unless there was to be none: then somebody of ours has taken that back.
  if (RAN_OUT.includes(status)) return current.extendsItself || current.endsAt === null ? ended('gdap', 'us') : null;
  return isLater(endsAt, current.endsAt) ? done({ name: 'record-relationship-extended', endsAt }) : null;
};

/** What a list does not show may only be new, or a page late: before an end is told it is asked for by itself. */
const roles = async (at: AtMicrosoft, current: In<'active'>, relationshipId: string, now: Instant): Promise<Outcome | null> => {
  const seen = await at.sightings.relationships.of(relationshipId);
  if (!seen.ok) return watchOutcome(seen.failure, now);
  if (seen.body !== null) return newsOf(at, current, seen.body, now);
  const asked = await at.graph.relationships.get(relationshipId);
  if (asked.ok) return newsOf(at, current, asked.body, now);
  return isNotThere(asked.failure) ? ended('gdap') : watchOutcome(asked.failure, now);
};

const hasTie = ({ invitations }: In<'active'>): boolean => invitations.some(({ what }) => what === 'reseller');

const tie = async (at: AtMicrosoft, current: AdminRelationship, now: Instant): Promise<Outcome | null> => {
  const tenant = await at.tenantOf(current.customer);
  if (!tenant.ok) return watchOutcome(tenant.failure, now);
  const seen = await at.sightings.customers.of(tenant.body);
  if (!seen.ok) return watchOutcome(seen.failure, now);
  if (seen.body?.relationship === 'reseller') return null;
  const asked = await at.partnerCenter.customers.get(tenant.body);
  if (!asked.ok) return isNoTie(asked.failure) ? ended('reseller') : watchOutcome(asked.failure, now);
  return asked.body.relationship === 'none' ? ended('reseller') : null;
};

/** Whatever changes first is told; the case is watched anew after that. */
const relationship = async (at: AtMicrosoft, { case: watched, now }: WatchRelationship): Promise<Outcome> => {
  const current = activeCase(watched);
  if (current === null) return notYet(now, { hours: 6 });
  // As the case stands by now: of what it had when the watch began a half may have ended.
  const news = current.relationshipId === null ? null : await roles(at, current, current.relationshipId, now);
  return news ?? (hasTie(current) ? await tie(at, current, now) : null) ?? notYet(now, { hours: 6 });
};

export const watches = (offices: Offices) => ({
  'watch-invitation': carrier<'watch-invitation'>(offices, { carryOut: invitation }),
  'watch-relationship': carrier<'watch-relationship'>(offices, { carryOut: relationship }),
});
