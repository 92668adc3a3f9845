import { describe, expect, test } from '@jest/globals';
import { seenOf } from '../../src/cases/seen.ts';
import type { Person } from '../../src/cases/people.ts';
import { HouseRules } from '../../src/policy/index.ts';
import { inviting, switching } from '../support/requests.ts';
import { happenedTo, rulesOf, valuesOf, wordOf } from '../support/answers.ts';
import { house, someone } from '../support/world.ts';
import { approves, changingHouse, everyVerdict, two } from './changing-house.ts';

describe('who may approve', () => {
  test('an Admin agent, and then it is prepared', async () => {
    const { world, does } = changingHouse();
    const id = await does.opened(inviting());
    expect(wordOf(await does.approve(id, 'ada'))).toBe('preparing');
    expect(await happenedTo(world, id)).toStrictEqual(['case-opened', 'approval-given', 'case-approved']);
  });

  test.each(['sven', 'hal', 'olav', 'gunn'] as const)('not %s, who has another role; the role that may is named', async (name) => {
    const { does } = changingHouse();
    const id = await does.opened(inviting());
    const answer = await does.approve(id, name);
    expect([wordOf(answer), valuesOf(answer)]).toStrictEqual([
      'refusal.not-an-approver',
      { roles: { labels: ['value.actor.role.admin_agent'] } },
    ]);
  });

  test.each([
    ['herself', someone('ada')],
    ['herself under another spelling of her id', { ...someone('ada'), id: 'ADA' }],
    ['herself with blanks around her id', { ...someone('ada'), id: ' ada\t' }],
    ['herself with what nobody sees in her id', { ...someone('ada'), id: 'a\u200Bd\u00ADa' }],
    ['herself in letters that look wider', { ...someone('ada'), id: '\uFF21\uFF24\uFF21' }],
    ['herself under another name and with more roles', { id: 'Ada', name: 'A. Berg', roles: ['admin_agent', 'global_admin'] }],
  ] satisfies [string, Person][])('not the Admin agent who asked: %s', async (_, actor) => {
    const { world, does } = changingHouse();
    const id = await does.opened(inviting({}, 'ada'));
    expect(wordOf(await approves(world, id, actor))).toBe('refusal.own-request');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('preparing');
  });

  test('nor the Admin agent who has taken it over; nor, after that, who asked first', async () => {
    const { does } = changingHouse();
    const id = await does.opened(inviting({}, 'ada'));
    await does.takeOver(id, 'bo');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('refusal.own-request');
    expect(wordOf(await does.approve(id, 'ada'))).toBe('refusal.own-request');
  });

  test('nobody, and nothing is opened, where the house rules name nobody', async () => {
    const { world } = changingHouse(HouseRules.parse({ ...house, approvals: [] }));
    expect(wordOf(await world.handle(inviting()))).toBe('refusal.no-approver');
    expect(await world.store.cases(null, 1)).toStrictEqual([]);
  });

  test('nobody, once the house rules name nobody any more', async () => {
    const { does, changes } = changingHouse();
    const id = await does.opened(inviting());
    changes({ approvals: [] });
    expect(wordOf(await does.approve(id, 'ada'))).toBe('refusal.no-approver');
    changes({ approvals: house.approvals });
    expect(wordOf(await does.approve(id, 'ada'))).toBe('preparing');
  });

  test('nobody whom the house rules have taken it from since it was asked', async () => {
    const { does, changes } = changingHouse();
    const id = await does.opened(inviting());
    changes({ approvals: [{ verdicts: [...everyVerdict], roles: ['global_admin'], people: 1 }] });
    const answer = await does.approve(id, 'ada');
    expect(wordOf(answer)).toBe('refusal.not-an-approver');
  });

  test('whoever the house rules have come to name since: once it is seen that they have changed', async () => {
    const { does, changes } = changingHouse();
    changes({ approvals: [{ verdicts: [...everyVerdict], roles: ['global_admin'], people: 1 }] });
    const id = await does.opened(inviting());
    changes({ approvals: house.approvals });
    expect(wordOf(await does.approve(id, 'ada'))).toBe('refusal.changed');
    expect(wordOf(await does.approve(id, 'ada'))).toBe('preparing');
  });

  test('two of different roles can agree: what the rules say to the one does not undo what the other has said', async () => {
    const { does, changes } = changingHouse();
    changes({ approvals: [{ verdicts: [...everyVerdict], roles: ['admin_agent', 'sales_agent'], people: 2 }] });
    const id = await does.opened(inviting({ gdap: null }));
    expect(wordOf(await does.approve(id, 'sven', 'A Sales agent may ask for it.'))).toBe('awaiting-approval');
    expect(wordOf(await does.approve(id, 'ada'))).toBe('preparing');
  });

  test('what the rules say to the approver alone is said to them; what the card shows does not change by it', async () => {
    const { world, does, changes } = changingHouse();
    changes({ approvals: [{ verdicts: [...everyVerdict], roles: ['admin_agent', 'sales_agent'], people: 1 }] });
    const id = await does.opened(inviting());
    const before = await does.current(id);
    const answer = await does.approve(id, 'sven', 'I am sure.');
    expect([wordOf(answer), rulesOf(answer)]).toStrictEqual(['refusal.rules', ['R-ROLE-GDAP']]);
    expect(answer).toMatchObject({ decisions: [{ facts: { actor: { role: 'sales_agent' } } }, {}] });
    expect(await does.current(id)).toStrictEqual(before);
    // Shown is what they say to who carries it out.
    world.facts.set('customer.mca', 'none');
    expect(wordOf(await does.approve(id, 'ada'))).toBe('refusal.changed');
    expect((await does.current(id)).decisions).toMatchObject([{ facts: { actor: { role: 'admin_agent' } } }, {}]);
    expect(wordOf(await does.approve(id, 'ada'))).toBe('preparing');
  });

  test('whoever comes late hears who was first and when, even weeks later', async () => {
    const { world, does } = changingHouse();
    const id = await does.opened(inviting());
    await does.approve(id, 'ada');
    await world.run({ days: 12 });
    const answer = await does.approve(id, 'bo');
    expect([wordOf(answer), valuesOf(answer)]).toStrictEqual([
      'refusal.already-decided',
      { status: { label: 'status.awaiting-customer' }, who: 'Ada Berg', day: { day: '2026-03-02' } },
    ]);
  });
});

