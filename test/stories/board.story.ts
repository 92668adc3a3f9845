import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { click, inviting } from '../support/requests.ts';
import { addCustomer, nordlys, tie } from '../support/sandbox-world.ts';
import { cast } from '../support/stage.ts';
import type { Stage } from '../support/stage.ts';
import { story } from '../support/story.ts';

const names = [
  ...['Bruyère', 'Chanterelle', 'Dauphinelle', 'Églantine', 'Fougère', 'Genêt', 'Hellébore'],
  ...['Iris', 'Jonquille', 'Lavande', 'Muguet', 'Narcisse', 'Orchidée', 'Pivoine', 'Quintefeuille'],
];

const customers = names.map((name, place) => {
  const number = String(place + 10);
  const domain = `${name
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z]/g, '')
    .toLowerCase()}.example`;
  return { name: `Maison ${name}`, domain, tenant: `c05701${number}-00${number}-4c${number}-8c${number}-0000000000${number}` };
});

/** As Chloé has asked on other days: a few roles at each of them. */
const askedBefore = async ({ house }: Stage): Promise<CaseId[]> => {
  const ids: CaseId[] = [];
  for (const { name, domain, tenant } of customers) {
    const customer = { name, domain, tenant, country: 'NO', language: 'fr', contact: `admin@${domain}` };
    const { id, name: whole, roles } = cast.chloe;
    const actor = { id, name: whole, roles: [...roles] };
    const answer = await house().handle({ ...inviting({ reseller: null }), key: click(), actor, customer });
    if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
    ids.push(answer.caseId);
  }
  return ids;
};

story(
  {
    name: 'chloe-looks-at-her-board',
    title: 'Chloé has asked for fifteen customers, and sees at once how each of them stands and who has to act',
    lead: 'In French. What waits for Chloé is on top; the rest is a page away.',
    populate: (world) => {
      for (const { name, domain, tenant } of customers) tie(addCustomer(world, tenant, { name, domains: [domain] }), nordlys);
    },
  },
  async (people, stage) => {
    const { says, presses, card, begins, customerAccepts } = people;
    const ids = await askedBefore(stage);
    await stage.settle();
    const [first = '', second = '', third = '', fourth = '', fifth = ''] = ids;
    await presses('ada', 'Send back with a question', { words: 'Which roles exactly?' }, card('ada', first));
    await presses('ada', 'Approve', {}, card('ada', second));
    await presses('ada', 'Approve', {}, card('ada', third));
    await presses('ada', 'Decline', { words: 'Not this year.' }, card('ada', fourth));
    await stage.later({ minutes: 30 });
    await customerAccepts(customers[1]?.tenant ?? '');
    const broken = {
      surface: 'graph',
      method: 'POST',
      path: /./,
      times: 1000,
      fault: { kind: 'status', status: 503, as: 'page' },
    } as const;
    stage.sandbox.faults.add(broken);
    await presses('ada', 'Approve', {}, card('ada', fifth));
    await stage.later({ days: 2 });
    begins();
    await says('chloe', 'dossiers');
    await presses('chloe', 'Page suivante');
    await presses('chloe', 'En attente de vous (2)');
    stage.sandbox.faults.clear();
    await presses('chloe', `Ouvrir ${fifth}`);
    await presses('chloe', 'Réessayer', {}, card('chloe', fifth));
    await says('chloe', 'dossiers');
    const states = (await Promise.all(ids.map((id) => stage.store.case(id)))).map((kept) => kept?.case.status);
    expect(states.slice(0, 5)).toEqual(['sent-back', 'active', 'awaiting-customer', 'declined', 'awaiting-customer']);
    expect(states.slice(5).every((status) => status === 'awaiting-approval')).toBe(true);
  },
);
