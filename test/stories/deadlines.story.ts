import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import type { Instant } from '../../src/cases/time.ts';
import { createKeptChecks } from '../../src/conversation/kept-checks.ts';
import { story } from '../support/story.ts';

story(
  {
    name: 'klaus-has-until-july',
    title: 'The card names the day until which it is allowed; two days after it nobody can approve it any more',
    lead: 'In German, in the summer of 2021: legacy Azure is to stay legacy.',
    start: '2021-06-28T09:00:00.000Z' as Instant,
  },
  async ({ says, presses, caseId }, { leap, store }) => {
    await says('klaus', 'prüfen gronnviklaks.example');
    await presses('klaus', 'Weiter', { more: ['said/azure'] });
    await presses('klaus', 'Weiter', { 'item.boughtFrom': 'other_csp', 'item.generation': 'azure_0145p' });
    await presses('klaus', 'Weiter', { 'customer.otherCspPartners': '1' });
    await presses('klaus', 'Azure wechseln');
    await presses('klaus', 'Weiter', { partner: 'Granitt IT AS', which: 'granitt.example' });
    await presses('klaus', 'Weiter');
    await presses('klaus', 'Weiter');
    await presses('klaus', 'Weiter', { procedure: 'manual-switch' });
    await presses('klaus', 'Weiter', {
      ...{ sameCountry: 'true', 'otherPartner.has0145P': 'true', 'xfer.customerWrittenRequest': 'true' },
      ...{ 'xfer.ticketOpenedBy': 'not_yet', 'xfer.withoutConversion': 'true' },
    });
    await presses('klaus', 'Weiter');
    await presses('klaus', 'Weiter');
    await presses('klaus', 'Weiter', { contact: 'admin@gronnviklaks.example' });
    await presses('klaus', 'Um Genehmigung bitten');
    await leap({ days: 25 });
    await presses('ada', 'Approve');
    const kept = await store.case(CaseId.parse(await caseId()));
    expect(kept?.case).toMatchObject({ status: 'awaiting-approval', approvals: [] });
  },
);

story(
  {
    name: 'klaus-waits-for-june',
    title: 'What is refused today is allowed from a day on that the card names',
    lead: 'In German, in May 2024: licences of another partner may not move yet.',
    start: '2024-05-20T09:00:00.000Z' as Instant,
  },
  async ({ says, presses }, { leap, store }) => {
    const licence = {
      'item.boughtFrom': 'other_csp',
      'item.generation': 'nce',
      'item.term': 'active',
      'item.daysSinceTermStart': '2024-05-18',
    };
    await says('klaus', 'prüfen bergheia.example');
    await presses('klaus', 'Weiter', { more: ['said/office365'] });
    await presses('klaus', 'Weiter', licence);
    await presses('klaus', 'Weiter', { 'customer.otherCspPartners': '1' });
    const checks = createKeptChecks(store);
    expect((await checks.newest(1))[0]?.items).toMatchObject([{ support: 'allow', move: 'deny', procedures: [] }]);
    await leap({ days: 31 });
    await says('klaus', 'prüfen bergheia.example');
    await presses('klaus', 'Weiter');
    expect((await checks.newest(1))[0]?.items).toMatchObject([
      { support: 'allow', move: 'allow_with_conditions', procedures: ['licence-transfer'] },
    ]);
  },
);
