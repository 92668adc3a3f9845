import { describe, expect, test } from '@jest/globals';
import type { CaseId } from '../../src/cases/ids.ts';
import { HouseRules } from '../../src/policy/index.ts';
import type { OutsideKind } from '../../src/ports.ts';
import { doing, ending, inviting, renewing } from '../support/requests.ts';
import type { Name } from '../support/requests.ts';
import { happenedTo, rulesOf, wordOf } from '../support/answers.ts';
import { createWorld, house } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { changingHouse, inUsGov, two } from './changing-house.ts';
import { reached } from './reached.ts';

// What is left of what machines could not do.

const setting = () => {
  const world = createWorld();
  return { world, does: doing(world) };
};

const LINK = 'https://partner.microsoftonline.cn/invite/1';

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
    expect(wordOf(await does.says(name, 'close-dead-letter', id, { effect, words: ' ' }))).toBe('refusal.words-needed');
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

describe('what execution has newly left to a person needs as many different people as the approval did', () => {
  /** One is enough to ask the customer; what is left open about a letter two have to answer. */
  const twoForLetters = HouseRules.parse({
    ...house,
    approvals: [
      ...house.approvals,
      { verdicts: ['needs_review'], flows: ['invitation_message'], roles: ['admin_agent'], people: 2 },
    ],
  });

  /** The invitation is to be sent by a host that nobody there can be sure of. */
  const inDoubt = async (rules = two) => {
    const { world, does } = changingHouse(rules);
    const id = await does.opened(inUsGov(inviting({ reseller: null })));
    for (const name of ['ada', 'bo'] as const) await does.approve(id, name, 'Support has confirmed it.');
    world.facts.set('msg.hostAllowListed', false);
    await world.settle();
    expect(await does.current(id)).toMatchObject({ status: 'stuck', trouble: { effect: 'send-letter', code: 'decision-changed' } });
    const effect = (await world.store.deadLetters())[0]?.id;
    const retry = (by: Name, words = '') => does.says(by, 'retry-dead-letter', id, { effect, words });
    return { world, does, id, retry };
  };
  const isSent = (world: World) => [...world.done.values()].some(({ kind }) => kind === 'send-letter');

  test.each([
    ['two have approved it', two],
    ['one has, and the house wants two for this', twoForLetters],
  ])('%s: until the second has answered nothing is tried again', async (_, rules) => {
    const { world, does, id, retry } = await inDoubt(rules);
    const silent = await retry('ada');
    expect([wordOf(silent), rulesOf(silent)]).toStrictEqual([
      'refusal.review-needed',
      ['R-GDAP-NATCLOUD-CONFLICT', 'R-LINK-HOST-NATIONAL'],
    ]);
    expect(await retry('ada', 'It is the host of our own.')).toMatchObject({
      kind: 'done',
      status: 'stuck',
      happened: ['review-answered'],
    });
    await world.run({ days: 1 });
    expect([isSent(world), (await world.store.deadLetters()).length]).toStrictEqual([false, 1]);
    expect(wordOf(await retry('bo'))).toBe('refusal.review-needed');
    expect(wordOf(await retry('bo', 'I have looked it up as well.'))).toBe('awaiting-customer');
    await world.settle();
    expect([isSent(world), await does.status(id), await world.store.deadLetters()]).toStrictEqual([true, 'awaiting-customer', []]);
    expect((await does.current(id)).answered).toMatchObject({ reviewer: { id: 'bo' } });
  });

  test('the same person is not the second, however often; nor is whoever asked for it, nor anybody of another role', async () => {
    const { retry } = await inDoubt();
    await retry('ada', 'It is the host of our own.');
    expect(wordOf(await retry('ada', 'I am sure.'))).toBe('refusal.approved-already');
    expect(wordOf(await retry('ana', 'Marta says so.'))).toBe('refusal.own-request');
    expect(wordOf(await retry('olav', 'It has to go out.'))).toBe('refusal.not-an-approver');
    expect(wordOf(await retry('sven', 'It has to go out.'))).toBe('refusal.not-yours');
  });

  test('two at the same moment are two', async () => {
    const { retry } = await inDoubt();
    const answers = await Promise.all([retry('ada', 'I have looked it up.'), retry('bo', 'I have looked it up.')]);
    expect(answers.map(wordOf)).toStrictEqual(['stuck', 'awaiting-customer']);
  });

  test('whoever has answered cannot take it over afterwards: the answer would come from somebody who asks', async () => {
    const { does, id, retry } = await inDoubt(twoForLetters);
    await retry('bo', 'It is the host of our own.');
    expect(wordOf(await does.takeOver(id, 'bo'))).toBe('refusal.approved-by-you');
  });
});

