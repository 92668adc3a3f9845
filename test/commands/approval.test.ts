import { describe, expect, test } from '@jest/globals';
import { seenOf } from '../../src/cases/seen.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import type { Person } from '../../src/cases/people.ts';
import { HouseRules } from '../../src/policy/index.ts';
import { click, doing, happenedTo, inviting, rulesOf, switching, valuesOf, wordOf } from '../support/requests.ts';
import { createWorld, house, someone } from '../support/world.ts';
import type { World } from '../support/world.ts';

/** A partner whose house rules can be changed while requests are open. */
const setting = (rules: HouseRules = house) => {
  let current = rules;
  const sitting = {
    get house() {
      return current;
    },
  };
  const world = createWorld(sitting);
  const changes = (more: Partial<HouseRules>): void => {
    current = { ...current, ...more };
  };
  return { world, does: doing(world), changes };
};

const approves = async (world: World, id: CaseId, actor: Person, fields: { seen?: string; words?: string } = {}) => {
  const seen = fields.seen ?? seenOf(await doing(world).current(id));
  return world.handle({ name: 'approve-case', key: click(), actor, caseId: id, seen, words: fields.words ?? '' });
};

const everyVerdict = ['allow', 'allow_with_conditions', 'needs_review'] as const;
const two = HouseRules.parse({ ...house, approvals: [{ verdicts: [...everyVerdict], roles: ['admin_agent'], people: 2 }] });

const inUsGov = (wish = inviting()) => ({ ...wish, cloud: 'us_gov' as const });

describe('who may approve', () => {
  test('an Admin agent, and then it is prepared', async () => {
    const { world, does } = setting();
    const id = await does.opened(inviting());
    expect(wordOf(await does.approve(id, 'ada'))).toBe('preparing');
    expect(await happenedTo(world, id)).toStrictEqual(['case-opened', 'approval-given', 'case-approved']);
  });

  test.each(['sven', 'hal', 'olav', 'gunn'] as const)('not %s, who has another role; the role that may is named', async (name) => {
    const { does } = setting();
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
    ['herself under another name and with more roles', { id: 'Ada', name: 'A. Berg', roles: ['admin_agent', 'global_admin'] }],
  ] satisfies [string, Person][])('not the Admin agent who asked: %s', async (_, actor) => {
    const { world, does } = setting();
    const id = await does.opened(inviting({}, 'ada'));
    expect(wordOf(await approves(world, id, actor))).toBe('refusal.own-request');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('preparing');
  });

  test('nor the Admin agent who has taken it over; nor, after that, who asked first', async () => {
    const { does } = setting();
    const id = await does.opened(inviting({}, 'ada'));
    await does.takeOver(id, 'bo');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('refusal.own-request');
    expect(wordOf(await does.approve(id, 'ada'))).toBe('refusal.own-request');
  });

  test('nobody, and nothing is opened, where the house rules name nobody', async () => {
    const { world } = setting(HouseRules.parse({ ...house, approvals: [] }));
    expect(wordOf(await world.handle(inviting()))).toBe('refusal.no-approver');
    expect(await world.store.cases(null, 1)).toStrictEqual([]);
  });

  test('nobody, once the house rules name nobody any more', async () => {
    const { does, changes } = setting();
    const id = await does.opened(inviting());
    changes({ approvals: [] });
    expect(wordOf(await does.approve(id, 'ada'))).toBe('refusal.no-approver');
    changes({ approvals: house.approvals });
    expect(wordOf(await does.approve(id, 'ada'))).toBe('preparing');
  });

  test('nobody whom the house rules have taken it from since it was asked', async () => {
    const { does, changes } = setting();
    const id = await does.opened(inviting());
    changes({ approvals: [{ verdicts: [...everyVerdict], roles: ['global_admin'], people: 1 }] });
    const answer = await does.approve(id, 'ada');
    expect([wordOf(answer), new Set(rulesOf(answer))]).toStrictEqual(['refusal.rules', new Set(['H-APPROVER-ROLE'])]);
  });

  test('whoever comes late hears who was first and when, even weeks later', async () => {
    const { world, does } = setting();
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
    const { world, does } = setting();
    const id = await does.opened(switching());
    expect(wordOf(await does.approve(id, 'ada'))).toBe('awaiting-approval');
    expect(wordOf(await does.approve(id, 'ada'))).toBe('refusal.approved-already');
    expect(wordOf(await approves(world, id, { ...someone('ada'), id: 'ADA' }))).toBe('refusal.approved-already');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('preparing');
  });

  test('both at the same moment are two', async () => {
    const { does } = setting();
    const id = await does.opened(switching());
    const answers = await Promise.all([does.approve(id, 'ada'), does.approve(id, 'bo')]);
    expect(answers.map(wordOf).sort()).toStrictEqual(['awaiting-approval', 'preparing']);
  });

  test('one is not enough any more where the house has come to ask for two', async () => {
    const { does, changes } = setting();
    const id = await does.opened(inviting());
    changes({ approvals: two.approvals });
    expect(wordOf(await does.approve(id, 'ada'))).toBe('awaiting-approval');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('preparing');
  });
});

