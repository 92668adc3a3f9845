import * as z from 'zod';
import { Words } from '../cases/asking/events.ts';
import { wayOf } from '../cases/azure-switch/checklists.ts';
import { byHand } from '../cases/admin-relationship/checklists.ts';
import { apply } from '../cases/case.ts';
import type { Case, CaseEvent } from '../cases/case.ts';
import { isComplete } from '../cases/checklist.ts';
import type { Item } from '../cases/checklist.ts';
import { dayOf, later } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { Person } from '../cases/people.ts';
import type { DayText } from '../policy/index.ts';
import { verdictOf } from '../cases/decided.ts';
import type { Ask } from '../cases/decided.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { asksBefore, isRecall } from './asks.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { outcomeBefore, questionBefore } from './execution.ts';
import { isInvolved, notNow } from './rights.ts';

/** Ticks off what somebody has done by hand, with what shows it. */
const shape = byPerson('confirm-item', { ...ofCase, item: z.string().max(100), evidence: Words });

type Happening = Pick<CaseEvent, 'at' | 'actor'>;

interface Made {
  readonly at: Instant;
  readonly actor: Person;
}

/** Microsoft knows one length. */
const EXTENSION_DAYS = 180;

/** Until when a relationship lasts that somebody has extended by hand. */
export const extendedEnd = ({ proposal }: Case): Instant | null =>
  proposal.wants === 'renew' && proposal.endsAt !== null ? later(proposal.endsAt, { days: EXTENSION_DAYS }) : null;

const Link = z.url({ protocol: /^https$/ }).max(2000);

/** What was made by hand goes on like what a service has made. */
const madeByHand: Readonly<Record<string, (made: Made, evidence: string, current: Case) => CaseEvent>> = {
  [byHand['get-reseller-link']]: (made, link) => ({
    ...made,
    type: 'invitation-prepared',
    what: 'reseller',
    link,
    relationshipId: null,
  }),
  [byHand['create-relationship']]: (made, link, { id }) => ({
    ...made,
    type: 'invitation-prepared',
    what: 'gdap',
    link,
    relationshipId: `by-hand ${id}`,
  }),
  [byHand['extend-relationship']]: (made, _evidence, current) => ({
    ...made,
    type: 'relationship-extended',
    endsAt: extendedEnd(current),
  }),
  [byHand['assign-groups']]: (made) => ({ ...made, type: 'groups-assigned', endsAt: null }),
  [byHand['end-relationship']]: (made) => ({ ...made, type: 'relationship-ended', by: 'us', part: 'all' }),
  [byHand['remove-reseller-relationship']]: (made) => ({ ...made, type: 'relationship-ended', by: 'us', part: 'all' }),
};

/** Where the last tick of a list leads on. */
const afterTheList = (current: Extract<Case, { kind: 'azure-switch' }>, made: Happening): CaseEvent[] => {
  const way = wayOf(current.proposal);
  switch (current.status) {
    case 'preparing':
      return current.isSending ? [] : [{ ...made, type: 'preparation-completed' }];
    case 'awaiting-other-partner':
      return way === 'paper' ? [{ ...made, type: 'transfer-accepted', acceptedAt: made.at }] : [];
    case 'moving':
      return way === 'transfer' ? [] : [{ ...made, type: 'subscriptions-moved', complete: true }];
    case 'handing-over':
      return [{ ...made, type: 'handover-completed' }];
    default:
      return [];
  }
};

/** What follows by itself once everything that was waited for is there. */
const followUp = (current: Case, made: Happening): CaseEvent[] => {
  if (current.kind === 'azure-switch') return 'items' in current && isComplete(current.items) ? afterTheList(current, made) : [];
  return current.status === 'preparing' && isFullyInvited(current) ? [{ ...made, type: 'invitation-ready' }] : [];
};

const isFullyInvited = (current: Extract<Case, { status: 'preparing'; kind: 'admin-relationship' }>): boolean => {
  const { proposal, invitations } = current;
  const has = (what: 'reseller' | 'gdap') => invitations.some((one) => one.what === what);
  if (proposal.wants === 'end' || (proposal.wants === 'renew' && proposal.how === 'extend')) return false;
  const wantsReseller = proposal.wants === 'invite' && proposal.reseller !== null;
  return (!wantsReseller || has('reseller')) && (proposal.gdap === null || has('gdap'));
};

/** Events one after another, each with what follows from it. */
export const withFollowUps = (current: Case, events: readonly CaseEvent[]): CaseEvent[] => {
  const after = events.reduce<Case>((state, event) => apply(state, event), current);
  const last = events.at(-1);
  return last === undefined ? [] : [...events, ...followUp(after, { at: last.at, actor: last.actor })];
};

const needsLink = (item: string): boolean => item === byHand['get-reseller-link'] || item === byHand['create-relationship'];

/** What is done by hand at Microsoft is asked of the rules like what a service does; so is the end of all preparation. */
const asksBeforeTick = (current: Case, item: string): readonly Ask[] | null => {
  if (item === byHand['assign-groups']) return asksBefore({ kind: 'assign-groups', relationshipId: 'by hand' }, current);
  if (Object.hasOwn(madeByHand, item)) return isRecall(current) ? null : current.asks;
  const isLast = current.status === 'preparing' && current.items.filter(({ done }) => done === null).length === 1;
  return isLast && current.kind === 'azure-switch' && wayOf(current.proposal) !== 'transfer' ? current.asks : null;
};

type ConfirmItem = z.infer<typeof shape>;

const itemsOf = (current: Case): readonly Item[] | null => ('items' in current && current.status !== 'done' ? current.items : null);

/** Why there is nothing that this person could tick off. */
export const whyNotToTickAnything = (actor: Person, current: Case): Refused | null => {
  const items = itemsOf(current);
  if (items === null) return notNow(current);
  if (!isInvolved(actor, current)) return refused('not-yours');
  return isComplete(items) ? refused('unknown-item') : null;
};

const whyNotToTick = ({ actor, item, evidence }: ConfirmItem, current: Case): Refused | null => {
  const items = itemsOf(current);
  if (items === null) return notNow(current);
  if (!isInvolved(actor, current)) return refused('not-yours');
  const found = items.find(({ code }) => code === item);
  if (found === undefined) return refused('unknown-item');
  if (found.done !== null) return refused('item-done', { who: found.done.by.name, day: { day: dayOf(found.done.at) as DayText } });
  return needsLink(item) && !Link.safeParse(evidence).success ? refused('link-needed') : null;
};

export const confirmItem = moving({
  shape,
  propose: ({ command }, current) =>
    whyNotToTick(command, current) ?? questionBefore(asksBeforeTick(current, command.item), current),
  accept: ({ command: { actor, item, evidence }, now }, current, judged) => {
    const made = { at: now, actor };
    const before = outcomeBefore(current, judged, { ...made, effect: item });
    if ('says' in before) return before;
    if (!before.isCleared) {
      // Where no rule refuses it is the house that has come to ask for more.
      const why = verdictOf(judged.decisions) === 'deny' ? 'rules' : 'changed';
      return { events: before.events, but: refused(why, {}, judged.decisions) };
    }
    const ticked: CaseEvent = { ...made, type: 'item-confirmed', item, evidence };
    const madeNow = madeByHand[item]?.(made, evidence, current);
    return withFollowUps(current, madeNow ? [...before.events, ticked, madeNow] : [...before.events, ticked]);
  },
});
