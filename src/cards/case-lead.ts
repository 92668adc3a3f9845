import type { AdminRelationship } from '../cases/admin-relationship/case.ts';
import type { AzureSwitch } from '../cases/azure-switch/case.ts';
import { answerBy } from '../cases/azure-switch/deadlines.ts';
import { TRANSFER_FAILED } from '../cases/azure-switch/effects.ts';
import type { Case } from '../cases/case.ts';
import type { Item } from '../cases/checklist.ts';
import type { CustomerInquiry } from '../cases/customer-inquiry/case.ts';
import { REQUEST_LAPSES_AFTER_DAYS } from '../cases/ladders.ts';
import { later } from '../cases/time.ts';
import type { Speaker } from '../languages/speak.ts';
import type { DayText, Value } from '../policy/index.ts';
import { day, nameOf } from './shown.ts';

type Leads<C extends Case> = {
  readonly [S in C['status']]: (current: Extract<C, { status: S }>, speaker: Speaker) => string;
};

const rolesOf = ({ approval }: Case): Value => ({ labels: approval.roles.map((role) => `value.actor.role.${role}`) });

const lapses = ({ since }: Case): Value => day(later(since, { days: REQUEST_LAPSES_AFTER_DAYS }));

const openDays = (items: readonly Item[]): DayText[] =>
  items.flatMap(({ done, dueOn }) => (done === null ? [dueOn as DayText] : [])).toSorted();

/** What people have to do before it goes on; null when nothing of it is left. */
const itemsLead = (items: readonly Item[], { say }: Speaker): string | null => {
  const open = openDays(items);
  const [first] = open;
  return first === undefined ? null : say('case.lead.items', { items: open.length, day: { day: first } });
};

/** The customer has done its part, and somebody here has not done theirs. */
const noAccessLead = (items: readonly Item[], { say }: Speaker): string | null => {
  const [first] = openDays(items);
  return first === undefined ? null : say('case.lead.no-access', { day: { day: first } });
};

const awaitingApproval = (current: Extract<Case, { status: 'awaiting-approval' }>, speaker: Speaker): string => {
  const { say } = speaker;
  const { people, roles } = current.approval;
  if (roles.length === 0) return say('answer.nobodyApproves');
  const values = { roles: rolesOf(current), day: lapses(current) };
  const first = current.approvals.at(-1);
  return first === undefined
    ? say('case.lead.awaiting-approval', { people, ...values })
    : say('case.lead.second-approval', { who: nameOf(first.by, speaker), ...values });
};

const sentBack = (current: Extract<Case, { status: 'sent-back' }>, speaker: Speaker): string =>
  speaker.say('case.lead.sent-back', {
    who: nameOf(current.askedBy, speaker),
    owner: nameOf(current.takenOverBy.at(-1) ?? current.requester, speaker),
    day: lapses(current),
  });

const declined = (current: Extract<Case, { status: 'declined' }>, speaker: Speaker): string =>
  speaker.say('case.lead.declined', { who: nameOf(current.declinedBy, speaker), day: day(current.since) });

const withdrawn = (current: Extract<Case, { status: 'withdrawn' }>, speaker: Speaker): string =>
  current.withdrawnBy === null
    ? speaker.say('case.lead.lapsed', { day: day(current.since) })
    : speaker.say('case.lead.withdrawn', { who: nameOf(current.withdrawnBy, speaker), day: day(current.since) });

const stuck = ({ trouble, before }: Extract<Case, { status: 'stuck' }>, { say }: Speaker): string => {
  if (trouble.code === 'decision-changed') return say('case.lead.stuck-rules');
  if (before.status === 'granting')
    return say(trouble.effect === 'assign-groups' ? 'case.lead.stuck-granting' : 'case.lead.stuck-accepted');
  return trouble.code === TRANSFER_FAILED ? say('case.lead.stuck-transfer') : say('case.lead.stuck');
};

const asking = { 'awaiting-approval': awaitingApproval, 'sent-back': sentBack, declined, withdrawn, stuck } as const;

type Admin<S extends AdminRelationship['status']> = Extract<AdminRelationship, { status: S }>;

const awaitingCustomer = ({ invitations, lettersSent, lapsesAt }: Admin<'awaiting-customer'>, { say }: Speaker): string => {
  const until = { day: day(lapsesAt) };
  if (invitations.some(({ acceptedAt }) => acceptedAt !== null)) return say('case.lead.partly-accepted', until);
  return lettersSent === 0 ? say('case.lead.letter-on-its-way', until) : say('case.lead.awaiting-customer', until);
};

const active = ({ endsAt, extendsItself, renewedBy }: Admin<'active'>, { say }: Speaker): string => {
  if (endsAt === null) return say('case.lead.active');
  const until = { day: day(endsAt) };
  if (renewedBy !== null) return say('case.lead.carried-on', { ...until, id: renewedBy });
  return extendsItself ? say('case.lead.active-extends', until) : say('case.lead.active-until', until);
};

