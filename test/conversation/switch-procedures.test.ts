import { describe, expect, test } from '@jest/globals';
import type { Procedure } from '../../src/cases/azure-switch/case.ts';
import { answers, answersFor, atTheSwitch, begin, held, rulesOn, showing, walkOn, worldFor } from '../support/switch-world.ts';

describe('every procedure has its way to a request', () => {
  test.each<readonly [Procedure, readonly string[]]>([
    ['azure-plan-transfer', ['origin', 'subscriptions', 'moves', 'told', 'before', 'letter', 'review']],
    ['manual-switch', ['origin', 'subscriptions', 'moves', 'procedure', 'manual-switch', 'told', 'before', 'letter', 'review']],
    ['licence-transfer', ['origin', 'subscriptions', 'moves', 'told', 'before', 'letter', 'review']],
    ['ea-to-csp', ['origin', 'subscriptions', 'moves', 'told', 'before', 'letter', 'review']],
    ['new-subscription', ['origin', 'subscriptions', 'moves', 'new-subscription', 'told', 'before', 'letter', 'review']],
  ])('%s', async (procedure, pages) => {
    const at = await begin(worldFor(procedure));
    expect(await walkOn(at, answersFor[procedure])).toEqual(pages);
    const { judged, facts, approval } = at.data('wizard/review');
    expect([judged.nextSteps, approval === null]).toEqual([[], false]);
    expect(facts.map(({ value }) => value).join()).toContain(procedure === 'licence-transfer' ? 'Exchange' : 'Web shop');
    const shown = await at.does('page');
    const kept = 'case' in shown ? await at.world.store.case(shown.case) : null;
    expect(kept?.case).toMatchObject({ status: 'awaiting-approval', proposal: { wants: 'switch', procedure } });
  });

  test('what the old services are the customer reads in the letter', async () => {
    const at = await begin(worldFor('new-subscription'));
    await walkOn(at, answersFor['new-subscription']);
    await at.does('page');
    const [kept] = await at.world.store.cases(null, 10);
    expect(kept?.case.proposal).toMatchObject({ letter: { paragraph: 'Das alte Abonnement endet im Mai.' } });
  });

  test('the page before it goes out says who has to do what', async () => {
    const at = await begin(worldFor('azure-plan-transfer'));
    for (const page of ['origin', 'subscriptions', 'moves', 'told'] as const) await at.does('page', { ...answers[page] });
    const { groups } = at.data('switch-azure/page');
    expect(groups.map(({ title }) => title)).toEqual(['We', 'The customer']);
    expect(groups[1]?.lines[2]).toContain('Billing and usage history');
  });

  test('what moves and what stays is shown for one way, where the next page offers others', async () => {
    const at = await begin(worldFor('manual-switch'));
    const given = answersFor['manual-switch'];
    for (const page of ['origin', 'subscriptions'] as const) await at.does('page', { ...given[page] });
    expect(at.data('switch-azure/page').lead).toBe(
      'Shown for: Switch of legacy Azure by hand. The next pages also offer: Transfer under an Azure plan.',
    );
    const alone = await begin(worldFor('azure-plan-transfer'));
    for (const page of ['origin', 'subscriptions'] as const) await alone.does('page', { ...answers[page] });
    expect(alone.data('switch-azure/page').lead).toBe('Transfer under an Azure plan');
  });

  test('a transfer says until when the present partner has time', async () => {
    const at = await begin(worldFor('azure-plan-transfer'));
    await walkOn(at, answers);
    expect(
      at
        .data('wizard/review')
        .facts.map(({ value }) => value)
        .join(),
    ).toContain('until 1 April 2026');
  });
});

