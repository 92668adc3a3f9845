import { readdirSync } from 'node:fs';
import { expect } from '@jest/globals';
import { refuseRelationship, terminateRelationship } from '../../src/sandbox/relationships.ts';
import { asked } from '../support/asked.ts';
import { story } from '../support/story.ts';

const CONTOSO = 'c0570025-0025-4c25-8c25-000000000c25';

story(
  {
    name: 'the-customer-stays-silent',
    title:
      'The customer never answers: it is written to ever less often, warned that it lapses, and after 90 days everybody knows that it has',
    lead: 'In English. At each of these moments but the last the customer is written to as well: after 3, 7 and 14 days, then weekly until the 42nd, and on the days 75 (a Saturday, so on Monday) and 88.',
  },
  async (people, { store, leap }) => {
    const { begins, caseId, presses } = people;
    await asked(people, 'sven');
    await presses('ada', 'Approve');
    begins();
    for (const days of [3, 4, 7, 7, 7, 7, 7, 35, 11, 2]) await leap({ days });
    expect((await store.case((await caseId()) as never))?.case).toMatchObject({ status: 'ended', why: 'customer-stayed-silent' });
  },
);

story(
  {
    name: 'the-customer-asks-for-time',
    title: 'Sven pauses the reminders: nobody writes to the customer for a fortnight, and then it goes on by itself',
    lead: 'In English; Bo, who decides about it as well, reads German, and changes it in between.',
  },
  async (people, { leap, letters }) => {
    const { begins, caseId, presses, says } = people;
    await asked(people, 'sven');
    await presses('ada', 'Approve');
    begins();
    await leap({ days: 3 });
    await presses('sven', 'Pause reminders for 14 days');
    await leap({ days: 6 });
    await says('bo', `resume ${await caseId()}`);
    await says('bo', `pause ${await caseId()} a while`);
    await says('bo', `pause ${await caseId()} 20 days`);
    await leap({ days: 19 });
    const written = readdirSync(letters).length;
    await leap({ days: 2 });
    expect(readdirSync(letters)).toHaveLength(written + 1);
  },
);

story(
  {
    name: 'the-customer-ends-it',
    title: 'The customer ends the relationship at Microsoft, and everybody who had a part in it is told',
    lead: 'In English, three days after it began.',
  },
  async (people, { store, sandbox, later }) => {
    const { begins, caseId, presses, customerAccepts } = people;
    await asked(people, 'sven');
    await presses('ada', 'Approve');
    await customerAccepts(CONTOSO);
    await later({ days: 3 });
    begins();
    const ours = [...sandbox.world.relationships.values()].filter(({ customer }) => customer?.tenantId === CONTOSO);
    for (const { id } of ours) expect(terminateRelationship(sandbox.world, id, 'customer')).toEqual({ done: true });
    await later({ days: 2 });
    expect((await store.case((await caseId()) as never))?.case).toMatchObject({ status: 'ended', why: 'ended-by-customer' });
  },
);

story(
  {
    name: 'the-customer-says-no',
    title: 'The customer’s administrator says no, and everybody knows soon',
    lead: 'In English. Nothing was granted, so nothing has ended.',
  },
  async (people, { store, sandbox, later }) => {
    const { begins, caseId, presses } = people;
    await asked(people, 'sven');
    await presses('ada', 'Approve');
    begins();
    for (const { id, customer, status } of sandbox.world.relationships.values()) {
      if (customer?.tenantId === CONTOSO && status === 'approvalPending')
        expect(refuseRelationship(sandbox.world, id, CONTOSO)).toEqual({ done: true });
    }
    await later({ days: 2 });
    expect((await store.case((await caseId()) as never))?.case).toMatchObject({ status: 'ended', why: 'refused-by-customer' });
  },
);
