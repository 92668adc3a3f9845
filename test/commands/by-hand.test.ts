import { describe, expect, test } from '@jest/globals';
import { byHandStill, doing, ending, inviting, switching } from '../support/requests.ts';
import { happenedTo, rulesOf, valuesOf, wordOf } from '../support/answers.ts';
import { createWorld, house } from '../support/world.ts';
import { changingHouse } from './changing-house.ts';
import { reached } from './reached.ts';

// What people do themselves.

const setting = () => {
  const world = createWorld();
  return { world, does: doing(world) };
};

const LINK = 'https://partner.microsoftonline.cn/invite/1';

describe('confirm-item, where 21Vianet has no interface', () => {
  const inChina = async () => {
    const { world, does } = setting();
    const id = await does.opened({ ...inviting(), cloud: 'china_21v' });
    await does.approve(id, 'ada', '21Vianet has confirmed it.');
    await world.settle();
    return { world, does, id };
  };

  test('the link that somebody made goes on like what a service made; the last one asks the customer', async () => {
    const { world, does, id } = await inChina();
    expect(await does.current(id)).toMatchObject({ status: 'preparing', items: [{ code: 'make-gdap-invitation' }] });
    expect(wordOf(await does.confirm(id, 'ana', 'make-gdap-invitation', LINK))).toBe('awaiting-customer');
    expect((await happenedTo(world, id)).slice(-3)).toStrictEqual(['item-confirmed', 'invitation-prepared', 'invitation-ready']);
    expect(await does.current(id)).toMatchObject({ invitations: [{ what: 'reseller' }, { what: 'gdap', link: LINK }] });
  });

  test.each(['It is done.', 'http://partner.example/invite', 'javascript:alert(1)', 'https://'])(
    'without a link that could be sent it is not done: %s',
    async (evidence) => {
      const { does, id } = await inChina();
      expect(wordOf(await does.confirm(id, 'ana', 'make-gdap-invitation', evidence))).toBe('refusal.link-needed');
      expect(await does.current(id)).toMatchObject({ items: [{ done: null }] });
    },
  );

  test('the groups get their roles by hand as well, and then it runs', async () => {
    const { world, does, id } = await inChina();
    await does.confirm(id, 'ana', 'make-gdap-invitation', LINK);
    await does.accept(id);
    expect(await does.current(id)).toMatchObject({ status: 'granting', items: [{ code: 'assign-groups' }] });
    expect(wordOf(await does.confirm(id, 'ada', 'assign-groups'))).toBe('active');
    await world.settle();
    const end = await does.opened({ ...ending(id), cloud: 'china_21v' });
    await does.approve(end, 'gunn');
    expect(await does.current(end)).toMatchObject({ status: 'ending', items: [{ code: 'end-relationship' }] });
    expect(wordOf(await does.confirm(end, 'ada', 'end-relationship'))).toBe('ended');
  });
});

describe('confirm-item', () => {
  test('ticks off one thing, with what shows it; the last one leads on', async () => {
    const { world, does } = setting();
    const id = await reached['azure-switch'].preparing(world, does);
    const kept = await does.current(id);
    const codes = 'items' in kept ? kept.items.map(({ code }) => code) : [];
    expect(codes.length).toBeGreaterThan(2);
    for (const code of codes.slice(0, -1)) expect(wordOf(await does.confirm(id, 'ana', code))).toBe('preparing');
    expect(await does.current(id)).toMatchObject({ isSending: false });
    await does.confirm(id, 'ana', codes.at(-1) ?? '');
    expect(await does.current(id)).toMatchObject({ isSending: true });
    expect((await happenedTo(world, id)).slice(-2)).toStrictEqual(['item-confirmed', 'preparation-completed']);
  });

  test('not twice: the second hears who it was, and when', async () => {
    const { world, does } = setting();
    const id = await reached['azure-switch'].preparing(world, does);
    await does.confirm(id, 'ana', 'agreement-accepted');
    world.wait({ days: 2 });
    const again = await does.confirm(id, 'ada', 'agreement-accepted');
    expect([wordOf(again), valuesOf(again)]).toStrictEqual(['refusal.item-done', { who: 'Ana Ruiz', day: { day: '2026-03-02' } }]);
  });

  test.each(['coffee-made', '', '__proto__', 'assign-groups'])('not what is not on the list: %j', async (item) => {
    const { world, does } = setting();
    const id = await reached['azure-switch'].preparing(world, does);
    expect(wordOf(await does.confirm(id, 'ana', item))).toBe('refusal.unknown-item');
  });

  test('not by somebody who has no part in it, and not without a word', async () => {
    const { world, does } = setting();
    const id = await reached['azure-switch'].preparing(world, does);
    for (const name of ['sven', 'hal', 'olav'] as const)
      expect(wordOf(await does.confirm(id, name, 'agreement-accepted'))).toBe('refusal.not-yours');
    expect(wordOf(await does.confirm(id, 'ana', 'agreement-accepted', ' '))).toBe('refusal.unreadable');
    expect(wordOf(await does.confirm(id, 'ada', 'agreement-accepted'))).toBe('preparing');
  });

  test.each(['awaiting-approval', 'done', 'stuck', 'cancelled'] as const)(
    'nothing is ticked off while it is %s',
    async (status) => {
      const { world, does } = setting();
      const id = await reached['azure-switch'][status](world, does);
      expect(wordOf(await does.confirm(id, 'ana', 'partner-admin-link'))).toBe('refusal.not-now');
    },
  );

  test('two at the same moment are one after the other, and the last of them leads on', async () => {
    const { world, does } = setting();
    const id = await reached['azure-switch'].preparing(world, does);
    const kept = await does.current(id);
    const codes = 'items' in kept ? kept.items.map(({ code }) => code) : [];
    await Promise.all(codes.flatMap((code) => [does.confirm(id, 'ana', code), does.confirm(id, 'ada', code)]));
    const happened = await happenedTo(world, id);
    expect(happened.filter((type) => type === 'item-confirmed')).toHaveLength(codes.length);
    expect(happened.filter((type) => type === 'preparation-completed')).toHaveLength(1);
  });

  test('what goes by paper goes through every list, to its end', async () => {
    const does = doing(createWorld({ start: byHandStill }));
    const id = await does.opened(switching('manual-switch'));
    await does.approve(id, 'ada', 'The form is the one of this year.');
    await does.approve(id, 'bo');
    const stations = [await does.status(id)];
    while (stations.at(-1) !== 'done' && stations.length < 6) {
      await does.tickAll(id, 'ana');
      stations.push(await does.status(id));
    }
    expect(stations).toStrictEqual(['preparing', 'awaiting-other-partner', 'moving', 'handing-over', 'done']);
  });
});

