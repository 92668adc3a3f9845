import { expect, test } from '@jest/globals';
import type { Finding } from '../../src/policy/index.ts';
import { rule } from '../../src/policy/rule.ts';

// What must not compile. `npm run typecheck` fails when one of these lines does.

const usual = {
  severity: 'deny',
  clouds: 'all',
  from: '2020-01-01',
  flows: ['channel_check'],
  needs: ['item.kind'],
  sources: ['D-REL 2020-05-12'],
} as const;

const says = { key: 'rule.R-MC-OWN', values: {} };

test('the compiler refuses what would break a promise', () => {
  const declarations = [
    // @ts-expect-error nothing is claimed on nobody’s word: a rule has at least one source
    rule('R-EXAMPLE', { ...usual, sources: [] }),
    // @ts-expect-error nobody read that page on that day
    rule('R-EXAMPLE', { ...usual, sources: ['D-REL 2020-05-13'] }),
    // @ts-expect-error the document does not exist
    rule('R-EXAMPLE', { ...usual, sources: ['D-GOSSIP 2020-05-12'] }),
    // @ts-expect-error the trigger looks at a fact that the rule did not declare
    rule('R-EXAMPLE', { ...usual, when: ({ item }) => item.boughtFrom === 'own' }),
    // @ts-expect-error there is no such fact
    rule('R-EXAMPLE', { ...usual, needs: ['item.colour'] }),
    // @ts-expect-error a kind of subscription that does not exist would never match
    rule('R-EXAMPLE', { ...usual, when: ({ item }) => item.kind === 'license' }),
    // @ts-expect-error there is no such next step
    rule('R-EXAMPLE', { ...usual, next: ['NS-PRAY'] }),
    // @ts-expect-error an id begins with R-
    rule('EXAMPLE', usual),
  ];
  expect(declarations).toHaveLength(8);

  const findings: Finding[] = [
    // @ts-expect-error a finding without a source
    { rule: 'R-MC-OWN', severity: 'inform', review: false, says },
    // @ts-expect-error a finding with an empty list of sources
    { rule: 'R-MC-OWN', severity: 'inform', review: false, says, sources: [] },
  ];
  expect(findings).toHaveLength(2);
});
