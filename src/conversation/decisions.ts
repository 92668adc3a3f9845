import type { Case } from '../cases/case.ts';
import { verdictOf } from '../cases/decided.ts';
import { CaseId } from '../cases/ids.ts';
import { seenOf } from '../cases/seen.ts';
import type { Person } from '../cases/people.ts';
import { refused } from '../commands/answer.ts';
import type { Answer } from '../commands/answer.ts';
import { openUnseen } from '../commands/confirm-acceptance.ts';
import { notNow } from '../commands/rights.ts';
import type { Says } from '../policy/index.ts';
import type { Clock, Store } from '../ports.ts';
import { refusalScreen } from '../cards/refusal-screen.ts';
import type { Aftermath, CaseViews } from './case-views.ts';
import type { Click } from './click-keys.ts';
import type { Clicks } from './clicks.ts';
import type { How } from './last-seen.ts';
import type { LivingCard } from './living-card.ts';
import { isPaused, pauseUntil } from './pausing.ts';
import { createResuming } from './resuming.ts';
import { show } from './turn.ts';
import type { Answered, Turn } from './turn.ts';

export const caseActions = [
  'approve',
  'decline',
  'send-back',
  'answer',
  'withdraw',
  'take-over',
  'tick',
  'accepted',
  'resume',
  'pause-reminders',
  'resume-reminders',
] as const;
export type CaseAction = (typeof caseActions)[number];

/** What somebody wants done with a case. `seen` is what their card showed; null where they typed it. */
export interface Asked {
  readonly action: CaseAction;
  readonly id: string;
  readonly seen: string | null;
  readonly words: string;
  readonly item: string;
  /** The day that the words mean, where reminders are to be paused. */
  readonly until?: string;
}

interface Means {
  readonly store: Store;
  readonly clock: Clock;
  readonly clicks: Clicks;
  readonly views: CaseViews;
  readonly card: LivingCard;
  /** Opens the choice of what another partner may have; what is typed is the case, and words after a colon. */
  readonly choose: (turn: Turn, typed: string) => Promise<Answered>;
}

/** Worth nothing without words: the others have to read why. */
const wantsWords: ReadonlySet<CaseAction> = new Set(['decline', 'send-back', 'answer', 'tick', 'accepted']);

/** What counts on the version that was seen. */
const bindsToSeen: ReadonlySet<CaseAction> = new Set(['approve', 'decline', 'send-back', 'resume']);

const isOpen = (item: string, current: Case): boolean =>
  'items' in current && current.items.some(({ code, done }) => code === item && done === null);

/** What another partner asks of us is agreed to item by item, and refused as a whole. */
const isAskedOfUs = ({ proposal, status }: Case): boolean => proposal.wants === 'hand-out' && status === 'awaiting-our-decision';

/** Nobody of ours has asked for it, so nobody is told why. */
const isRefusal = ({ action }: Asked, current: Case): boolean => action === 'decline' && isAskedOfUs(current);

const declineClick = (current: Case, { words }: Asked, seen: string): Click =>
  isAskedOfUs(current)
    ? { name: 'decide-hand-out', caseId: current.id, seen, decision: { choice: 'refuse', words } }
    : { name: 'decline-case', caseId: current.id, words };

/** One invitation at a time: of what no service shows. */
const acceptedClick = (current: Case, { words }: Asked): Click => {
  const [what = 'reseller'] = current.status === 'awaiting-customer' ? openUnseen(current) : [];
  return { name: 'confirm-acceptance', caseId: current.id, what, evidence: words };
};

type Plain = Asked & { readonly action: Exclude<CaseAction, 'resume'> };

const clickFor = (current: Case, asked: Plain, seen: string): Click => {
  const { action, words, item, until } = asked;
  const about = { caseId: current.id, words };
  switch (action) {
    case 'approve':
      return { name: 'approve-case', ...about, seen };
    case 'decline':
      return declineClick(current, asked, seen);
    case 'send-back':
      return { name: 'send-back-case', ...about };
    case 'answer':
      return { name: 'answer-question', ...about, proposal: null };
    case 'withdraw':
      return { name: 'withdraw-case', ...about };
    case 'take-over':
      return { name: 'take-over-case', ...about };
    case 'tick':
      return { name: 'confirm-item', caseId: current.id, item, evidence: words };
    case 'accepted':
      return acceptedClick(current, asked);
    case 'pause-reminders':
      return { name: 'pause-follow-ups', caseId: current.id, until: until ?? words };
    case 'resume-reminders':
      return { name: 'resume-follow-ups', caseId: current.id };
  }
};

