import { expect } from '@jest/globals';
import { nordlys } from '../../src/playground/house.ts';
import { story } from '../support/story.ts';

const BRATTLIA_SALES = 'c0570036-0036-4c36-8c36-000000000c36';
const VALAMBRE = 'c0570015-0015-4c15-8c15-000000000c15';
const TANNENGRUND = 'c0570014-0014-4c14-8c14-000000000c14';

/** What nobody but us knows of a customer that we have never met. */
const stranger = {
  sameMarket: 'true',
  'customer.otherCspPartners': '0',
  'customer.dapHolderForService': 'none',
};

story(
  {
    name: 'ana-asks-what-the-rules-refuse',
    title: 'Ana wants to sell to another partner’s own tenant for CSP sales, and is told why not, and what she may do instead',
    lead: 'In Spanish. Nobody is asked to approve what the rules refuse; the legal way begins with a button.',
  },
  async ({ says, presses, card }, { store, sandbox, approvals, actor }) => {
    await says('ana', 'quiero solicitar administración para brattliasalg.example');
    await presses('ana', 'Siguiente', { wish: 'sell' });
    await presses('ana', 'Siguiente', { ...stranger, 'customer.tenantKind': 'csp_transaction_tenant' });
    expect(JSON.stringify(actor('ana').sees(card('ana')))).toContain('R-NO-CSP-TO-CSP-RESALE');
    await presses('ana', 'Elegir otro cliente');
    await presses('ana', 'Siguiente', { typed: 'brattlia.example' });
    await presses('ana', 'Siguiente', { wish: 'sell' });
    await presses('ana', 'Siguiente', { ...stranger, 'customer.tenantKind': 'partner_corporate_tenant' });
    await presses('ana', 'Siguiente', { contact: 'admin@brattlia.example' });
    await presses('ana', 'Cancelar');
    expect(approvals.messages).toEqual([]);
    expect(await store.cases(null, 1)).toEqual([]);
    expect(sandbox.world.customers.get(BRATTLIA_SALES)?.ties.has(nordlys.tenant)).toBe(false);
  },
);

story(
  {
    name: 'klaus-is-declined',
    title: 'Klaus wants to sell to a new customer; Bo declines, first without a reason',
    lead: 'In German, both of them. A reason is needed, because Klaus has to read why.',
  },
  async ({ says, presses, begins, caseId, card }, { store, sandbox, actor }) => {
    await says('bo', 'hallo');
    begins();
    await says('klaus', 'Verwaltung anfordern für tannengrund.example');
    await presses('klaus', 'Weiter', { wish: 'sell' });
    await presses('klaus', 'Weiter', stranger);
    await presses('klaus', 'Weiter', { contact: 'admin@tannengrund.example' });
    await presses('klaus', 'Um Genehmigung bitten');
    await presses('bo', 'Ablehnen');
    await presses('bo', 'Ablehnen', { words: 'Der Kunde hat mit uns noch keinen Vertrag.' });
    const kept = await store.case((await caseId()) as never);
    expect(kept?.case.status).toBe('declined');
    expect(JSON.stringify(actor('klaus').sees(card('klaus', 'ADM-')))).toContain('noch keinen Vertrag');
    expect([...sandbox.world.relationships.values()].filter(({ customer }) => customer?.tenantId === TANNENGRUND)).toEqual([]);
  },
);

story(
  {
    name: 'chloe-answers-a-question',
    title: 'Chloé asks for both; Ada sends it back with a question, Chloé answers, the customer accepts one after the other',
    lead: 'In French, with an approver who reads English.',
  },
  async ({ says, presses, customerAccepts, customerAcceptsReseller, caseId, card }, { store, sandbox, actor }) => {
    await says('chloe', 'demander administration pour valambre.example');
    await presses('chloe', 'Suivant', { wish: 'both' });
    await presses('chloe', 'Suivant', { bundle: 'support-minimal' });
    await presses('chloe', 'Suivant', stranger);
    await presses('chloe', 'Suivant', { contact: 'admin@valambre.example' });
    await presses('chloe', 'Demander l’approbation');
    await presses('ada', 'Send back with a question', { words: 'Has the customer agreed to 365 days?' });
    await presses('chloe', 'Répondre', { words: 'Oui, confirmé par téléphone ce matin.' });
    expect(JSON.stringify(actor('ada').sees(card('ada', 'ADM-')))).toContain('confirmé par téléphone');
    await presses('ada', 'Approve');
    await customerAccepts(VALAMBRE);
    await customerAcceptsReseller(VALAMBRE);
    const kept = await store.case((await caseId()) as never);
    expect(kept?.case).toMatchObject({ status: 'active', exchanges: [{ answer: 'Oui, confirmé par téléphone ce matin.' }] });
    expect(sandbox.world.customers.get(VALAMBRE)?.ties.has(nordlys.tenant)).toBe(true);
  },
);
