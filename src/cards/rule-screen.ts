import type { Speaker } from '../languages/speak.ts';
import { contradictions, rulebook } from '../policy/index.ts';
import type { ContradictionId, DayText, HouseRuleId, Rule } from '../policy/index.ts';
import { disagreementLines, isContradiction, sourceLines } from './judged.ts';
import type { ScreenData } from './screens.ts';

type Screen = ScreenData<'rule'>;
type Facts = Screen['facts'];

const placesOf = (places: readonly string[] | 'all', first: string, { say, sayKey, list }: Speaker): string =>
  places === 'all' ? say('case.rule.everywhere') : list(places.map((place) => sayKey(`${first}.${place}`)));

const factsOf = (rule: Rule, speaker: Speaker): Facts => {
  const { say, sayKey, date } = speaker;
  const flows = rule.flows === 'all' ? 'all' : [...rule.flows, ...(rule.also?.flows ?? [])];
  const until: readonly DayText[] = rule.until === undefined ? [] : [rule.until];
  return [
    { name: say('case.rule.severity'), value: sayKey(`severity.${rule.review ? 'review' : rule.severity}`) },
    { name: say('case.rule.flows'), value: placesOf(flows, 'flow', speaker) },
    { name: say('case.rule.clouds'), value: placesOf(rule.clouds, 'cloud', speaker) },
    { name: say('case.rule.from'), value: date(rule.from) },
    ...until.map((last) => ({ name: say('case.rule.until'), value: date(last) })),
    { name: say('case.rule.evidence'), value: sayKey(`evidence.${rule.evidence ?? 'V'}`) },
  ];
};

const ruleOf = (rule: Rule, speaker: Speaker): Screen => ({
  id: rule.id,
  says: speaker.statement(`rule.${rule.id}`),
  facts: factsOf(rule, speaker),
  sources: sourceLines(rule.sources, speaker),
  disagree: rule.contradiction ? disagreementLines(rule.contradiction, speaker) : [],
  buttons: [],
});

const contradictionOf = (id: ContradictionId, speaker: Speaker): Screen => {
  const [topic = id, ...sides] = disagreementLines(id, speaker);
  const { older, newer } = contradictions[id];
  return { id, says: topic, facts: [], sources: sourceLines([...older, ...newer], speaker), disagree: sides, buttons: [] };
};

const houseRules = [
  'H-MAY-ASK',
  'H-LONGEST-DURATION',
  'H-AUTO-EXTENSION',
  'H-ROLE-NEVER',
  'H-CUSTOMER-EXCLUDED',
  'H-MARKET-EXCLUDED',
  'H-REQUESTER-IS-NOT-APPROVER',
  'H-APPROVER-ROLE',
  'H-APPROVED-TWICE',
] as const satisfies readonly HouseRuleId[];

const houseRuleOf = (id: HouseRuleId, speaker: Speaker): Screen => ({
  id,
  says: speaker.statement(`rule.${id}`),
  facts: [],
  sources: sourceLines(['H-HOUSE current'], speaker),
  disagree: [],
  buttons: [],
});

const written = (id: string): string => id.trim().toUpperCase();

/** A rule, a rule of the house or a disagreement between documents, by its id; null for what there is not. */
export const ruleScreen = (id: string, speaker: Speaker): Screen | null => {
  const wanted = written(id);
  if (isContradiction(wanted)) return contradictionOf(wanted, speaker);
  const house = houseRules.find((one) => one === wanted);
  if (house !== undefined) return houseRuleOf(house, speaker);
  const found = rulebook.rules.find((rule) => rule.id === wanted);
  return found === undefined ? null : ruleOf(found, speaker);
};

const allIds = [...rulebook.rules.map((rule) => rule.id), ...houseRules, ...Object.keys(contradictions)];

const MOST_NEAR = 5;

/** Rules that have a word of this id in theirs, those with the most words first. */
export const nearestRules = (id: string): readonly string[] => {
  const words = written(id)
    .slice(0, 100)
    .split(/[^A-Z0-9]+/)
    .filter((word) => word.length > 2);
  const hits = (one: string): number => words.filter((word) => one.includes(word)).length;
  return allIds
    .filter((one) => hits(one) > 0)
    .toSorted((one, other) => hits(other) - hits(one))
    .slice(0, MOST_NEAR);
};
