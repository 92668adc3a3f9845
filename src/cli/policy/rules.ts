import type { Speaker } from '../../languages/speak.ts';
import { chapters, day, isInForce } from '../../policy/index.ts';
import type { Rule } from '../../policy/index.ts';
import { readCloud, readDay, readFlow, readOptions, readSpeaker } from '../options.ts';
import type { Command } from '../run.ts';

export const periodOf = ({ from, until }: Rule): string => `${from} – ${until ?? '…'}`;

export const cloudsOf = (rule: Rule): string => {
  if (rule.clouds === 'all') return 'all clouds';
  const germanyToo = !rule.clouds.includes('germany') && isInForce(rule, { cloud: 'germany', on: day(rule.from) });
  return rule.clouds.join(', ') + (germanyToo ? ', germany to 2018-12-04' : '');
};

export const severityOf = ({ severity, review }: Rule): string => (review ? `${severity}, to be reviewed` : severity);

const asLines = (rule: Rule, { statement }: Speaker): string[] => [
  `  ${rule.id}  (${severityOf(rule)}; ${cloudsOf(rule)}; ${periodOf(rule)})`,
  `    ${statement(`rule.${rule.id}`)}`,
];

/** Every rule, or those that may speak in a flow, in a cloud, on a day. */
export const rules: Command = (args, terminal) => {
  const { values } = readOptions(args, ['flow', 'cloud', 'on', 'json', 'lang']);
  const speaker = readSpeaker(values.lang);
  const where = {
    flow: values.flow === undefined ? undefined : readFlow(values.flow),
    cloud: values.cloud === undefined ? undefined : readCloud(values.cloud),
    on: values.on === undefined ? undefined : readDay('on', values.on),
  };
  const found = Object.entries<readonly Rule[]>(chapters).map(
    ([chapter, all]) => [chapter, all.filter((rule) => isInForce(rule, where))] as const,
  );
  if (values.json) {
    const listed = found.flatMap(([chapter, all]) =>
      all.map((rule) => ({
        id: rule.id,
        chapter,
        severity: rule.severity,
        review: rule.review ?? false,
        stage: rule.stage ?? 'gate',
        clouds: rule.clouds,
        from: rule.from,
        until: rule.until ?? null,
        says: speaker.statement(`rule.${rule.id}`),
        sources: rule.sources,
      })),
    );
    terminal.out(JSON.stringify(listed, null, 2));
    return 0;
  }
  const told = found
    .filter(([, all]) => all.length > 0)
    .map(([chapter, all]) => [chapter, ...all.flatMap((rule) => asLines(rule, speaker))]);
  terminal.out(told.map((lines) => lines.join('\n')).join('\n\n'));
  const count = found.reduce((sum, [, all]) => sum + all.length, 0);
  terminal.out(`\n${String(count)} of ${String(Object.values(chapters).flat().length)} rules.`);
  return 0;
};
