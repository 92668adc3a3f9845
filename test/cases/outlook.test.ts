import { describe, expect, test } from '@jest/globals';
import type { Decided } from '../../src/cases/decided.ts';
import { deadlineIn, deadlineOf } from '../../src/cases/finish-before.ts';
import { outlookOf } from '../../src/cases/outlook.ts';
import type { Ahead } from '../../src/cases/outlook.ts';
import { later } from '../../src/cases/time.ts';
import { whomOf } from '../../src/cases/whom.ts';
import { decide, rulebook } from '../../src/policy/index.ts';
import { createRulebook } from '../../src/policy/rulebook.ts';
import { aboutGdap, aboutReseller, ana, contoso, handOut, happens, on, ruled } from '../support/cases.ts';
import { given } from '../support/given.ts';
import { situationOf } from '../support/situations.ts';
import { house } from '../support/world.ts';

const day = { asOf: '2026-03-02', cloud: 'global' } as const;
const now = on('03-02 09:00');
const ahead: Ahead = { now, house: null };

/** A licence of new commerce that is to be given back, in the days of two windows. */
const givenBack = (daysSinceTermStart: number): Decided =>
  ruled({
    asOf: '2023-07-01',
    cloud: 'global',
    flow: 'channel_check',
    facts: {
      req: { intent: 'move_billing', cancelNow: true },
      item: { kind: 'licence', product: 'office365', boughtFrom: 'own', generation: 'nce', term: 'active', daysSinceTermStart },
    },
  });

/** Another partner asks for what is ours. */
const theirRequest = (requestAgeDays: number | null) => ({
  actor: { role: 'admin_agent', is: 'source_partner' },
  item: { generation: 'azure_plan' },
  xfer: { action: 'accept', status: 'pending', requestAgeDays },
});

const answering = (requestAgeDays: number | null): Decided =>
  ruled({
    ...day,
    flow: 'azure_plan_transfer',
    facts: theirRequest(requestAgeDays),
  });

const outlookFor = (decided: Decided, more: Partial<Ahead> = {}) => {
  const outlook = outlookOf(decided, { ...ahead, ...more });
  if (outlook === null) throw new Error('no outlook');
  return outlook;
};
const rulesOf = (findings: readonly { readonly rule: string }[]) => findings.map(({ rule }) => rule);

describe('what stays as it is', () => {
  test('says the same in 30 and in 90 days', () => {
    expect(outlookFor(aboutReseller)).toEqual({
      today: aboutReseller.verdict,
      stations: [
        expect.objectContaining({ day: '2026-04-01', verdict: aboutReseller.verdict }),
        expect.objectContaining({ day: '2026-05-31', verdict: aboutReseller.verdict }),
      ],
      turns: [],
    });
    expect(deadlineOf([aboutReseller, aboutGdap], ahead)).toBeNull();
  });
});

describe('what grows older by itself', () => {
  test('is forbidden from the first day on which it is too old', () => {
    const outlook = outlookFor(answering(20));
    expect(outlook.turns).toMatchObject([{ day: '2026-03-13', verdict: 'deny' }]);
    expect(rulesOf(outlook.turns[0]?.begins ?? [])).toContain('R-XFER-30D-EXPIRY');
    expect(outlook.stations.map(({ verdict }) => verdict)).toEqual(['deny', 'deny']);
    expect(deadlineOf([aboutReseller, answering(20), answering(25)], ahead)).toBe('2026-03-08');
  });

  test('turns on the very day that the rules turn when they are asked on it', () => {
    for (const age of [0, 1, 29, 30, 31]) {
      const first = outlookFor(answering(age)).turns.find(({ verdict }) => verdict === 'deny')?.day ?? null;
      expect([age, first]).toEqual([age, age > 30 ? null : later(now, { days: 31 - age }).slice(0, 10)]);
    }
  });

  test('tells every turn on the way, also where the verdict stays', () => {
    const { turns } = outlookFor(givenBack(2), { now: on('2023-07-01 09:00') });
    expect(turns.map(({ day: first, begins }) => [first, rulesOf(begins).filter((rule) => rule.startsWith('R-NCE'))])).toEqual([
      ['2023-07-03', ['R-NCE-CANCEL-WINDOW-CONFLICT']],
      ['2023-07-07', ['R-NCE-CANCEL-CLOSED']],
    ]);
  });

  test('has grown older since it was decided', () => {
    expect(outlookFor(answering(20), { now: on('03-10 09:00') }).turns).toMatchObject([{ day: '2026-03-13' }]);
  });

  test('is told at once where it has become too old since', () => {
    expect(outlookFor(answering(20), { now: on('03-20 09:00') })).toMatchObject({
      today: 'deny',
      turns: [{ day: '2026-03-20', verdict: 'deny' }],
    });
  });

  test('does not, where there is nothing that has begun', () => {
    expect(outlookFor(answering(null)).turns).toEqual([]);
  });
});

