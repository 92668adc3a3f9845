import { describe, expect, test } from '@jest/globals';
import { Cloud, day, decide, factTypes, Flow, isInForce, rulebook } from '../../src/policy/index.ts';
import type { Rule } from '../../src/policy/index.ts';
import { createRulebook } from '../../src/policy/rulebook.ts';
import { situationOf } from '../support/situations.ts';

const usual: Rule = {
  id: 'R-USUAL',
  severity: 'deny',
  clouds: ['global', 'us_gov'],
  from: '2018-01-01',
  until: '2020-06-30',
  flows: ['channel_check'],
  needs: ['item.kind'],
  also: { flows: ['purchase_check'], needs: ['item.term', 'actor.role'], when: () => false },
  sources: ['D-REL 2020-05-12'],
};

const placesOf = (rule: Rule) => {
  const { places } = createRulebook([rule], 'one rule');
  return Flow.options.flatMap((flow) =>
    Cloud.options.flatMap((cloud) => places[flow][cloud].gates.map(({ from, until }) => [flow, cloud, from, until])),
  );
};

describe('where a rule applies', () => {
  test('in its flows and in those that it is repeated in, in its clouds, from its first day to its last', () => {
    expect(placesOf({ ...usual, clouds: ['global'] })).toEqual([
      ['channel_check', 'global', 20180101, 20200630],
      ['purchase_check', 'global', 20180101, 20200630],
    ]);
    expect(placesOf({ ...usual, clouds: ['germany'], flows: ['gdap_groups'], also: undefined })).toEqual([
      ['gdap_groups', 'germany', 20180101, 20200630],
    ]);
  });

  test('everywhere, for ever, if it says nothing else', () => {
    expect(placesOf({ ...usual, until: undefined, clouds: 'all', flows: 'all' })).toEqual(
      Flow.options.flatMap((flow) => Cloud.options.map((cloud) => [flow, cloud, 20180101, 99991231])),
    );
  });

  test('in Germany too where exactly the global and US Government clouds are named, until it left', () => {
    const inGermany = (...clouds: [Cloud, ...Cloud[]]) =>
      placesOf({ ...usual, clouds, also: undefined }).filter(([, cloud]) => cloud === 'germany');
    expect(inGermany('global', 'us_gov')).toEqual([['channel_check', 'germany', 20180101, 20181204]]);
    expect(inGermany('global', 'china_21v')).toEqual([]);
    expect(inGermany('us_gov', 'china_21v')).toEqual([]);
    expect(inGermany('global', 'us_gov', 'china_21v')).toEqual([]);
    expect(inGermany('global')).toEqual([]);
    expect(inGermany('us_gov')).toEqual([]);
    expect(placesOf(usual).filter(([, cloud]) => cloud === 'china_21v')).toEqual([]);
    expect(placesOf({ ...usual, until: '2018-03-01', also: undefined }).at(-1)).toEqual([
      'channel_check',
      'germany',
      20180101,
      20180301,
    ]);
  });

  test('as a gate, unless it is a consequence', () => {
    const at = ({ gates, consequences }: (typeof rulebook)['places'][Flow][Cloud]) =>
      [gates, consequences].map((all) => all.length);
    expect(at(createRulebook([usual], '').places.channel_check.global)).toEqual([1, 0]);
    expect(at(createRulebook([{ ...usual, stage: 'gate' }], '').places.channel_check.global)).toEqual([1, 0]);
    expect(at(createRulebook([{ ...usual, stage: 'consequence' }], '').places.channel_check.global)).toEqual([0, 1]);
  });

  test('with the trigger of the flow, or always', () => {
    const when = () => true;
    const { channel_check: here, purchase_check: there } = createRulebook([{ ...usual, when }], '').places;
    expect([here.global.gates[0]?.fires, there.global.gates[0]?.fires]).toEqual([when, usual.also?.when]);
    const [always] = createRulebook([usual], '').places.channel_check.global.gates;
    expect(always?.fires({} as never, { flow: 'channel_check', cloud: 'global', asOf: day('2024-01-01') })).toBe(true);
  });
});

describe('what a flow needs to know', () => {
  const { needs } = createRulebook([usual], '');

  test('whatever a rule or the path looks at, in the order of the catalogue', () => {
    const bare = createRulebook([], '').needs;
    expect(bare.gdap_groups).toEqual([]);
    expect(bare.purchase_check).toEqual(['rel.reseller', 'item.kind']);
    expect(bare.licence_transfer).toEqual(['xfer.action', 'xfer.status']);
    expect(needs.purchase_check).toEqual(['actor.role', 'rel.reseller', 'item.kind', 'item.term']);
    expect(needs.gdap_groups).toEqual([]);
  });

  test('nothing but facts', () => {
    for (const path of Flow.options.flatMap((flow) => rulebook.needs[flow])) expect(factTypes.has(path)).toBe(true);
  });
});

describe('whether a rule is in force', () => {
  test.each([
    ['anywhere, at any time', {}, true],
    ['in its flow', { flow: 'channel_check' }, true],
    ['in the flow that it is repeated in', { flow: 'purchase_check' }, true],
    ['in another flow', { flow: 'gdap_request' }, false],
    ['in its cloud', { cloud: 'us_gov' }, true],
    ['in another cloud', { cloud: 'china_21v' }, false],
    ['on its first day', { on: '2018-01-01' }, true],
    ['the day before', { on: '2017-12-31' }, false],
    ['on its last day', { on: '2020-06-30' }, true],
    ['the day after', { on: '2020-07-01' }, false],
    ['on the last day of the German cloud', { cloud: 'germany', on: '2018-12-04' }, true],
    ['when the German cloud had left', { cloud: 'germany', on: '2018-12-05' }, false],
    ['in another cloud on its day', { cloud: 'china_21v', on: '2019-01-01' }, false],
    ['in its flow and cloud, but too late', { flow: 'channel_check', cloud: 'global', on: '2021-01-01' }, false],
    ['on its day, but in another flow', { flow: 'gdap_request', cloud: 'global', on: '2019-01-01' }, false],
  ] as const)('%s', (_, { on, ...where }: { flow?: Flow; cloud?: Cloud; on?: string }, inForce) => {
    expect(isInForce(usual, { ...where, on: on === undefined ? undefined : day(on) })).toBe(inForce);
  });
});

test('a rule that only informs adds no next steps', () => {
  const informs: Rule = { ...usual, severity: 'inform', flows: ['gdap_groups'], next: ['NS-PLACE-ORDER'], also: undefined };
  const situation = situationOf({ flow: 'gdap_groups', asOf: '2019-06-01', cloud: 'global' });
  expect(decide(situation, createRulebook([informs], '')).nextSteps).toEqual(['NS-ASSIGN-GDAP-GROUPS']);
  expect(decide(situation, createRulebook([{ ...informs, severity: 'warn' }], '')).nextSteps).toEqual([
    'NS-ASSIGN-GDAP-GROUPS',
    'NS-PLACE-ORDER',
  ]);
});