const endings = {
  'ended-by-us': 'case.lead.ended-by-us',
  'ended-by-customer': 'case.lead.ended-by-customer',
  'refused-by-customer': 'case.lead.refused-by-customer',
  'ran-out': 'case.lead.ran-out',
  renewed: 'case.lead.renewed',
  'customer-stayed-silent': 'case.lead.customer-stayed-silent',
  'invitation-withdrawn': 'case.lead.invitation-withdrawn',
  'withdrawn-when-stuck': 'case.lead.withdrawn-when-stuck',
} as const satisfies Record<Admin<'ended'>['why'], string>;

const adminLeads: Leads<AdminRelationship> = {
  ...asking,
  preparing: ({ items }, speaker) => itemsLead(items, speaker) ?? speaker.say('case.lead.preparing'),
  'awaiting-customer': awaitingCustomer,
  granting: ({ items }, speaker) => noAccessLead(items, speaker) ?? speaker.say('case.lead.granting'),
  active,
  ending: ({ items, what }, speaker) =>
    itemsLead(items, speaker) ?? (what === 'invitation' ? speaker.say('case.lead.recalling') : speaker.say('case.lead.ending')),
  ended: ({ why, endedAt }, { say }) => say(endings[why], { day: day(endedAt) }),
};

type Azure<S extends AzureSwitch['status']> = Extract<AzureSwitch, { status: S }>;

const partnerOf = ({ proposal }: AzureSwitch, { say }: Speaker): string =>
  proposal.otherPartner?.name ?? say('owner.other-partner');

const awaitingOtherPartner = (current: Azure<'awaiting-other-partner'>, speaker: Speaker): string => {
  const partner = partnerOf(current, speaker);
  if (current.cancelAsked) return speaker.say('case.lead.cancel-asked', { partner });
  const byHand = itemsLead(current.items, speaker);
  return byHand ?? speaker.say('case.lead.awaiting-other-partner', { partner, day: day(answerBy(current)) });
};

const moving = ({ items, phase }: Azure<'moving'>, speaker: Speaker): string =>
  phase === 'with-microsoft'
    ? speaker.say('case.lead.with-microsoft')
    : (itemsLead(items, speaker) ?? speaker.say(phase === 'slow' ? 'case.lead.moving-slowly' : 'case.lead.moving'));

const refused = (current: Azure<'refused'>, speaker: Speaker): string => {
  const { refusedBy } = current;
  if (typeof refusedBy === 'object') return speaker.say('case.lead.refused-by-us', { who: nameOf(refusedBy, speaker) });
  return refusedBy === 'outside'
    ? speaker.say('case.lead.refused-outside')
    : speaker.say('case.lead.refused', { partner: partnerOf(current, speaker) });
};

const expired = (current: Azure<'expired'>, speaker: Speaker): string => {
  const on = { day: day(current.expiredAt) };
  return current.proposal.wants === 'hand-out'
    ? speaker.say('case.lead.expired-with-us', on)
    : speaker.say('case.lead.expired', { partner: partnerOf(current, speaker), ...on });
};

const cancelled = ({ cancelledBy, since }: Azure<'cancelled'>, speaker: Speaker): string =>
  cancelledBy === null
    ? speaker.say('case.lead.cancelled', { day: day(since) })
    : speaker.say('case.lead.cancelled-by', { who: nameOf(cancelledBy, speaker), day: day(since) });

const azureLeads: Leads<AzureSwitch> = {
  ...asking,
  preparing: ({ items }, speaker) => itemsLead(items, speaker) ?? speaker.say('case.lead.preparing'),
  'awaiting-other-partner': awaitingOtherPartner,
  'awaiting-our-decision': (current, speaker) =>
    speaker.say('case.lead.awaiting-our-decision', {
      partner: partnerOf(current, speaker),
      items: current.proposal.subjects.length,
      day: day(answerBy(current)),
    }),
  moving,
  'handing-over': ({ items }, speaker) => itemsLead(items, speaker) ?? speaker.say('case.lead.handing-over'),
  done: ({ doneAt }, { say }) => say('case.lead.done', { day: day(doneAt) }),
  refused,
  expired,
  cancelled,
};

const inquiryLeads: Leads<CustomerInquiry> = {
  ...asking,
  'awaiting-customer': ({ lettersSent, lapsesAt }, { say }) =>
    say(lettersSent === 0 ? 'case.lead.questions-on-their-way' : 'case.lead.questions-asked', { day: day(lapsesAt) }),
  done: ({ doneAt }, { say }) => say('case.lead.answered', { day: day(doneAt) }),
  ended: ({ endedAt }, { say }) => say('case.lead.not-answered', { day: day(endedAt) }),
};

const leads = {
  'admin-relationship': adminLeads,
  'azure-switch': azureLeads,
  'customer-inquiry': inquiryLeads,
} as const satisfies Record<Case['kind'], unknown>;

/** What it means now, who has to act next, and until when. */
export const leadOf = (current: Case, speaker: Speaker): string => {
  const ofKind: Readonly<Record<string, (current: never, speaker: Speaker) => string>> = leads[current.kind];
  return ofKind[current.status]?.(current as never, speaker) ?? '';
};
