import { contradictions, passportOf, restsOnTranslationsAlone, sideBySide } from '../policy/index.ts';
import type { Citation, Citations, ContradictionId, Decision, Finding, NextStep } from '../policy/index.ts';
import type { Speaker } from './speak.ts';

/** A decision in words: what command line, page and cards show alike. */
export interface Answer {
  readonly verdict: string;
  readonly findings: readonly SaidFinding[];
  readonly nextSteps: readonly { readonly code: NextStep; readonly says: string }[];
  readonly approval: string | null;
  readonly edition: readonly string[];
}

export interface SaidFinding extends Pick<Finding, 'rule' | 'severity' | 'review'> {
  readonly says: string;
  readonly sources: readonly SaidSource[];
  /** Set where nothing but translations says it. */
  readonly translatedOnly: string | null;
  readonly contradiction: SaidContradiction | null;
}

export interface SaidSource {
  readonly citation: Citation;
  readonly passport: string;
  readonly defects: readonly string[];
}

export interface SaidContradiction {
  readonly id: ContradictionId;
  readonly topic: string;
  readonly older: string;
  readonly olderSources: readonly SaidSource[];
  readonly newer: string;
  readonly newerSources: readonly SaidSource[];
  readonly reading: string;
}

/** A document with its passport: title, kind, date, language, translated or not. */
export const saidSource = (citation: Citation, { say, sayKey }: Speaker): SaidSource => {
  const { title, kind, date, language, translation, defects = [] } = passportOf(citation);
  const dated = date === 'newest' || date === 'current' || date === 'undated' ? say(`source.${date}`) : date;
  const language_ = sayKey(`sourceLanguage.${language}`);
  const written = translation === 'machine' ? `${language_}, ${say('translation.machine')}` : language_;
  const wrong = defects.map((defect) => say(`defect.${defect}`));
  return { citation, passport: [title, say(`source.${kind}`), dated, written].join(' · '), defects: wrong };
};

const saidSources = (citations: Citations, speaker: Speaker) => citations.map((citation) => saidSource(citation, speaker));

export const saidContradiction = (id: ContradictionId, speaker: Speaker): SaidContradiction => {
  const { say, sayKey } = speaker;
  const { older, newer } = contradictions[id];
  const [first, second] = sideBySide.has(id)
    ? (['answer.onePage', 'answer.otherPage'] as const)
    : (['answer.older', 'answer.newer'] as const);
  return {
    id,
    topic: sayKey(`contradiction.${id}.topic`),
    older: say(first, { says: sayKey(`contradiction.${id}.older`) }),
    olderSources: saidSources(older, speaker),
    newer: say(second, { says: sayKey(`contradiction.${id}.newer`) }),
    newerSources: saidSources(newer, speaker),
    reading: say('answer.reading', { says: sayKey(`contradiction.${id}.reading`) }),
  };
};

const saidFinding = ({ rule, severity, review, says, sources, contradiction }: Finding, speaker: Speaker): SaidFinding => ({
  rule,
  severity,
  review,
  says: speaker.sayKey(says.key, says.values),
  sources: saidSources(sources, speaker),
  translatedOnly: restsOnTranslationsAlone(sources) ? speaker.say('answer.translatedOnly') : null,
  contradiction: contradiction ? saidContradiction(contradiction, speaker) : null,
});

const saidApproval = ({ approval }: Decision, { say, sayKey, list }: Speaker): string | null => {
  if (approval === null) return null;
  if (approval.roles.length === 0) return say('answer.nobodyApproves');
  const roles = list(approval.roles.map((role) => sayKey(`value.actor.role.${role}`)));
  return say('answer.approval', { people: approval.people, roles });
};

const saidEdition = ({ edition }: Decision, { say, date }: Speaker): readonly string[] => {
  const { id, cloud, fingerprint } = edition;
  return [
    say('answer.edition', { date: date(edition.date), cloud: { label: `cloud.${cloud}` }, edition: id ?? '–' }),
    ...(id === null ? [say('answer.before')] : []),
    say('answer.fingerprint', { fingerprint }),
  ];
};

export const answerOf = (decision: Decision, speaker: Speaker): Answer => ({
  verdict: speaker.say(`verdict.${decision.verdict}`),
  findings: decision.findings.map((finding) => saidFinding(finding, speaker)),
  nextSteps: decision.nextSteps.map((code) => ({ code, says: speaker.say(`next.${code}`) })),
  approval: saidApproval(decision, speaker),
  edition: saidEdition(decision, speaker),
});
