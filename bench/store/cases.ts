/** The records that are written, about two kilobytes of JSON each, and the sums that are made of the times. */

export interface Case {
  readonly id: string;
  readonly n: number;
  readonly history: readonly { readonly at: string; readonly what: string; readonly who: string }[];
}

/** About two kilobytes of JSON. */
export const caseOf = (n: number): Case => ({
  id: `case-${n}`,
  n,
  history: Array.from({ length: 20 }, (_, at) => ({
    at: '2026-08-15T12:00:00Z',
    what: `event ${at} of ${n} ${'x'.repeat(20)}`,
    who: 'admin@contoso.example',
  })),
});
export const keyOf = (n: number) => `case/${n}` as const;

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
};

/** The slope of the logarithms: 0 when the cost does not depend on the size, 1 when it is proportional to it. */
export const exponent = (points: readonly (readonly [number, number])[]): number => {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(logs.map(([x]) => x)), mean(logs.map(([, y]) => y))];
  const [above, below] = [mean(logs.map(([x, y]) => (x - mx) * (y - my))), mean(logs.map(([x]) => (x - mx) ** 2))];
  return above / below;
};
