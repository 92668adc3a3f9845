import { describe, expect, test } from '@jest/globals';
import { click, doing, ending, happenedTo, inviting, switching, valuesOf, wordOf } from '../support/requests.ts';
import type { Name } from '../support/requests.ts';
import { createWorld, someone } from '../support/world.ts';
import { reached } from './reached.ts';

// From the request to the agreement, or to its end: decline, send back, answer, withdraw, take over.

const setting = () => {
  const world = createWorld();
  return { world, does: doing(world) };
};

const admin = reached['admin-relationship'];
const azure = reached['azure-switch'];

describe('decline-case', () => {
  test('an approver says no, with a reason that whoever asked can read', async () => {
    const { does } = setting();
    const id = await admin['awaiting-approval'](createWorld(), does);
    expect(wordOf(await does.decline(id, 'bo', 'They leave us in May.'))).toBe('declined');
    expect(await does.current(id)).toMatchObject({ declinedBy: { id: 'bo' }, reason: 'They leave us in May.' });
  });

  test.each(['', '  \n '])('not without a reason: %j', async (words) => {
    const { does } = setting();
    const id = await does.opened(inviting());
    const answer = await does.decline(id, 'bo', words);
    expect([wordOf(answer), valuesOf(answer)]).toStrictEqual(['refusal.unreadable', { paths: 'words' }]);
  });

  test.each<readonly [Name, string]>([
    ['ana', 'refusal.own-request'],
    ['sven', 'refusal.not-an-approver'],
    ['olav', 'refusal.not-an-approver'],
  ])('not %s', async (name, key) => {
    const { does } = setting();
    const id = await does.opened(inviting());
    expect(wordOf(await does.decline(id, name))).toBe(key);
  });

  test('also while it waits for an answer; and not a second time', async () => {
    const { does } = setting();
    const id = await does.opened(inviting());
    await does.sendBack(id, 'ada');
    expect(wordOf(await does.decline(id, 'bo'))).toBe('declined');
    expect(valuesOf(await does.decline(id, 'ada'))).toMatchObject({ who: 'Bo Dahl', status: { label: 'status.declined' } });
  });

  test('also when one of two has agreed already', async () => {
    const { does } = setting();
    const id = await does.opened(switching());
    await does.approve(id, 'ada');
    expect(wordOf(await does.decline(id, 'bo'))).toBe('declined');
  });
});

