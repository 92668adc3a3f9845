import { expect } from '@jest/globals';
import { createKeptChecks } from '../../src/conversation/kept-checks.ts';
import { story } from '../support/story.ts';

story(
  {
    name: 'petr-needs-a-person',
    title:
      'What comes from Syndication a person decides; Azure of an Enterprise Agreement may be taken over by an Azure Expert MSP',
    lead: 'In Russian, at a partner that is an Azure Expert MSP. The customer lets us look at its Azure, and nobody asks about that.',
    facts: { 'partner.azureExpertMsp': true },
  },
  async ({ says, presses }, { store }) => {
    await says('petr', 'проверить fossheimsag.example');
    await presses('petr', 'Далее', { more: ['said/office365'] });
    await presses('petr', 'Далее', { 'item.boughtFrom': 'syndication' });
    await presses('petr', 'Далее', { 'item.eaKind': 'direct_ea' });
    await presses('petr', 'Далее', { 'customer.otherCspPartners': '1' });
    const [kept] = await createKeptChecks(store).newest(1);
    expect(kept?.items).toMatchObject([
      { name: 'Ny drift', support: 'allow' },
      { name: 'Gammel avtale', support: 'allow_with_conditions', move: 'allow_with_conditions', procedures: ['ea-to-csp'] },
      { thing: 'office365', support: 'needs_review', move: 'needs_review', procedures: [] },
    ]);
    await presses('petr', 'Переключить Azure');
    await presses('petr', 'Далее');
  },
);