describe('where two have to agree', () => {
  test('the first is not enough, and the same person is not the second', async () => {
    const { world, does } = changingHouse();
    const id = await does.opened(switching());
    expect(wordOf(await does.approve(id, 'ada'))).toBe('awaiting-approval');
    expect(wordOf(await does.approve(id, 'ada'))).toBe('refusal.approved-already');
    for (const spelt of ['ADA', 'ada ', 'a\u2060da', '\uFF41da'])
      expect(wordOf(await approves(world, id, { ...someone('ada'), id: spelt }))).toBe('refusal.approved-already');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('preparing');
  });

  test('both at the same moment are two', async () => {
    const { does } = changingHouse();
    const id = await does.opened(switching());
    const answers = await Promise.all([does.approve(id, 'ada'), does.approve(id, 'bo')]);
    expect(answers.map(wordOf).sort()).toStrictEqual(['awaiting-approval', 'preparing']);
  });

  test('one is not enough any more where the house has come to ask for two', async () => {
    const { does, changes } = changingHouse();
    const id = await does.opened(inviting());
    changes({ approvals: two.approvals });
    expect(wordOf(await does.approve(id, 'ada'))).toBe('refusal.changed');
    expect(wordOf(await does.approve(id, 'ada'))).toBe('awaiting-approval');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('preparing');
  });
});

