import { day, dayText, decide } from '../../policy/index.ts';
import type { Decision, Situation } from '../../policy/index.ts';
import { plain } from '../../languages/speak.ts';
import { readDay, readOptions, readSpeaker } from '../options.ts';
import type { Command } from '../run.ts';
import { UsageError } from '../usage-error.ts';
import { readSituations } from './situations.ts';

/** Whoever decided one verdict and not the other: the reasons for the change. */
const reasons = (one: Decision, other: Decision) => {
  const speaks = (decision: Decision) => decision.findings.filter(({ severity }) => severity !== 'inform').map(({ rule }) => rule);
  const others = speaks(other);
  return speaks(one).filter((rule) => !others.includes(rule));
};

const difference = (situation: Situation, before: Decision, after: Decision, index: number) => ({
  situation: situation.id ?? `situation ${String(index + 1)}`,
  flow: situation.flow,
  cloud: situation.cloud,
  from: before.verdict,
  to: after.verdict,
  gone: reasons(before, after),
  new: reasons(after, before),
});

/** Asks every situation on two days and tells whose verdict changes, and because of which rules. */
export const compare: Command = async (args, terminal) => {
  const { values, positionals } = readOptions(args, ['from', 'to', 'defaults', 'json', 'lang'], 1);
  const { sayKey, statement } = readSpeaker(values.lang);
  const [from, to] = [readDay('from', values.from), readDay('to', values.to)].map(dayText) as [string, string];
  const [file] = positionals;
  if (file === undefined)
    throw new UsageError('compare: expected a file with one situation or an array of them, or - for standard input');
  const { situations } = await readSituations({ file, defaults: values.defaults, on: from }, terminal);

  const changed = situations
    .map((situation, index) => difference(situation, decide(situation), decide({ ...situation, asOf: day(to) }), index))
    .filter((one) => one.from !== one.to);
  if (values.json) {
    terminal.out(JSON.stringify(changed, null, 2));
    return 0;
  }
  for (const one of changed) {
    terminal.out(
      `${plain(one.situation)}: ${sayKey(`verdict.${one.from}`)} → ${sayKey(`verdict.${one.to}`)}  (${one.flow}, ${one.cloud})`,
    );
    for (const rule of one.gone) terminal.out(`  – ${rule}: ${statement(`rule.${rule}`)}`);
    for (const rule of one.new) terminal.out(`  + ${rule}: ${statement(`rule.${rule}`)}`);
  }
  terminal.out(`${String(changed.length)} of ${String(situations.length)} change their verdict between ${from} and ${to}.`);
  return 0;
};
