import { saidContradiction, saidSource } from '../../languages/answer.ts';
import { plain } from '../../languages/speak.ts';
import type { Speaker } from '../../languages/speak.ts';
import { chapters, Cloud, contradictions, passportOf } from '../../policy/index.ts';
import type { Citations, ContradictionId, Rule } from '../../policy/index.ts';
import { readOptions, readSpeaker } from '../options.ts';
import type { Command } from '../run.ts';
import { UsageError } from '../usage-error.ts';
import { cloudsOf, periodOf, severityOf } from './rules.ts';

const sourceLines = (sources: Citations, speaker: Speaker): string[] =>
  sources.flatMap((citation) => {
    const { passport, defects } = saidSource(citation, speaker);
    const { clouds } = passportOf(citation);
    const about = (clouds === 'all' ? Cloud.options : clouds).map((cloud) => speaker.say(`cloud.${cloud}`));
    return [`  ${citation}: ${passport} · ${speaker.list(about)}`, ...defects.map((defect) => `    (!) ${defect}`)];
  });

const contradictionLines = (id: ContradictionId, speaker: Speaker): string[] => {
  const { topic, older, newer, reading } = saidContradiction(id, speaker);
  return [
    `${id}  ${topic}`,
    `  ${older}`,
    ...sourceLines(contradictions[id].older, speaker).map((line) => `  ${line}`),
    `  ${newer}`,
    ...sourceLines(contradictions[id].newer, speaker).map((line) => `  ${line}`),
    `  ${reading}`,
  ];
};

const flowsOf = (rule: Rule): string =>
  rule.flows === 'all' ? 'every flow' : [...rule.flows, ...(rule.also?.flows ?? [])].join(', ');

const inferredOf = ({ inferred }: Rule): string => (inferred === undefined ? '' : ` (not read there: ${inferred})`);

const ruleLines = (chapter: string, rule: Rule, speaker: Speaker): string[] => [
  `${rule.id}  (${chapter})`,
  speaker.statement(`rule.${rule.id}`),
  '',
  `Severity:   ${severityOf(rule)}${rule.stage === 'consequence' ? ', told when nothing refuses' : ''}`,
  `Since when: ${periodOf(rule)}`,
  `Where:      ${cloudsOf(rule)}; ${flowsOf(rule)}`,
  `Exceptions: ${rule.exceptions ?? 'none'}`,
  `Evidence:   ${speaker.sayKey(`evidence.${rule.evidence ?? 'V'}`)}${inferredOf(rule)}`,
  '',
  'Sources',
  ...sourceLines(rule.sources, speaker),
  ...(rule.contradiction ? ['', 'Where the pages disagree', ...contradictionLines(rule.contradiction, speaker)] : []),
];

const isContradiction = (id: string): id is ContradictionId => Object.hasOwn(contradictions, id);

/** One rule or contradiction: what it says, since when, where, with which exceptions, and on whose word. */
export const explain: Command = (args, terminal) => {
  const { values, positionals } = readOptions(args, ['json', 'lang'], 1);
  const speaker = readSpeaker(values.lang);
  const [given] = positionals;
  if (given === undefined) throw new UsageError('explain: expected the id of a rule (R-…) or of a contradiction (C-…)');
  const id = given.toUpperCase();
  if (isContradiction(id)) {
    const said = saidContradiction(id, speaker);
    terminal.out(values.json ? JSON.stringify(said, null, 2) : contradictionLines(id, speaker).join('\n'));
    return 0;
  }
  const [chapter, rule] =
    Object.entries<readonly Rule[]>(chapters)
      .flatMap(([name, all]) => all.map((one) => [name, one] as const))
      .find(([, one]) => one.id === id) ?? [];
  if (chapter === undefined || rule === undefined) {
    const near = Object.values<readonly Rule[]>(chapters)
      .flat()
      .filter((one) => id.split('-').some((word) => word.length > 2 && one.id.includes(word)))
      .map((one) => one.id);
    throw new UsageError(
      [
        `explain ${plain(given)}: no rule or contradiction of that name.`,
        ...(near.length > 0 ? [`Near: ${near.slice(0, 8).join(' ')}`] : []),
      ].join('\n'),
    );
  }
  if (values.json) {
    const sources = rule.sources.map((citation) => ({ citation, ...passportOf(citation) }));
    const says = speaker.statement(`rule.${rule.id}`);
    terminal.out(JSON.stringify({ ...rule, chapter, says, sources }, null, 2));
  } else {
    terminal.out(ruleLines(chapter, rule, speaker).join('\n'));
  }
  return 0;
};
