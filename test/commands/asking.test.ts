import { describe, expect, test } from '@jest/globals';
import { click, doing, ending, inviting, switching } from '../support/requests.ts';
import { happenedTo, rulesOf, valuesOf, wordOf } from '../support/answers.ts';
import type { Name } from '../support/requests.ts';
import { createWorld, someone } from '../support/world.ts';
import { reached } from './reached.ts';

// From the request to the agreement, or to its end: decline, send back, answer, take over.

const setting = () => {
  const world = createWorld();
  return { world, does: doing(world) };
};

const admin = reached['admin-relationship'];

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
    expect([wordOf(answer), valuesOf(answer)]).toStrictEqual(['refusal.words-needed', {}]);
  });

  test('nor with a reason that is too long to be read, or none at all', async () => {
    const { does } = setting();
    const id = await does.opened(inviting());
    const endless = await does.decline(id, 'bo', 'x'.repeat(2001));
    expect([wordOf(endless), valuesOf(endless)]).toStrictEqual(['refusal.unreadable', { paths: 'words' }]);
    expect(wordOf(await does.says('bo', 'decline-case', id))).toBe('refusal.words-needed');
    const both = await does.says('bo', 'decline-case', id, { words: '', because: 'so' });
    expect([wordOf(both), valuesOf(both)]).toStrictEqual(['refusal.unreadable', { paths: 'words, because' }]);
    expect(wordOf(await does.decline(id, 'bo', 'x'.repeat(2000)))).toBe('declined');
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
    expect([wordOf(answer), valuesOf(answer)]).toStrictEqual(['refusal.other-wish', {}]);
    expect(await does.status(id)).toBe('sent-back');
  });

  test.each([
    ['the relationship of somebody else', { relationshipId: 'somebody-elses' }],
    ['another case', { of: 'ADM-00000-00000' }],
    ['its other half', { what: 'reseller_relationship' }],
  ])('nor does the end of one relationship become the end of another: %s', async (_, more) => {
    const { world, does } = setting();
    const id = await does.opened(ending(await admin.active(world, does)));
    await does.sendBack(id, 'gunn');
    const wish = { ...(await does.current(id)).proposal, ...more };
    expect(wordOf(await does.says('ada', 'answer-question', id, { words: 'That one.', proposal: wish }))).toBe(
      'refusal.other-wish',
    );
  });

  test('an answer is one of whoever gives it: they have to be among those who may ask', async () => {
    const { world, does } = setting();
    const id = await does.opened(ending(await admin.active(world, does)));
    await does.sendBack(id, 'gunn');
    await does.takeOver(id, 'sven');
    const answer = await does.answer(id, 'sven', 'They leave us.');
    expect([wordOf(answer), rulesOf(answer)]).toStrictEqual(['refusal.rules', ['H-MAY-ASK']]);
    expect(await does.status(id)).toBe('sent-back');
    await does.takeOver(id, 'bo');
    expect(wordOf(await does.answer(id, 'bo', 'They leave us.'))).toBe('awaiting-approval');
  });

  test('neither a question nor an answer is without a word', async () => {
    const { does } = setting();
    const id = await does.opened(inviting());
    expect(wordOf(await does.sendBack(id, 'bo', ' '))).toBe('refusal.words-needed');
    await does.sendBack(id, 'bo');
    expect(wordOf(await does.answer(id, 'ana', ' '))).toBe('refusal.words-needed');
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
    for (const spelt of ['SVEN', ' sven ', 's\u200Bven', '\uFF53ven']) {
      const again = { name: 'take-over-case', key: click(), actor: { ...someone('sven'), id: spelt }, caseId: id };
      expect(wordOf(await world.handle(again))).toBe('refusal.yours-already');
    }
    const other = { name: 'take-over-case', key: click(), actor: { ...someone('sven'), id: 'sven-2' }, caseId: id };
    expect(wordOf(await world.handle(other))).toBe('awaiting-approval');
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
