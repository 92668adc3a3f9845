import { describe, expect, test } from '@jest/globals';
import { doing, ending, inviting, renewing } from '../support/requests.ts';
import { rulesOf, valuesOf, wordOf } from '../support/answers.ts';
import { createWorld, house } from '../support/world.ts';
import { changingHouse } from './changing-house.ts';
import { reached } from './reached.ts';

const setting = () => {
  const world = createWorld();
  return { world, does: doing(world) };
};

const admin = reached['admin-relationship'];
const azure = reached['azure-switch'];

describe('renew-admin and end-admin are requests like any other', () => {
  test('anew: another relationship beside the old one, which is told once the new one runs', async () => {
    const { world, does } = setting();
    const old = await admin.active(world, does);
    const id = await does.opened(renewing(old));
    expect(await does.current(id)).toMatchObject({ status: 'awaiting-approval', proposal: { of: old, how: 'anew' } });
    await does.approve(id, 'ada');
    await world.settle();
    await does.accept(id);
    expect(await does.current(old)).toMatchObject({ renewedBy: null });
    await world.settle();
    expect(await does.status(id)).toBe('active');
    expect(await does.current(old)).toMatchObject({ status: 'active', renewedBy: id });
    const again = await world.handle(renewing(old));
    expect([wordOf(again), valuesOf(again)]).toStrictEqual(['refusal.renewed-already', { id }]);
  });

  test('once at a time: a second renewal is refused while one is open, and names it', async () => {
    const { world, does } = setting();
    const old = await admin.active(world, does);
    const other = await does.opened(ending(old));
    const first = await does.opened(renewing(old));
    const refusal = ['refusal.renewal-open', { id: first }];
    const again = async () => {
      const answer = await world.handle(renewing(old, 'anew', 'sven'));
      return [wordOf(answer), valuesOf(answer)];
    };
    expect(await again()).toStrictEqual(refusal);
    await does.sendBack(first, 'bo');
    expect(await again()).toStrictEqual(refusal);
    await does.answer(first, 'ana');
    await does.approve(first, 'ada');
    await world.settle();
    expect([await does.status(first), await again()]).toStrictEqual(['awaiting-customer', refusal]);
    // Accepted, and the old case has not heard of it yet.
    await does.accept(first);
    expect(await again()).toStrictEqual(refusal);
    await world.settle();
    expect(await again()).toStrictEqual(['refusal.renewed-already', { id: first }]);
    expect(await does.status(other)).toBe('awaiting-approval');
  });

  test.each([
    ['declined', 'decline', 'bo'],
    ['withdrawn', 'withdraw', 'ana'],
  ] as const)('one that was %s is in nobody’s way, nor is one of another relationship', async (_, ends, by) => {
    const { world, does } = setting();
    const [old, another] = [await admin.active(world, does), await admin.active(world, does)];
    await does.opened(renewing(another));
    await does[ends](await does.opened(renewing(old)), by);
    expect(wordOf(await world.handle(renewing(old)))).toBe('awaiting-approval');
  });

  test('of two who ask for it at the same moment one does', async () => {
    const { world, does } = setting();
    const old = await admin.active(world, does);
    const answers = await Promise.all([world.handle(renewing(old)), world.handle(renewing(old, 'anew', 'sven'))]);
    expect(answers.map(wordOf)).toStrictEqual(['awaiting-approval', 'refusal.renewal-open']);
    const twice = renewing(await admin.active(world, does));
    expect((await Promise.all([world.handle(twice), world.handle(twice)])).map(wordOf)).toStrictEqual(
      Array(2).fill('awaiting-approval'),
    );
  });

  test('extended: the same relationship for longer, and the customer is asked nothing', async () => {
    const { world, does } = changingHouse({ ...house, longestGdapDays: undefined });
    const old = await admin.active(world, does);
    const id = await does.opened(renewing(old, 'extend'));
    expect(await does.current(id)).toMatchObject({ proposal: { how: 'extend', relationshipId: `rel-${old}` } });
    await does.approve(id, 'ada');
    const before = [...world.done.values()].filter(({ kind }) => kind === 'send-letter').length;
    await world.settle();
    expect([...world.done.values()].map(({ kind }) => kind)).toContain('extend-relationship');
    expect(await does.status(id)).toBe('active');
    // The very same relationship: one case looks after it. The tie stays with the old one.
    expect(await does.current(old)).toMatchObject({
      status: 'active',
      invitations: [{ what: 'reseller' }],
      relationshipId: null,
      endsAt: null,
    });
    const letters = [...world.done.values()].filter((effect) => effect.kind === 'send-letter').slice(before);
    expect(letters).not.toContainEqual({ kind: 'send-letter', letter: 'invitation' });
  });

  test('extended, where there was nothing beside it: the old case has nothing left to look after', async () => {
    const { world, does } = changingHouse({ ...house, longestGdapDays: undefined });
    const old = await does.opened(inviting({ reseller: null }));
    await does.approve(old, 'ada');
    await world.settle();
    await does.accept(old);
    await world.settle();
    const id = await does.opened(renewing(old, 'extend'));
    await does.approve(id, 'ada');
    await world.settle();
    expect([await does.status(id), await does.status(old)]).toStrictEqual(['active', 'ended']);
    expect(await does.current(old)).toMatchObject({ why: 'renewed' });
  });

  test('not extended by a house that limits how long it may last: what extends itself lasts longer than any limit', async () => {
    const { world, does } = setting();
    const answer = await world.handle(renewing(await admin.active(world, does), 'extend'));
    expect([wordOf(answer), rulesOf(answer)]).toStrictEqual(['refusal.rules', ['H-AUTO-EXTENSION']]);
  });

  test.each([
    ['that is not active yet', 'awaiting-customer'],
    ['that has ended', 'ended'],
  ] as const)('nothing is renewed or ended %s', async (_, status) => {
    const { world, does } = setting();
    const old = await admin[status](world, does);
    for (const asked of [renewing(old), ending(old)]) {
      const answer = await world.handle(asked);
      expect([wordOf(answer), valuesOf(answer)]).toStrictEqual(['refusal.not-active', { id: old }]);
    }
  });

  test('nor a switch, which is no relationship', async () => {
    const { world, does } = setting();
    const other = await azure.moving(world, does);
    expect(wordOf(await world.handle(renewing(other)))).toBe('refusal.not-active');
    expect(wordOf(await world.handle(ending(other)))).toBe('refusal.not-active');
  });

  test('the end of a relationship needs a Global admin, and the case of the relationship hears of it', async () => {
    const { world, does } = setting();
    const old = await admin.active(world, does);
    const id = await does.opened(ending(old));
    expect(wordOf(await does.approve(id, 'bo'))).toBe('refusal.not-an-approver');
    expect(wordOf(await does.approve(id, 'gunn'))).toBe('ending');
    await world.settle();
    expect([await does.status(id), await does.status(old)]).toStrictEqual(['ended', 'active']);
    expect(await does.current(old)).toMatchObject({ invitations: [{ what: 'reseller' }], relationshipId: null, endsAt: null });
    expect(world.told().map(({ says }) => says)).toContain('told.part-ended');
  });

  test('the end of one half leaves the other; the end of both is the end', async () => {
    const { world, does } = setting();
    const old = await admin.active(world, does);
    const tie = await does.opened(ending(old, { what: 'reseller_relationship' }));
    await does.approve(tie, 'gunn');
    await world.settle();
    expect(await does.current(old)).toMatchObject({
      status: 'active',
      invitations: [{ what: 'gdap' }],
      relationshipId: `rel-${old}`,
    });
    const rest = await does.opened(ending(old));
    await does.approve(rest, 'gunn');
    await world.settle();
    expect(await does.current(old)).toMatchObject({ status: 'ended', why: 'ended-by-us' });
  });

  test('what is not there is neither ended nor renewed: without granular admin only the tie', async () => {
    const { world, does } = setting();
    const old = await does.opened(inviting({ gdap: null }));
    await does.approve(old, 'ada');
    await world.settle();
    await does.accept(old);
    expect(await does.status(old)).toBe('active');
    for (const asked of [ending(old), renewing(old), renewing(old, 'extend')]) {
      const answer = await world.handle(asked);
      expect([wordOf(answer), valuesOf(answer)]).toStrictEqual(['refusal.not-active', { id: old }]);
    }
    expect(wordOf(await world.handle(ending(old, { what: 'reseller_relationship' })))).toBe('awaiting-approval');
  });

  test('and without the tie only granular admin', async () => {
    const { world, does } = setting();
    const old = await does.opened(inviting({ reseller: null }));
    await does.approve(old, 'ada');
    await world.settle();
    await does.accept(old);
    await world.settle();
    expect(await does.status(old)).toBe('active');
    expect(wordOf(await world.handle(ending(old, { what: 'reseller_relationship' })))).toBe('refusal.not-active');
    expect(wordOf(await world.handle(renewing(old)))).toBe('awaiting-approval');
    expect(wordOf(await world.handle(ending(old)))).toBe('awaiting-approval');
  });

  test('a sales agent may not ask for it', async () => {
    const { world } = setting();
    expect(wordOf(await world.handle(ending(null, {}, 'ana')))).toBe('refusal.rules');
  });

  test('whose relationship it is the case knows: the end is not asked for in the name of another customer', async () => {
    const { world, does } = setting();
    const old = await admin.active(world, does);
    const { customer } = inviting();
    const other = { ...customer, tenant: 'c0570002-0002-4c02-8c02-0000000000c2' };
    const answer = await world.handle(ending(old, { customer: other }));
    expect([wordOf(answer), valuesOf(answer)]).toStrictEqual(['refusal.other-customer', { id: old }]);
    const id = await does.opened(ending(old, { relationshipId: 'somebody-elses' }));
    expect(await does.current(id)).toMatchObject({ proposal: { relationshipId: `rel-${old}` } });
  });

  test('a relationship from before is ended without a case; one whose number nobody knows, by hand', async () => {
    const { world, does } = setting();
    const known = await does.opened(ending(null, { relationshipId: 'gdap-1' }));
    await does.approve(known, 'gunn');
    await world.settle();
    expect(await does.status(known)).toBe('ended');
    const unknown = await does.opened(ending(null));
    await does.approve(unknown, 'gunn');
    await world.settle();
    expect(await does.current(unknown)).toMatchObject({ status: 'ending', items: [{ code: 'end-relationship' }] });
    expect(wordOf(await does.confirm(unknown, 'ada', 'end-relationship'))).toBe('ended');
  });
});
