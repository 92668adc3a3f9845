import { expect } from '@jest/globals';
import { asked } from '../support/asked.ts';
import { story } from '../support/story.ts';
import { house } from '../support/world.ts';

const two = { ...house, approvals: house.approvals.map((one) => ({ ...one, people: 2 as const })) };

story(
  {
    name: 'two-approvers-at-once',
    title: 'The house wants two approvals: Ada and Bo press at the same moment, and Bo presses once more',
    lead: 'Sven has asked, in English. Bo’s card shows nothing yet of what Ada has pressed; Hal, of the helpdesk, may not decide at all.',
    rules: two,
  },
  async (people, { store, sandbox, actor, settle }) => {
    const { says, presses, begins, card, remembers } = people;
    await says('bo', 'hallo');
    const before = sandbox.world.relationships.size;
    const id = await asked(people, 'sven');
    begins();
    await says('hal', `approve ${id}`);
    const bos = card('bo', 'ADM-');
    const asItWas = remembers(bos);
    await actor('ada').press(card('ada', 'ADM-'), 'Approve');
    await actor('bo').press(bos, 'Genehmigen');
    await settle();
    asItWas();
    await presses('bo', 'Genehmigen', {}, bos);
    const kept = await store.case(id as never);
    expect(kept?.case.status).toBe('awaiting-customer');
    expect(kept?.case.approvals.map(({ by }) => by.name).sort()).toEqual(['Ada Berg', 'Bo Dahl']);
    expect(sandbox.world.relationships.size).toBe(before + 1);
  },
);

story(
  {
    name: 'nobody-approves-their-own',
    title: 'Ada asks herself, and cannot approve what she has asked for; Bo can',
    lead: 'In English. Ada is an Admin agent, and may approve what others ask for.',
  },
  async (people, { store, actor }) => {
    const { says, presses, begins, card } = people;
    await says('bo', 'hallo');
    const id = await asked(people, 'ada');
    begins();
    await says('ada', `approve ${id}`);
    expect((await store.case(id as never))?.case.status).toBe('awaiting-approval');
    expect(actor('ada').buttons(card('ada', 'ADM-'))).not.toContain('Approve');
    await presses('bo', 'Genehmigen');
    expect((await store.case(id as never))?.case.status).toBe('awaiting-customer');
  },
);
