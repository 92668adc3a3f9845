import { expect, test } from '@jest/globals';
import type { Plant, Point } from './protocol.ts';
import { storm } from './storm.ts';

/** A storm that finds nothing proves something only if it would have found this. */
const planted: readonly (readonly [string, Plant, readonly Point[], RegExp])[] = [
  ['a store that answers before it has kept anything', 'answers-early', ['answer-sent'], /lost: .*(kept|not in the history)/],
  [
    'effects that are kept in a second write',
    'effects-in-a-second-write',
    ['line-durable'],
    /gone from the outbox, and nobody has done it/,
  ],
  ['a service that is asked under a new key each time', 'a-new-key-each-time', ['errand-sent', 'errand-answered'], /doubled: /],
];

test.each(planted)(
  '%s is found out',
  async (_fault, plant, points, words) => {
    const { findings, lost, doubled } = await storm({ kills: 5, seed: 1, plant, points });
    expect(findings.join('\n')).toMatch(words);
    // A log is cut off in front.
    expect(findings.at(-1)).toMatch(/^front \d+ \(seed \d+\), (lost|doubled): /);
    expect(lost + doubled).toBeGreaterThan(0);
  },
  60_000,
);
