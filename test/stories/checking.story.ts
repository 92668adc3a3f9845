import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { addCustomer, azureIds, azurePlan, azureSubscription, granitt, licence, nordlys, tie } from '../support/sandbox-world.ts';
import { story } from '../support/story.ts';

const tenant = 'c05700f5-00f5-4cf5-8cf5-000000000cf5';
const [web] = azureIds;
const theirPlan = '5b5c0014-0014-4d14-8d14-0000000000e4';

story(
  {
    name: 'ana-has-a-customer-on-the-telephone',
    title: '“They have Azure from somebody else”: Ana gets to the approved request while the customer is on the telephone',
    lead: 'In Spanish. One line typed and twelve presses: four to the answer, eight from there to the request, with everything told before filled in. The approvers have the other two.',
    populate: (world) => {
      const customer = addCustomer(world, tenant, {
        name: 'Conservas Mar Callada S.L.',
        domains: ['marcallada.example'],
        subscriptions: [azurePlan(), azurePlan({ id: theirPlan, seller: granitt }), licence({ seller: granitt })],
        azure: [azureSubscription(web, { name: 'Tienda', planId: theirPlan, seller: granitt })],
      });
      tie(customer, nordlys);
      tie(customer, granitt);
    },
  },
  async ({ says, presses, caseId, happenings }, { store }) => {
    await says('ana', 'comprobar marcallada.example');
    await presses('ana', 'Siguiente', { more: ['said/office365', 'said/azure'] });
    await presses('ana', 'Siguiente', {
      'item.boughtFrom': 'other_csp',
      'item.generation': 'nce',
      'item.term': 'active',
      'item.daysSinceTermStart': '2026-04-01',
    });
    await presses('ana', 'Siguiente', { 'item.boughtFrom': 'other_csp', 'item.generation': 'azure_plan' });
    await presses('ana', 'Siguiente', { 'customer.otherCspPartners': '1' });
    await presses('ana', 'Cambiar Azure');
    await presses('ana', 'Siguiente', { partner: 'Granitt IT AS', which: 'granitt.example' });
    await presses('ana', 'Siguiente');
    await presses('ana', 'Siguiente');
    await presses('ana', 'Siguiente');
    await presses('ana', 'Siguiente');
    await presses('ana', 'Siguiente', { contact: 'admin@marcallada.example' });
    await presses('ana', 'Solicitar aprobación');
    expect(happenings().filter(({ kind }) => kind === 'pressed')).toHaveLength(12);
    await presses('ada', 'Approve');
    await presses('bo', 'Approve');
    const kept = await store.case(CaseId.parse(await caseId()));
    expect(kept?.case).toMatchObject({ kind: 'azure-switch', status: 'preparing' });
  },
);
