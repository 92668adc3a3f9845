import { describe, expect, test } from '@jest/globals';
import { HouseRules } from '../../src/policy/index.ts';
import { click, doing, movedBy, offered } from '../support/requests.ts';
import { happenedTo, rulesOf, valuesOf, wordOf } from '../support/answers.ts';
import type { Name } from '../support/requests.ts';
import { createWorld, house, instant, someone } from '../support/world.ts';
import type { Sitting } from '../support/world.ts';

/** Another partner asks for the web shop and the archive of Contoso, which are ours. */
const setting = async (change: (offer: ReturnType<typeof offered>) => void = () => undefined, sitting: Sitting = {}) => {
  const world = createWorld(sitting);
  const does = doing(world);
  const offer = offered(world);
  change(offer);
  return { world, does, id: await does.opened(offer), offer };
};

const agree = (items: readonly string[], words = '') => ({ choice: 'agree', items, words });
const refuse = { choice: 'refuse', words: 'Nobody there has told us.' };

describe('decide-hand-out', () => {
  test('an Admin agent agrees to one of two: only that one is accepted', async () => {
    const { world, does, id } = await setting();
    expect(wordOf(await does.decide(id, 'ada', agree(['web-shop'])))).toBe('moving');
    await world.settle();
    expect([...world.done.values()]).toContainEqual({
      kind: 'accept-transfer',
      transferId: 'transfer-9',
      items: ['web-shop'],
    });
    expect(await does.status(id)).toBe('moving');
  });

  test('what the rules refuse is left out, and does not hold up the rest', async () => {
    const { world, does, id } = await setting(({ proposal }) => {
      Object.assign(proposal.subjects[1]?.facts ?? {}, { 'item.inOtherTransfer': true });
    });
    const both = await does.decide(id, 'ada', agree(['web-shop', 'archive']));
    expect([wordOf(both), rulesOf(both)]).toStrictEqual(['refusal.rules', ['R-XFER-BUSY']]);
    expect(await happenedTo(world, id)).toStrictEqual(['transfer-offered']);
    expect(wordOf(await does.decide(id, 'ada', agree(['web-shop'])))).toBe('moving');
    await world.settle();
    expect(await does.status(id)).toBe('moving');
    expect([...world.done.values()].map(({ kind }) => kind)).toContain('accept-transfer');
  });

  test('what the rules leave to a person is answered in words, and then it is carried out', async () => {
    // In those years nobody wrote whether reservations move along.
    const start = instant(Date.parse('2023-05-02T09:00:00Z'));
    const { world, does, id } = await setting(
      ({ proposal }) => {
        Object.assign(proposal.subjects[0]?.facts ?? {}, { 'item.includesReservations': true });
      },
      { start },
    );
    const silent = await does.decide(id, 'ada', agree(['web-shop']));
    expect([wordOf(silent), rulesOf(silent)]).toStrictEqual(['refusal.review-needed', ['R-XFER-RI-DATE-GAP']]);
    expect(wordOf(await does.decide(id, 'ada', agree(['web-shop'], 'Microsoft has said so, ticket 7.')))).toBe('moving');
    await world.settle();
    expect(await does.status(id)).toBe('moving');
    expect([...world.done.values()].map(({ kind }) => kind)).toContain('accept-transfer');
  });

  test('what they newly leave open when it is carried out one person answers, though the house wants two for what we ask for', async () => {
    const start = instant(Date.parse('2023-05-02T09:00:00Z'));
    const { world, does, id } = await setting(
      ({ proposal }) => {
        Object.assign(proposal.subjects[0]?.facts ?? {}, { 'item.includesReservations': true });
      },
      { start },
    );
    await does.decide(id, 'ada', agree(['web-shop'], 'Microsoft has said so, ticket 7.'));
    world.facts.set('customer.mca', 'none');
    await world.settle();
    expect(await does.current(id)).toMatchObject({ status: 'stuck', approval: { people: 1 } });
    const [letter] = await world.store.deadLetters();
    const answer = { effect: letter?.id, words: 'It is the same without the agreement.' };
    expect(wordOf(await does.says('bo', 'retry-dead-letter', id, answer))).toBe('moving');
  });

  test('what the rules refuse by the time it is carried out is not carried out', async () => {
    const { world, does, id } = await setting();
    await does.decide(id, 'ada', agree(['web-shop']));
    world.facts.set('partner.mpaSigned', false);
    await world.settle();
    expect([...world.done.values()].map(({ kind }) => kind)).not.toContain('accept-transfer');
    expect(await does.current(id)).toMatchObject({ status: 'stuck', trouble: { code: 'decision-changed' } });
    // Once it is allowed again somebody who may decide gets it going.
    world.facts.delete('partner.mpaSigned');
    const [letter] = await world.store.deadLetters();
    expect(wordOf(await does.says('bo', 'retry-dead-letter', id, { effect: letter?.id }))).toBe('moving');
    await world.settle();
    expect([...world.done.values()].map(({ kind }) => kind)).toContain('accept-transfer');
  });

  test('a refusal is a decision too, with its reason; the late hear who it was', async () => {
    const { does, id } = await setting();
    expect(wordOf(await does.decide(id, 'ada', { choice: 'refuse', words: ' ' }))).toBe('refusal.words-needed');
    expect(wordOf(await does.decide(id, 'ada', refuse))).toBe('refused');
    const late = await does.decide(id, 'bo', agree(['web-shop']));
    expect([wordOf(late), valuesOf(late)]).toStrictEqual([
      'refusal.already-decided',
      { status: { label: 'status.refused' }, who: 'Ada Berg', day: { day: '2026-03-02' } },
    ]);
  });

  test.each<readonly [Name, string]>([
    ['ana', 'refusal.not-an-approver'],
    ['hal', 'refusal.not-an-approver'],
    ['olav', 'refusal.not-an-approver'],
  ])('not %s: %s', async (name, key) => {
    const { does, id } = await setting();
    expect(wordOf(await does.decide(id, name, agree(['web-shop'])))).toBe(key);
    expect(wordOf(await does.decide(id, name, refuse))).toBe(key);
  });

  test('nobody where the house names nobody: at the offer, nor later', async () => {
    const silent = HouseRules.parse({ ...house, approvals: [] });
    const nobody = await setting(undefined, { house: silent });
    expect(wordOf(await nobody.does.decide(nobody.id, 'ada', refuse))).toBe('refusal.no-approver');
    let rules = house;
    const sitting = {
      get house() {
        return rules;
      },
    };
    const later = await setting(undefined, sitting);
    rules = silent;
    expect(wordOf(await later.does.decide(later.id, 'ada', agree(['web-shop'])))).toBe('refusal.no-approver');
  });

  describe('whoever the house names now decides, and one is enough', () => {
    const naming = (roles: readonly string[], people = 2) =>
      HouseRules.parse({ ...house, approvals: [{ verdicts: ['allow', 'allow_with_conditions', 'needs_review'], roles, people }] });

    const changing = async (before: HouseRules, after: HouseRules) => {
      let rules = before;
      const sitting = {
        get house() {
          return rules;
        },
      };
      const set = await setting(undefined, sitting);
      rules = after;
      return set;
    };

    const nobody = HouseRules.parse({ ...house, approvals: [] });

    test.each([
      ['somebody else', naming(['global_admin'])],
      ['nobody', nobody],
    ])('where it named %s at the offer: the rules are asked as them before anything is handed out', async (_, before) => {
      const now = naming(['admin_agent']);
      const { world, does, id } = await changing(before, now);
      expect(wordOf(await does.decide(id, 'gunn', agree(['web-shop'])))).toBe('refusal.not-an-approver');
      expect(wordOf(await does.decide(id, 'ada', agree(['web-shop'])))).toBe('moving');
      await world.settle();
      expect([...world.done.values()].map(({ kind }) => kind)).toContain('accept-transfer');
      const late = await changing(before, now);
      await late.does.decide(late.id, 'ada', agree(['web-shop']));
      late.world.facts.set('partner.mpaSigned', false);
      await late.world.settle();
      expect([...late.world.done.values()].map(({ kind }) => kind)).not.toContain('accept-transfer');
      expect(await late.does.current(late.id)).toMatchObject({ status: 'stuck', trouble: { code: 'decision-changed' } });
    });

    test('who may ask is no question: nobody of the house has asked', async () => {
      const mayAsk = [{ flows: ['azure_plan_transfer' as const], roles: ['global_admin' as const] }];
      const { does, id } = await setting(undefined, { house: HouseRules.parse({ ...house, mayAsk }) });
      expect(wordOf(await does.decide(id, 'ada', agree(['web-shop'])))).toBe('moving');
    });
  });

  describe('what the other partner’s request does not say', () => {
    const untold = ({ proposal }: ReturnType<typeof offered>) => {
      Object.assign(proposal, { told: {} });
    };

    test('whoever decides adds, and it is marked as told', async () => {
      const { does, id } = await setting(untold);
      const silent = await does.decide(id, 'ada', agree(['web-shop']));
      expect([wordOf(silent), valuesOf(silent)]).toStrictEqual(['refusal.facts-missing', { paths: 'xfer.sameCurrency' }]);
      const said = { ...agree(['web-shop']), told: { 'xfer.sameCurrency': true } };
      expect(wordOf(await does.decide(id, 'ada', said))).toBe('moving');
      const { decisions, proposal } = await does.current(id);
      expect(proposal.told).toStrictEqual({ 'xfer.sameCurrency': true });
      expect(decisions[0]?.told).toContain('xfer.sameCurrency');
    });

    test.each([true, false])('and it counts: the same currency, %s', async (sameCurrency) => {
      const { does, id } = await setting((offer) => {
        untold(offer);
        const reserved = { 'item.includesReservations': true, 'item.reservationPayment': 'monthly' };
        Object.assign(offer.proposal.subjects[0]?.facts ?? {}, reserved);
      });
      await does.decide(id, 'ada', { ...agree(['web-shop']), told: { 'xfer.sameCurrency': sameCurrency } });
      const { status, decisions } = await does.current(id);
      const rules = decisions.flatMap(({ findings }) => findings.map(({ rule }) => rule));
      expect([status, rules.includes('R-XFER-RI-CURRENCY')]).toStrictEqual(['moving', !sameCurrency]);
    });

    test('nothing where the procedure needs nothing more', async () => {
      const { does, id } = await setting((offer) => {
        untold(offer);
        Object.assign(offer.proposal, { procedure: 'licence-transfer' });
        for (const subject of offer.proposal.subjects) Object.assign(subject, { facts: { ...movedBy['licence-transfer'] } });
      });
      expect(wordOf(await does.decide(id, 'ada', agree(['web-shop'])))).toBe('moving');
    });

    test('of ourselves it says nothing either', async () => {
      const { world, does, id } = await setting();
      world.facts.set('partner.mpaSigned', undefined);
      const said = { ...agree(['web-shop']), told: { 'partner.mpaSigned': true } };
      expect(valuesOf(await does.decide(id, 'ada', said))).toStrictEqual({ paths: 'partner.mpaSigned' });
    });
  });

  test.each([
    ['something that was not asked for', agree(['web-shop', 'payroll']), 'refusal.unknown-item'],
    ['nothing', agree([]), 'refusal.unreadable'],
    ['an unclear answer', { choice: 'perhaps' }, 'refusal.unreadable'],
  ])('%s is handed out to nobody', async (_, decision, key) => {
    const { does, id } = await setting();
    expect(wordOf(await does.decide(id, 'ada', decision))).toBe(key);
    expect(await does.status(id)).toBe('awaiting-our-decision');
  });

  test('what was decided about is what was seen', async () => {
    const { world, id } = await setting();
    const click_ = { name: 'decide-hand-out', key: click(), actor: someone('ada'), caseId: id, seen: 'old', decision: refuse };
    expect(wordOf(await world.handle(click_))).toBe('refusal.changed');
  });

  test('nobody’s silence is a yes: after thirty days it has lapsed and nothing was handed out', async () => {
    const { world, does, id } = await setting();
    await world.run({ days: 31 });
    expect(await does.status(id)).toBe('expired');
    expect([...world.done.values()].map(({ kind }) => kind)).not.toContain('accept-transfer');
    expect(wordOf(await does.decide(id, 'ada', agree(['web-shop'])))).toBe('refusal.not-now');
  });

  test('an offer that is reported twice is one case', async () => {
    const { world, id, offer } = await setting();
    expect(await world.handle(offer)).toMatchObject({ kind: 'done', caseId: id, happened: [] });
    expect(await world.store.cases(null, 10)).toHaveLength(1);
  });

  test('approving is not the way to decide it', async () => {
    const { does, id } = await setting();
    for (const answer of [await does.approve(id, 'ada'), await does.decline(id, 'ada'), await does.sendBack(id, 'ada')]) {
      expect(wordOf(answer)).toBe('refusal.not-now');
    }
  });
});