describe('send-back-case and answer-question', () => {
  const shorter = () => {
    const { gdap } = inviting().proposal;
    return inviting({ gdap: gdap && { ...gdap, durationDays: 30 } }).proposal;
  };

  test('a question, an answer in words, and it waits for approval as it was', async () => {
    const { world, does } = setting();
    const id = await does.opened(inviting());
    expect(wordOf(await does.sendBack(id, 'bo'))).toBe('sent-back');
    expect(wordOf(await does.answer(id, 'ana'))).toBe('awaiting-approval');
    expect((await does.current(id)).proposal).toStrictEqual(inviting().proposal);
    expect(await happenedTo(world, id)).toStrictEqual(['case-opened', 'case-sent-back', 'question-answered']);
  });

  test('an answer that changes the wish: the rules are asked anew, and who had agreed agrees again', async () => {
    const { does } = setting();
    const id = await does.opened(switching());
    await does.approve(id, 'ada');
    await does.sendBack(id, 'bo');
    const wish = { ...switching().proposal, reservations: true };
    expect(wordOf(await does.answer(id, 'ana', 'There are some.', wish))).toBe('awaiting-approval');
    expect(await does.current(id)).toMatchObject({ approvals: [], proposal: { reservations: true } });
    await does.approve(id, 'ada');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('preparing');
  });

  test('an answer that the rules refuse is refused, and can be given again', async () => {
    const { does } = setting();
    const id = await does.opened(inviting());
    await does.sendBack(id, 'bo');
    const { gdap } = inviting().proposal;
    const tooLong = inviting({ gdap: gdap && { ...gdap, durationDays: 700 } }).proposal;
    expect(wordOf(await does.answer(id, 'ana', 'Two years.', tooLong))).toBe('refusal.rules');
    expect(wordOf(await does.answer(id, 'ana', 'A month.', shorter()))).toBe('awaiting-approval');
    expect((await does.current(id)).decisions).toMatchObject([{}, { facts: { gdap: { durationDays: 30 } } }]);
  });

  test('whoever has taken the case over answers, and nobody else', async () => {
    const { does } = setting();
    const id = await does.opened(inviting());
    await does.sendBack(id, 'bo');
    expect(wordOf(await does.answer(id, 'sven'))).toBe('refusal.not-yours');
    expect(wordOf(await does.answer(id, 'bo'))).toBe('refusal.not-yours');
    await does.takeOver(id, 'sven');
    expect(wordOf(await does.answer(id, 'sven'))).toBe('awaiting-approval');
  });

  test('nothing is asked of what is decided, and nothing answered that was not asked', async () => {
    const { does } = setting();
    const id = await does.opened(inviting());
    expect(wordOf(await does.answer(id, 'ana'))).toBe('refusal.not-now');
    await does.sendBack(id, 'bo');
    expect(valuesOf(await does.sendBack(id, 'ada'))).toMatchObject({ who: 'Bo Dahl', status: { label: 'status.sent-back' } });
    await does.withdraw(id, 'ana');
    expect(wordOf(await does.sendBack(id, 'bo'))).toBe('refusal.already-decided');
    expect(wordOf(await does.answer(id, 'ana'))).toBe('refusal.not-now');
  });

  test.each<readonly [Name, string]>([
    ['ana', 'refusal.own-request'],
    ['sven', 'refusal.not-an-approver'],
  ])('%s may not ask', async (name, key) => {
    const { does } = setting();
    const id = await does.opened(inviting());
    expect(wordOf(await does.sendBack(id, name))).toBe(key);
  });

  test('an answer changes how, and not what: a request to invite does not become one to switch', async () => {
    const { does } = setting();
    const id = await does.opened(inviting());
    await does.sendBack(id, 'bo');
    const answer = await does.answer(id, 'ana', 'Rather this.', switching().proposal);
    expect([wordOf(answer), valuesOf(answer)]).toStrictEqual(['refusal.unreadable', { paths: 'proposal' }]);
    expect(await does.status(id)).toBe('sent-back');
  });

  test.each([
    ['the relationship of somebody else', { relationshipId: 'somebody-elses' }],
    ['another case', { of: 'ADM-00000-00000' }],
  ])('nor does the end of one relationship become the end of another: %s', async (_, more) => {
    const { world, does } = setting();
    const id = await does.opened(ending(await admin.active(world, does)));
    await does.sendBack(id, 'gunn');
    const wish = { ...(await does.current(id)).proposal, ...more };
    expect(wordOf(await does.says('ada', 'answer-question', id, { words: 'That one.', proposal: wish }))).toBe(
      'refusal.unreadable',
    );
  });

  test('where nobody had a case the right relationship may be what the answer is about', async () => {
    const { does } = setting();
    const id = await does.opened(ending(null, { relationshipId: 'gdap-1' }));
    await does.sendBack(id, 'gunn');
    const wish = { ...(await does.current(id)).proposal, relationshipId: 'gdap-2' };
    expect(wordOf(await does.says('ada', 'answer-question', id, { words: 'The other.', proposal: wish }))).toBe(
      'awaiting-approval',
    );
  });
});

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
    expect(valuesOf(await does.withdraw(id, 'bo'))).toStrictEqual({ paths: 'words' });
    expect(wordOf(await does.withdraw(id, 'bo', 'Ana has left us.'))).toBe('ended');
    expect(await does.current(id)).toMatchObject({ why: 'withdrawn-when-stuck', endedBy: { id: 'bo' } });
  });
});

describe('take-over-case', () => {
  test.each<readonly [Name, string]>([
    ['sven', 'awaiting-approval'],
    ['bo', 'awaiting-approval'],
    ['gunn', 'awaiting-approval'],
    ['ana', 'refusal.yours-already'],
    ['hal', 'refusal.not-an-approver'],
    ['olav', 'refusal.not-an-approver'],
  ])('by %s: %s', async (name, expected) => {
    const { does } = setting();
    const id = await does.opened(inviting());
    expect(wordOf(await does.takeOver(id, name))).toBe(expected);
  });

  test('not by who has approved it: it would have been approved by who asks', async () => {
    const { does } = setting();
    const id = await does.opened(switching());
    await does.approve(id, 'ada');
    expect(wordOf(await does.takeOver(id, 'ada'))).toBe('refusal.approved-by-you');
    expect(wordOf(await does.takeOver(id, 'bo'))).toBe('awaiting-approval');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('refusal.own-request');
  });

  test('not twice by the same, nor under another spelling', async () => {
    const { world, does } = setting();
    const id = await does.opened(inviting());
    await does.takeOver(id, 'sven');
    expect(wordOf(await does.takeOver(id, 'sven'))).toBe('refusal.yours-already');
    const again = { name: 'take-over-case', key: click(), actor: { ...someone('sven'), id: 'SVEN' }, caseId: id };
    expect(wordOf(await world.handle(again))).toBe('refusal.yours-already');
  });

  test.each(['declined', 'withdrawn', 'ended'] as const)('not what is %s: nothing is left to answer for', async (status) => {
    const { world, does } = setting();
    const id = await admin[status](world, does);
    expect(wordOf(await does.takeOver(id, 'sven'))).toBe('refusal.not-now');
  });

  test('what runs, too: somebody has to hear of its end', async () => {
    const { world, does } = setting();
    const id = await admin.active(world, does);
    expect(wordOf(await does.takeOver(id, 'sven'))).toBe('active');
    expect((await does.current(id)).takenOverBy).toMatchObject([{ id: 'sven' }]);
  });
});
