import { awaitedFrom, awaitingCustomerEvolve } from '../asking/awaiting-customer.ts';
import { askingEvolve, backToApproval, begun, confirmed, inDoubt, onwards, ownOf, personOf } from '../asking/evolve.ts';
import { checklistFrom } from '../checklist.ts';
import { INVITATION_LAPSES_AFTER_DAYS, ladders, stepsBy } from '../ladders.ts';
import { firstOverdue } from '../asking/deadlines.ts';
import { isPerson } from '../people.ts';
import { later } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Evolve } from '../transitions.ts';
import type { AdminRelationship, In, Invitation, Proposal } from './case.ts';
import { groupsByHand, plannedByHand, relationshipOf, servicesFor } from './checklists.ts';
import { announcedBy } from './deadlines.ts';
import type { AdminRelationshipEvent } from './events.ts';
import type { transitions } from './transitions.ts';

type Event<T extends AdminRelationshipEvent['type']> = Extract<AdminRelationshipEvent, { type: T }>;

export const open = (event: Event<'case-opened'>): In<'awaiting-approval'> => ({
  ...begun(event, event.requester, event.decisions),
  status: 'awaiting-approval',
  escalatedAt: null,
  doneBefore: [],
});

const approved = (current: In<'awaiting-approval'>, { at }: Event<'case-approved'>): In<'preparing' | 'ending'> => {
  const { proposal, cloud } = current;
  const items = checklistFrom(plannedByHand(servicesFor(proposal), cloud, relationshipOf(proposal)), at);
  const next = { ...onwards(current, at), items };
  return proposal.wants === 'end'
    ? { ...next, status: 'ending', what: proposal.what, relationshipId: proposal.relationshipId }
    : { ...next, status: 'preparing', invitations: [] };
};

const changed = (
  current: In<'preparing' | 'awaiting-customer' | 'granting' | 'ending'>,
  event: Event<'decision-changed'>,
): In<'awaiting-approval' | 'stuck'> =>
  current.status === 'awaiting-customer' || current.status === 'granting'
    ? // The customer has been asked, or has said yes: there is no way back, and a person has to look.
      stuck(inDoubt(current, event), event.at, {
        effect: event.effect,
        code: 'decision-changed',
        words: '',
      })
    : // Ticked there is an invitation, of which nothing is left either: it belongs to what was agreed to.
      backToApproval(current, event);

const stuck = (
  current: In<'preparing' | 'awaiting-customer' | 'granting' | 'ending'>,
  at: Instant,
  trouble: In<'stuck'>['trouble'],
): In<'stuck'> => ({
  ...onwards(current, at),
  status: 'stuck',
  before: ownOf(current) as In<'stuck'>['before'],
  trouble,
  answers: [],
});

const gdapOf = (proposal: Proposal) => (proposal.wants === 'end' ? null : proposal.gdap);

const activated = (
  current: In<'awaiting-customer' | 'granting' | 'preparing'>,
  at: Instant,
  relationshipId: string | null,
  endsAt: Instant | null,
): In<'active'> => ({
  ...onwards(current, at),
  status: 'active',
  invitations: current.invitations,
  relationshipId,
  activeSince: at,
  endsAt,
  extendsItself: relationshipId !== null && (gdapOf(current.proposal)?.autoExtend ?? false),
  announced: endsAt && announcedBy(endsAt, at),
  renewedBy: null,
});

/** Without a word from the service it is counted from the acceptance. */
const endOf = (proposal: Proposal, { endsAt, acceptedAt }: Invitation): Instant | null => {
  const gdap = gdapOf(proposal);
  return endsAt ?? (gdap && acceptedAt && later(acceptedAt, { days: gdap.durationDays }));
};

/** On with what the customer has said yes to: the groups get their roles, or there is nothing left to do. */
const onWith = (current: In<'awaiting-customer'>, accepted: readonly Invitation[], at: Instant): In<'granting' | 'active'> => {
  const invitations = [...accepted];
  const gdap = accepted.find(({ relationshipId }) => relationshipId !== null);
  if (gdap === undefined || gdap.relationshipId === null) return activated({ ...current, invitations }, at, null, null);
  return {
    ...onwards(current, at),
    status: 'granting',
    invitations,
    relationshipId: gdap.relationshipId,
    endsAt: endOf(current.proposal, gdap),
    items: checklistFrom(plannedByHand(['assign-groups'], current.cloud, gdap.relationshipId), at),
  };
};

const accepted = (
  current: In<'awaiting-customer'>,
  event: Event<'customer-accepted'>,
): In<'awaiting-customer' | 'granting' | 'active'> => {
  const { acceptedAt, endsAt } = event;
  const invitations = current.invitations.map((one) =>
    one.what === event.what && one.acceptedAt === null ? { ...one, acceptedAt, endsAt } : one,
  );
  const isComplete = invitations.every((one) => one.acceptedAt !== null);
  return isComplete ? onWith(current, invitations, event.at) : { ...current, invitations };
};

/** What has been accepted stands, also when the rest never is. */
const silent = (current: In<'awaiting-customer'>, { at }: Event<'customer-stayed-silent'>): In<'granting' | 'active' | 'ended'> => {
  const standing = current.invitations.filter(({ acceptedAt }) => acceptedAt !== null);
  return standing.length > 0 ? onWith(current, standing, at) : ended(current, at, 'customer-stayed-silent');
};

const ended = (
  current: AdminRelationship,
  at: Instant,
  why: In<'ended'>['why'],
  endedBy: In<'ended'>['endedBy'] = null,
): In<'ended'> => ({ ...onwards(current, at), status: 'ended', endedAt: at, why, endedBy });

