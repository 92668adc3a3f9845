import { expect } from '@jest/globals';
import { createKeptChecks } from '../../src/conversation/kept-checks.ts';
import { story } from '../support/story.ts';

story(
  {
    name: 'chloe-checks-for-government',
    title:
      'For US Government the pages do not agree: a person decides about whatever is not refused, and the card says on what they disagree',
    lead: 'In French, for an office in the cloud of US Government with licences and Azure of an Enterprise Agreement, and licences of another partner.',
    alsoIn: ['us_gov'],
  },
  async ({ says, presses }, { store }) => {
    await says('chloe', 'vérifier fernbankrecords.example');
    await presses('chloe', 'Suivant', { cloud: 'us_gov' });
    await presses('chloe', 'Suivant', { more: ['said/office365', 'said/azure'] });
    await presses('chloe', 'Suivant', { 'item.boughtFrom': 'other_csp', 'item.generation': 'legacy' });
    await presses('chloe', 'Suivant', { 'item.boughtFrom': 'ea', 'item.eaKind': 'direct_ea' });
    await presses('chloe', 'Suivant', { 'customer.otherCspPartners': '1', 'customer.mca': 'accepted' });
    const [kept] = await createKeptChecks(store).newest(1);
    expect(kept).toMatchObject({ cloud: 'us_gov' });
    expect(kept?.items).toMatchObject([
      { thing: 'office365', support: 'needs_review', move: 'deny', procedures: [] },
      { thing: 'azure', support: 'needs_review', move: 'needs_review' },
    ]);
  },
);
