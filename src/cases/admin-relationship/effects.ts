import { askingEffects, awaitingCustomerEffects, show, tell } from '../asking/effects.ts';
import { isComplete } from '../checklist.ts';
import { isOffered } from '../effect.ts';
import type { Effect } from '../effect.ts';
import type { AdminRelationship, In } from './case.ts';
import { servicesFor } from './checklists.ts';
import type { AdminRelationshipEvent } from './events.ts';

type EffectsOf = {
  readonly [T in AdminRelationshipEvent['type']]: (
    after: AdminRelationship,
    event: Extract<AdminRelationshipEvent, { type: T }>,
    before: AdminRelationship | null,
  ) => readonly Effect[];
};

type Service = ReturnType<typeof servicesFor>[number];

const serviceEffect = (service: Service, relationshipId: string | null): Effect[] => {
  switch (service) {
    case 'get-reseller-link':
    case 'create-relationship':
    case 'remove-reseller-relationship':
      return [{ kind: service }];
    default:
      return relationshipId === null ? [] : [{ kind: service, relationshipId }];
  }
};

/** What is done at Microsoft in this status; what the cloud has no interface for stands on the checklist instead. */
const services = (after: In<'preparing' | 'granting' | 'ending'>): Effect[] => {
  const offered = (service: Service, relationshipId: string | null) =>
    isOffered(service, after.cloud) ? serviceEffect(service, relationshipId) : [];
  switch (after.status) {
    case 'preparing': {
      const { proposal } = after;
      const relationshipId = proposal.wants === 'renew' ? proposal.relationshipId : null;
      const have = after.invitations.map(({ what }) => what);
      return servicesFor(proposal)
        .filter((service) => !(service === 'get-reseller-link' && have.includes('reseller')))
        .filter((service) => !(service === 'create-relationship' && have.includes('gdap')))
        .flatMap((service) => offered(service, relationshipId));
    }
    case 'granting':
      return offered('assign-groups', after.relationshipId);
    case 'ending':
      return offered(
        after.what === 'reseller_relationship' ? 'remove-reseller-relationship' : 'end-relationship',
        after.relationshipId,
      );
  }
};

/** The customer has agreed, and yet nobody can do anything as long as somebody here has not done their part. */
const noAccessYet = (after: AdminRelationship): Effect[] =>
  after.status === 'granting' && !isComplete(after.items) ? [tell('everyone', 'no-access-yet')] : [];

const begun = (after: AdminRelationship): Effect[] =>
  after.status === 'preparing' || after.status === 'granting' || after.status === 'ending'
    ? [...services(after), ...noAccessYet(after)]
    : [];

const watches = (after: AdminRelationship): Effect[] =>
  after.status === 'awaiting-customer'
    ? after.invitations
        .filter(({ what }) => isOffered(what === 'gdap' ? 'create-relationship' : 'get-reseller-link', after.cloud))
        .map(({ what, relationshipId }) => ({ kind: 'watch-invitation', what, relationshipId }))
    : [];

const newsOf = { anew: 'relationship-renewed', extend: 'relationship-carried-on' } as const;

const otherCase = (after: AdminRelationship): Effect[] => {
  const { proposal } = after;
  if (proposal.wants === 'invite' || proposal.of === null) return [];
  if (proposal.wants === 'renew') return [{ kind: 'report-to-case', to: proposal.of, what: newsOf[proposal.how], part: null }];
  const part = proposal.what === 'admin_roles' ? 'gdap' : 'reseller';
  return [{ kind: 'report-to-case', to: proposal.of, what: 'relationship-ended', part }];
};

const watch = (after: AdminRelationship): Effect[] =>
  after.status === 'active' ? [{ kind: 'watch-relationship', relationshipId: after.relationshipId }] : [];

const activated = (after: AdminRelationship, letter: 'accepted' | 'extended' = 'accepted'): Effect[] =>
  after.status === 'active'
    ? [{ kind: 'send-letter', letter }, tell('everyone', 'active'), ...otherCase(after), ...watch(after)]
    : [];

const isRenewed = (before: AdminRelationship | null): boolean => before?.status === 'active' && before.renewedBy !== null;

const letterOfTheEnd: Effect = { kind: 'send-letter', letter: 'ended' };

/** Nobody is written to about the end of what never began. */
const hadAccess = (before: AdminRelationship | null): boolean =>
  before?.status === 'active' || (before?.status === 'ending' && before.what !== 'invitation');

/** The case of the relationship itself writes, when there is one; not the one that asked for its end. */
const isToldByTheOther = ({ proposal }: AdminRelationship): boolean => proposal.wants === 'end' && proposal.of !== null;

/** It is over, or a part of it goes on, and is watched. */
const whatIsLeft = (after: AdminRelationship, before: AdminRelationship | null): Effect[] =>
  after.status === 'ended'
    ? [after.why === 'refused-by-customer' ? tell('everyone', 'customer-refused') : tell('everyone', 'ended')]
    : [tell('everyone', 'part-ended'), ...(after.status === before?.status ? [] : begun(after)), ...watch(after)];

/** What each event sets going outside. */
export const effects: EffectsOf = {
  ...askingEffects,
  ...awaitingCustomerEffects,
  'case-opened': () => [show, tell('approvers', 'asked')],
  'case-approved': (after) => [show, tell('requester', 'approved'), ...begun(after)],
  'invitation-prepared': () => [show],
  'invitation-ready': (after) => [show, { kind: 'send-letter', letter: 'invitation' }, ...watches(after)],
  'letter-sent': () => [show],
  'letter-bounced': () => [show, tell('requester', 'letter-bounced')],
  'customer-accepted': (after) => [show, ...begun(after), ...activated(after)],
  'customer-stayed-silent': (after) => [
    show,
    after.status === 'ended' ? tell('requester', 'customer-silent') : tell('requester', 'partly-accepted'),
    ...begun(after),
    ...activated(after),
  ],
  'invitation-recalled': (after) => [show, ...begun(after)],
  /** What waits is said again: a checklist is less than that nobody can do anything. */
  'items-reminded': (after) => [after.status === 'granting' ? tell('requester', 'no-access-yet') : tell('requester', 'items-wait')],
  'groups-missing': (after) => [show, ...noAccessYet(after)],
  'groups-assigned': (after) => [show, ...activated(after)],
  'end-announced': () => [show, { kind: 'send-letter', letter: 'about-to-expire' }, tell('everyone', 'ends-soon')],
  'relationship-extended': (after, _event, before) => [
    show,
    ...(before?.status === 'active' ? [tell('everyone', 'extended'), ...watch(after)] : activated(after, 'extended')),
  ],
  'relationship-renewed': () => [show],
  'relationship-carried-on': (after) => [show, ...watch(after)],
  'relationship-ended': (after, _event, before) => [
    show,
    ...(hadAccess(before) && !isToldByTheOther(after) ? [letterOfTheEnd] : []),
    ...whatIsLeft(after, before),
    ...(after.proposal.wants === 'end' ? otherCase(after) : []),
  ],
  /** After a renewal only this case ends, or its half of granular admin, and not the access. */
  'end-reached': (after, _event, before) =>
    isRenewed(before) ? [show, ...watch(after)] : [show, letterOfTheEnd, ...whatIsLeft(after, before)],
  /** What could not be done waits among the dead letters and is tried again from there. */
  'case-resumed': () => [show],
  'case-closed': () => [show, tell('requester', 'closed')],
};