describe('what only one of them needs is asked on its own page', () => {
  test('the tenant of a partner that nobody could find', async () => {
    const at = await begin(worldFor('azure-plan-transfer'));
    await walkOn(at, { ...answers, origin: { boughtFrom: 'other_csp', partner: 'Granitt IT', which: '' } });
    expect(at.where()).toBe('azure-plan-transfer');
    await at.does('page', { tenant: 'granitt' });
    expect(at.questions('azure-plan-transfer').questions[0]?.problem).toContain('not a tenant ID');
    await at.does('page', { tenant: '7a11c0de-2222-4a10-8a10-0000000000a2' });
    expect(at.where()).toBe('told');
  });

  test('the reseller for whom a provider takes over', async () => {
    const at = await begin(atTheSwitch({ 'partner.type': 'indirect_provider' }));
    const given = { ...answers, told: { ...answers.told, providerResellerSameRegion: 'true' } };
    await walkOn(at, given);
    expect(rulesOn(at)).toContain('R-XFER-RESELLER-ID');
    await at.does('back');
    expect(at.where()).toBe('azure-plan-transfer');
    await at.does('page', { 'xfer.resellerPartnerId': '6200002' });
    await walkOn(at, given);
    await at.does('page');
    const [kept] = await at.world.store.cases(null, 10);
    expect(kept?.case.proposal.told).toMatchObject({ 'xfer.resellerPartnerId': '6200002', 'req.model': 'indirect' });
  });

  test('which of the four flags a marketplace product has, once there is one', async () => {
    const at = await begin(worldFor('azure-plan-transfer'));
    const moves = { ...answers.moves, marketplace: 'true' };
    await walkOn(at, { ...answers, moves });
    expect(at.data('switch-azure/page').questions.map(({ id }) => id)).toContain('publisherAllowlisted');
    await walkOn(at, {
      ...answers,
      moves: {
        ...moves,
        specialDiscount: 'true',
        regionRestricted: 'false',
        subscriptionBased: 'false',
        publisherAllowlisted: 'true',
      },
    });
    expect(rulesOn(at)).toContain('R-XFER-MARKETPLACE');
  });

  test('how reservations are paid, once there are some', async () => {
    const at = await begin(worldFor('azure-plan-transfer'));
    const moves = { ...answers.moves, reservations: 'true' };
    await walkOn(at, { ...answers, moves });
    expect(at.data('switch-azure/page').questions.find(({ id }) => id === 'item.reservationPayment')?.problem).not.toBeNull();
    await walkOn(at, { ...answers, moves: { ...moves, 'item.reservationPayment': 'upfront' } });
    expect(rulesOn(at)).toContain('R-XFER-RI-UPFRONT-LOCK');
  });
});

describe('what a service shows need not be typed', () => {
  const plan = {
    'item.kind': 'usage',
    'item.product': 'azure',
    'item.generation': 'azure_plan',
    'item.boughtFrom': 'other_csp',
  } as const;

  test('and what is suspended is left out, and named', async () => {
    const shop = held('shop', { ...plan, 'item.status': 'active', 'item.term': null });
    const old = held('old', { ...plan, 'item.status': 'suspended', 'item.term': null });
    const ours = held('ours', { ...plan, 'item.boughtFrom': 'own' }, 'us');
    const at = await begin(worldFor('azure-plan-transfer', showing(shop, old, ours)));
    await at.does('page', { partner: 'Granitt IT', which: '7a11c0de-2222-4a10-8a10-0000000000a2' });
    const [chosen] = at.questions('subscriptions').questions;
    expect(chosen).toMatchObject({ id: 'chosen', value: '0' });
    expect(chosen?.hint).toContain('Subscription old');
    await walkOn(at, { ...answers, subscriptions: { chosen: '0' } });
    await at.does('page');
    const [kept] = await at.world.store.cases(null, 10);
    expect(kept?.case.proposal).toMatchObject({ subjects: [{ id: 'shop' }] });
  });

  test('where it was bought is not asked where that is known, and can be corrected', async () => {
    const at = await begin(
      worldFor('new-subscription', showing(held('shop', { 'item.kind': 'usage', 'item.boughtFrom': 'open' }))),
    );
    expect(at.where()).toBe('subscriptions');
    await at.does('back');
    expect(at.questions('origin').questions[0]?.value).toBe('open');
  });

  test('what moves in different ways is asked for separately', async () => {
    const licences = held('e3', {
      'item.kind': 'licence',
      'item.generation': 'nce',
      'item.boughtFrom': 'other_csp',
      'item.term': 'active',
      'item.daysSinceTermStart': 90,
    });
    const at = await begin(worldFor('azure-plan-transfer', showing(held('shop', plan), licences)));
    await walkOn(at, { ...answers, subscriptions: { chosen: '0,1' } });
    expect(at.questions('subscriptions').problem).toContain('does not move together');
  });

  test('a service that does not answer keeps nobody', async () => {
    const holdings = { of: () => Promise.resolve({ unreachable: 'Azure' }) };
    const at = await begin(worldFor('azure-plan-transfer', { holdings }));
    await at.does('page', answers.origin);
    expect(at.questions('subscriptions').lead).toContain('Azure cannot be reached');
  });
});