describe('close-dead-letter, because it was done by hand: what is stuck goes on', () => {
  type Way = (world: World, does: ReturnType<typeof doing>) => Promise<CaseId>;
  const no = { kind: 'refused', code: '900145', words: '' } as const;
  const { preparing, granting, active, ending: ends } = reached['admin-relationship'];
  const { moving, 'awaiting-other-partner': sent, 'awaiting-our-decision': asked } = reached['azure-switch'];

  /** Stuck, with the dead letter that it is stuck because of. */
  const stuckAt = async (way: Way, kind: OutsideKind, world = createWorld()) => {
    const does = doing(world);
    const id = await way(world, does);
    world.faults.set(kind, [no]);
    await world.settle();
    expect(await does.current(id)).toMatchObject({ status: 'stuck', trouble: { effect: kind } });
    const letter = (await world.store.deadLetters()).find(({ effect }) => effect.kind === kind);
    const close = (isDone: boolean) =>
      does.says('ada', 'close-dead-letter', id, { effect: letter?.id, words: 'Done in the portal.', isDone });
    return { world, does, id, close };
  };

  const endsTheTie: Way = async (world, does) => {
    const id = await does.opened(ending(await active(world, does), { what: 'reseller_relationship' }));
    await does.approve(id, 'gunn');
    return id;
  };
  const extends_: Way = async (world, does) => {
    const id = await does.opened(renewing(await active(world, does), 'extend'));
    await does.approve(id, 'ada');
    return id;
  };
  const invited: Way = async (world, does) => {
    const id = await preparing(world, does);
    for (const what of ['reseller', 'gdap'])
      await does.reports('record-invitation-ready', id, {
        what,
        link: LINK,
        relationshipId: what === 'gdap' ? 'rel-1' : null,
      });
    return id;
  };
  const takesBack: Way = async (world, does) => {
    const id = await sent(world, does);
    await does.withdraw(id, 'ana');
    return id;
  };
  const handsOut: Way = async (world, does) => {
    const id = await asked(world, does);
    await does.decide(id, 'ada', { choice: 'agree', items: ['web-shop'], words: '' });
    return id;
  };

  test.each<readonly [OutsideKind, Way, string, readonly string[]]>([
    ['assign-groups', granting, 'active', ['case-resumed', 'groups-assigned']],
    ['end-relationship', ends, 'ended', ['case-resumed', 'relationship-ended']],
    ['remove-reseller-relationship', endsTheTie, 'ended', ['case-resumed', 'relationship-ended']],
    ['extend-relationship', extends_, 'active', ['case-resumed', 'relationship-extended']],
    ['send-letter', invited, 'awaiting-customer', ['case-resumed']],
    ['cancel-transfer', takesBack, 'awaiting-other-partner', ['case-resumed']],
    ['accept-transfer', handsOut, 'moving', ['case-resumed']],
  ])('%s', async (kind, way, status, happened) => {
    const world = createWorld({ house: { ...house, longestGdapDays: undefined } });
    const { does, id, close } = await stuckAt(way, kind, world);
    expect(wordOf(await close(true))).toBe(status);
    expect((await happenedTo(world, id)).slice(-happened.length - 1)).toStrictEqual(['dead-letter-closed', ...happened]);
    expect(await world.store.deadLetters()).toStrictEqual([]);
    await world.settle();
    expect(await does.status(id)).toBe(status);
    expect([...world.done.values()].filter((effect) => effect.kind === kind && kind !== 'send-letter')).toStrictEqual([]);
  });

  test('what was extended by hand lasts half a year longer', async () => {
    const world = createWorld({ house: { ...house, longestGdapDays: undefined } });
    const { does, id, close } = await stuckAt(extends_, 'extend-relationship', world);
    await close(true);
    // 180 days from the second of March, and 180 more.
    expect(await does.current(id)).toMatchObject({ endsAt: '2027-02-25T09:00:00.000Z' });
  });

  test.each<readonly [OutsideKind, Way]>([
    ['create-relationship', preparing],
    [
      'create-transfer',
      async (world, does) => {
        const id = await reached['azure-switch'].preparing(world, does);
        await does.tickAll(id, 'ana');
        return id;
      },
    ],
  ])('not %s, of which a link would have to be known: it stays as it is', async (kind, way) => {
    const { world, does, id, close } = await stuckAt(way, kind);
    expect(wordOf(await close(true))).toBe('refusal.link-needed');
    expect(await does.status(id)).toBe('stuck');
    expect(await world.store.deadLetters()).toHaveLength(1);
    expect(wordOf(await close(false))).toBe('stuck');
  });

  test('one that the case is not stuck because of is only closed', async () => {
    const { world, does, id, close } = await stuckAt(granting, 'assign-groups');
    await does.reports('record-groups-assigned', id, { endsAt: null });
    expect(await does.status(id)).toBe('active');
    expect(wordOf(await close(true))).toBe('active');
    expect((await happenedTo(world, id)).at(-1)).toBe('dead-letter-closed');
    const other = await moving(world, does);
    await does.getsStuck(other, 'watch-transfer');
    expect(wordOf(await does.says('ada', 'close-dead-letter', other, { effect: 'nothing', words: 'Done.', isDone: true }))).toBe(
      'refusal.no-such-letter',
    );
  });
});
