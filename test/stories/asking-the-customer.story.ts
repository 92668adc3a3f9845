import { readdirSync } from 'node:fs';
import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { addCustomer, azureIds, azureSubscription, granitt, nordlys, tie } from '../support/sandbox-world.ts';
import { codeIn, newestLetter, readOf, typesCode } from '../support/outside.ts';
import type { Stage } from '../support/stage.ts';
import { story } from '../support/story.ts';
import type { Doing } from '../support/story.ts';

const tenant = 'c05700f6-00f6-4cf6-8cf6-000000000cf6';
const [web] = azureIds;

const setting: Pick<Parameters<typeof story>[0], 'customers' | 'populate'> = {
  customers: 'letters.nordlys.example',
  populate: (world) => {
    const customer = addCustomer(world, tenant, {
      name: 'Pasticceria Sole di Vetro S.r.l.',
      domains: ['solevetro.example'],
      ...{ country: 'IT', culture: 'it-IT' },
      address: { line1: 'Via del Forno 3', city: 'Lucca', postalCode: '55100', phone: '+390000000001', state: 'Toscana' },
      admin: { firstName: 'Marta', lastName: 'Soldani', email: 'marta@solevetro.example' },
      azure: [azureSubscription(web, { name: 'Negozio', seller: granitt })],
    });
    tie(customer, nordlys);
    tie(customer, granitt);
  },
};

/** What the customer types into the form, sent as a browser sends it. */
const answers = async (stage: Stage, code: string, fields: Readonly<Record<string, string>>): Promise<string> => {
  const answer = await fetch(`http://127.0.0.1:${stage.house().port}/answers`, {
    method: 'POST',
    body: new URLSearchParams({ code, lang: 'it', ...fields }),
    headers: { 'Accept-Language': 'it' },
  });
  expect(answer.status).toBe(200);
  return readOf(await answer.text());
};

/** Sven checks, does not know where it was bought, and asks. */
const asked = async ({ says, presses }: Doing): Promise<void> => {
  await says('sven', 'check solevetro.example');
  await presses('sven', 'Next', { more: ['said/azure'] });
  await presses('sven', 'Ask the customer');
  await presses('sven', 'Next', { contact: 'marta@solevetro.example', paragraph: 'Come d’accordo al telefono.' });
  await presses('sven', 'Send the letter');
};

story(
  {
    name: 'the-customer-is-asked',
    title: 'Sven does not know where a pastry shop bought its Azure: the shop is asked, answers, and he goes on with what it told',
    lead: 'Sven reads English, Marta Soldani of Pasticceria Sole di Vetro Italian. Nobody has to agree to a question, and nothing is granted by the answer.',
    ...setting,
  },
  async (people, stage) => {
    const { presses, aside, caseId } = people;
    await asked(people);
    const { text } = newestLetter(stage);
    const code = codeIn(text);
    aside('**Marta Soldani**, at the pastry shop, finds this in her inbox:', text);
    const page = 'letters.nordlys.example/answers, the address that the letter names and her contract as well,';
    aside(`She types ${page} into her browser, and the code:`, await typesCode(stage, code, 'it', '/answers'));
    const after = await answers(stage, code, {
      ...{ what: 'Azure del negozio', boughtFrom: 'other_csp', term: 'active' },
      ...{ partnerName: 'Granitt IT AS', partnerPlace: 'granitt.example', wish: 'yes', wishDay: '2026-11-12' },
    });
    aside('She fills it in, and reads:', after.split('\n').slice(0, 11).join('\n'));
    await stage.settle();
    expect((await stage.store.case(CaseId.parse(await caseId())))?.case).toMatchObject({ status: 'done' });

    await presses('sven', 'Check a customer');
    await presses('sven', 'Next');
    await presses('sven', 'Next', { 'item.generation': 'azure_plan' });
    await presses('sven', 'Next', { 'customer.otherCspPartners': '1' });
    await presses('sven', 'Switch Azure');
    await presses('sven', 'Next');
  },
);

story(
  {
    name: 'the-customer-does-not-answer',
    title: 'The pastry shop never answers: it is reminded, and after sixty days the page closes',
    lead: 'In English. Nothing happens to a customer who does not answer.',
    ...setting,
  },
  async (people, stage) => {
    const { store, leap, letters } = stage;
    const { begins, aside, caseId, presses, says } = people;
    await asked(people);
    begins();
    await leap({ days: 4 });
    aside('**Marta Soldani** finds a reminder in her inbox:', newestLetter(stage).text);
    for (const days of [4, 10, 42]) await leap({ days });
    const id = CaseId.parse(await caseId());
    expect((await store.case(id))?.case).toMatchObject({ status: 'ended', why: 'customer-stayed-silent' });
    expect(readdirSync(letters).filter((name) => name.includes('reminder'))).toHaveLength(3);
    await says('sven', `case ${id}`);
    await presses('sven', 'Ask the customer');
  },
);
