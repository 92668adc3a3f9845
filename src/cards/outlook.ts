import type { Decided } from '../cases/decided.ts';
import { firstForbidden } from '../cases/finish-before.ts';
import { outlookOf } from '../cases/outlook.ts';
import type { Ahead, Outlook, Turn } from '../cases/outlook.ts';
import { dayOf } from '../cases/time.ts';
import type { Speaker } from '../languages/speak.ts';
import { sentenceOf } from './judged.ts';
import { shown } from './shown.ts';

interface Telling extends Ahead {
  readonly speaker: Speaker;
  /** What an item is called. */
  readonly named?: (item: string) => string;
}

const reasonsOf = ({ begins, verdict }: Turn, speaker: Speaker): string =>
  begins
    .filter(({ severity, review }) => (verdict === 'deny' ? severity === 'deny' : review || severity !== 'inform'))
    .map((finding) => sentenceOf(finding, speaker))
    .join(' ');

const verdictIn = ({ verdict }: Pick<Turn, 'verdict'>) => ({ verdict: { label: `verdict.${verdict}` } });

/** Empty where nobody has to know: a further reason for what is refused, or one less for what is allowed. */
const turnLine = (turn: Turn, { now, speaker }: Telling): string => {
  const { say } = speaker;
  const { before, verdict } = turn;
  const day = { day: { day: turn.day } };
  const why = reasonsOf(turn, speaker);
  if (turn.day === dayOf(now)) return say('outlook.already', { ...verdictIn(turn), why }).trimEnd();
  if (before === verdict) return verdict === 'deny' || why === '' ? '' : say('outlook.adds', { ...day, why });
  if (verdict === 'deny') return say('outlook.forbids', { ...day, why });
  return before === 'deny'
    ? say('outlook.opens', { ...day, ...verdictIn(turn) })
    : say('outlook.becomes', { ...day, ...verdictIn(turn) });
};

/** What several decisions turn to alike is said once, and of which items where it is not all of them. */
const turnLines = (decisions: readonly Decided[], outlooks: readonly (Outlook | null)[], telling: Telling): string[] => {
  const { speaker, named = (item: string) => item } = telling;
  const turns = decisions.flatMap(({ about }, index) => (outlooks[index]?.turns ?? []).map((turn) => ({ about, turn })));
  const lines = new Map<string, Set<string | null>>();
  for (const { about, turn } of turns.toSorted((one, other) => one.turn.day.localeCompare(other.turn.day))) {
    const says = turnLine(turn, telling);
    if (says !== '') lines.set(says, (lines.get(says) ?? new Set()).add(about));
  }
  const items = new Set(decisions.map(({ about }) => about));
  return [...lines].map(([says, about]) => {
    if (about.has(null) || about.size === items.size) return says;
    return speaker.say('case.findingAbout', { says, items: speaker.list([...about].map((item) => shown(named(item ?? ''), 100))) });
  });
};

/**
 * What becomes of an answer by itself: until when it has to be used, when it turns and why; or that it stays. Nothing where
 * that cannot be said.
 */
export const outlookLines = (decisions: readonly Decided[], telling: Telling): string[] => {
  const outlooks = decisions.map((decided) => outlookOf(decided, telling));
  if (outlooks.every((outlook) => outlook === null)) return [];
  const { say } = telling.speaker;
  const lines = turnLines(decisions, outlooks, telling);
  const deadline = firstForbidden(outlooks);
  if (deadline !== null && deadline > dayOf(telling.now)) return [say('outlook.deadline', { day: { day: deadline } }), ...lines];
  if (lines.length > 0) return lines;
  return outlooks.includes(null) ? [] : [say('outlook.same')];
};
