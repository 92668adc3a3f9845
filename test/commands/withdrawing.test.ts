import { describe, expect, test } from '@jest/globals';
import { byHandStill, doing, inviting, switching } from '../support/requests.ts';
import { happenedTo, wordOf } from '../support/answers.ts';
import { createWorld } from '../support/world.ts';
import { reached } from './reached.ts';

const setting = () => {
  const world = createWorld();
  return { world, does: doing(world) };
};

const admin = reached['admin-relationship'];
const azure = reached['azure-switch'];

describe('withdraw-case', () => {
  test.each([
    ['awaiting-approval', 'withdrawn'],
    ['sent-back', 'withdrawn'],
    ['declined', 'refusal.not-now'],
    ['withdrawn', 'refusal.not-now'],
    ['preparing', 'refusal.being-prepared'],
    ['awaiting-customer', 'ending'],
    ['granting', 'refusal.not-now'],
    ['active', 'refusal.not-now'],
    ['ending', 'refusal.not-yours'],
    ['ended', 'refusal.not-yours'],
    ['stuck', 'ended'],
  ] as const)('an invitation that is %s: %s', async (status, expected) => {
    const { world, does } = setting();
    const id = await admin[status](world, does);
    expect(wordOf(await does.withdraw(id, 'ana', 'Marta has changed her mind.'))).toBe(expected);
  });

  test.each([
    ['awaiting-approval', 'withdrawn'],
    ['sent-back', 'withdrawn'],
    ['preparing', 'withdrawn'],
    ['awaiting-other-partner', 'awaiting-other-partner'],
    ['awaiting-our-decision', 'refusal.not-yours'],
    ['moving', 'refusal.not-now'],
    ['handing-over', 'refusal.not-now'],
    ['done', 'refusal.not-now'],
    ['stuck', 'cancelled'],
  ] as const)('a switch that is %s: %s', async (status, expected) => {
    const { world, does } = setting();
    const id = await azure[status](world, does);
    expect(wordOf(await does.withdraw(id, 'ana', 'They stay where they are.'))).toBe(expected);
  });

  test('only by who asked, or has taken it over', async () => {
    const { does } = setting();
    const id = await does.opened(inviting());
    for (const name of ['sven', 'ada', 'olav'] as const) expect(wordOf(await does.withdraw(id, name))).toBe('refusal.not-yours');
    await does.takeOver(id, 'sven');
    expect(wordOf(await does.withdraw(id, 'sven'))).toBe('withdrawn');
  });

  test('what is prepared by hand can be taken back until a link is there', async () => {
    const { does } = setting();
    const wish = { ...inviting({ gdap: null }), cloud: 'us_gov' as const };
    const id = await does.opened(wish);
    await does.approve(id, 'ada', 'Support has confirmed it.');
    expect(wordOf(await does.withdraw(id, 'ana'))).toBe('withdrawn');
  });

  test('an invitation to sell only names no customer: with it there is nothing left to take back', async () => {
    const { world, does } = setting();
    const id = await does.opened(inviting({ gdap: null }));
    await does.approve(id, 'ada');
    await world.settle();
    expect(wordOf(await does.withdraw(id, 'ana'))).toBe('ended');
  });

  test('what has been sent to the other partner is asked back, once', async () => {
    const { world, does } = setting();
    const id = await azure['awaiting-other-partner'](world, does);
    await does.withdraw(id, 'ana');
    expect(wordOf(await does.withdraw(id, 'ana'))).toBe('refusal.being-cancelled');
    await world.settle();
    expect(await does.status(id)).toBe('cancelled');
  });

  test('what is being sent to the other partner at this moment is not', async () => {
    const { world, does } = setting();
    const id = await azure.preparing(world, does);
    await does.tickAll(id, 'ana');
    expect(wordOf(await does.withdraw(id, 'ana'))).toBe('refusal.being-prepared');
  });

  test('not an invitation of which the customer has accepted half: that has to be ended', async () => {
    const { world, does } = setting();
    const id = await admin['awaiting-customer'](world, does);
    const yes = { what: 'reseller', acceptedAt: world.now(), endsAt: null };
    await does.reports('record-customer-accepted', id, yes, 'watch');
    expect(wordOf(await does.withdraw(id, 'ana'))).toBe('refusal.partly-accepted');
    expect(await does.status(id)).toBe('awaiting-customer');
  });

  test('what is stuck may be closed by an approver too, and not without a word', async () => {
    const { world, does } = setting();
    const id = await admin.stuck(world, does);
    expect(wordOf(await does.withdraw(id, 'sven', 'Enough.'))).toBe('refusal.not-yours');
    expect(wordOf(await does.withdraw(id, 'bo'))).toBe('refusal.words-needed');
    expect(wordOf(await does.withdraw(id, 'bo', 'Ana has left us.'))).toBe('ended');
    expect(await does.current(id)).toMatchObject({ why: 'withdrawn-when-stuck', endedBy: { id: 'bo' } });
  });
});

