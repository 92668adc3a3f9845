import fc from 'fast-check';
import { createChance } from '../storm/chance.ts';
import type { Chance } from '../storm/chance.ts';

/** Where a link in somebody's words would lead, if anybody took it for one. */
export const EVIL = 'evil.example';

const LONG = 100_000;

/** What has broken programs before. */
const bad: readonly [string, ...string[]] = [
  `[x](https://${EVIL}) **b** <at>all</at> <b>b</b>`,
  `<script>alert(1)</script> https://${EVIL}/?a=b&c`,
  '${evil} {{DATE(2026-01-01T00:00:00Z,SHORT)}} ${$root}',
  '\u202Egnp.exe\u202C \u200B\u2066\u2069\uFEFF',
  '\ud800 \udfff \ud83d',
  '\0\u0001\u0007\u001b[31m\u0085\u2028\u2029',
  '=cmd|calc!A1',
  'a\r\nBcc: everybody@example.example',
  '__proto__',
  'constructor',
  'toString',
  '../../../etc/passwd',
  '%2e%2e%2f%00',
  "'; DROP TABLE cases; --",
  'ｆｕｌｌ ｗｉｄｔｈ　ｂｌａｎｋ',
  'Z̸̡̢̛a̷l̵g̶o̸',
  'e\u0301 é ﷽ 𒐫 👩‍👩‍👧‍👦',
  'аpprоve',
  '{"verb":"approve"}',
  'null',
  '1e400',
  ' '.repeat(5000),
  '<at>'.repeat(2000),
  '&#x110000;&#0;&amp;amp;&#xd800;',
];

/** What takes long to read for whoever reads it carelessly. */
const long: readonly [() => string, ...(() => string)[]] = [
  () => ' '.repeat(LONG),
  () => 'a'.repeat(LONG),
  () => '<at>'.repeat(LONG / 4),
  () => '<at>Handshake</at> '.repeat(LONG / 20),
  () => '&'.repeat(LONG),
  () => 'approve '.repeat(LONG / 8),
  () => 'ADM-'.repeat(LONG / 4),
  () => '0'.repeat(LONG),
  () => 'a.'.repeat(LONG / 2),
  () => '"“'.repeat(LONG / 2),
  () => '\u0301'.repeat(LONG / 2),
  () => '批准'.repeat(LONG / 8),
];

/** Each of them once. */
export const worstCases = (): string[] => long.map((make) => make());

export interface Words {
  readonly any: () => string;
  readonly longest: () => string;
  /** Anything that JSON can say. */
  readonly json: () => unknown;
}

const POOL = 500;

const values = fc.jsonValue({ maxDepth: 4 });

const LAST_SIGN = 0x10ffff;

/** Any signs whatever, halves of some among them. */
const anySigns = (chance: Chance): string =>
  Array.from({ length: chance.below(60) }, () => String.fromCodePoint(chance.below(chance.oneOf([256, 0x3000, LAST_SIGN])))).join(
    '',
  );

/** Hostile words and values, the same for the same seed. */
export const createWords = (seed: number): Words => {
  const chance = createChance(seed);
  const sampled = fc.sample(values, { seed, numRuns: POOL });
  const any = (): string => (chance.happens(0.6) ? chance.oneOf(bad) : anySigns(chance));
  return {
    any,
    longest: () => chance.oneOf(long)(),
    json: () => (chance.happens(0.3) ? any() : sampled[chance.below(POOL)]),
  };
};
