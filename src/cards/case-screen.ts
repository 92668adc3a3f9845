import type { Case } from '../cases/case.ts';
import { isAnswered, verdictOf } from '../cases/decided.ts';
import type { Decided } from '../cases/decided.ts';
import { deadlineIn } from '../cases/finish-before.ts';
import { seenOf } from '../cases/seen.ts';
import type { Instant } from '../cases/time.ts';
import { whomOf } from '../cases/whom.ts';
import type { Speaker } from '../languages/speak.ts';
import type { HouseRules } from '../policy/index.ts';
import { asksForWords, buttonsOf } from './case-buttons.ts';
import type { Typed } from './case-buttons.ts';
import { changedIn } from './case-difference.ts';
import type { Compared } from './case-difference.ts';
import { factsOf } from './case-facts.ts';
import { itemsOf, itemsShown, titleOf } from './case-items.ts';
import type { CommandsFor } from './case-items.ts';
import { leadOf } from './case-lead.ts';
import { wordsOf } from './case-words.ts';
import { judgedScreen } from './judged.ts';
import { outlookLines } from './outlook.ts';
import type { ScreenData } from './screens.ts';
import { shown } from './shown.ts';
import { toneOf } from './status-tone.ts';
import type { Viewer } from './viewer.ts';

/** What somebody had filled in when it was not taken, and why it was not. */
interface Written {
  readonly text: string;
  /** Which item was chosen, by its code. */
  readonly item?: string;
  readonly problem: string | null;
}

export interface CaseView {
  readonly current: Case;
  readonly viewer: Viewer;
  readonly speaker: Speaker;
  readonly now: Instant;
  readonly typed: Typed;
  /** An answer to the viewer’s last press. */
  readonly note?: string | null;
  readonly written?: Written | null;
  /** What the rules said to the viewer’s last press, where they forbade it. */
  readonly forbade?: readonly Decided[];
  /** By which the rules are asked what they will say. */
  readonly house?: HouseRules | null;
  /** What whoever decides has seen of it before; null where they see it for the first time. */
  readonly compared?: Compared | null;
  /** Left out: there are none. */
  readonly commandsFor?: CommandsFor;
  /** What the customer’s letters about it are known by; left out: nobody makes codes. */
  readonly letterCode?: string | null;
  /** Who sees a view of their own by themselves. */
  readonly viewers?: readonly string[];
}

type Screen = ScreenData<'case'>;

const labelOf = ({ current, viewer: { may }, speaker: { say } }: CaseView): string => {
  if (may.has('answer')) return say('case.asks.answer');
  const wantsReview = may.has('approve') || may.has('resume');
  if (wantsReview && !isAnswered(current.decisions, current.answered)) return say('case.asks.review');
  if (may.has('approve') || may.has('decline'))
    return say(current.status === 'awaiting-our-decision' ? 'case.asks.refusal' : 'case.asks.decision');
  return may.has('tick') || may.has('accepted') ? say('case.asks.evidence') : say('case.asks.reason');
};

const asksOf = (view: CaseView): Screen['asks'] =>
  asksForWords(view.viewer)
    ? { id: 'words', label: labelOf(view), problem: view.written?.problem ?? null, value: view.written?.text ?? '' }
    : null;

const chooseOf = ({ current, viewer, speaker, written }: CaseView): Screen['choose'] => {
  const open = itemsOf(current).filter(({ done }) => done === null);
  const [first] = open;
  if (!viewer.may.has('tick') || first === undefined) return null;
  const chosen = open.find(({ code }) => code === written?.item) ?? first;
  return {
    id: 'item',
    label: speaker.say('case.choose'),
    choices: open.map((item) => ({ title: titleOf(item, speaker), value: item.code })),
    value: chosen.code,
  };
};

const namedIn =
  ({ proposal }: Case) =>
  (item: string): string =>
    ('subjects' in proposal ? proposal.subjects.find(({ id }) => id === item)?.name : undefined) ?? item;

/** Once it is decided, what the rules said about it is history: what counts is how it goes on. */
const beingDecided: ReadonlySet<Case['status']> = new Set(['awaiting-approval', 'awaiting-our-decision', 'sent-back', 'stuck']);

const judgedNow = ({ current, speaker, now, house = null, forbade }: CaseView): Screen['judged'] => {
  const { status } = current;
  const decisions = forbade ?? current.decisions;
  if (!beingDecided.has(status) || decisions.length === 0) return null;
  const named = namedIn(current);
  const outlook = outlookLines(decisions, { now, house, speaker, named, about: whomOf(current) });
  const judged = judgedScreen(decisions, speaker, named, outlook);
  // What comes next the case does by itself; only where it cannot, people need to know another way.
  return verdictOf(decisions) === 'deny' ? judged : { ...judged, nextSteps: [] };
};

/** Until when it has to be through, where the verdict itself is no longer shown. */
const finishBefore = ({ current, speaker, now, house = null }: CaseView): Screen['facts'] => {
  const deadline = beingDecided.has(current.status) ? null : deadlineIn(current, { now, house });
  return deadline === null ? [] : [{ name: speaker.say('case.fact.finishBefore'), value: speaker.date(deadline) }];
};

/** Whoever decides nothing has nothing to compare. */
const changedNow = ({ current, viewer: { may }, speaker, compared = null }: CaseView) =>
  changedIn(may.has('approve') || may.has('decline') ? compared : null, { current, speaker });

/** What only those see who have a part in it. */
const inside = (view: CaseView): Pick<Screen, 'lead' | 'facts' | 'details' | 'words' | 'items' | 'judged'> => {
  const { current, speaker, now } = view;
  // What was asked and answered is all that there is to a question.
  const isAllRead = beingDecided.has(current.status) || current.kind === 'customer-inquiry';
  const { facts, details } = factsOf(current, speaker, isAllRead, view.letterCode);
  return {
    lead: leadOf(current, speaker),
    facts: [...facts, ...finishBefore(view)],
    details,
    words: wordsOf(current, speaker),
    items: itemsShown(current, { now, speaker, commandsFor: view.commandsFor ?? (() => []) }),
    judged: judgedNow(view),
  };
};

const outside = ({ viewer, speaker }: CaseView): ReturnType<typeof inside> => ({
  lead: speaker.say(viewer.person === null ? 'case.lead.shared' : 'case.lead.status-only'),
  facts: [],
  details: [],
  words: [],
  items: [],
  judged: null,
});

/** A case as it stands, as one viewer may see it. */
export const caseScreen = (view: CaseView): Screen => {
  const { current, viewer, speaker, now, typed, written } = view;
  const seen = seenOf(current);
  const asks = asksOf(view);
  return {
    id: current.id,
    kind: speaker.say(`kind.${current.kind}`),
    customer: shown(current.customer.name, 200),
    status: speaker.say(`status.${current.status}`),
    tone: toneOf(current),
    ...(viewer.sees === 'all' ? inside(view) : outside(view)),
    ...changedNow(view),
    // Where there is no field any more, what was wrong with it is said all the same.
    note: view.note ?? (asks === null ? (written?.problem ?? null) : null),
    asks,
    choose: chooseOf(view),
    buttons: buttonsOf({ current, viewer, seen, typed, speaker, now }),
    viewers: [...(view.viewers ?? [])],
    seen,
  };
};
