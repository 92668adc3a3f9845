import { changesOfTheRules, dayText, editions } from '../../policy/index.ts';
import type { RuleId } from '../../policy/index.ts';
import { readOptions, readSpeaker } from '../options.ts';
import type { Command } from '../run.ts';

/** What began and what ended, day by day, with the editions as headings. */
export const timeline: Command = (args, terminal) => {
  const { values } = readOptions(args, ['json', 'lang']);
  const { statement } = readSpeaker(values.lang);
  const changes = changesOfTheRules();
  if (values.json) {
    terminal.out(
      JSON.stringify({ editions: editions.map((edition) => ({ ...edition, from: dayText(edition.from) })), changes }, null, 2),
    );
    return 0;
  }
  const told = (sign: string, ids: readonly RuleId[]) => ids.map((id) => `  ${sign} ${id}: ${statement(`rule.${id}`)}`);
  for (const { date, edition, begins, ends } of changes) {
    terminal.out(
      [`${date}${edition ? `  ${edition.id}. ${edition.changes}` : ''}`, ...told('+', begins), ...told('–', ends), ''].join('\n'),
    );
  }
  return 0;
};
