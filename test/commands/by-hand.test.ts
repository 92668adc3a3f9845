import { describe, expect, test } from '@jest/globals';
import { byHandStill, doing, ending, happenedTo, inviting, switching, valuesOf, wordOf } from '../support/requests.ts';
import { createWorld } from '../support/world.ts';
import { reached } from './reached.ts';

// What people do themselves, and what is left of what machines could not do.

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

describe('retry-dead-letter and close-dead-letter', () => {
  const stuck = async () => {
    const { world, does } = setting();
    const id = await reached['admin-relationship'].stuck(world, does);
    const [letter] = await world.store.deadLetters();
    return { world, does, id, effect: letter?.id ?? '' };
  };

  test.each(['ana', 'ada', 'olav'] as const)('%s may try it once more: the case goes on, and it is done', async (name) => {
    const { world, does, id, effect } = await stuck();
    expect(wordOf(await does.says(name, 'retry-dead-letter', id, { effect }))).toBe('preparing');
    await world.settle();
    expect(await does.status(id)).toBe('awaiting-customer');
    expect(await world.store.deadLetters()).toStrictEqual([]);
  });

  test.each(['ana', 'ada', 'olav'] as const)('%s may close it, with a reason: it is not tried any more', async (name) => {
    const { world, does, id, effect } = await stuck();
    expect(valuesOf(await does.says(name, 'close-dead-letter', id, { effect, words: ' ' }))).toStrictEqual({ paths: 'words' });
    expect(wordOf(await does.says(name, 'close-dead-letter', id, { effect, words: 'Done on paper.' }))).toBe('stuck');
    expect(await world.store.deadLetters()).toStrictEqual([]);
    expect((await happenedTo(world, id)).at(-1)).toBe('dead-letter-closed');
  });

  test.each(['sven', 'hal', 'gunn'] as const)('%s has no part in it', async (name) => {
    const { world, does, id, effect } = await stuck();
    expect(wordOf(await does.says(name, 'retry-dead-letter', id, { effect }))).toBe('refusal.not-yours');
    expect(wordOf(await does.says(name, 'close-dead-letter', id, { effect, words: 'Away.' }))).toBe('refusal.not-yours');
    expect(await world.store.deadLetters()).toHaveLength(1);
  });

  test('not that of another case', async () => {
    const { world, does, effect } = await stuck();
    const other = await does.opened(inviting());
    const words = 'Away with it.';
    expect(wordOf(await does.says('ana', 'retry-dead-letter', other, { effect }))).toBe('refusal.no-such-letter');
    expect(wordOf(await does.says('ana', 'close-dead-letter', other, { effect, words }))).toBe('refusal.no-such-letter');
    expect(await happenedTo(world, other)).toStrictEqual(['case-opened']);
  });

  test('not what is still on its way, nor what there is not, nor what was revived already', async () => {
    const { does, id, effect } = await stuck();
    const waiting = await does.opened(inviting());
    expect(wordOf(await does.says('olav', 'retry-dead-letter', waiting, { effect: `${waiting}/1.1` }))).toBe(
      'refusal.no-such-letter',
    );
    expect(wordOf(await does.says('olav', 'retry-dead-letter', id, { effect: 'nothing' }))).toBe('refusal.no-such-letter');
    expect(await does.status(id)).toBe('stuck');
    await does.says('olav', 'retry-dead-letter', id, { effect });
    expect(wordOf(await does.says('olav', 'retry-dead-letter', id, { effect }))).toBe('refusal.no-such-letter');
  });

  test('two who try again at the same moment try once', async () => {
    const { world, does, id, effect } = await stuck();
    const answers = await Promise.all([
      does.says('ana', 'retry-dead-letter', id, { effect }),
      does.says('olav', 'retry-dead-letter', id, { effect }),
    ]);
    expect(answers.map(wordOf).sort()).toStrictEqual(['preparing', 'refusal.no-such-letter']);
    await world.settle();
    expect(world.asked.filter(({ kind }) => kind === 'create-relationship')).toHaveLength(2);
  });
});
