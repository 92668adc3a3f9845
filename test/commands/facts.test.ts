import { describe, expect, test } from '@jest/globals';
import { createHandle } from '../../src/commands/handle.ts';
import { doing, inviting, offered, switching } from '../support/requests.ts';
import { valuesOf, wordOf } from '../support/answers.ts';
import { createWorld } from '../support/world.ts';

// What the rules are asked with, and who has said it.

const setting = () => {
  const world = createWorld();
  return { world, does: doing(world) };
};

describe('what the services say', () => {
  test.each([
    ['Partner Center', inviting],
    ['Microsoft Graph', switching],
  ] as const)('%s cannot be reached: nothing is decided and nothing kept, and it is named', async (service, wish) => {
    const { world } = setting();
    world.unreachable.add(service);
    const asking = wish();
    expect(await world.handle(asking)).toStrictEqual({
      kind: 'failed',
      says: { key: 'failure.unreachable', values: { service } },
    });
    expect(await world.store.cases(null, 10)).toStrictEqual([]);
    expect(await world.store.answer(asking.key)).toBeNull();
  });

  test.each([
    ['is not known', undefined],
    ['is a word that the rules do not know', 'perhaps'],
  ])('a fact that %s decides nothing, and is named', async (_, value) => {
    const { world } = setting();
    world.facts.set('partner.type', value);
    const answer = await world.handle(inviting());
    expect([wordOf(answer), valuesOf(answer)]).toStrictEqual(['refusal.facts-missing', { paths: 'partner.type' }]);
    expect(await world.store.cases(null, 10)).toStrictEqual([]);
  });

  test('what people were not asked for is named as well', async () => {
    const { world } = setting();
    const told = { ...inviting().proposal.told, 'req.expects': undefined };
    expect(valuesOf(await world.handle(inviting({ told })))).toStrictEqual({ paths: 'req.expects' });
  });

  test('what was read counts, whatever was told', async () => {
    const { world } = setting();
    world.facts.set('customer.tenantKind', 'csp_transaction_tenant');
    const told = { ...inviting().proposal.told, 'customer.tenantKind': 'end_customer' };
    expect(wordOf(await world.handle(inviting({ told })))).toBe('refusal.rules');
  });

  test('what nobody but people could say is marked as told, for whoever decides', async () => {
    const { does } = setting();
    const { decisions } = await does.current(await does.opened(inviting()));
    expect(decisions[0]?.told).toContain('req.expects');
    expect(decisions[0]?.told).not.toContain('customer.tenantKind');
  });

  test('where the customer is counts as it was read; where nobody could read it, as it was told, and it is marked', async () => {
    const { world, does } = setting();
    const untold = { ...inviting().proposal.told, sameMarket: undefined };
    const { decisions } = await does.current(await does.opened(inviting({ told: untold })));
    expect(decisions[0]).toMatchObject({ facts: { sameMarket: true, customer: { tenantCountry: 'DE' } } });
    expect(decisions[0]?.told).toStrictEqual(expect.arrayContaining(['sameMarket', 'customer.tenantCountry']));
    world.facts.set('customer.tenantCountry', 'SE');
    const read = await does.current(await does.opened(inviting({ told: { ...untold, sameMarket: false } })));
    expect(read.decisions[0]).toMatchObject({ facts: { sameMarket: true, customer: { tenantCountry: 'SE' } } });
    expect(read.decisions[0]?.told).not.toContain('sameMarket');
    expect(read.decisions[0]?.told).not.toContain('customer.tenantCountry');
    world.facts.set('customer.tenantCountry', 'BR');
    const answer = await world.handle(inviting({ told: { ...untold, sameMarket: true } }));
    expect(wordOf(answer)).toBe('refusal.rules');
    expect(answer).toMatchObject({ decisions: [{ facts: { sameMarket: false } }, {}] });
  });

  test.each([
    ['with the customer', { country: 'BR' }, { 'customer.tenantCountry': 'SE' }],
    ['among the facts', { country: null }, { 'customer.tenantCountry': 'BR' }],
  ])('where nobody could read the country it may be told %s', async (_, more, told) => {
    for (const unread of [undefined, null]) {
      const { world } = setting();
      world.facts.set('customer.tenantCountry', unread);
      const asking = inviting({ told: { ...inviting().proposal.told, ...told } });
      const answer = await world.handle({ ...asking, customer: { ...asking.customer, ...more } });
      const decided = { facts: { sameMarket: false, customer: { tenantCountry: 'BR' } } };
      expect(answer).toMatchObject({ kind: 'refused', says: { key: 'refusal.rules' }, decisions: [decided, {}] });
      const marked = answer.kind === 'refused' ? answer.decisions[0]?.told : [];
      expect(marked).toStrictEqual(expect.arrayContaining(['customer.tenantCountry', 'sameMarket']));
      expect(new Set(marked).size).toBe(marked?.length);
    }
  });

  test('each fact is marked once as told, and none that is not there', async () => {
    const { world, does } = setting();
    world.facts.set('partner.country', undefined);
    const told = { ...inviting().proposal.told, sameMarket: true };
    const { decisions } = await does.current(await does.opened(inviting({ told })));
    expect(decisions[0]?.told.filter((path) => path === 'sameMarket')).toStrictEqual(['sameMarket']);
    const answer = await world.handle(inviting({ told: { ...told, sameMarket: undefined } }));
    expect([wordOf(answer), valuesOf(answer)]).toStrictEqual(['refusal.facts-missing', { paths: 'sameMarket' }]);
  });

  test('of ourselves nobody tells us anything: what Partner Center does not know is missing', async () => {
    const { world } = setting();
    world.facts.set('partner.mpaSigned', undefined);
    const told = { ...inviting().proposal.told, 'partner.mpaSigned': true };
    const answer = await world.handle(inviting({ told }));
    expect([wordOf(answer), valuesOf(answer)]).toStrictEqual(['refusal.facts-missing', { paths: 'partner.mpaSigned' }]);
  });

  test('what a service does not know of the customer wipes out nothing that was told, and is marked', async () => {
    const { world, does } = setting();
    world.facts.set('customer.tenantKind', undefined);
    const { decisions } = await does.current(await does.opened(inviting()));
    expect(decisions[0]).toMatchObject({ facts: { customer: { tenantKind: 'end_customer' } } });
    expect(decisions[0]?.told).toContain('customer.tenantKind');
  });

  test('what is said of a subscription is marked as told', async () => {
    const { does } = setting();
    const { decisions } = await does.current(await does.opened(switching()));
    expect(decisions[0]?.told).toStrictEqual(expect.arrayContaining(['item.kind', 'item.generation']));
    expect(decisions[0]?.told).not.toContain('xfer.action');
  });

  test('how far a transfer has come its case knows, whatever was told', async () => {
    const { world, does } = setting();
    const asked = switching();
    Object.assign(asked.proposal.told, { 'xfer.status': 'expired', 'xfer.requestAgeDays': 400, 'xfer.daysSinceAccept': 90 });
    const before = { xfer: { status: null, requestAgeDays: null, daysSinceAccept: null } };
    const id = await does.opened(asked);
    const { decisions } = await does.current(id);
    expect(decisions[0]).toMatchObject({ facts: before });
    expect(decisions[0]?.told.filter((path) => /xfer\.(status|requestAge|daysSince)/.test(path))).toStrictEqual([]);
    const offer = await does.opened(offered(world));
    world.wait({ days: 3 });
    await does.decide(offer, 'ada', { choice: 'agree', items: ['web-shop'], words: '' });
    const after = { xfer: { status: 'pending', requestAgeDays: 3, daysSinceAccept: null } };
    expect((await does.current(offer)).decisions[0]).toMatchObject({ facts: after });
  });

  test('a source that breaks is a bug, and not a no', async () => {
    const world = createWorld();
    const facts = { ...world.ports.facts, partner: { read: () => Promise.reject(new Error('cannot parse')) } };
    await expect(createHandle({ ...world.ports, facts })(inviting())).rejects.toThrow('cannot parse');
  });
});
