import { answerOf } from '../../../src/languages/answer.ts';
import { languages } from '../../../src/languages/speak.ts';
import type { Speaker } from '../../../src/languages/speak.ts';
import type { Button, ScreenData, Tone } from '../../../src/cards/screens.ts';
import { decide, rulebook } from '../../../src/policy/index.ts';
import { scenarios, situationOf } from '../../support/situations.ts';
import words from './words.json' with { type: 'json' };

export type Word = keyof typeof words;
export type Judged = ScreenData<'wizard/review'>['judged'];

/** A sentence of the examples, in the language of the card. */
export const word = (name: Word, { language }: Speaker): string => words[name][languages.indexOf(language)] ?? name;

type Verb = Button['verb'];
export const button = (name: Word, verb: Verb, speaker: Speaker, more: { tone?: Button['tone']; asks?: boolean } = {}) => ({
  title: word(name, speaker),
  verb,
  id: 'AR-2Q7K-9M',
  seen: '9f2c41d07ab3',
  ...more,
});

export const pageButtons = (speaker: Speaker) => [
  button('next', 'page', speaker, { tone: 'positive', asks: true }),
  button('back', 'back', speaker, { asks: true }),
  button('cancel', 'cancel', speaker),
];

const tones: Readonly<Record<string, Tone>> = {
  allow: 'good',
  allow_with_conditions: 'accent',
  needs_review: 'warning',
  deny: 'attention',
  warn: 'warning',
  inform: 'default',
};

type Said = ReturnType<typeof answerOf>['findings'][number];

const findingOf = ({ rule, severity, review, says, sources, contradiction }: Said, speaker: Speaker) => ({
  rule,
  severity: speaker.sayKey(`severity.${review ? 'review' : severity}`),
  tone: tones[severity] ?? ('default' as const),
  says,
  sources: sources.flatMap(({ passport, defects }) => [passport, ...defects]),
  disagree: contradiction ? [contradiction.topic, contradiction.older, contradiction.newer, contradiction.reading] : [],
});

/** What the rules really say about a worked scenario. */
export const judgedBy = (id: string, speaker: Speaker): Judged => {
  const scenario = scenarios.find((one) => one.id === id);
  if (scenario === undefined) throw new Error(`No scenario ${id}`);
  const decision = decide(situationOf(scenario));
  const { verdict, findings, nextSteps, edition } = answerOf(decision, speaker);
  return {
    verdict,
    tone: tones[decision.verdict] ?? 'default',
    findings: findings.map((one) => findingOf(one, speaker)),
    outlook: [speaker.say('outlook.deadline', { day: { day: '2026-05-01' } })],
    nextSteps: nextSteps.map(({ says }) => says),
    edition: [...edition],
  };
};

/** More than any decision says: every rule of the book at once. */
export const judgedByAll = (speaker: Speaker): Judged => ({
  ...judgedBy('G-003', speaker),
  findings: rulebook.rules.map(({ id }) => ({
    rule: id,
    severity: speaker.say('severity.warn'),
    tone: 'warning' as const,
    says: speaker.statement(`rule.${id}`),
    sources: judgedBy('G-003', speaker).findings.flatMap(({ sources }) => sources),
    disagree: [],
  })),
});

export const MRI = '29:1GrtKtq2wcBpR4Vw5oFdVYRmdxYVzFc1hPaJQyCqfkuh5g7cVeHi_wFnIx';