export const createDecisions = ({ store, clock, clicks, views, card, choose }: Means) => {
  const resuming = createResuming(store);

  const clickOf = ({ action, ...asked }: Asked, current: Case): Promise<Click> | Click =>
    action === 'resume' ? resuming(current, asked.words) : clickFor(current, { ...asked, action }, asked.seen ?? seenOf(current));

  const find = async (id: string): Promise<Case | null> => {
    const parsed = CaseId.safeParse(id);
    return parsed.success ? ((await store.case(parsed.data))?.case ?? null) : null;
  };

  const unknown = ({ speaker }: Turn, id: string): Answered => {
    const answer = { kind: 'refused', says: { key: 'refusal.unknown-case', values: { id } }, decisions: [] } as const;
    return show(refusalScreen(answer, { customer: null, buttons: [], speaker }));
  };

  /** Programs of people refresh cards by themselves. */
  const howOf = ({ heard: { what } }: Turn, seen: string | null): How => {
    if (what.kind === 'press' && what.isAutomatic) return 'drawn';
    return seen === null ? 'looked' : { pressedOn: seen };
  };

  /** A case as this person sees it, which counts as seen from then on. `seen`: the version that they pressed something on. */
  const shown = async (turn: Turn, current: Case, aftermath: Aftermath = {}, seen: string | null = null): Promise<Answered> => {
    const { person, speaker } = turn;
    const compared = await card.looks(person, current, howOf(turn, seen));
    return show(views.forPerson(current, person, speaker, { ...aftermath, compared }));
  };

  const afterwards = ({ speaker }: Turn, asked: Asked, answer: Answer | null, before: Case): Aftermath => {
    const { action, words, item } = asked;
    if (answer === null) return { note: speaker.say('talk.under-way') };
    if (answer.kind === 'done') return { note: speaker.sayKey(`talk.done.${isRefusal(asked, before) ? 'refuse' : action}`) };
    const says = speaker.sayKey(answer.says.key, answer.says.values as never);
    const taken = { note: null, written: { text: words, item, problem: says } };
    const decisions = answer.kind === 'refused' ? answer.decisions : [];
    return verdictOf(decisions) === 'deny' ? { ...taken, forbade: decisions } : taken;
  };

  const notTaken = (turn: Turn, { words, item, seen }: Asked, current: Case, { key, values }: Says): Promise<Answered> =>
    shown(turn, current, { written: { text: words, item, problem: turn.speaker.sayKey(key, values) } }, seen);

  const carryOut = async (turn: Turn, asked: Asked, current: Case): Promise<Answered> => {
    const { person, heard } = turn;
    const clicking = { activity: heard.id, isOffered: isOffered(person, asked, current) };
    const answer = await clicks.hand(await clickOf(asked, current), person, clicking);
    return shown(turn, (await find(current.id)) ?? current, afterwards(turn, asked, answer, current), asked.seen);
  };

  const isOffered = (person: Person, { action, item }: Asked, current: Case): boolean =>
    views.isOffered(action, current, person) && (action !== 'tick' || isOpen(item, current));

  /** Nobody decides about what they have not looked at: what was typed counts for the card they were shown last. */
  const isBlind = async ({ person }: Turn, { action, seen }: Asked, current: Case): Promise<boolean> =>
    seen === null && bindsToSeen.has(action) && !(await card.hasSeen(person, current));

  const decided = async (turn: Turn, asked: Asked, current: Case): Promise<Answered> => {
    const { action, seen, words } = asked;
    if (await isBlind(turn, asked, current)) return shown(turn, current, { note: turn.speaker.say('talk.look-first') });
    if (seen !== null && bindsToSeen.has(action) && seen !== seenOf(current))
      return notTaken(turn, asked, current, refused('changed').says as Says);
    if (wantsWords.has(action) && words.trim() === '') return notTaken(turn, asked, current, refused('words-needed').says as Says);
    return carryOut(turn, asked, current);
  };

  /** What is meant as the case stands; null where the words say nothing that it could mean. */
  const meant = (asked: Asked, current: Case): Asked | null => {
    if (asked.action === 'resume' && isPaused(current)) return { ...asked, action: 'resume-reminders' };
    if (asked.action !== 'pause-reminders') return asked;
    // The words on a card are the reason for something else.
    const until = pauseUntil(asked.seen === null ? asked.words : '', clock.now());
    return until === null ? null : { ...asked, until };
  };

  return {
    view: async (turn: Turn, id: string, aftermath?: Aftermath): Promise<Answered> => {
      const current = await find(id);
      return current === null ? unknown(turn, id) : shown(turn, current, aftermath);
    },

    /** Where something has to be chosen it is asked; else the case says what can be decided. */
    decide: async (turn: Turn, id: string): Promise<Answered> => {
      const current = await find(id);
      if (current === null) return unknown(turn, id);
      return isAskedOfUs(current) ? choose(turn, current.id) : shown(turn, current);
    },

    act: async (turn: Turn, said: Asked): Promise<Answered> => {
      const current = await find(said.id);
      if (current === null) return unknown(turn, said.id);
      const asked = meant(said, current);
      if (asked === null) return notTaken(turn, said, current, { key: 'talk.pause-days', values: {} });
      // Whoever may not decide about it is told so there.
      if (asked.action === 'approve' && isAskedOfUs(current)) return choose(turn, `${current.id}: ${asked.words}`);
      // Whoever could not do it in any case is told that, and need not look first, nor give a reason.
      if (views.isOffered(asked.action, current, turn.person)) return decided(turn, asked, current);
      const isWordless = wantsWords.has(asked.action) && asked.words.trim() === '';
      return isWordless ? notTaken(turn, asked, current, notNow(current).says as Says) : carryOut(turn, asked, current);
    },
  };
};

export type Decisions = ReturnType<typeof createDecisions>;
