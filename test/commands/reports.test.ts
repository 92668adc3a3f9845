import { describe, expect, test } from '@jest/globals';
import { click, doing, ending, inviting, offered, renewing } from '../support/requests.ts';
import { happenedTo, wordOf } from '../support/answers.ts';
import { createWorld } from '../support/world.ts';
import { reached } from './reached.ts';

// What has happened outside is so, whenever it is heard of. Only what a case does not wait for any more is of no use to it.

const setting = () => {
  const world = createWorld();
  return { world, does: doing(world) };
};

const admin = reached['admin-relationship'];
const azure = reached['azure-switch'];

const invitation = (what: 'reseller' | 'gdap') => ({
  what,
  link: `https://admin.microsoft.com/${what}`,
  relationshipId: what === 'gdap' ? 'rel-1' : null,
});
const letter = { letter: 'invitation', messageId: '<1@nordlys.example>' };
const yes = (what: 'reseller' | 'gdap', acceptedAt: string) => ({ what, acceptedAt, endsAt: null });

describe('invitations', () => {
  test('in whatever order the links come, the last one asks the customer', async () => {
    const { world, does } = setting();
    const id = await admin.preparing(world, does);
    expect(wordOf(await does.reports('record-invitation-ready', id, invitation('gdap')))).toBe('preparing');
    expect(wordOf(await does.reports('record-invitation-ready', id, invitation('gdap')))).toBe('preparing');
    expect(wordOf(await does.reports('record-invitation-ready', id, invitation('reseller')))).toBe('awaiting-customer');
    expect(wordOf(await does.reports('record-invitation-ready', id, invitation('reseller')))).toBe('refusal.not-now');
    expect(await does.current(id)).toMatchObject({ invitations: [{ what: 'gdap' }, { what: 'reseller' }] });
  });

  test('the customer has accepted before we have recorded the letter: both are so', async () => {
    const { world, does } = setting();
    const id = await admin.preparing(world, does);
    for (const what of ['gdap', 'reseller'] as const) await does.reports('record-invitation-ready', id, invitation(what));
    await does.accept(id);
    expect(await does.status(id)).toBe('granting');
    expect(wordOf(await does.reports('record-letter-sent', id, letter))).toBe('granting');
    expect((await happenedTo(world, id)).slice(-3)).toStrictEqual(['customer-accepted', 'customer-accepted', 'letter-sent']);
  });

  test('accepted twice is accepted at the first time', async () => {
    const { world, does } = setting();
    const id = await admin['awaiting-customer'](world, does);
    const first = world.now();
    await does.reports('record-customer-accepted', id, yes('reseller', first), 'watch');
    await does.reports('record-customer-accepted', id, yes('reseller', '2026-03-09T09:00:00.000Z'), 'watch');
    expect(await does.current(id)).toMatchObject({ status: 'awaiting-customer', invitations: [{ acceptedAt: first }, {}] });
  });

  test('accepted after it was withdrawn is of no use any more', async () => {
    const { world, does } = setting();
    const id = await admin['awaiting-customer'](world, does);
    await does.withdraw(id, 'ana');
    expect(wordOf(await does.reports('record-customer-accepted', id, yes('gdap', world.now()), 'watch'))).toBe('refusal.not-now');
  });

  test.each([
    ['groups-assigned', 'granting', { endsAt: null }, 'active'],
    ['relationship-ended', 'awaiting-customer', { by: 'customer' }, 'ended'],
    ['relationship-ended', 'active', { by: 'customer' }, 'ended'],
    ['relationship-ended', 'ending', { by: 'us' }, 'ended'],
    ['relationship-extended', 'active', { endsAt: '2027-03-02T09:00:00.000Z' }, 'active'],
    ['relationship-extended', 'ended', { endsAt: null }, 'refusal.not-now'],
    ['relationship-renewed', 'active', { by: 'ADM-00000-00000' }, 'active'],
    ['groups-assigned', 'active', { endsAt: null }, 'refusal.not-now'],
    ['relationship-ended', 'ended', { by: 'us' }, 'refusal.not-now'],
    ['relationship-ended', 'active', { by: 'customer', part: 'gdap' }, 'active'],
    ['relationship-ended', 'active', { by: 'customer', part: 'reseller' }, 'active'],
    ['relationship-ended', 'active', { by: 'customer', part: 'all' }, 'ended'],
    ['relationship-ended', 'awaiting-customer', { by: 'customer', part: 'gdap' }, 'awaiting-customer'],
    ['relationship-ended', 'granting', { by: 'customer', part: 'gdap' }, 'active'],
    ['relationship-ended', 'ending', { by: 'us', part: 'gdap' }, 'ended'],
    ['relationship-ended', 'awaiting-approval', { by: 'us' }, 'refusal.not-now'],
  ] as const)('%s while it is %s', async (what, status, fields, expected) => {
    const { world, does } = setting();
    const id = await admin[status](world, does);
    expect(wordOf(await does.reports(`record-${what}`, id, fields))).toBe(expected);
  });

  test('a customer who ends it while the renewal is asked for: the renewal goes its own way', async () => {
    const { world, does } = setting();
    const old = await admin.active(world, does);
    const id = await does.opened(renewing(old));
    await does.reports('record-relationship-ended', old, { by: 'customer' }, 'watch');
    expect(wordOf(await does.approve(id, 'ada'))).toBe('preparing');
  });

  test('an end that somebody else has already brought about is not an error for who asked', async () => {
    const { world, does } = setting();
    const old = await admin.active(world, does);
    const id = await does.opened(ending(old));
    await does.approve(id, 'gunn');
    await does.reports('record-relationship-ended', old, { by: 'customer' }, 'watch');
    await world.settle();
    expect([await does.status(id), await does.status(old)]).toStrictEqual(['ended', 'ended']);
    expect(await does.current(old)).toMatchObject({ why: 'ended-by-customer' });
  });
});

