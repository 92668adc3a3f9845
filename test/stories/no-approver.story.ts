import { expect } from '@jest/globals';
import { HouseRules } from '../../src/policy/index.ts';
import { story } from '../support/story.ts';
import { house } from '../support/world.ts';

story(
  {
    name: 'no-approver',
    title: 'Where nobody is set down who may approve, nothing can be asked for, and the review says so already',
    lead: 'The house rules of this company name no approver for granular admin.',
    rules: HouseRules.parse({ ...house, approvals: house.approvals.map((one) => ({ ...one, roles: [] })) }),
  },
  async ({ says, presses, card }, { actor, chat, store }) => {
    await says('chloe', 'demander l’administration pour contoso.example');
    await presses('chloe', 'Suivant', { wish: 'manage' });
    await presses('chloe', 'Suivant', { bundle: 'support-minimal' });
    await presses('chloe', 'Suivant');
    await presses('chloe', 'Suivant', { contact: 'admin@contoso.example' });
    expect(actor('chloe').buttons(card('chloe'))).not.toContain('Demander l’approbation');
    expect(await store.cases(null, 1)).toEqual([]);
    expect(chat('ada').messages).toEqual([]);
  },
);
