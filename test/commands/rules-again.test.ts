import { describe, expect, test } from '@jest/globals';
import type { Case } from '../../src/cases/case.ts';
import { inviting, switching } from '../support/requests.ts';
import type { Name } from '../support/requests.ts';
import { happenedTo, rulesOf, wordOf } from '../support/answers.ts';
import { house } from '../support/world.ts';
import type { World } from '../support/world.ts';
import type { HouseRules } from '../../src/policy/index.ts';
import { changingHouse, inUsGov, two } from './changing-house.ts';

describe('what the rules leave to a person', () => {
  test('is answered in words, once, and the answer is kept with the name', async () => {
    const { does } = changingHouse(two);
    const id = await does.opened(inUsGov());
    const silent = await does.approve(id, 'ada');
    expect([wordOf(silent), rulesOf(silent)]).toStrictEqual([
      'refusal.review-needed',
      ['R-USGOV-DAP-RETIREMENT-CONFLICT', 'R-USGOV-RELREQ-CONFLICT', 'R-GDAP-NATCLOUD-CONFLICT'],
    ]);
    expect(wordOf(await does.approve(id, 'ada', 'Support has confirmed it, ticket 7.'))).toBe('awaiting-approval');
    expect((await does.current(id)).answered).toMatchObject({
      reviewer: { id: 'ada' },
      words: 'Support has confirmed it, ticket 7.',
    });
    // The second is not asked the same again.
    expect(wordOf(await does.approve(id, 'bo'))).toBe('preparing');
    expect((await does.current(id)).answered).toMatchObject({ reviewer: { id: 'ada' } });
  });

  test('words of nothing but spaces are none', async () => {
    const { does } = changingHouse();
    const id = await does.opened(inUsGov());
    expect(wordOf(await does.approve(id, 'ada', ' \n '))).toBe('refusal.review-needed');
  });

  test('is asked again when something new is left to a person', async () => {
    const { world, does } = changingHouse(two);
    const id = await does.opened(inUsGov());
    await does.approve(id, 'ada', 'Support has confirmed it.');
    world.facts.set('customer.otherCspPartners', 2);
    expect(wordOf(await does.approve(id, 'bo'))).toBe('refusal.changed');
    const silent = await does.approve(id, 'bo');
    expect(wordOf(silent)).toBe('refusal.review-needed');
    expect(rulesOf(silent)).toContain('R-USGOV-SINGLE-PARTNER');
    expect(wordOf(await does.approve(id, 'bo', 'Support knows of the other partner.'))).toBe('awaiting-approval');
    expect((await does.current(id)).answered).toMatchObject({ reviewer: { id: 'bo' } });
  });

  test('is asked again when the same is left on other facts', async () => {
    const { world, does } = changingHouse(two);
    const id = await does.opened(inUsGov());
    await does.approve(id, 'ada', 'Support has confirmed it.');
    world.facts.set('partner.type', 'indirect_provider');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('refusal.review-needed');
  });

  test('is not asked again when it is carried out', async () => {
    const { world, does } = changingHouse();
    const id = await does.opened(inUsGov(inviting({ reseller: null })));
    await does.approve(id, 'ada', 'Support has confirmed it.');
    await world.settle();
    expect(await does.status(id)).toBe('awaiting-customer');
  });

  test('is asked again after a question was answered: what was agreed to is gone', async () => {
    const { does } = changingHouse(two);
    const id = await does.opened(inUsGov());
    await does.approve(id, 'ada', 'Support has confirmed it.');
    await does.sendBack(id, 'bo');
    await does.answer(id, 'ana');
    expect(await does.current(id)).toMatchObject({ approvals: [], answered: null });
    expect(wordOf(await does.approve(id, 'bo'))).toBe('refusal.review-needed');
  });
});

