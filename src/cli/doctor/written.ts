import { plain } from '../../languages/speak.ts';
import type { Report } from './rounds.ts';
import type { Line } from './finding.ts';

const marks: Readonly<Record<Line['is'], string>> = {
  ok: 'ok',
  warning: 'warning',
  fault: 'FAULT',
  'not-offered': 'not offered',
  'not-tried': 'not tried',
};

const WIDTH = Math.max(...Object.values(marks).map(({ length }) => length)) + 2;

const lineWords = (line: Line): string => {
  const said = `  ${marks[line.is].padEnd(WIDTH)}${plain(`${line.tried}: ${line.words}`)}`;
  return 'next' in line ? `${said}\n  ${' '.repeat(WIDTH)}→ ${plain(line.next)}` : said;
};

/** What one fault stands in the way of is said together. */
const folded = (lines: readonly Line[]): readonly Line[] => {
  const all: Line[] = [];
  for (const line of lines) {
    const before = all.at(-1);
    const isMore = line.is === 'not-tried' && before?.is === 'not-tried' && before.words === line.words;
    if (isMore) all[all.length - 1] = { ...before, tried: `${before.tried}, ${line.tried}` };
    else all.push(line);
  }
  return all;
};

const section = (title: string, lines: readonly Line[]): string => [plain(title), ...folded(lines).map(lineWords)].join('\n');

export const allLines = ({ lines, accounts }: Report): readonly Line[] => [...lines, ...accounts.flatMap((one) => one.lines)];

const several: Partial<Record<Line['is'], string>> = { warning: 'warnings', fault: 'faults' };

const counted = (all: readonly Line[]): string =>
  (Object.keys(marks) as Line['is'][])
    .map((is) => ({ is, count: all.filter((line) => line.is === is).length }))
    .filter(({ is, count }) => count > 0 || is === 'fault')
    .map(({ is, count }) => `${count} ${(count === 1 ? undefined : several[is]) ?? marks[is].toLowerCase()}`)
    .join(' · ');

/** For an operator: one line for each thing, and below it what to do. */
export const written = (report: Report): string =>
  [
    section(report.file, report.lines),
    ...report.accounts.map(({ name, cloud, lines }) => section(`${name} (${cloud})`, lines)),
    counted(allLines(report)),
  ].join('\n\n');