describe('rules that begin and end', () => {
  const withDap = ruled({
    asOf: '2023-09-20',
    cloud: 'global',
    flow: 'relationship_request',
    facts: { req: { includeDap: true } },
  });

  test('turn the answer on their day', () => {
    const { turns } = outlookFor(withDap, { now: on('2023-09-20 09:00') });
    expect(turns[0]).toMatchObject({ day: '2023-10-09', verdict: 'deny' });
    expect(rulesOf(turns[0]?.begins ?? []).length).toBeGreaterThan(0);
    expect(deadlineOf([withDap], { ...ahead, now: on('2023-09-20 09:00') })).toBe('2023-10-09');
  });

  test('open what was forbidden', () => {
    const before = ruled({
      asOf: '2024-06-01',
      cloud: 'global',
      flow: 'licence_transfer',
      facts: { item: { kind: 'licence', generation: 'nce' } },
    });
    const outlook = outlookFor(before, { now: on('2024-06-01 09:00') });
    expect(outlook).toMatchObject({ today: 'deny', turns: [{ day: '2024-06-19', before: 'deny' }] });
    expect(outlook.turns[0]?.verdict).not.toBe('deny');
    expect(deadlineOf([before], { ...ahead, now: on('2024-06-01 09:00') })).toBeNull();
  });

  test('beyond the ninety days are not told', () => {
    expect(outlookFor(withDap, { now: on('2023-07-10 09:00') }).turns).toEqual([]);
    expect(outlookFor(withDap, { now: on('2023-07-11 09:00') }).turns).toHaveLength(1);
  });

  test('are those of the book that is asked', () => {
    const [first, ...others] = rulebook.rules;
    if (first === undefined) throw new Error('an empty book');
    const closing = { ...first, severity: 'deny' as const, stage: 'gate' as const, from: '2026-03-20' as const };
    delete (closing as { until?: string }).until;
    const always = { ...closing, flows: ['relationship_request' as const], clouds: 'all' as const, needs: [], when: () => true };
    const book = createRulebook([always as never, ...others], 'sha256:later');
    expect(outlookFor(aboutReseller, { book }).turns).toMatchObject([{ day: '2026-03-20', verdict: 'deny' }]);
  });
});

describe('what cannot be said is not said', () => {
  test.each<[string, Partial<Decided>]>([
    ['a fact that there is no longer', { facts: { ...aboutReseller.facts, retired: { fact: 1 } } }],
    ['no facts at all', { facts: {} }],
    ['a fact of another shape', { facts: { ...aboutReseller.facts, sameMarket: 'perhaps' } }],
  ])('%s', (_what, fields) => {
    expect(outlookOf({ ...aboutReseller, ...fields }, ahead)).toBeNull();
    expect(deadlineOf([{ ...aboutReseller, ...fields }], ahead)).toBeNull();
  });

  test('house rules that want to know who asks', () => {
    expect(outlookOf(aboutReseller, { ...ahead, house })).toBeNull();
    const about = whomOf({ customer: contoso, requester: ana, proposal: handOut });
    expect(outlookOf(aboutReseller, { ...ahead, house, about })?.turns).toEqual([]);
  });
});

describe('a case', () => {
  const asked = given(happens('case-opened', '03-02 09:00'));

  test('has to be through before its decisions are no longer so', () => {
    const current = { ...asked, decisions: [answering(25)] };
    expect(deadlineIn(current, { now, house })).toBe('2026-03-08');
    expect(deadlineIn({ ...asked, decisions: [aboutReseller] }, { now, house })).toBeNull();
  });

  test('that is decided for good has no such day', () => {
    const over = given(happens('case-opened', '03-02 09:00'), happens('case-declined', '03-02 10:00'));
    expect(deadlineIn({ ...over, decisions: [answering(25)] }, { now, house })).toBeNull();
  });
});

test('a decision is asked of the rules as they would answer it then', () => {
  const { stations } = outlookFor(answering(10));
  const asked = decide(
    situationOf({
      asOf: '2026-04-01',
      cloud: 'global',
      flow: 'azure_plan_transfer',
      facts: theirRequest(40),
    }),
  );
  expect(stations[0]).toEqual({ day: '2026-04-01', verdict: asked.verdict, findings: asked.findings });
});