describe('withdraw-case of what is stuck: where something is open outside, it goes the way it would go otherwise', () => {
  test('an invitation that was sent is recalled', async () => {
    const { world, does } = setting();
    const id = await admin['awaiting-customer'](world, does);
    await does.getsStuck(id, 'send-letter');
    expect(wordOf(await does.withdraw(id, 'ana'))).toBe('ending');
    expect((await happenedTo(world, id)).slice(-2)).toStrictEqual(['case-resumed', 'invitation-recalled']);
    await world.settle();
    expect(await does.current(id)).toMatchObject({ status: 'ended', why: 'invitation-withdrawn' });
  });

  test('not one of which the customer has accepted half: it stays stuck', async () => {
    const { world, does } = setting();
    const id = await admin['awaiting-customer'](world, does);
    await does.reports('record-customer-accepted', id, { what: 'reseller', acceptedAt: world.now(), endsAt: null }, 'watch');
    await does.getsStuck(id, 'send-letter');
    expect(wordOf(await does.withdraw(id, 'ana', 'They have changed their mind.'))).toBe('refusal.partly-accepted');
    expect(await does.status(id)).toBe('stuck');
  });

  test('a request with the other partner is asked back, once', async () => {
    const { world, does } = setting();
    const id = await azure['awaiting-other-partner'](world, does);
    await does.getsStuck(id, 'watch-transfer');
    expect(wordOf(await does.withdraw(id, 'ana'))).toBe('awaiting-other-partner');
    expect((await happenedTo(world, id)).slice(-2)).toStrictEqual(['case-resumed', 'cancel-asked']);
    await does.getsStuck(id, 'cancel-transfer');
    expect(wordOf(await does.withdraw(id, 'ana'))).toBe('refusal.being-cancelled');
    expect(await does.status(id)).toBe('stuck');
  });

  test('what lies with the other partner on paper is left there', async () => {
    const world = createWorld({ start: byHandStill });
    const does = doing(world);
    const id = await does.opened(switching('manual-switch'));
    for (const name of ['ada', 'bo'] as const) await does.approve(id, name, 'The form is the one of this year.');
    await does.tickAll(id, 'ana');
    expect(await does.status(id)).toBe('awaiting-other-partner');
    await does.getsStuck(id, 'send-letter');
    expect(wordOf(await does.withdraw(id, 'ana', 'They stay.'))).toBe('cancelled');
    expect((await happenedTo(world, id)).slice(-2)).toStrictEqual(['case-resumed', 'transfer-cancelled']);
    expect(await does.current(id)).toMatchObject({ cancelledBy: { id: 'ana' }, reason: 'They stay.' });
  });

  test('what people move they can leave', async () => {
    const { world, does } = setting();
    const id = await does.opened(switching('new-subscription'));
    for (const name of ['ada', 'bo'] as const) await does.approve(id, name);
    await does.tickAll(id, 'ana');
    expect(await does.status(id)).toBe('moving');
    await does.getsStuck(id, 'send-letter');
    expect(wordOf(await does.withdraw(id, 'ana'))).toBe('cancelled');
    expect((await happenedTo(world, id)).slice(-2)).toStrictEqual(['case-resumed', 'transfer-cancelled']);
  });

  test.each([
    ['what the customer has said yes to', admin.granting, 'assign-groups', 'ana'],
    ['the end of a relationship', admin.ending, 'end-relationship', 'ada'],
    ['what a transfer moves', azure.moving, 'watch-transfer', 'ana'],
  ] as const)('%s cannot be left: it is still open at Microsoft', async (_, way, effect, name) => {
    const { world, does } = setting();
    const id = await way(world, does);
    await does.getsStuck(id, effect);
    expect(wordOf(await does.withdraw(id, name, 'Enough.'))).toBe('refusal.still-open');
    expect(await does.status(id)).toBe('stuck');
  });

  test('a transfer that has failed at Microsoft is over: whoever has a part in it may close the case', async () => {
    const { world, does } = setting();
    const id = await azure.moving(world, does);
    await does.transfer(id, 'failed', 'no luck');
    expect([await does.status(id), wordOf(await does.withdraw(id, 'ana'))]).toEqual(['stuck', 'refusal.words-needed']);
    expect(wordOf(await does.withdraw(id, 'ana', 'We ask again next week.'))).toBe('cancelled');
  });

  test('nor is any of it for somebody who has no part in it', async () => {
    const { world, does } = setting();
    const id = await azure['awaiting-other-partner'](world, does);
    await does.getsStuck(id, 'watch-transfer');
    for (const name of ['sven', 'olav'] as const)
      expect(wordOf(await does.withdraw(id, name, 'Enough.'))).toBe('refusal.not-yours');
  });
});
