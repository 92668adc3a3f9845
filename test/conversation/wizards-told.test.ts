import { describe, expect, test } from '@jest/globals';
import { atTheWizard, upToReview } from '../support/wizard-world.ts';

describe('what no service tells', () => {
  test('stands on the last page, as what was only told', async () => {
    const at = atTheWizard();
    await upToReview(at, 'sell');
    const { facts } = at.data('wizard/review');
    const said = facts.find(({ name }) => name === 'Told, and not confirmed by any service');
    expect(said?.value).toContain('How many other CSP partners does the customer have? 0');
  });

  test('is offered to the next one, with who said it and when, and is still theirs to send', async () => {
    const at = atTheWizard();
    await upToReview(at, 'sell');
    await at.does('page');
    await at.start('contoso.example', 'sven');
    await at.does('page', { wish: 'sell' }, 'sven');
    const asked = at.questions('told').questions.find(({ id }) => id === 'customer.otherCspPartners');
    expect(asked).toMatchObject({ value: 0, hint: 'Told by Ana Ruiz on 2 March 2026.' });
    await at.does('page', {}, 'sven');
    expect(at.questions('told').questions.some(({ problem }) => problem !== null)).toBe(true);
  });
});