describe('transfers', () => {
  test.each([
    ['awaiting-other-partner', 'accepted', 'moving'],
    ['awaiting-other-partner', 'complete', 'handing-over'],
    ['awaiting-other-partner', 'partly-complete', 'handing-over'],
    ['awaiting-other-partner', 'cancelled', 'cancelled'],
    ['awaiting-other-partner', 'refused', 'refused'],
    ['awaiting-other-partner', 'expired', 'expired'],
    ['awaiting-other-partner', 'failed', 'stuck'],
    ['moving', 'accepted', 'refusal.not-now'],
    ['moving', 'complete', 'handing-over'],
    ['moving', 'failed', 'stuck'],
    ['handing-over', 'complete', 'refusal.not-now'],
    ['preparing', 'accepted', 'refusal.not-now'],
    ['awaiting-our-decision', 'cancelled', 'cancelled'],
    ['awaiting-our-decision', 'expired', 'expired'],
    ['awaiting-our-decision', 'accepted', 'moving'],
    ['awaiting-our-decision', 'complete', 'handing-over'],
    ['awaiting-our-decision', 'partly-complete', 'handing-over'],
    ['awaiting-our-decision', 'refused', 'refused'],
    ['awaiting-our-decision', 'failed', 'stuck'],
    ['refused', 'accepted', 'refusal.not-now'],
  ] as const)('%s, and the tool says %s', async (status, state, expected) => {
    const { world, does } = setting();
    const id = await azure[status](world, does);
    expect(wordOf(await does.transfer(id, state))).toBe(expected);
  });

  test('a completed one has been accepted: what was missed on the way is made up for', async () => {
    const { world, does } = setting();
    const id = await azure['awaiting-other-partner'](world, does);
    await does.transfer(id, 'complete');
    expect((await happenedTo(world, id)).slice(-2)).toStrictEqual(['transfer-accepted', 'subscriptions-moved']);
  });

  test('what somebody of ours has answered in Partner Center itself is so: nobody decides it here any more', async () => {
    const { world, does } = setting();
    const refused = await azure['awaiting-our-decision'](world, does);
    await does.transfer(refused, 'refused', 'By telephone.');
    expect(await does.current(refused)).toMatchObject({ refusedBy: 'outside', reason: 'By telephone.' });
    const handedOut = await does.opened(offered(world));
    await does.transfer(handedOut, 'complete');
    expect(await happenedTo(world, handedOut)).toStrictEqual(['transfer-offered', 'transfer-accepted', 'subscriptions-moved']);
    for (const id of [refused, handedOut])
      expect(wordOf(await does.decide(id, 'ada', { choice: 'refuse', words: 'No.' }))).toBe('refusal.not-now');
  });

  test('also when the case was stuck meanwhile, because we could not take it back', async () => {
    const { world, does } = setting();
    const id = await azure['awaiting-other-partner'](world, does);
    await does.withdraw(id, 'ana');
    world.faults.set('cancel-transfer', [{ kind: 'refused', code: 'too-late', words: '' }]);
    await world.settle();
    expect(await does.status(id)).toBe('stuck');
    expect(wordOf(await does.transfer(id, 'complete'))).toBe('handing-over');
    expect((await happenedTo(world, id)).slice(-3)).toStrictEqual(['case-resumed', 'transfer-accepted', 'subscriptions-moved']);
  });

  test('a request that was created after all gets a stuck case going again', async () => {
    const { world, does } = setting();
    const id = await azure.stuck(world, does);
    const created = { transferId: 'transfer-7', expiresAt: null };
    expect(wordOf(await does.reports('record-transfer-created', id, created))).toBe('awaiting-other-partner');
    expect(wordOf(await does.reports('record-transfer-created', id, created))).toBe('refusal.not-now');
    expect(await does.current(id)).toMatchObject({ transferId: 'transfer-7' });
  });
});