describe('what is approved is what was seen', () => {
  test('a proposal that has changed meanwhile is looked at again', async () => {
    const { world, does } = setting();
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
    const { world, does } = setting();
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
    const { world, does } = setting();
    const id = await does.opened(inviting());
    expect(wordOf(await approves(world, id, someone('ada'), { seen }))).toBe('refusal.changed');
  });

  test('facts that have changed since are kept, shown, and agreed to by the next click', async () => {
    const { world, does } = setting();
    const id = await does.opened(inviting());
    world.facts.set('customer.mca', 'none');
    const answer = await does.approve(id, 'ada');
    expect(answer).toMatchObject({ kind: 'refused', says: { key: 'refusal.changed' }, decisions: [{}, {}] });
    expect(await happenedTo(world, id)).toStrictEqual(['case-opened', 'decisions-renewed']);
    expect(wordOf(await does.approve(id, 'ada'))).toBe('preparing');
  });

  test('and who had agreed to it as it was agrees again', async () => {
    const { world, does } = setting(two);
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
    ['the customer turns out to be a partner’s transaction tenant', 'customer.tenantKind', 'csp_transaction_tenant', 'R-NO-CSP-TO-CSP-RESALE'],
    ['the customer turns out to be one of us', 'customer.relatedTo', 'self', 'R-NO-SELF-SALE'],
    ['our partner id is not active any more', 'partner.partnerIdActive', false, 'R-PARTNERID-ACTIVE'],
  ] as const)('%s: it is refused with the rule, and stays open', async (_, path, value, rule) => {
    const { world, does } = setting();
    const id = await does.opened(inviting());
    world.facts.set(path, value);
    const answer = await does.approve(id, 'ada');
    expect([wordOf(answer), rulesOf(answer)]).toStrictEqual(['refusal.rules', [rule]]);
    expect(await happenedTo(world, id)).toStrictEqual(['case-opened']);
    expect(wordOf(await does.decline(id, 'ada'))).toBe('declined');
  });

  test('and so is the house, where it has become stricter', async () => {
    const { does, changes } = setting();
    const id = await does.opened(inviting());
    changes({ longestGdapDays: 90 });
    expect(rulesOf(await does.approve(id, 'ada'))).toStrictEqual(['H-LONGEST-DURATION']);
  });

  test('what cannot be asked decides nothing', async () => {
    const { world, does } = setting();
    const id = await does.opened(inviting());
    world.unreachable.add('Microsoft Graph');
    expect(wordOf(await does.approve(id, 'ada'))).toBe('failure.unreachable');
    world.unreachable.clear();
    world.facts.set('partner.type', undefined);
    expect(wordOf(await does.approve(id, 'ada'))).toBe('refusal.facts-missing');
    expect(await happenedTo(world, id)).toStrictEqual(['case-opened']);
  });
});

describe('what the rules leave to a person', () => {
  test('is answered in words, once, and the answer is kept with the name', async () => {
    const { does } = setting(two);
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
    const { does } = setting();
    const id = await does.opened(inUsGov());
    expect(wordOf(await does.approve(id, 'ada', ' \n '))).toBe('refusal.review-needed');
  });

  test('is asked again when something new is left to a person', async () => {
    const { world, does } = setting(two);
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
    const { world, does } = setting(two);
    const id = await does.opened(inUsGov());
    await does.approve(id, 'ada', 'Support has confirmed it.');
    world.facts.set('partner.type', 'indirect_provider');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('refusal.review-needed');
  });

  test('is not asked again when it is carried out', async () => {
    const { world, does } = setting();
    const id = await does.opened(inUsGov(inviting({ reseller: null })));
    await does.approve(id, 'ada', 'Support has confirmed it.');
    await world.settle();
    expect(await does.status(id)).toBe('awaiting-customer');
  });

  test('is asked again after a question was answered: what was agreed to is gone', async () => {
    const { does } = setting(two);
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
    const { world, does } = setting();
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
    const { world, does, changes } = setting();
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
    const { world, does } = setting();
    const id = await does.opened(inUsGov(inviting({ gdap: null })));
    await does.approve(id, 'ada', 'Support has confirmed it.');
    world.facts.set('customer.otherCspPartners', 2);
    const effect = { kind: 'get-reseller-link' };
    expect(wordOf(await does.reports('clear-execution', id, { effect }))).toBe('awaiting-approval');
    expect(wordOf(await does.approve(id, 'bo'))).toBe('refusal.review-needed');
  });

  test('what changes and decides nothing is noted, and it is done', async () => {
    const { world, does } = setting();
    const id = await does.opened(inviting());
    await does.approve(id, 'ada');
    world.facts.set('customer.mca', 'none');
    await world.settle();
    expect(await happenedTo(world, id)).toContain('execution-cleared');
    expect(await does.status(id)).toBe('awaiting-customer');
  });

  test('the invitation is not written while the rules refuse its letter: the case waits for a person', async () => {
    const { world, does } = setting();
    const id = await does.opened(inviting());
    await does.approve(id, 'ada');
    world.facts.set('msg.linkState', 'changed');
    await world.settle();
    expect([...world.done.values()].map(({ kind }) => kind)).not.toContain('send-letter');
    expect(await does.status(id)).toBe('stuck');
  });
});
