import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { nordlys } from '../../src/playground/house.ts';
import { idOf } from '../../src/sandbox/seed/made-ids.ts';
import { partnerAccepts, sellersOf } from '../support/other-partner.ts';
import { granitt } from '../support/sandbox-world.ts';
import { story } from '../support/story.ts';

const TINDFOSS = 'c0570032-0032-4c32-8c32-000000000c32';

story(
  {
    name: 'azure-plan-from-another-partner',
    title:
      'A brewery has Azure from another partner: Chloé asks for it, it moves, and the hand-over is ticked off to the last item',
    lead: 'In French, with approvers who read English and German.',
  },
  async ({ says, presses, begins, caseId, ticks }, stage) => {
    await says('bo', 'hallo');
    begins();
    await says('chloe', 'transférer Azure tindfoss.example');
    await presses('chloe', 'Suivant', { boughtFrom: 'other_csp', partner: 'Granitt IT AS', which: 'granitt.example' });
    const [brewing, shop] = [idOf('azure', 32, 1), idOf('azure', 32, 2)];
    await presses('chloe', 'Suivant', { typed: `Brygging; ${brewing}\nNettbutikk; ${shop}`, what: 'azure-plan' });
    await presses('chloe', 'Suivant', { reservations: 'true' });
    await presses('chloe', 'Suivant', { 'item.reservationPayment': 'monthly' });
    await presses('chloe', 'Suivant', { 'customer.otherCspPartners': '1' });
    await presses('chloe', 'Suivant');
    await presses('chloe', 'Suivant', { language: 'fr', contact: 'admin@tindfoss.example' });
    await presses('chloe', 'Demander l’approbation');
    const id = CaseId.parse(await caseId());
    await presses('ada', 'Approve');
    await presses('bo', 'Genehmigen');
    await ticks('chloe', 'Cocher', {
      'relationship-in-place': 'Dans notre liste de clients',
      'agreement-accepted': 'Anders Tindfoss, attesté en mai',
      'azure-plan-bought': 'Commande dans l’Espace partenaires',
      'other-partner-told': 'Courriel d’Anders à Granitt',
      'history-exported': 'Exporté par Anders',
      'reservations-listed': 'Une réservation mensuelle, en NOK',
    });
    expect((await stage.store.case(id))?.case.status).toBe('awaiting-other-partner');
    await stage.leap({ days: 8 });
    await partnerAccepts(stage, TINDFOSS, [brewing, shop]);
    expect(sellersOf(stage, TINDFOSS)).toEqual([
      ['Brygging', nordlys.tenant],
      ['Nettbutikk', nordlys.tenant],
      ['Arkiv', granitt],
    ]);
    await ticks('chloe', 'Cocher', {
      'old-roles-removed': 'Anders l’a montré à l’écran',
      'our-roles-granted': 'Notre groupe est propriétaire',
      'partner-admin-link': 'PartnerID 6100001 lié',
      'settings-checked': 'Balises et stratégies inchangées',
      'default-subscription-cancelled': 'Il n’y en avait pas',
      'reservations-settled': 'Rachetée pour un an',
    });
    expect((await stage.store.case(id))?.case.status).toBe('done');
  },
);
