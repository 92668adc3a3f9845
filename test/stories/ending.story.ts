import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { nordlys } from '../../src/playground/house.ts';
import type { World } from '../../src/sandbox/world.ts';
import { story } from '../support/story.ts';

const CONTOSO = 'c0570025-0025-4c25-8c25-000000000c25';

/** What the customer has through us is not renewed. */
const termsEnd = ({ customers }: World): void => {
  for (const bought of customers.get(CONTOSO)?.subscriptions ?? []) if (bought.seller === nordlys.tenant) bought.status = 'deleted';
};

story(
  {
    name: 'bo-ends-the-roles',
    title:
      'Bo wants to end what we are to a customer, reads what cannot be undone, and is told why it may not be; later the admin roles alone end',
    lead: 'In German; a Global admin decides. As long as there are subscriptions through us nothing ends; when their term is over Bo leaves the reseller relationship as it is.',
  },
  async ({ says, presses, begins, card, caseId, customerAccepts }, { store, later, sandbox, actor }) => {
    await says('bo', 'Sprache Deutsch');
    await says('gunn', 'Sprache Deutsch');
    await says('klaus', 'Admin anfragen contoso.example');
    await presses('klaus', 'Weiter', { wish: 'manage' });
    await presses('klaus', 'Weiter', { bundle: 'support-minimal' });
    await presses('klaus', 'Weiter');
    await presses('klaus', 'Weiter', { contact: 'admin@contoso.example' });
    await presses('klaus', 'Um Genehmigung bitten');
    const old = CaseId.parse(await caseId());
    await presses('bo', 'Genehmigen', {}, card('bo', old));
    await customerAccepts(CONTOSO);
    begins();
    await says('bo', 'beenden contoso.example');
    await presses('bo', 'Weiter', { what: 'reseller_relationship before' });
    await presses('bo', 'Weiter', { read: 'true' });
    await presses('bo', 'Weiter', { 'end.reservations': '0' });
    expect(JSON.stringify(actor('bo').sees(card('bo')))).toContain('R-END-ACTIVE-ITEMS');
    await presses('bo', 'Abbrechen');
    expect(await store.cases(null, 9)).toHaveLength(1);
    termsEnd(sandbox.world);
    await later({ days: 14 });
    await says('bo', `beenden ${old}`);
    await presses('bo', 'Weiter', { read: 'true' });
    await presses('bo', 'Weiter', { 'end.reservations': '0' });
    await presses('bo', 'Um Genehmigung bitten');
    const [ending = ''] = (await store.cases(null, 5)).map((kept) => kept.case.id).filter((id) => id !== old);
    await presses('gunn', 'Genehmigen', {}, card('gunn', `"${ending}`));
    await later({ hours: 2 });
    expect((await store.case(CaseId.parse(ending)))?.case).toMatchObject({
      status: 'ended',
      approvals: [{ by: { name: 'Gunn Moe' } }],
    });
    expect((await store.case(old))?.case).toMatchObject({ status: 'ended', why: 'ended-by-us' });
    expect(sandbox.world.customers.get(CONTOSO)?.ties.has(nordlys.tenant)).toBe(true);
  },
);