describe('the rules are asked again right before something is done outside', () => {
  const services = (world: World) => [...world.done.values()].map(({ kind }) => kind).filter((kind) => /link|create/.test(kind));

  test('what they refuse by then is not done, and goes back to a person with the new decisions', async () => {
    const { world, does } = changingHouse();
    const id = await does.opened(inviting());
    await does.approve(id, 'ada');
    world.facts.set('customer.tenantKind', 'csp_transaction_tenant');
    await world.settle();
    expect(await does.current(id)).toMatchObject({
      status: 'awaiting-approval',
      approvals: [],
      decisions: [{ verdict: 'deny' }, { verdict: 'allow' }],
    });
    expect(services(world)).toStrictEqual([]);
    expect(await happenedTo(world, id)).toStrictEqual(['case-opened', 'approval-given', 'case-approved', 'decision-changed']);
    expect(wordOf(await does.approve(id, 'bo'))).toBe('refusal.rules');
    world.facts.delete('customer.tenantKind');
    await does.approve(id, 'bo');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('preparing');
    await world.settle();
    expect(services(world)).toStrictEqual(['get-reseller-link', 'create-relationship']);
  });

  test('of two wishes in one request neither is done when one of them is refused', async () => {
    const { world, does, changes } = changingHouse();
    const id = await does.opened(inviting());
    await does.approve(id, 'ada');
    changes({ longestGdapDays: 90 });
    await world.settle();
    expect(await does.current(id)).toMatchObject({
      status: 'awaiting-approval',
      decisions: [{ verdict: 'allow' }, { verdict: 'deny' }],
    });
    expect(services(world)).toStrictEqual([]);
  });

  test('what is newly left to a person goes back to one, too', async () => {
    const { world, does } = changingHouse();
    const id = await does.opened(inUsGov(inviting({ gdap: null })));
    await does.approve(id, 'ada', 'Support has confirmed it.');
    world.facts.set('customer.otherCspPartners', 2);
    const effect = { kind: 'get-reseller-link' };
    expect(wordOf(await does.reports('clear-execution', id, { effect }))).toBe('awaiting-approval');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('refusal.review-needed');
  });

  test.each<readonly [string, HouseRules['approvals']]>([
    ['asks for two by now', two.approvals],
    ['names nobody any more', []],
  ])('where the house %s what one has agreed to goes back to a person', async (_, approvals) => {
    const { world, does, changes } = changingHouse();
    const id = await does.opened(inviting());
    await does.approve(id, 'ada');
    changes({ approvals });
    await world.settle();
    expect(services(world)).toStrictEqual([]);
    expect(await does.current(id)).toMatchObject({ status: 'awaiting-approval', approvals: [] });
    expect((await happenedTo(world, id)).at(-1)).toBe('decision-changed');
    expect((await does.current(id)).approval.roles).toStrictEqual(['admin_agent']);
    // Once enough of those whom it names have agreed, it is done.
    changes({ approvals: two.approvals });
    await does.approve(id, 'bo');
    if ((await does.current(id)).approvals.length === 0) await does.approve(id, 'bo');
    expect(wordOf(await does.approve(id, 'ada'))).toBe('preparing');
    await world.settle();
    expect(services(world)).toStrictEqual(['get-reseller-link', 'create-relationship']);
  });

  test('where it asks for fewer than have agreed, they are enough', async () => {
    const { world, does, changes } = changingHouse(two);
    const id = await does.opened(inviting());
    for (const name of ['ada', 'bo'] as const) await does.approve(id, name);
    changes({ approvals: house.approvals });
    await world.settle();
    expect(await does.status(id)).toBe('awaiting-customer');
  });

  test('what changes and decides nothing is noted, and it is done', async () => {
    const { world, does } = changingHouse();
    const id = await does.opened(inviting());
    await does.approve(id, 'ada');
    world.facts.set('customer.mca', 'none');
    await world.settle();
    expect(await happenedTo(world, id)).toContain('execution-cleared');
    expect(await does.status(id)).toBe('awaiting-customer');
  });

  test('what was ticked off is not asked for again: once it is agreed to anew, the transfer goes out', async () => {
    const { world, does } = changingHouse();
    const id = await does.opened(switching());
    const agree = async (...names: readonly Name[]) => {
      for (const name of names) await does.approve(id, name);
    };
    await agree('ada', 'bo');
    await does.tickAll(id, 'ana', 'Marta has it in writing.');
    world.facts.set('partner.mpaSigned', false);
    await world.settle();
    expect(await does.status(id)).toBe('awaiting-approval');
    world.facts.delete('partner.mpaSigned');
    await agree('ada', 'ada', 'bo');
    expect(await does.current(id)).toMatchObject({ status: 'preparing', isSending: true });
    const { items } = (await does.current(id)) as Extract<Case, { status: 'preparing' }>;
    expect(items.map(({ done }) => done?.evidence)).toStrictEqual(Array(5).fill('Marta has it in writing.'));
    await world.settle();
    expect(await does.status(id)).toBe('awaiting-other-partner');
  });

  test('the invitation is not written while the rules refuse its letter: the case waits for a person', async () => {
    const { world, does } = changingHouse();
    const id = await does.opened(inviting());
    await does.approve(id, 'ada');
    world.facts.set('msg.linkState', 'changed');
    await world.settle();
    expect([...world.done.values()].map(({ kind }) => kind)).not.toContain('send-letter');
    expect(await does.status(id)).toBe('stuck');
  });
});