const recalled = (current: In<'awaiting-customer'>, { at, actor }: Event<'invitation-recalled'>): In<'ending' | 'ended'> => {
  const relationshipId = current.invitations.find(({ what }) => what === 'gdap')?.relationshipId ?? null;
  // A reseller link names the partner and no customer: there is nothing at Microsoft that could be taken back.
  if (relationshipId === null) return ended(current, at, 'invitation-withdrawn', isPerson(actor) ? actor : null);
  const items = checklistFrom(plannedByHand(['end-relationship'], current.cloud, relationshipId), at);
  return { ...onwards(current, at), status: 'ending', what: 'invitation', relationshipId, items };
};

type Endable = In<'awaiting-customer' | 'granting' | 'active' | 'ending'>;

const whyEnded = (current: Endable, by: 'us' | 'customer'): In<'ended'>['why'] => {
  if (current.status === 'ending' && current.what === 'invitation') return 'invitation-withdrawn';
  const isOnlyAsked = current.status === 'awaiting-customer' && current.invitations.every(({ acceptedAt }) => acceptedAt === null);
  if (isOnlyAsked && by === 'customer') return 'refused-by-customer';
  return by === 'us' ? 'ended-by-us' : 'ended-by-customer';
};

type Why = In<'ended'>['why'];
type Half = Event<'relationship-ended'>['part'];

const othersThan = (invitations: readonly Invitation[], part: Half): Invitation[] =>
  invitations.filter(({ what }) => part !== 'all' && what !== part);

/** What is left goes on; granular admin takes its end with it. */
const lessened = (current: In<'active'>, at: Instant, part: Half, why: Why): In<'active' | 'ended'> => {
  const invitations = othersThan(current.invitations, part);
  // Of an extended relationship there was no invitation.
  const isGdapLeft = part === 'reseller' && current.relationshipId !== null;
  if (invitations.length === 0 && !isGdapLeft) return ended(current, at, why);
  const ofGdap = { relationshipId: null, endsAt: null, extendsItself: false, announced: null };
  return { ...current, invitations, ...(part === 'gdap' && ofGdap) };
};

const without = (
  current: Endable,
  at: Instant,
  part: Half,
  why: Why,
): In<'awaiting-customer' | 'granting' | 'active' | 'ended'> => {
  if (current.status === 'ending') return ended(current, at, why);
  if (current.status === 'active') return lessened(current, at, part, why);
  const invitations = othersThan(current.invitations, part);
  if (invitations.length === 0) return ended(current, at, why);
  if (current.status === 'awaiting-customer') {
    const isComplete = invitations.every(({ acceptedAt }) => acceptedAt !== null);
    return isComplete ? onWith(current, invitations, at) : { ...current, invitations };
  }
  return part === 'gdap' ? activated({ ...current, invitations }, at, null, null) : { ...current, invitations };
};

export const evolve: Evolve<AdminRelationship, Exclude<AdminRelationshipEvent, { type: 'case-opened' }>, typeof transitions> = {
  ...askingEvolve,
  ...awaitingCustomerEvolve,
  'case-approved': approved,
  'decision-changed': changed,
  'item-confirmed': (current, event) => ({ ...current, ...confirmed(current, event) }),
  'items-reminded': (current, { at }) => ({
    ...current,
    reminders: stepsBy(ladders.itemOwners, firstOverdue(current.items) ?? at, at),
  }),
  'invitation-prepared': (current, { what, link, relationshipId }) => ({
    ...current,
    invitations: [
      ...current.invitations.filter((one) => one.what !== what),
      { what, link, relationshipId, acceptedAt: null, endsAt: null },
    ],
  }),
  'invitation-ready': (current, { at }) => ({
    ...onwards(current, at),
    status: 'awaiting-customer',
    invitations: current.invitations,
    ...awaitedFrom(at, INVITATION_LAPSES_AFTER_DAYS),
  }),
  'letter-sent': (current) =>
    current.status === 'awaiting-customer' ? { ...current, lettersSent: current.lettersSent + 1 } : current,
  'customer-accepted': accepted,
  'customer-stayed-silent': silent,
  'invitation-recalled': recalled,
  'groups-missing': (current, { at }) => ({ ...current, items: checklistFrom([groupsByHand], at) }),
  'groups-assigned': (current, { at, endsAt }) => activated(current, at, current.relationshipId, endsAt ?? current.endsAt),
  'end-announced': (current, { at }) => ({ ...current, announced: current.endsAt && announcedBy(current.endsAt, at) }),
  'relationship-extended': (current, { at, endsAt }) =>
    current.status === 'active'
      ? { ...current, endsAt, announced: endsAt && announcedBy(endsAt, at) }
      : activated(current, at, current.proposal.wants === 'renew' ? current.proposal.relationshipId : null, endsAt),
  'relationship-renewed': (current, { by }) => ({ ...current, renewedBy: by }),
  'relationship-carried-on': (current, { at }) => lessened(current, at, 'gdap', 'renewed'),
  'relationship-ended': (current, { at, by, part }) => without(current, at, part, whyEnded(current, by)),
  'end-reached': (current, { at }) => lessened(current, at, 'gdap', current.renewedBy === null ? 'ran-out' : 'renewed'),
  'case-stuck': (current, { at, trouble }) => stuck(current, at, trouble),
  'case-resumed': (current, { at, answered }) => ({
    ...onwards(current, at),
    answered: answered ?? current.answered,
    ...current.before,
  }),
  'case-closed': (current, { at, actor }) => ended(current, at, 'withdrawn-when-stuck', personOf(actor)),
};
