import { describe, expect, test } from '@jest/globals';
import { atTheWizard, letter, told, upToReview } from './wizard-world.ts';

describe('the wizard “request admin”', () => {
  test('leads from a typed domain to an opened case', async () => {
    const at = atTheWizard();
    await at.start('contoso.example');
    expect(at.data('request-admin/relationship').customer).toBe('Contoso Bakery');
    await at.does('page', { wish: 'manage' });
    expect(at.data('request-admin/roles').bundles).toHaveLength(4);
    await at.does('page', { bundle: 'support-minimal', days: '90' });
    expect(at.data('request-admin/told').questions.map(({ id }) => id)).toContain('req.expects');
    await at.does('page', told);
    expect(at.data('request-admin/letter').questions[0]?.value).toBe('it');
    await at.does('page', letter);
    expect(at.data('request-admin/review').approval).toContain('Admin agent');
    const shown = await at.does('page');
    const id = 'case' in shown ? shown.case : null;
    const kept = id && (await at.world.store.case(id));
    expect(kept?.case).toMatchObject({
      status: 'awaiting-approval',
      customer: { name: 'Contoso Bakery', language: 'it', contact: 'it@contoso.example' },
      proposal: { reseller: null, gdap: { durationDays: 90, roles: ['directory_readers', 'service_support_administrator'] } },
    });
  });

  test('a double click opens one case, whenever it comes', async () => {
    const at = atTheWizard();
    await upToReview(at);
    const [ask] = at.buttons();
    if (ask === undefined) throw new Error('Nothing to press');
    const [one, other] = await Promise.all([at.press(at.pressOf(ask, {})), at.press(at.pressOf(ask, {}))]);
    const later = await at.press(at.pressOf(ask, {}));
    expect(await at.world.store.cases(null, 10)).toHaveLength(1);
    expect('case' in later).toBe(true);
    expect([one, other]).toContainEqual(later);
  });
});
