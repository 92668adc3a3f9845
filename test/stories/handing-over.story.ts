import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { nordlys } from '../../src/playground/house.ts';
import { createTransfer } from '../../src/sandbox/transfers.ts';
import type { World } from '../../src/sandbox/world.ts';
import { sellersOf, transfersOf } from '../support/other-partner.ts';
import { addCustomer, azureIds, azurePlan, azureSubscription, granitt, solsikke, tie } from '../support/sandbox-world.ts';
import { story } from '../support/story.ts';
import type { Stage } from '../support/stage.ts';

const [shop, archive, sensors] = azureIds;

/** A customer of both partners, whose Azure is with us. */
const withUs = (world: World): void => {
  const customer = addCustomer(world, solsikke, {
    subscriptions: [azurePlan(), azurePlan({ id: '5b5c0004-0004-4d04-8d04-0000000000d4', seller: granitt })],
    azure: [
      azureSubscription(shop, { name: 'Nettbutikk' }),
      azureSubscription(archive, { name: 'Arkiv' }),
      azureSubscription(sensors, { name: 'Sensorer' }),
    ],
  });
  tie(customer, nordlys.tenant);
  tie(customer, granitt);
};

/** The other partner asks at Microsoft for what is ours; within the hour we have heard of it. */
const granittAsks = async ({ sandbox, looksAround }: Stage): Promise<void> => {
  const asked = createTransfer(sandbox.world, {
    ...{ customer: solsikke, target: granitt, source: nordlys.tenant, sourceName: nordlys.name },
    ...{ customerEmailId: 'kari@solsikkebakeri.example', targetEmailId: granitt },
    ...{ productTypes: [], transferType: 5, by: 'agent' },
  });
  expect(asked.transfer?.status).toBe('Pending');
  await looksAround();
};

/** What no service tells of Azure that is to move: nothing of it stands in the way. */
const nothingElse = {
  ...{ 'item.includesReservations': 'false', 'item.includesSavingsPlan': 'false', 'item.reservationPayment': 'null' },
  ...{ 'item.inOtherTransfer': 'false', 'item.crossCloudMove': 'false', 'xfer.sameCurrency': 'true' },
};

story(
  {
    name: 'two-of-three-go',
    title: 'Another partner asks for three subscriptions of ours; Bo lets two of them go',
    lead: 'Bo reads German, Ada and the channel English. What stays is named, and so is who still gets in afterwards.',
    populate: withUs,
  },
  async ({ says, begins, presses, posted, caseId }, stage) => {
    await says('bo', 'hallo');
    begins();
    await granittAsks(stage);
    const id = CaseId.parse(await caseId());
    await presses('ada', 'Open', {}, posted());
    await presses('bo', 'Wählen und entscheiden');
    await presses('bo', 'Weiter');
    await presses('bo', 'Weiter', { items: 'i0,i1' });
    await presses('bo', 'Weiter', nothingElse);
    await presses('bo', 'Gewähltes abgeben', { words: 'So ist es mit der Kundin besprochen.' });
    expect(sellersOf(stage, solsikke)).toEqual([
      ['Nettbutikk', nordlys.tenant],
      ['Arkiv', nordlys.tenant],
      ['Sensorer', nordlys.tenant],
    ]);
    await stage.later({ minutes: 40 });
    expect(sellersOf(stage, solsikke)).toEqual([
      ['Nettbutikk', granitt],
      ['Arkiv', granitt],
      ['Sensorer', nordlys.tenant],
    ]);
    await presses('bo', 'Abhaken', { words: 'Kari hat unsere Rollen entfernt; in Azure nachgesehen.' });
    expect((await stage.store.case(id))?.case).toMatchObject({ status: 'done' });
  },
);

story(
  {
    name: 'nobody-decides',
    title: 'Another partner asks for what is ours, and nobody answers: the request lapses, and everything stays',
    lead: 'In French; Chloé is an Admin agent by now. Silence is never a yes.',
    populate: withUs,
  },
  async ({ says, begins, caseId }, stage) => {
    stage.appoint('chloe', 'admin_agent');
    await says('chloe', 'bonjour');
    begins();
    await granittAsks(stage);
    const id = CaseId.parse(await caseId());
    for (const days of [1, 3, 11, 14]) await stage.leap({ days });
    await says('chloe', `dossier ${id}`);
    await stage.leap({ days: 1 });
    expect((await stage.store.case(id))?.case).toMatchObject({ status: 'expired' });
    expect(transfersOf(stage, solsikke)).toEqual(['Expired']);
    expect(new Set(sellersOf(stage, solsikke).map(([, seller]) => seller))).toEqual(new Set([nordlys.tenant]));
    await says('chloe', `décider ${id}`);
  },
);

story(
  {
    name: 'nothing-is-handed-out',
    title: 'Another partner asks for what is ours; Giulia refuses, first without a reason',
    lead: 'In Italian; Giulia is an Admin agent by now. Nothing is sent to Microsoft: the other partner hears it from us, or by silence.',
    populate: withUs,
  },
  async ({ says, begins, presses, caseId }, stage) => {
    stage.appoint('giulia', 'admin_agent');
    await says('giulia', 'ciao');
    begins();
    await granittAsks(stage);
    const id = CaseId.parse(await caseId());
    await presses('giulia', 'Non cedere');
    await says('giulia', `respingi ${id} La cliente non ne sa nulla.`);
    expect((await stage.store.case(id))?.case).toMatchObject({ status: 'refused' });
    expect(new Set(sellersOf(stage, solsikke).map(([, seller]) => seller))).toEqual(new Set([nordlys.tenant]));
    await stage.leap({ days: 31 });
    expect(transfersOf(stage, solsikke)).toEqual(['Expired']);
  },
);
