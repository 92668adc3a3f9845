import { firstOverdue } from '../asking/deadlines.ts';
import { askingEvolve, backToApproval, begun, confirmed, inDoubt, onwards, ownOf, personOf, reminded } from '../asking/evolve.ts';
import { checklistFrom, withTicks } from '../checklist.ts';
import { ladders, PAPER_EXPIRES_AFTER_DAYS, stepsBy, stepsWhere, TRANSFER_EXPIRES_AFTER_DAYS } from '../ladders.ts';
import { isPerson } from '../people.ts';
import type { Person } from '../people.ts';
import { later } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Evolve } from '../transitions.ts';
import type { AzureSwitch, In } from './case.ts';
import { itemsFor, REST, wayOf } from './checklists.ts';
import { otherPartnerReminderAt } from './deadlines.ts';
import type { AzureSwitchEvent } from './events.ts';
import type { transitions } from './transitions.ts';

type Event<T extends AzureSwitchEvent['type']> = Extract<AzureSwitchEvent, { type: T }>;
type Opening = Event<'case-opened'> | Event<'transfer-offered'>;

/** Nobody here asked for it, so anybody of the role may decide. */
const otherPartner: Person = { id: 'other-partner', name: '', roles: [] };

export const open = (event: Opening): In<'awaiting-approval' | 'awaiting-our-decision'> =>
  event.type === 'case-opened'
    ? { ...begun(event, event.requester, event.decisions), status: 'awaiting-approval', escalatedAt: null, doneBefore: [] }
    : {
        ...begun(event, otherPartner, []),
        status: 'awaiting-our-decision',
        transferId: event.proposal.transferId,
        expiresAt: event.expiresAt,
      };

const move = (
  current: In<'preparing' | 'awaiting-other-partner' | 'awaiting-our-decision'>,
  at: Instant,
  transferId: string | null,
): In<'moving'> => ({
  ...onwards(current, at),
  status: 'moving',
  items: checklistFrom(itemsFor('move', current.proposal), at),
  transferId,
  phase: 'usual',
});

const awaitOther = (
  current: In<'preparing'>,
  at: Instant,
  transferId: string | null,
  expiresAt: Instant | null,
): In<'awaiting-other-partner'> => ({
  ...onwards(current, at),
  status: 'awaiting-other-partner',
  items: checklistFrom(itemsFor('other', current.proposal), at),
  transferId,
  expiresAt: expiresAt ?? later(at, { days: transferId === null ? PAPER_EXPIRES_AFTER_DAYS : TRANSFER_EXPIRES_AFTER_DAYS }),
  cancelAsked: false,
});

const prepared = (
  current: In<'preparing'>,
  { at }: Event<'preparation-completed'>,
): In<'preparing' | 'awaiting-other-partner' | 'moving'> => {
  switch (wayOf(current.proposal)) {
    case 'transfer':
      return { ...current, isSending: true };
    case 'paper':
      return awaitOther(current, at, null, null);
    case 'alone':
      return move(current, at, null);
  }
};

const stuck = (
  current: In<'preparing' | 'awaiting-other-partner' | 'moving'>,
  at: Instant,
  trouble: In<'stuck'>['trouble'],
): In<'stuck'> => ({
  ...onwards(current, at),
  status: 'stuck',
  before: ownOf(current) as In<'stuck'>['before'],
  trouble,
  answers: [],
});

const changed = (
  current: In<'preparing' | 'awaiting-other-partner' | 'moving'>,
  event: Event<'decision-changed'>,
): In<'awaiting-approval' | 'stuck'> =>
  current.status === 'preparing'
    ? backToApproval(current, event, current.items)
    : stuck(inDoubt(current, event), event.at, {
        effect: event.effect,
        code: 'decision-changed',
        words: '',
      });

const refusedByUs = (current: In<'awaiting-our-decision'>, event: Event<'handing-out-refused'>): In<'refused'> => ({
  ...onwards(current, event.at),
  status: 'refused',
  refusedBy: personOf(event.actor),
  reason: event.words,
});

