import { describe, expect, test } from '@jest/globals';
import { alikeIn, saidHere } from '../../src/wizards/check-eligibility/asks.ts';
import { begun } from '../../src/wizards/check-eligibility/filling.ts';
import type { Filling } from '../../src/wizards/check-eligibility/filling.ts';
import { choicesFor, questionsFor } from '../../src/wizards/check-eligibility/kind-page.ts';
import { daysSince } from '../../src/wizards/check-eligibility/since.ts';
import { subscriptionsOf } from '../../src/wizards/check-eligibility/subscriptions.ts';
import { nextKind, stepsOf } from '../../src/wizards/check-eligibility.ts';
import { Cloud } from '../../src/policy/index.ts';

const TODAY = '2026-03-31';

const filling = (more: Partial<Filling>): Filling => ({ ...begun('global'), page: 'subscriptions', ...more });

const told = { by: 'ana', on: '2026-03-01' };
const licence = { 'item.kind': 'licence', 'item.product': 'ems', 'item.boughtFrom': 'other_csp', 'item.term': 'active' };

describe('the begin of a term', () => {
  test.each([
    ['', null],
    [' 12 ', 12],
    ['2026-03-31', 0],
    ['2026-02-28', 31],
    ['2026-04-01', undefined],
    ['2026-02-30', undefined],
    ['31.01.2026', undefined],
    ['-1', undefined],
  ])('%j is %s days ago', (typed, days) => {
    expect(daysSince(typed, TODAY)).toBe(days);
  });
});

describe('what can be chosen', () => {
  test.each(Cloud.options)('in the cloud %s has origins of 21Vianet only there', (cloud) => {
    const origins = choicesFor('item.boughtFrom', 'licence', cloud);
    expect(origins.includes('21vianet_direct')).toBe(cloud === 'china_21v');
    expect(origins.includes('own_former_advisor')).toBe(cloud === 'china_21v');
  });

  test('has generations of Azure for Azure alone', () => {
    expect([choicesFor('item.generation', 'licence', 'global'), choicesFor('item.generation', 'usage', 'global')]).toEqual([
      ['nce', 'legacy'],
      ['azure_plan', 'azure_0145p'],
    ]);
  });
});

describe('what is asked', () => {
  test('is at most four things of any kind, in any cloud', () => {
    for (const cloud of Cloud.options) {
      const all = filling({ cloud, filled: { subscriptions: { more: 'said/ems,said/azure,said/software,said/saas' } } });
      const counts = (['licence', 'usage', 'software', 'saas'] as const).map((kind) => questionsFor(all, kind, TODAY).length);
      expect(counts).toEqual(cloud === 'china_21v' ? [2, 1, 1, 1] : [4, 3, 1, 1]);
    }
  });

  test('leaves out what was told and still stands', () => {
    const at = filling({ said: [{ ...told, id: 'said/ems', name: 'EMS', facts: licence }] });
    expect(questionsFor(at, 'licence', TODAY)).toEqual(['item.generation', 'item.daysSinceTermStart']);
    expect(nextKind(at, TODAY)).toBe('licence');
    expect(stepsOf(at, TODAY)).toEqual({ step: 2, of: 4 });
  });

  test('is nothing more once everything is told', () => {
    const facts = { ...licence, 'item.generation': 'nce', 'item.daysSinceTermStart': null };
    expect(nextKind(filling({ said: [{ ...told, id: 'said/ems', name: 'EMS', facts }] }), TODAY)).toBeNull();
  });
});

describe('what was told', () => {
  const facts = { ...licence, 'item.generation': 'nce', 'item.daysSinceTermStart': 3 };
  const said = [{ ...told, id: 'said/ems', name: 'EMS', facts }];

  test('grows older by itself', () => {
    expect(subscriptionsOf(filling({ said }), TODAY)[0]?.facts['item.daysSinceTermStart']).toBe(33);
  });

  test('never stands against what was read', () => {
    const held = [
      { id: 'said/ems', name: 'EMS', soldBy: 'us' as const, facts: { 'item.kind': 'licence', 'item.boughtFrom': 'own' } },
    ];
    expect(subscriptionsOf(filling({ said, held }), TODAY).map((one) => one.facts['item.boughtFrom'])).toEqual(['own']);
  });

  test('of one kind is remembered for each thing that lacked it, with what does not matter left out', () => {
    const page = { 'item.boughtFrom': 'ea', 'item.term': 'ended', 'item.generation': 'legacy', 'item.daysSinceTermStart': '5' };
    const at = filling({ filled: { subscriptions: { more: 'said/ems,said/office365' }, licence: page } });
    expect(saidHere(at, TODAY).map((one) => [one.id, one.facts['item.boughtFrom'], one.facts['item.generation']])).toEqual([
      ['said/office365', 'ea', null],
      ['said/ems', 'ea', null],
    ]);
    expect(alikeIn(at, TODAY).map(({ items }) => items.length)).toEqual([2]);
  });

  test('of what is not known to be of any kind is asked of nobody', () => {
    const held = [{ id: 'x', name: 'Something', soldBy: null, facts: {} }];
    expect(subscriptionsOf(filling({ held }), TODAY)).toEqual([]);
  });
});