describe('confirm-item asks the rules like a service', () => {
  const inChina = async (wish = inviting({ reseller: null })) => {
    const { world, does, changes } = changingHouse();
    const id = await does.opened({ ...wish, cloud: 'china_21v' });
    await does.approve(id, 'ada', '21Vianet has confirmed it.');
    return { world, does, id, changes };
  };

  test('before what is made by hand at Microsoft counts', async () => {
    const { world, does, id, changes } = await inChina();
    changes({ longestGdapDays: 90 });
    const answer = await does.confirm(id, 'ana', 'make-gdap-invitation', LINK);
    expect([wordOf(answer), rulesOf(answer)]).toStrictEqual(['refusal.rules', ['R-GDAP-NATCLOUD-CONFLICT', 'H-LONGEST-DURATION']]);
    expect((await happenedTo(world, id)).at(-1)).toBe('decision-changed');
    expect(await does.current(id)).toMatchObject({ status: 'awaiting-approval', approvals: [] });
    changes({ longestGdapDays: house.longestGdapDays });
    for (const words of ['', 'Still so.']) await does.approve(id, 'bo', words);
    expect(wordOf(await does.confirm(id, 'ana', 'make-gdap-invitation', LINK))).toBe('awaiting-customer');
  });

  test('an invitation is taken back by hand without asking: that undoes something', async () => {
    const { does, id, changes } = await inChina();
    await does.confirm(id, 'ana', 'make-gdap-invitation', LINK);
    expect(wordOf(await does.withdraw(id, 'ana'))).toBe('ending');
    changes({ longestGdapDays: 90 });
    expect(wordOf(await does.confirm(id, 'ana', 'end-relationship'))).toBe('ended');
  });

  test.each([
    ['new-subscription', 'moving'],
    ['manual-switch', 'awaiting-other-partner'],
  ] as const)('before the last preparation for %s is done, and not before the others', async (procedure, next) => {
    const { does, changes } = changingHouse(house, procedure === 'manual-switch' ? byHandStill : undefined);
    const id = await does.opened(switching(procedure));
    for (const name of ['ada', 'bo'] as const) await does.approve(id, name, 'The form is the one of this year.');
    const kept = await does.current(id);
    const codes = 'items' in kept ? kept.items.map(({ code }) => code) : [];
    const last = codes.pop() ?? '';
    changes({ excludedCustomers: ['contoso.example'] });
    for (const code of codes) expect(wordOf(await does.confirm(id, 'ana', code))).toBe('preparing');
    expect(wordOf(await does.confirm(id, 'ana', last))).toBe('refusal.rules');
    expect(await does.status(id)).toBe('awaiting-approval');
    changes({ excludedCustomers: house.excludedCustomers });
    for (const name of ['ada', 'bo', 'ada'] as const) await does.approve(id, name, 'They are not ours.');
    await does.tickAll(id, 'ana');
    expect(await does.status(id)).toBe(next);
  });

  test('where a transfer tool is used its request is asked, and not the tick', async () => {
    const { world, does } = setting();
    const id = await reached['azure-switch'].preparing(world, does);
    world.facts.set('partner.mpaSigned', false);
    await does.tickAll(id, 'ana');
    expect(await does.current(id)).toMatchObject({ status: 'preparing', isSending: true });
    await world.settle();
    expect(await does.status(id)).toBe('awaiting-approval');
  });
});