const cancelled = (current: AzureSwitch, at: Instant, cancelledBy: Person | null, reason: string): In<'cancelled'> => ({
  ...onwards(current, at),
  status: 'cancelled',
  cancelledBy,
  reason,
});

const isWithMicrosoft = (current: AzureSwitch): boolean => current.status === 'moving' && current.phase === 'with-microsoft';

interface Begins {
  type: 'case-opened' | 'transfer-offered';
}

export const evolve: Evolve<AzureSwitch, Exclude<AzureSwitchEvent, Begins>, typeof transitions> = {
  ...askingEvolve,
  'case-approved': (current, { at }) => ({
    ...onwards(current, at),
    status: 'preparing',
    items: withTicks(checklistFrom(itemsFor('before', current.proposal), at), current.doneBefore),
    isSending: false,
  }),
  'decision-changed': changed,
  'item-confirmed': (current, event) => ({
    ...current,
    ...confirmed(current, event),
    // There it is not the items that somebody is reminded of.
    ...(isWithMicrosoft(current) && { reminders: current.reminders }),
  }),
  'items-reminded': (current, { at }) => ({
    ...current,
    reminders: stepsBy(ladders.itemOwners, firstOverdue(current.items) ?? at, at),
  }),
  'letter-sent': (current) => current,
  'preparation-completed': prepared,
  'transfer-requested': (current, { at, transferId, expiresAt }) => awaitOther(current, at, transferId, expiresAt),
  'other-partner-reminded': (current, { at }) => ({
    ...current,
    reminders: Math.max(
      current.reminders + 1,
      stepsWhere((taken) => otherPartnerReminderAt(current, taken), at),
    ),
  }),
  'transfer-accepted': (current, { at }) => move(current, at, current.transferId),
  'transfer-refused': (current, { at, words }) => ({
    ...onwards(current, at),
    status: 'refused',
    // Somebody of ours may have answered in Partner Center itself.
    refusedBy: current.status === 'awaiting-our-decision' ? 'outside' : 'other-partner',
    reason: words,
  }),
  'transfer-expired': (current, { at }) => ({ ...onwards(current, at), status: 'expired', expiredAt: at }),
  'cancel-asked': (current) => ({ ...current, cancelAsked: true }),
  'transfer-cancelled': (current, { at, actor, words }) => cancelled(current, at, isPerson(actor) ? actor : null, words),
  'handing-out-agreed': (current, { at, actor, words, decisions, told }) => ({
    ...move(
      { ...current, decisions, proposal: { ...current.proposal, told: { ...current.proposal.told, ...told } } },
      at,
      current.transferId,
    ),
    // Nobody here had asked for it: whoever says yes answers for what follows.
    takenOverBy: [personOf(actor)],
    approvals: [{ by: personOf(actor), at, words }],
  }),
  'handing-out-refused': refusedByUs,
  'move-slowed': (current) => ({ ...current, phase: 'slow' }),
  'move-reminded': reminded('stuck'),
  'microsoft-asked': (current, { at }) => ({
    ...current,
    phase: 'with-microsoft',
    // What has passed of the ladder by then is not made up for.
    reminders: stepsBy(ladders.stuck, current.since, at),
    items: [...current.items, ...checklistFrom([['service-request-opened', 'we', 1]], at)],
  }),
  'subscriptions-moved': (current, { at, complete, left }) => ({
    ...onwards(current, at),
    status: 'handing-over',
    items: checklistFrom([...itemsFor('after', current.proposal), ...(complete ? [] : [REST])], at),
    movedAt: at,
    ...(left && { left }),
  }),
  'move-failed': (current, { at, trouble }) => stuck(current, at, trouble),
  'handover-completed': (current, { at }) => ({
    ...onwards(current, at),
    ...{ status: 'done', doneAt: at, items: current.items },
    ...(current.left && { left: current.left }),
  }),
  'case-stuck': (current, { at, trouble }) => stuck(current, at, trouble),
  'case-resumed': (current, { at, answered }) => ({
    ...onwards(current, at),
    answered: answered ?? current.answered,
    ...current.before,
  }),
  'case-closed': (current, { at, actor, words }) => cancelled(current, at, personOf(actor), words),
};
