import { plain } from '../../languages/speak.ts';
import type { Report } from './examine.ts';
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

export const allLines = ({ lines, accounts }: Report): readonly Line[] => [...lines, ...accounts.flatMap((one) => one.lines)];

const counted = (all: readonly Line[]): string =>
  (Object.keys(marks) as Line['is'][])
    .map((is) => ({ is, count: all.filter((line) => line.is === is).length }))
    .filter(({ is, count }) => count > 0 || is === 'fault')
    .map(({ is, count }) => `${count} ${marks[is].toLowerCase()}`)
    .join(' · ');

/** For an operator: one line for each thing, and below it what to do. */
export const written = (report: Report): string =>
  [
    [plain(report.file), ...report.lines.map(lineWords)].join('\n'),
    ...report.accounts.map(({ name, cloud, lines }) => [plain(`${name} (${cloud})`), ...lines.map(lineWords)].join('\n')),
    counted(allLines(report)),
  ].join('\n\n');
