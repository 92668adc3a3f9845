import { describe, expect, test } from '@jest/globals';
import { atTheWizard, letter, told, upToReview } from '../support/wizard-world.ts';

describe('the review', () => {
  test('refuses what the rules refuse before anybody writes a letter, and offers another way', async () => {
    const at = atTheWizard();
    await at.start('contoso.example');
    await at.does('page', { wish: 'sell' });
    await at.does('page', { ...told, 'customer.tenantKind': 'csp_transaction_tenant' });
    const { judged, approval } = at.data('wizard/review');
    expect(judged.findings[0]?.rule).toBe('R-NO-CSP-TO-CSP-RESALE');
    expect(approval).toBeNull();
    expect(at.buttons().map(({ title }) => title)).toEqual(['Choose another customer', 'Back', 'Cancel']);
  });

  test('has a ready request to the provider of an indirect reseller', async () => {
    const at = atTheWizard();
    at.world.facts.set('partner.type', 'indirect_reseller');
    at.world.facts.set('rel.reseller', 'none');
    await at.start('contoso.example');
    await at.does('page', { wish: 'sell' });
    expect(at.questions('relationship').questions[1]?.problem).not.toBeNull();
    await at.does('page', { wish: 'sell', fellow: '7a11c0de-2222-4a10-8a10-0000000000a2' });
    await at.does('page', { ...told, providerResellerSameRegion: 'true' });
    await at.does('page', letter);
    const values = at.data('wizard/review').facts.map(({ value }) => value);
    expect(values.find((value) => value.startsWith('Dear colleagues at Granitt'))).toContain('contoso.example');
    await at.does('page');
    const [kept] = await at.world.store.cases(null, 10);
    expect(kept?.case.proposal).toMatchObject({ reseller: { model: 'indirect', fellow: { name: 'Granitt Distribusjon' } } });
  });

  test('says what was not answered, and weighs again when asked', async () => {
    const at = atTheWizard();
    await upToReview(at);
    at.world.unreachable.add('Microsoft Graph');
    await at.does('page');
    expect(at.data('failed').why).toContain('Microsoft Graph');
    at.world.unreachable.clear();
    await at.does('page');
    expect(at.where()).toBe('review');
  });

  test('that was refused late may be submitted again', async () => {
    let isFirst = true;
    const at = atTheWizard();
    const slow = atTheWizard({
      submit: () => {
        const answer = isFirst
          ? { kind: 'refused' as const, says: { key: 'refusal.no-approver', values: {} }, decisions: [] }
          : null;
        isFirst = false;
        return Promise.resolve(answer);
      },
    });
    await upToReview(slow);
    await slow.does('page');
    expect(slow.data('wizard/review').problem).toContain('Nobody is named');
    await slow.does('page');
    expect(slow.data('notice').lines[0]).toContain('you will be told');
    expect(await at.world.store.cases(null, 1)).toStrictEqual([]);
  });
});
