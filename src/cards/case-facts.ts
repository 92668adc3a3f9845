import type { Case } from '../cases/case.ts';
import { earliest } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { Speaker } from '../languages/speak.ts';
import { remindersSent } from './case-age.ts';
import { clockOf } from './case-clock.ts';
import type { ScreenData } from './screens.ts';
import { customerToldLines, heardOf, toldLines } from './case-told.ts';
import { endOf, gdapOf, letterOf, roleInWords, subjectsOf, wishOf } from './case-wish.ts';
import { dateOf, day, nameOf, saidOr, shown } from './shown.ts';
import { isNoAnswer } from './case-words.ts';

type Facts = ScreenData<'case'>['facts'];
type Name = Parameters<Speaker['say']>[0];
type Row = readonly [name: Name, value: string | null | false];

const onDay = (who: string, at: Instant, { say }: Speaker): string => say('case.onDay', { who, day: day(at) });

const askerOf = ({ proposal, requester }: Case, speaker: Speaker): string =>
  proposal.wants === 'hand-out' ? shown(proposal.otherPartner.name, 200) : nameOf(requester, speaker);

/** Who is who: enough to tell one customer from another of the same name. */
const aboutWhom = (current: Case, speaker: Speaker): Row[] => {
  const { customer, takenOverBy, cloud, proposal } = current;
  const owner = takenOverBy.at(-1);
  return [
    ['case.fact.requester', onDay(askerOf(current, speaker), current.openedAt, speaker)],
    ['case.fact.owner', owner !== undefined && nameOf(owner, speaker)],
    ['case.fact.domain', customer.domain && shown(customer.domain)],
    ['case.fact.tenant', customer.domain === null && customer.tenant],
    ['case.fact.cloud', cloud !== 'global' && speaker.say(`cloud.${cloud}`)],
    ['case.fact.partner', proposal.wants === 'switch' && proposal.otherPartner && shown(proposal.otherPartner.name, 200)],
  ];
};

const resellerRows = ({ proposal }: Case, { say }: Speaker): Row[] => {
  if (proposal.wants !== 'invite' || proposal.reseller === null) return [];
  const { model, includeDap } = proposal.reseller;
  return [
    ['case.fact.model', say(`value.req.model.${model}`)],
    ['case.fact.dap', includeDap && say('value.true')],
  ];
};

const gdapRows = ({ proposal }: Case, speaker: Speaker): Row[] => {
  const gdap = gdapOf(proposal);
  if (gdap === null) return [];
  return [
    ['case.fact.roles', gdap.roles.map((role) => roleInWords(role, speaker)).join('; ')],
    ['case.fact.days', speaker.say('case.days', { days: gdap.durationDays })],
    ['case.fact.extends', speaker.say(gdap.autoExtend ? 'value.true' : 'value.false')],
  ];
};

/** What is wanted. */
const aboutWish = ({ proposal }: Case, speaker: Speaker): Row[] => [
  ['case.fact.wanted', wishOf(proposal, speaker)],
  ['case.fact.about', 'of' in proposal && proposal.of],
  ['wizard.inquiry.about', proposal.wants === 'ask-customer' && proposal.subject !== '' && shown(proposal.subject, 200)],
  ['case.fact.endsNow', endOf(proposal, speaker)],
];

const heardIn = ({ decisions, proposal }: Case): Case['decisions'] =>
  proposal.wants === 'hand-out' ? heardOf(decisions, proposal.told) : decisions;

/** Whoever decides reads it as well, and not only whoever asks. */
const undoneBy = ({ what }: Extract<Case['proposal'], { wants: 'end' }>, { say }: Speaker): string =>
  say(what === 'admin_roles' ? 'wizard.end.undone.roles' : 'wizard.end.undone.tie');

/** What exactly, as far as a decider has to know it. */
const closer = (current: Case, speaker: Speaker): Row[] => {
  const { proposal, customer } = current;
  return [
    ['wizard.end.undone.title', proposal.wants === 'end' && undoneBy(proposal, speaker)],
    ...resellerRows(current, speaker),
    ...gdapRows(current, speaker),
    ['case.fact.subscriptions', subjectsOf(proposal, speaker)],
    ['case.fact.letter', 'letter' in proposal && letterOf(customer, speaker)],
    ['case.fact.told', toldLines(heardIn(current), speaker).join('; ')],
    ['case.fact.customerTold', customerToldLines(current, speaker).join('; ')],
  ];
};

const accepted = (current: Case, speaker: Speaker): Row[] =>
  'invitations' in current
    ? current.invitations.map(({ what, acceptedAt }) => [
        what === 'gdap' ? 'case.fact.gdapAccepted' : 'case.fact.resellerAccepted',
        acceptedAt && dateOf(acceptedAt, speaker),
      ])
    : [];