describe('trouble', () => {
  const trouble = { effect: 'send-letter', code: 'mail', words: 'No such mailbox.' };

  test('what the case waited for: it is stuck, once', async () => {
    const { world, does } = setting();
    const id = await admin['awaiting-customer'](world, does);
    expect(wordOf(await does.reports('record-trouble', id, { trouble, isAwaited: true }))).toBe('stuck');
    expect(await does.current(id)).toMatchObject({ trouble });
    const again = await does.reports('record-trouble', id, { trouble, isAwaited: true });
    expect(wordOf(again)).not.toBe('awaiting-customer');
    expect(await does.status(id)).toBe('stuck');
  });

  test('the customer’s yes gets it going as well, whatever it was stuck on', async () => {
    const { world, does } = setting();
    const id = await admin['awaiting-customer'](world, does);
    await does.reports('record-trouble', id, { trouble: { ...trouble, effect: 'watch-invitation' }, isAwaited: true });
    await does.reports('record-customer-accepted', id, yes('reseller', world.now()), 'watch');
    expect(await does.status(id)).toBe('awaiting-customer');
  });

  test('a letter does not: what could not be created still is not there', async () => {
    const { world, does } = setting();
    const id = await azure.stuck(world, does);
    expect(await does.current(id)).toMatchObject({ trouble: { effect: 'create-transfer' } });
    await does.reports('record-letter-sent', id, { letter: 'switch-planned', messageId: '<2@nordlys.example>' });
    expect(await does.status(id)).toBe('stuck');
  });

  test('what the case does not wait for is noted, and it stays as it is', async () => {
    const { world, does } = setting();
    const id = await admin.active(world, does);
    expect(wordOf(await does.reports('record-trouble', id, { trouble, isAwaited: true }))).toBe('active');
    expect((await happenedTo(world, id)).at(-1)).toBe('effect-given-up');
  });

  test('while somebody is to decide nothing is carried out: it is noted, and nothing is stuck', async () => {
    const { world, does } = setting();
    const id = await does.opened(inviting());
    expect(wordOf(await does.reports('record-trouble', id, { trouble, isAwaited: true }))).toBe('awaiting-approval');
    expect(await happenedTo(world, id)).toStrictEqual(['case-opened', 'effect-given-up']);
  });
});

describe('pass-deadline', () => {
  const passes = (does: ReturnType<typeof doing>, id: Parameters<typeof does.status>[0], deadline: object) =>
    does.reports('pass-deadline', id, { deadline }, 'clock');

  test('when it has come, once', async () => {
    const { world, does } = setting();
    const id = await does.opened(inviting());
    const deadline = { what: 'remind-approvers', at: '2026-03-03T09:00:00.000Z' };
    expect(wordOf(await passes(does, id, deadline))).toBe('refusal.not-now');
    world.wait({ days: 1 });
    expect(wordOf(await passes(does, id, deadline))).toBe('awaiting-approval');
    expect(wordOf(await passes(does, id, deadline))).toBe('refusal.not-now');
    expect(await happenedTo(world, id)).toStrictEqual(['case-opened', 'approvers-reminded']);
  });

  test('one that was of an earlier time of waiting does nothing', async () => {
    const { world, does } = setting();
    const id = await does.opened(inviting());
    const stale = { what: 'request-lapses', at: '2026-04-01T09:00:00.000Z' };
    world.wait({ days: 20 });
    await does.sendBack(id, 'bo');
    await does.answer(id, 'ana');
    world.wait({ days: 20 });
    expect(wordOf(await passes(does, id, stale))).toBe('refusal.not-now');
    expect(await does.status(id)).toBe('awaiting-approval');
  });

  test('at the same moment as an approval: whoever comes first has it, and nothing is decided twice', async () => {
    const { world, does } = setting();
    const id = await does.opened(inviting());
    world.wait({ days: 30 });
    const lapse = passes(does, id, { what: 'request-lapses', at: world.now() });
    const answers = await Promise.all([lapse, does.approve(id, 'ada')]);
    expect(answers.map(wordOf)).toStrictEqual(['withdrawn', 'refusal.not-now']);
  });
});

test('an opening that is repeated under another key is another case: keys come from clicks', async () => {
  const { world } = setting();
  const asked = inviting();
  await world.handle(asked);
  await world.handle({ ...asked, key: click() });
  expect(await world.store.cases(null, 10)).toHaveLength(2);
});
