import { changesOfTheRules, day, decide, InputError, parseSituation, rulebook } from '../policy/index.ts';
import type { DayText, Facts, HouseRules, Rulebook, Situation, Verdict } from '../policy/index.ts';
import type { Decided } from './decided.ts';
import { canonical } from './digest.ts';
import { dayOf, later, wholeDaysBetween } from './time.ts';
import type { Instant } from './time.ts';

type Finding = Decided['findings'][number];

/** A day on which the answer becomes another one. */
export interface Turn {
  /** The first day on which it is so. */
  readonly day: DayText;
  readonly before: Verdict;
  readonly verdict: Verdict;
  readonly begins: readonly Finding[];
  readonly ends: readonly Finding[];
}

export interface Outlook {
  readonly today: Verdict;
  readonly stations: readonly { readonly day: DayText; readonly verdict: Verdict }[];
  /** Oldest first; one of today where the answer is no longer what was decided. */
  readonly turns: readonly Turn[];
}

/** From when it is looked ahead, and with what the answer is asked for besides the facts. */
export interface Ahead {
  readonly now: Instant;
  readonly house: HouseRules | null;
  /** Whom it is about: house rules may ask. */
  readonly about?: Situation['about'];
  readonly book?: Rulebook;
}

const stations = [30, 90] as const;
const HORIZON = 90;

const daysOn = (now: Instant, days: number): DayText => dayOf(later(now, { days })) as DayText;

const older = (count: number | null, days: number): number | null => (typeof count === 'number' ? count + days : count);

/**
 * Facts that count days grow older by themselves. A grace period ends by itself too, but no fact says when, so it stays; and a
 * term that begins anew is none of what anybody may count on.
 */
const aged = (facts: Facts, days: number): Facts => ({
  ...facts,
  item: { ...facts.item, daysSinceTermStart: older(facts.item.daysSinceTermStart, days) },
  xfer: {
    ...facts.xfer,
    requestAgeDays: older(facts.xfer.requestAgeDays, days),
    daysSinceAccept: older(facts.xfer.daysSinceAccept, days),
  },
  gdap: { ...facts.gdap, requestAgeDays: older(facts.gdap.requestAgeDays, days) },
});

/** Besides what grows older, a day in the future that comes nearer. */
const moving = [
  'item.daysSinceTermStart',
  'xfer.requestAgeDays',
  'xfer.daysSinceAccept',
  'gdap.requestAgeDays',
  'attest.date',
] as const;

const isOnTheMove = ({ flow, facts }: Situation, { needs }: Rulebook): boolean =>
  moving.some((path) => {
    const [group, leaf] = path.split('.') as [keyof Facts, string];
    return needs[flow].includes(path) && typeof Reflect.get(facts[group] as object, leaf) === 'number';
  });

/** A book never changes, and to ask it for its days takes longer than to ask it for an answer. */
const daysOfBooks = new WeakMap<Rulebook, ReadonlySet<string>>();

const daysOf = (book: Rulebook): ReadonlySet<string> => {
  const days = daysOfBooks.get(book) ?? new Set(changesOfTheRules(book.rules).map(({ date }) => date));
  daysOfBooks.set(book, days);
  return days;
};

/** On which of the days ahead the answer may be another one: every day where something grows older, else only with the rules. */
const daysAhead = (situation: Situation, { now, book = rulebook }: Ahead): number[] => {
  const all = Array.from({ length: HORIZON }, (_, index) => index + 1);
  if (isOnTheMove(situation, book)) return all;
  const changes = daysOf(book);
  return all.filter((days) => changes.has(daysOn(now, days)) || stations.some((one) => one === days));
};

/** The situation as it was decided; null where the rules of today want to know more, or a fact has another shape now. */
const situationOf = ({ flow, facts, edition: { date, cloud } }: Decided, about: Situation['about']): Situation | null => {
  try {
    return parseSituation({ flow, asOf: date, cloud, facts, ...(about && { about }) });
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
};

interface Said {
  readonly day: DayText;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

const keyOf = ({ rule, severity, review }: Finding): string => `${rule} ${severity} ${String(review)}`;

/** What only the one has. */
const without = (some: readonly Finding[], others: readonly Finding[]): Finding[] => {
  const keys = new Set(others.map(keyOf));
  return some.filter((finding) => !keys.has(keyOf(finding)));
};

const turnsIn = (said: readonly Said[]): Turn[] =>
  said.flatMap((one, index) => {
    const former = said[index - 1];
    if (former === undefined) return [];
    const [begins, ends] = [without(one.findings, former.findings), without(former.findings, one.findings)];
    if (one.verdict === former.verdict && begins.length + ends.length === 0) return [];
    return [{ day: one.day, before: former.verdict, verdict: one.verdict, begins, ends }];
  });

const saidOn = (situation: Situation, decided: Decided, ahead: Ahead, days: number): Said => {
  const at = daysOn(ahead.now, days);
  const since = wholeDaysBetween(`${decided.edition.date}T00:00:00.000Z` as Instant, `${at}T00:00:00.000Z` as Instant);
  const { verdict, findings } = decide(
    { ...situation, asOf: day(at), facts: aged(situation.facts, since) },
    ahead.book ?? rulebook,
    ahead.house,
  );
  return { day: at, verdict, findings };
};

/** What was decided, but for what is said against those who agreed: who agrees is asked each time. */
const asDecided = ({ verdict, findings }: Decided, today: Said): Said =>
  verdict === today.verdict ? today : { day: today.day, verdict, findings };

const lookedAhead = (situation: Situation, decided: Decided, ahead: Ahead): Outlook => {
  const today = saidOn(situation, decided, ahead, 0);
  const coming = daysAhead(situation, ahead).map((days) => saidOn(situation, decided, ahead, days));
  return {
    today: today.verdict,
    stations: stations.flatMap((days) => coming.filter((one) => one.day === daysOn(ahead.now, days))),
    turns: turnsIn([asDecided(decided, today), today, ...coming]),
  };
};

const asked = (decided: Decided, ahead: Ahead): Outlook | null => {
  const situation = situationOf(decided, ahead.about);
  if (situation === null) return null;
  try {
    return lookedAhead(situation, decided, ahead);
  } catch (error) {
    // House rules may want to know more than anybody has said.
    if (error instanceof InputError) return null;
    throw error;
  }
};

interface Answered {
  readonly key: string;
  readonly house: HouseRules | null;
  readonly book: Rulebook;
  readonly outlook: Outlook | null;
}

/** A decision is never changed, and each of those who are shown it asks on the same day. */
const answered = new WeakMap<Decided, Answered>();

/**
 * What the rules of this program will say within ninety days to what was decided, as things stand. Null where that cannot be
 * said: an old decision may rest on facts that there are no longer, or lack some that are asked for now.
 */
export const outlookOf = (decided: Decided, ahead: Ahead): Outlook | null => {
  const { now, house, about = null, book = rulebook } = ahead;
  const key = canonical([dayOf(now), about]);
  const before = answered.get(decided);
  if (before?.key === key && before.house === house && before.book === book) return before.outlook;
  const outlook = asked(decided, ahead);
  answered.set(decided, { key, house, book, outlook });
  return outlook;
};