/** A task of a machine, or something on the list. */
const taskInWords = (task: string, speaker: Speaker): string =>
  saidOr(speaker, { key: `effect.${task}`, values: {} }, () =>
    saidOr(speaker, { key: `item.${task}`, values: {} }, () => shown(task, 100)),
  );

const noAnswers = {
  unreachable: 'case.trouble.unreachable',
  'unknown-outcome': 'case.trouble.unknown-outcome',
} as const;

const stoppedAt = (current: Case, speaker: Speaker): Row[] => {
  if (current.status !== 'stuck') return [];
  const { effect, code } = current.trouble;
  return [
    ['case.fact.stuckAt', taskInWords(effect, speaker)],
    ['case.fact.troubleWords', isNoAnswer(code) && speaker.say(noAnswers[code])],
  ];
};

/** For whoever helps: to be quoted to Microsoft. */
const troubleInDetail = (current: Case): string | false => {
  if (current.status !== 'stuck') return false;
  const { effect, code, words } = current.trouble;
  return shown([effect, code, ...(isNoAnswer(code) ? [words] : [])].join(' · '), 300);
};

const reminders = /^(?:remind|follow-up|announce)-/;

const leftIn = (current: Case, { list }: Speaker): string | false =>
  'left' in current && current.left !== undefined && list(current.left.map((name) => shown(name, 80)));

/** In the words of the mail server that could not deliver it. */
const bouncedIn = ({ letterBounced }: Case, speaker: Speaker): string | false =>
  letterBounced !== undefined && onDay(shown(letterBounced.words, 200), letterBounced.at, speaker);

/** How often the customer was reminded, and until when it is not. */
const remindedIn = (current: Case, speaker: Speaker): Row[] => {
  if (current.status !== 'awaiting-customer') return [];
  const sent = remindersSent(current);
  return [
    ['case.fact.reminded', sent > 0 && String(sent)],
    ['case.fact.pausedUntil', current.pausedUntil && dateOf(current.pausedUntil, speaker)],
  ];
};

/** How far it has come. */
const aboutProgress = (current: Case, speaker: Speaker): Row[] => {
  const approvers = current.approvals.map(({ by, at }) => onDay(nameOf(by, speaker), at, speaker));
  const isInvited = current.status === 'awaiting-customer' && current.lettersSent > 0;
  return [
    ['case.fact.approvals', speaker.list(approvers)],
    ['case.fact.invited', isInvited && dateOf(current.since, speaker)],
    ...remindedIn(current, speaker),
    ['case.fact.letterBounced', bouncedIn(current, speaker)],
    ...accepted(current, speaker),
    ...clockOf(current, speaker),
    ...stoppedAt(current, speaker),
    ['case.fact.ends', 'endsAt' in current && current.endsAt && dateOf(current.endsAt, speaker)],
    ['case.fact.left', leftIn(current, speaker)],
    ['case.fact.carriedOn', 'renewedBy' in current && current.renewedBy],
  ];
};

const lookedUp = (current: Case, speaker: Speaker): Row[] => {
  const { customer, deadlines } = current;
  const next = earliest(deadlines.filter(({ what }) => reminders.test(what)).map(({ at }) => at));
  return [
    ['case.fact.tenant', customer.domain !== null && customer.tenant],
    ['case.fact.reminder', next && dateOf(next, speaker)],
    ['case.fact.trouble', troubleInDetail(current)],
  ];
};

/** While nothing has been agreed to, no letter goes out. */
const beforeLetters: ReadonlySet<Case['status']> = new Set([
  'awaiting-approval',
  'awaiting-our-decision',
  'sent-back',
  'declined',
  'withdrawn',
]);

/** To be compared by telephone with what stands in the customer’s letter. */
const letterCodeRow = ({ status }: Case, code: string | null): Row[] =>
  beforeLetters.has(status) ? [] : [['case.fact.letterCode', code]];

const said = (rows: readonly Row[], { say }: Speaker): Facts =>
  rows.flatMap(([name, value]) => (value ? [{ name: say(name), value }] : []));

/** What there is to know of a case, for whoever has a part in it: what is read, and what is looked up. */
export const factsOf = (
  current: Case,
  speaker: Speaker,
  isBeingDecided: boolean,
  letterCode: string | null = null,
): { readonly facts: Facts; readonly details: Facts } => {
  const [short, exact] = [[...aboutWhom(current, speaker), ...aboutWish(current, speaker)], closer(current, speaker)];
  const progress = aboutProgress(current, speaker);
  const rest = [...letterCodeRow(current, letterCode), ...lookedUp(current, speaker)];
  return isBeingDecided
    ? { facts: said([...short, ...exact, ...progress], speaker), details: said(rest, speaker) }
    : { facts: said([...short, ...progress], speaker), details: said([...exact, ...rest], speaker) };
};
