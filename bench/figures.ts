/** The sums that are made of what was measured. */

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The slope of the logarithms: 0 when the cost does not depend on the size, 1 when it is proportional to it. */
export const exponent = (points: readonly (readonly [number, number])[]): number => {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(logs.map(([x]) => x)), mean(logs.map(([, y]) => y))];
  const [above, below] = [mean(logs.map(([x, y]) => (x - mx) * (y - my))), mean(logs.map(([x]) => (x - mx) ** 2))];
  return above / below;
};

export const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

export const met = (isMet: boolean): string => (isMet ? 'met' : 'NOT MET');

export type Row = readonly string[];

/** A table as it can go into the README: the first column and the last are text, the others numbers. */
export const tableOf = (rows: readonly Row[]): string => {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = (column: number): boolean => column > 0 && column < columns - 1;
  const pad = (cell: string, column: number): string =>
    isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  const rule = widths.map((_, column) => (isNumber(column) ? '---:' : '---'));
  const [head = [], ...others] = rows;
  return [head, rule, ...others].map((row) => `| ${row.map(pad).join(' | ')} |`).join('\n');
};
