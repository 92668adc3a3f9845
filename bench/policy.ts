/**
 * What a decision costs, and what it would cost with a rules engine. Run it with `npm ci` and `node policy.ts` in this folder.
 */
import assert from 'node:assert/strict';
import { availableParallelism, cpus } from 'node:os';
import { decide, parseSituation, rulebook } from '../src/policy/index.ts';
import { merge } from '../src/cli/policy/situations.ts';
import { scenarioDefaults, scenarios } from '../test/support/situations.ts';
import { keep, measure, ROUNDS, SLICE_MS } from './measure.ts';
import type { Candidate } from './measure.ts';
import { byCasl, byHand, byJsonRulesEngine, byOurTable } from './policy/engines.ts';
import { flatFacts, ids, situations, twelveRules } from './policy/twelve-rules.ts';

const PARSE = 'parseSituation (zod)';
const DECIDE = 'decide';
const BOTH = 'parseSituation + decide';
const JSON_PARSE = 'JSON.parse of the text';

const inputs = scenarios.map(({ id, flow, asOf, cloud, facts }) => ({
  id,
  flow,
  asOf,
  cloud,
  facts: merge(scenarioDefaults, facts),
}));
const parsed = inputs.map(parseSituation);
const texts = inputs.map((input) => JSON.stringify(input));
const kilobytes = texts.join('').length / texts.length / 1000;

for (const [index, { id, expected }] of scenarios.entries()) {
  const situation = parsed[index];
  assert.equal(situation && decide(situation).verdict, expected.verdict, `${id} is decided wrongly: nothing is timed`);
}

// The loops are written out for each candidate, so that V8 compiles each for its own call alone.
const wholeDecisions: readonly Candidate[] = [
  {
    name: JSON_PARSE,
    pass: () => {
      for (const text of texts) keep(JSON.parse(text));
      return texts.length;
    },
  },
  {
    name: PARSE,
    pass: () => {
      for (const input of inputs) keep(parseSituation(input));
      return inputs.length;
    },
  },
  {
    name: DECIDE,
    pass: () => {
      for (const situation of parsed) keep(decide(situation));
      return parsed.length;
    },
  },
  {
    name: BOTH,
    pass: () => {
      for (const input of inputs) keep(decide(parseSituation(input)));
      return inputs.length;
    },
  },
];

const OURS = 'ours: which rules fire';
const OURS_WHOLE = 'ours: decide, the whole answer';
const CASL = '@casl/ability 7.0.1';
const JSON_RULES = 'json-rules-engine 7.3.1';
const HAND = 'if after if, by hand';

/** As many as take about as long as a pass of the others, taken in turn from all inputs. */
const SLOW_BATCH = 8;
let turn = 0;

const twelve: readonly Candidate[] = [
  {
    name: OURS,
    pass: () => {
      for (const situation of situations) keep(byOurTable(situation));
      return situations.length;
    },
  },
  {
    name: OURS_WHOLE,
    pass: () => {
      for (const situation of situations) keep(decide(situation, twelveRules));
      return situations.length;
    },
  },
  {
    name: HAND,
    pass: () => {
      for (const situation of situations) keep(byHand(situation));
      return situations.length;
    },
  },
  {
    name: CASL,
    pass: () => {
      for (const facts of flatFacts) keep(byCasl(facts));
      return flatFacts.length;
    },
  },
  {
    name: JSON_RULES,
    pass: async () => {
      const batch = flatFacts.slice(turn, turn + SLOW_BATCH);
      turn = (turn + SLOW_BATCH) % flatFacts.length;
      for (const facts of batch) keep(await byJsonRulesEngine(facts));
      return batch.length;
    },
  },
];

const firedEver = new Set<string>();
for (const [index, situation] of situations.entries()) {
  const facts = flatFacts[index];
  assert.ok(facts);
  const fired = decide(situation, twelveRules).findings.map(({ rule }) => rule);
  const answers = { [OURS]: byOurTable(situation), [HAND]: byHand(situation), [CASL]: byCasl(facts) };
  for (const [name, answer] of Object.entries({ ...answers, [JSON_RULES]: await byJsonRulesEngine(facts) })) {
    assert.deepEqual(answer.toSorted(), fired.toSorted(), `${name} answers otherwise than decide: nothing is timed`);
  }
  for (const id of fired) firedEver.add(id);
}
assert.equal(firedEver.size, ids.length, 'a rule that no input fires is not compared');

const whole = await measure(wholeDecisions);
const subset = await measure(twelve);

const met = (isMet: boolean): string => (isMet ? 'met' : 'NOT MET');
const times = (ratio: number): string => (ratio >= 100 ? ratio.toFixed(0) : ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(2));

const toParse = whole.ratio(DECIDE, PARSE);
const decideAims = `< 10 µs: ${met(whole.nanoseconds(DECIDE) < 10_000)}; < 1 × parse: ${times(toParse)}, ${met(toParse < 1)}`;

/** The aim is for what the rivals do too, naming the rules that fire; the whole answer, which does more, is told beside it. */
const aim = (text: string, ratio: (ours: string) => number, isMet: (ratio: number) => boolean): string =>
  `${text}: ${times(ratio(OURS))}, ${met(isMet(ratio(OURS)))} (with the whole answer ${times(ratio(OURS_WHOLE))})`;
const longerThan = (rival: string) => (ours: string) => subset.ratio(rival, ours);
const subsetAims = new Map([
  [
    HAND,
    aim(
      'ours ≤ 4 × this',
      (ours) => subset.ratio(ours, HAND),
      (ratio) => ratio <= 4,
    ),
  ],
  [CASL, aim('≥ 10 × ours', longerThan(CASL), (ratio) => ratio >= 10)],
  [JSON_RULES, aim('≥ 500 × ours', longerThan(JSON_RULES), (ratio) => ratio >= 500)],
]);

const title = (text: string): readonly string[] => [`**${text}**`, '', '', '', '', ''];
const rows: readonly (readonly string[])[] = [
  ['what', 'ns', '× parse', '× our table', '× our decide', 'aim'],
  ['---', '---:', '---:', '---:', '---:', '---'],
  title(`A. ${inputs.length} situations of ${kilobytes.toFixed(1)} KB, ${rulebook.rules.length} rules`),
  ...wholeDecisions.map(({ name }) => [
    name,
    whole.nanoseconds(name).toFixed(0),
    times(whole.ratio(name, PARSE)),
    '',
    times(whole.ratio(name, DECIDE)),
    name === DECIDE ? decideAims : '',
  ]),
  title(`B. ${ids.length} rules, ${situations.length} inputs, all answers agree`),
  ...twelve.map(({ name }) => [
    name,
    subset.nanoseconds(name).toFixed(0),
    '',
    times(subset.ratio(name, OURS)),
    times(subset.ratio(name, OURS_WHOLE)),
    subsetAims.get(name) ?? '',
  ]),
];

const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
const line = (row: readonly string[]): string =>
  `| ${row.map((cell, column) => (column > 0 && column < 5 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`;

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`);
console.log(`medians of ${ROUNDS} rounds of ${SLICE_MS} ms for each; ratios are medians of the rounds' ratios\n`);
console.log(rows.map(line).join('\n'));
