import { answerOf } from '../../languages/answer.ts';
import type { Answer, SaidContradiction, SaidFinding, SaidSource } from '../../languages/answer.ts';
import { plain } from '../../languages/speak.ts';
import type { Speaker } from '../../languages/speak.ts';
import { decide as decideIt, dayText } from '../../policy/index.ts';
import type { Decision, Situation, Verdict } from '../../policy/index.ts';
import { readOptions, readSpeaker } from '../options.ts';
import type { Command } from '../run.ts';
import { readHouseRules, readSituations, understood } from './situations.ts';

const exitStatus: Readonly<Record<Verdict, number>> = { allow: 0, allow_with_conditions: 10, needs_review: 20, deny: 30 };

const ids = ({ findings }: Decision, informs: boolean) =>
  findings
    .filter(({ severity }) => (severity === 'inform') === informs)
    .map(({ rule }) => rule)
    .sort();

const shortly = ({ id, topic, older, newer, reading }: SaidContradiction) => ({ id, topic, older, newer, reading });

const asJson = ({ id }: Situation, decision: Decision, answer: Answer) => ({
  ...(id !== undefined && { id }),
  verdict: decision.verdict,
  rules: ids(decision, false),
  informs: ids(decision, true),
  nextSteps: decision.nextSteps,
  findings: answer.findings.map(({ rule, severity, review, says, sources, translatedOnly, contradiction }) => ({
    rule,
    severity,
    ...(review && { review }),
    says,
    sources: sources.map(({ citation }) => citation),
    ...(translatedOnly !== null && { note: translatedOnly }),
    ...(contradiction !== null && { contradiction: shortly(contradiction) }),
  })),
  ...(decision.approval && { approval: decision.approval }),
  edition: decision.edition,
});

const findingLines = ({ rule, says, sources, translatedOnly, contradiction }: SaidFinding, { say }: Speaker): string[] => [
  `  ${rule}`,
  `    ${says}`,
  `    [${sources.map(({ citation }) => citation).join('; ')}]`,
  ...(translatedOnly === null ? [] : [`    ${translatedOnly}`]),
  ...(contradiction === null ? [] : [`    ${say('answer.disagree')}: ${contradiction.id}`]),
];

const contradictionLines = ({ id, topic, older, olderSources, newer, newerSources, reading }: SaidContradiction): string[] => {
  const cited = (sources: readonly SaidSource[]) => `[${sources.map(({ citation }) => citation).join('; ')}]`;
  return [`  ${id}  ${topic}`, `    ${older} ${cited(olderSources)}`, `    ${newer} ${cited(newerSources)}`, `    ${reading}`];
};

const sourceLines = ({ citation, passport, defects }: SaidSource): string[] => [
  `  ${citation}: ${passport}`,
  ...defects.map((defect) => `    (!) ${defect}`),
];

/** Said once, however many findings rest on it. */
const onceBy = <T>(all: readonly T[], name: (one: T) => string): T[] => [...new Map(all.map((one) => [name(one), one])).values()];

const section = (title: string, lines: readonly string[]): string[] => (lines.length > 0 ? ['', title, ...lines] : []);

/** The answer first, then why, then what to do. */
const asText = (situation: Situation, answer: Answer, speaker: Speaker): string => {
  const { say } = speaker;
  const of = (severity: SaidFinding['severity'], review: boolean) =>
    answer.findings
      .filter((finding) => finding.severity === severity && finding.review === review)
      .flatMap((finding) => findingLines(finding, speaker));
  const disagreements = onceBy(
    answer.findings.flatMap(({ contradiction }) => contradiction ?? []),
    ({ id }) => id,
  );
  const cited = onceBy(
    [
      ...answer.findings.flatMap(({ sources }) => sources),
      ...disagreements.flatMap(({ olderSources, newerSources }) => [...olderSources, ...newerSources]),
    ],
    ({ citation }) => citation,
  );
  const { id, flow, asOf, cloud } = situation;
  return [
    `${answer.verdict}: ${[say(`flow.${flow}`), say(`cloud.${cloud}`), speaker.date(dayText(asOf)), ...(id === undefined ? [] : [plain(id)])].join(' · ')}`,
    ...(answer.findings.some(({ severity }) => severity !== 'inform') ? [] : ['', say('answer.nothingSpeaks')]),
    ...section(say('severity.deny'), of('deny', false)),
    ...section(say('severity.review'), of('warn', true)),
    ...section(say('severity.warn'), of('warn', false)),
    ...section(
      say('answer.nextSteps'),
      answer.nextSteps.map(({ says }, index) => `  ${String(index + 1)}. ${says}`),
    ),
    ...(answer.approval === null ? [] : ['', answer.approval]),
    ...section(say('severity.inform'), of('inform', false)),
    ...section(say('answer.disagree'), disagreements.flatMap(contradictionLines)),
    ...section(say('answer.sources'), cited.flatMap(sourceLines)),
    '',
    ...answer.edition,
  ].join('\n');
};

export const decide: Command = async (args, terminal) => {
  const { values, positionals } = readOptions(args, ['json', 'lang', 'defaults', 'house-rules'], 1);
  const [file = '-'] = positionals;
  const speaker = readSpeaker(values.lang);
  const house = values['house-rules'] === undefined ? null : await readHouseRules(values['house-rules'], terminal);
  const { single, situations } = await readSituations({ file, defaults: values.defaults }, terminal);

  const answers = situations.map((situation) => {
    const decision = understood(() => decideIt(situation, undefined, house), situation.id);
    return { situation, decision, answer: answerOf(decision, speaker) };
  });
  if (values.json) {
    const found = answers.map(({ situation, decision, answer }) => asJson(situation, decision, answer));
    terminal.out(JSON.stringify(single ? found[0] : found, null, 2));
  } else {
    terminal.out(answers.map(({ situation, answer }) => asText(situation, answer, speaker)).join('\n\n———\n\n'));
  }
  const [first] = answers;
  return single && first ? exitStatus[first.decision.verdict] : 0;
};
