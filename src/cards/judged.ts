import type * as z from 'zod';
import { verdictOf } from '../cases/decided.ts';
import type { Decided } from '../cases/decided.ts';
import { saidContradiction, saidSource } from '../languages/answer.ts';
import type { Speaker } from '../languages/speak.ts';
import { contradictions, nextSteps, restsOnTranslationsAlone, sources } from '../policy/index.ts';
import type { Citation, ContradictionId, NextStep } from '../policy/index.ts';
import type { Finding, screens, Tone } from './screens.ts';
import { saidOr, shown } from './shown.ts';

export type Judged = NonNullable<z.input<(typeof screens)['case']>['judged']>;

type Found = Decided['findings'][number];
type Severity = Found['severity'] | 'review';

const order: readonly Severity[] = ['deny', 'review', 'warn', 'inform'];

const tones: Readonly<Record<Severity | Decided['verdict'], Tone>> = {
  deny: 'attention',
  review: 'warning',
  warn: 'warning',
  inform: 'default',
  needs_review: 'warning',
  allow_with_conditions: 'accent',
  allow: 'good',
};

export const verdictTone = (verdict: Decided['verdict']): Tone => tones[verdict];

const severityOf = ({ severity, review }: Found): Severity => (review && severity !== 'deny' ? 'review' : severity);

/** A rule that has been retired since is quoted by its id: an old card is shown all the same. */
export const sentenceOf = ({ rule, says }: Found, speaker: Speaker): string =>
  saidOr(speaker, says, () => speaker.say('case.retired', { rule }));

const isKnown = (citation: string): citation is Citation =>
  Object.hasOwn(sources, citation.slice(0, Math.max(0, citation.lastIndexOf(' '))));

const passportLines = (citations: readonly string[], speaker: Speaker): string[] =>
  citations.flatMap((citation) => {
    if (!isKnown(citation)) return [shown(citation, 200)];
    const { passport, defects } = saidSource(citation, speaker);
    return [passport, ...defects];
  });

/** Documents with their passports, and a warning where nothing but translations says it. */
export const sourceLines = (citations: readonly string[], speaker: Speaker): string[] => {
  const [first, ...others] = citations.filter(isKnown);
  const isTranslated =
    first !== undefined && others.length + 1 === citations.length && restsOnTranslationsAlone([first, ...others]);
  return [...new Set([...passportLines(citations, speaker), ...(isTranslated ? [speaker.say('answer.translatedOnly')] : [])])];
};

export const isContradiction = (id: string): id is ContradictionId => Object.hasOwn(contradictions, id);

/** Both sides of a disagreement between documents, and how it is read. */
export const disagreementLines = (id: ContradictionId, speaker: Speaker): string[] => {
  const { topic, older, newer, reading } = saidContradiction(id, speaker);
  return [topic, older, newer, reading];
};

interface Spoken {
  readonly found: Found;
  readonly says: string;
  /** Of which items; null of the customer as a whole. */
  readonly about: Set<string | null>;
}

/** What several decisions say alike is said once. */
const spokenIn = (decisions: readonly Decided[], speaker: Speaker): Spoken[] => {
  const all = new Map<string, Spoken>();
  for (const { about, findings } of decisions) {
    for (const found of findings) {
      const says = sentenceOf(found, speaker);
      const key = `${found.rule} ${severityOf(found)} ${says}`;
      const spoken = all.get(key) ?? { found, says, about: new Set() };
      spoken.about.add(about);
      all.set(key, spoken);
    }
  }
  return [...all.values()].sort((one, other) => order.indexOf(severityOf(one.found)) - order.indexOf(severityOf(other.found)));
};

const stepsIn = (decisions: readonly Decided[], { say }: Speaker): string[] => {
  const codes = new Set(decisions.flatMap((decided) => decided.nextSteps));
  // That nothing is to be done is no step beside others.
  const wanted = codes.size > 1 ? [...codes].filter((code) => code !== 'NS-NONE') : [...codes];
  const isNextStep = (code: string): code is NextStep => (nextSteps as readonly string[]).includes(code);
  const known = nextSteps.filter((code) => wanted.includes(code)).map((code) => say(`next.${code}`));
  return [...known, ...wanted.filter((code) => !isNextStep(code)).map((code) => shown(code, 100))];
};

/** Enough to tell two editions apart: `sha256:` and twelve letters. */
const SHORT_FINGERPRINT = 19;

const editionLines = (decisions: readonly Decided[], { say, date }: Speaker): string[] => [
  ...new Set(
    decisions.flatMap(({ edition: { id, cloud, fingerprint, date: day } }) => [
      say('answer.edition', { date: date(day), cloud: { label: `cloud.${cloud}` }, edition: id ?? '–' }),
      ...(id === null ? [say('answer.before')] : []),
      say('answer.fingerprint', { fingerprint: fingerprint.slice(0, SHORT_FINGERPRINT) }),
    ]),
  ),
];

const findingOf = ({ found, says }: Spoken, items: readonly string[], speaker: Speaker): Finding => {
  const severity = severityOf(found);
  return {
    rule: shown(found.rule, 100),
    severity: speaker.say(`severity.${severity}`),
    tone: tones[severity],
    says: items.length === 0 ? says : speaker.say('case.findingAbout', { says, items: speaker.list(items) }),
    sources: sourceLines(found.sources, speaker),
    disagree:
      found.contradiction !== undefined && isContradiction(found.contradiction)
        ? disagreementLines(found.contradiction, speaker)
        : [],
  };
};

type Named = (item: string) => string;

/** What decisions say together: the strictest verdict, and every finding once, the refusals first. */
export const judgedScreen = (
  decisions: readonly Decided[],
  speaker: Speaker,
  named: Named = (item) => item,
  outlook: readonly string[] = [],
): Judged => {
  const items = new Set(decisions.map(({ about }) => about));
  /** The items that a finding is about, where it is not about all of them. */
  const itemsOf = (about: Spoken['about']): string[] =>
    about.has(null) || about.size === items.size ? [] : [...about].map((item) => shown(named(item ?? ''), 100));
  const verdict = verdictOf(decisions);
  return {
    verdict: speaker.say(`verdict.${verdict}`),
    // Before the first page was written no verdict has a colour: that no rule speaks is no permission.
    tone: decisions.some(({ edition }) => edition.id === null) && verdict === 'allow' ? 'default' : tones[verdict],
    findings: spokenIn(decisions, speaker).map((spoken) => findingOf(spoken, itemsOf(spoken.about), speaker)),
    outlook: [...outlook],
    nextSteps: stepsIn(decisions, speaker),
    edition: editionLines(decisions, speaker),
  };
};
