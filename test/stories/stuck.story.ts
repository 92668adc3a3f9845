import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { profiles } from '../../src/clouds/profiles.ts';
import { asked } from '../support/asked.ts';
import { tie } from '../support/sandbox-world.ts';
import { story } from '../support/story.ts';

const CONTOSO = 'c0570025-0025-4c25-8c25-000000000c25';
const FERNBANK = 'c0570054-0054-4c54-8c54-000000000c54';
const NORDLYS_GOVERNMENT = '7a11c0de-5555-4a10-8a10-0000000000a5';
const down = { kind: 'status', status: 503, as: 'page' } as const;

story(
  {
    name: 'stuck-and-resumed',
    title: 'The invitation cannot be made at Microsoft: the case says so in words, and goes on from there with a button',
    lead: 'In English. What was approved stays approved; nobody asks anew, and nothing is made twice.',
  },
  async (doing, { later, sandbox, store }) => {
    const { presses, says, begins, customerAccepts } = doing;
    const id = CaseId.parse(await asked(doing, 'sven'));
    sandbox.faults.add({ surface: 'graph', method: 'POST', path: /./, times: 1000, fault: down });
    begins();
    await presses('ada', 'Approve');
    await later({ days: 3 });
    expect((await store.case(id))?.case.status).toBe('stuck');
    await says('sven', `case ${id}`);
    sandbox.faults.clear();
    await presses('sven', 'Try again');
    await later({ minutes: 30 });
    await customerAccepts(CONTOSO);
    expect((await store.case(id))?.case).toMatchObject({ status: 'active', approvals: [{ by: { name: 'Ada Berg' } }] });
    expect([...sandbox.world.relationships.values()].filter(({ displayName }) => displayName.includes(id))).toHaveLength(1);
  },
);

story(
  {
    name: 'accepted-by-hand',
    title: 'In the cloud of the US Government no service makes the reseller invitation or tells that it was accepted: people do',
    lead: 'In English. What they have seen, and where, is kept with their name and the day.',
    alsoIn: ['us_gov'],
  },
  async ({ presses, says, caseId, begins }, { store, sandbox, later }) => {
    await says('sven', 'request admin for fernbankrecords.example');
    await presses('sven', 'Next', { cloud: 'us_gov' });
    await presses('sven', 'Next', { wish: 'sell' });
    await presses('sven', 'Next', {
      ...{ sameMarket: 'true', 'customer.mca': 'accepted', 'customer.otherCspPartners': '0' },
      'customer.dapHolderForService': 'none',
    });
    await presses('sven', 'Next', { contact: 'admin@fernbankrecords.example' });
    await presses('sven', 'Ask for approval');
    const id = CaseId.parse(await caseId());
    begins();
    await presses('ada', 'Approve', { words: 'Partner Center offers it for this customer; seen today.' });
    await presses('sven', 'Tick off', { words: 'I have made it.' });
    await presses('sven', 'Tick off', { words: `${profiles.us_gov.adminCenter}/partner/invitation/54` });
    await presses('sven', 'Customer has accepted');
    await later({ days: 4 });
    // On paper: this cloud has no page for it.
    const fernbank = sandbox.world.customers.get(FERNBANK);
    if (fernbank === undefined) throw new Error('There is no such customer');
    tie(fernbank, NORDLYS_GOVERNMENT, { since: '2026-11-19T15:00:00Z' });
    await says('sven', `accepted ${id} Mrs Reed has shown me the page; seen in Partner Center as well`);
    expect((await store.case(id))?.case).toMatchObject({ status: 'active' });
    const accepted = (await store.history(id)).find(({ text }) => text.includes('customer-accepted'));
    expect(JSON.stringify(accepted?.personal)).toContain('Mrs Reed has shown me the page');
  },
);