describe('what is approved is what was seen', () => {
  test('a proposal that has changed meanwhile is looked at again', async () => {
    const { world, does } = changingHouse();
    const id = await does.opened(inviting());
    const seen = seenOf(await does.current(id));
    await does.sendBack(id, 'bo');
    const { gdap } = inviting().proposal;
    const shorter = inviting({ gdap: gdap && { ...gdap, durationDays: 30 } }).proposal;
    await does.answer(id, 'ana', 'A month is enough.', shorter);
    expect(wordOf(await approves(world, id, someone('ada'), { seen }))).toBe('refusal.changed');
    expect(wordOf(await does.approve(id, 'ada'))).toBe('preparing');
  });

  test('a reminder in between does not matter, nor does who answers for it', async () => {
    const { world, does } = changingHouse();
    const id = await does.opened(inviting());
    const seen = seenOf(await does.current(id));
    await world.run({ days: 4 });
    await does.takeOver(id, 'sven');
    expect(await happenedTo(world, id)).toContain('approvers-reminded');
    expect(wordOf(await approves(world, id, someone('ada'), { seen }))).toBe('preparing');
  });

  test.each([
    ['made up', 'x'.repeat(32)],
    ['left out', ''],
  ])('what was seen is not %s', async (_, seen) => {
    const { world, does } = changingHouse();
    const id = await does.opened(inviting());
    expect(wordOf(await approves(world, id, someone('ada'), { seen }))).toBe('refusal.changed');
  });

  test('facts that have changed since are kept, shown, and agreed to by the next click', async () => {
    const { world, does } = changingHouse();
    const id = await does.opened(inviting());
    world.facts.set('customer.mca', 'none');
    const answer = await does.approve(id, 'ada');
    expect(answer).toMatchObject({ kind: 'refused', says: { key: 'refusal.changed' }, decisions: [{}, {}] });
    expect(await happenedTo(world, id)).toStrictEqual(['case-opened', 'decisions-renewed']);
    expect(wordOf(await does.approve(id, 'ada'))).toBe('preparing');
  });

  test('and who had agreed to it as it was agrees again', async () => {
    const { world, does } = changingHouse(two);
    const id = await does.opened(inviting());
    await does.approve(id, 'ada');
    world.facts.set('customer.mca', 'none');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('refusal.changed');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('awaiting-approval');
    expect(wordOf(await does.approve(id, 'ada'))).toBe('preparing');
  });
});

describe('the rules are asked again when somebody approves', () => {
  test.each([
    [
      'the customer turns out to be a partner’s transaction tenant',
      'customer.tenantKind',
      'csp_transaction_tenant',
      'R-NO-CSP-TO-CSP-RESALE',
    ],
    ['the customer turns out to be one of us', 'customer.relatedTo', 'self', 'R-NO-SELF-SALE'],
    ['our partner id is not active any more', 'partner.partnerIdActive', false, 'R-PARTNERID-ACTIVE'],
  ] as const)('%s: it is refused with the rule, and stays open', async (_, path, value, rule) => {
    const { world, does } = changingHouse();
    const id = await does.opened(inviting());
    world.facts.set(path, value);
    const answer = await does.approve(id, 'ada');
    expect([wordOf(answer), rulesOf(answer)]).toStrictEqual(['refusal.rules', [rule]]);
    expect(await happenedTo(world, id)).toStrictEqual(['case-opened']);
    expect(wordOf(await does.decline(id, 'ada'))).toBe('declined');
  });

  test('and so is the house, where it has become stricter', async () => {
    const { does, changes } = changingHouse();
    const id = await does.opened(inviting());
    changes({ longestGdapDays: 90 });
    expect(rulesOf(await does.approve(id, 'ada'))).toStrictEqual(['H-LONGEST-DURATION']);
  });

  test('what cannot be asked decides nothing', async () => {
    const { world, does } = changingHouse();
    const id = await does.opened(inviting());
    world.unreachable.add('Microsoft Graph');
    expect(wordOf(await does.approve(id, 'ada'))).toBe('failure.unreachable');
    world.unreachable.clear();
    world.facts.set('partner.type', undefined);
    expect(wordOf(await does.approve(id, 'ada'))).toBe('refusal.facts-missing');
    expect(await happenedTo(world, id)).toStrictEqual(['case-opened']);
  });
});
