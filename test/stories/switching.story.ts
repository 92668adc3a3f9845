import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { nordlys } from '../../src/playground/house.ts';
import { idOf } from '../../src/sandbox/seed/made-ids.ts';
import { customerAt, partnerAccepts, sellersOf } from '../support/other-partner.ts';
import { granitt } from '../support/sandbox-world.ts';
import { story } from '../support/story.ts';

const TINDFOSS = 'c0570032-0032-4c32-8c32-000000000c32';

story(
  {
    name: 'azure-plan-from-another-partner',
    title: 'A brewery has Azure from another partner: Chloé asks for it, it moves, and the hand-over is ticked off to the last item',
    lead: 'In French, with approvers who read English and German.',
  },
  async ({ says, presses, begins, caseId, card }, stage) => {
    await says('bo', 'hallo');
    begins();
    await says('chloe', 'transférer Azure tindfoss.example');
    await presses('chloe', 'Suivant', { boughtFrom: 'other_csp', partner: 'Granitt IT AS', which: 'granitt.example' });
    const items = `Brygging; ${idOf('azure', 32, 1)}\nNettbutikk; ${idOf('azure', 32, 2)}`;
    await presses('chloe', 'Suivant', { typed: items, what: 'azure-plan' });
    await presses('chloe', 'Suivant', { reservations: 'true' });
    await presses('chloe', 'Suivant', { reservations: 'true', 'item.reservationPayment': 'monthly' });
    await presses('chloe', 'Suivant');
    await presses('chloe', 'Suivant');
  },
);
