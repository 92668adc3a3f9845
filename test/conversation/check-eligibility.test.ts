import { describe, expect, test } from '@jest/globals';
import { atTheWizard } from '../support/wizard-world.ts';

describe('the wizard “check”', () => {
  test('leads from “they have Azure from somebody else” to the way it may move', async () => {
    const at = atTheWizard({}, {}, 'check');
    await at.start('contoso.example');
    expect(at.data('check-eligibility/subscriptions').rows).toEqual([]);
    await at.does('page', { more: 'said/azure' });
    expect(at.data('wizard/questions').questions.map(({ id }) => id)).toEqual([
      'item.boughtFrom',
      'item.eaKind',
      'item.generation',
    ]);
    await at.does('page', { 'item.boughtFrom': 'other_csp', 'item.generation': 'azure_plan' });
    expect(at.data('wizard/questions').questions.map(({ id }) => id)).toEqual(['customer.otherCspPartners']);
    await at.does('page', { 'customer.otherCspPartners': '1' });
    const { rows } = at.data('check-eligibility/verdict');
    console.log(JSON.stringify(rows).slice(0, 3000), JSON.stringify(at.buttons()));
  });
});
