import { describe, expect, test } from '@jest/globals';
import { instant } from '../../src/cases/time.ts';
import type { Notice } from '../../src/sandbox/announce.ts';
import { createWorld } from '../../src/sandbox/create-world.ts';
import { addPartners } from '../../src/sandbox/partners.ts';
import { instantly, lifelike, secondsFor } from '../../src/sandbox/timing.ts';
import type { News, World } from '../../src/sandbox/world.ts';
import { nordlys, solsikke } from '../support/sandbox-world.ts';

const START = Date.parse('2026-03-02T09:00:00.000Z');

const clocked = (beginning: Partial<Parameters<typeof createWorld>[0]> = {}) => {
  let now = START;
  const world = createWorld({ now: () => instant(now), ...beginning });
  const pass = (seconds: number): void => {
    now += seconds * 1000;
    world.settle();
  };
  return { world, pass };
};

const after = (seconds: number): string => instant(START + seconds * 1000);

describe('what happens by itself', () => {
  test('happens in the order of time, each at its own time, however late somebody looks', () => {
    const { world, pass } = clocked();
    const happened: string[] = [];
    const note = (name: string) => () => happened.push(`${name} ${world.now()}`);
    world.inSeconds(30, note('third'));
    world.inSeconds(10, note('first'));
    world.inSeconds(10, note('second'));
    pass(3600);
    expect(happened).toStrictEqual([`first ${after(10)}`, `second ${after(10)}`, `third ${after(30)}`]);
    expect(world.now()).toBe(after(3600));
  });

  test('happens too when it was set going by something that has just happened', () => {
    const { world, pass } = clocked();
    const happened: string[] = [];
    world.inSeconds(10, () => {
      world.inSeconds(5, () => happened.push(world.now()));
      world.inSeconds(500, () => happened.push('too early'));
    });
    pass(60);
    expect(happened).toStrictEqual([after(15)]);
  });

  test('does not happen before its time', () => {
    const { world, pass } = clocked();
    let happened = false;
    world.inSeconds(10, () => (happened = true));
    pass(9.999);
    expect(happened).toBe(false);
    pass(0.001);
    expect(happened).toBe(true);
  });

  test('goes on after something has failed to happen, and says so', () => {
    const told: string[] = [];
    const { world, pass } = clocked({ tell: (sentence) => told.push(sentence) });
    let happened = false;
    world.inSeconds(1, () => {
      throw new Error('the floor is wet');
    });
    world.inSeconds(2, () => (happened = true));
    pass(5);
    expect(happened).toBe(true);
    expect(told).toStrictEqual([`Something failed to happen at ${after(1)}: Error: the floor is wet`]);
    expect(world.now()).toBe(after(5));
  });

  test('is not run twice when it looks at the world itself', () => {
    const { world, pass } = clocked();
    let times = 0;
    world.inSeconds(1, () => {
      times += 1;
      world.settle();
    });
    world.inSeconds(1, () => (times += 1));
    pass(2);
    expect(times).toBe(2);
  });
});

test('the same seed makes the same ids, another seed others', () => {
  const ids = (seed: number): readonly string[] => {
    const { world } = clocked({ seed });
    return [world.uuid(), world.uuid(), String(world.fraction())];
  };
  expect(ids(4)).toStrictEqual(ids(4));
  expect(ids(4)).not.toStrictEqual(ids(5));
  expect(ids(4)[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('a step takes as long as its timing says', () => {
  const { world } = clocked();
  const [from, to] = lifelike.activation;
  for (let draw = 0; draw < 50; draw++) {
    const seconds = secondsFor(world, 'activation');
    expect(seconds).toBeGreaterThanOrEqual(from);
    expect(seconds).toBeLessThan(to);
  }
  expect(secondsFor(clocked({ timing: instantly }).world, 'activation')).toBe(0);
});

describe('news', () => {
  const news: News = {
    partner: nordlys,
    customer: solsikke,
    resourceType: 'transfer',
    operation: 'create_transfer',
    resourceId: '74a5f001-0001-4701-8701-000000000071',
    newValue: { Status: 'Pending' },
    event: 'create-transfer',
  };

  const withPost = (events: readonly string[]) => {
    const delivered: Notice[] = [];
    const { world, pass } = clocked({ timing: { webhook: [20, 20] }, deliver: (notice) => delivered.push(notice) });
    addPartners(world);
    const modifiedAt = world.now();
    world.registrations.set(nordlys, { subscriberId: 's', url: 'http://127.0.0.1:1/', events, inOwnHeader: false, modifiedAt });
    return { world, pass, delivered };
  };

  const idsIn = (world: World): readonly string[] => world.audit.map(({ id }) => id);

  test('are written down under an id of partner, customer, thing, operation and ticks', () => {
    const { world } = withPost([]);
    world.announce(news);
    world.announce({ ...news, resourceType: 'customer', operation: 'reseller_relationship_accepted', resourceId: null });
    expect(idsIn(world)).toStrictEqual([
      `${nordlys}_${solsikke}_74a5f001-0001-4701-8701-000000000071_createtransfer_639080388000000000`,
      `${nordlys}_${solsikke}_resellerrelationshipaccepted_639080388000000001`,
    ]);
    expect(world.audit[0]?.newValue).toBe('{"Status":"Pending"}');
    expect(world.audit[0]?.customizedData).toStrictEqual([{ key: 'TransferId', value: news.resourceId }]);
  });

  test('go to a partner that has registered for the event, some seconds later, with the time at which it happened', () => {
    const { world, pass, delivered } = withPost(['create-transfer']);
    world.announce(news);
    world.announce({ ...news, event: 'update-transfer' });
    world.announce({ ...news, event: null });
    pass(19);
    expect(delivered).toHaveLength(0);
    pass(1);
    expect(delivered.map(({ news: { event }, at, auditId }) => [event, at, auditId])).toStrictEqual([
      ['create-transfer', after(0), idsIn(world)[0]],
    ]);
  });

  test('of a cloud without audit records are not written down', () => {
    const { world } = withPost([]);
    const china = [...world.partners.values()].find(({ cloud }) => cloud === 'china_21v');
    world.announce({ ...news, partner: china?.tenantId ?? '' });
    expect(world.audit).toHaveLength(0);
  });

  test('without an operation are sent without a record', () => {
    const { world, pass, delivered } = withPost(['test-created']);
    world.announce({ ...news, operation: null, event: 'test-created' });
    pass(60);
    expect(world.audit).toHaveLength(0);
    expect(delivered[0]?.auditId).toBeNull();
  });
});
