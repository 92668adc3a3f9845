import { expect } from '@jest/globals';
import { story } from '../support/story.ts';
import { house } from '../support/world.ts';

const two = { ...house, approvals: house.approvals.map((one) => ({ ...one, people: 2 as const })) };

story(
  {
    name: 'two-approvers-at-once',
    title: 'The house wants two approvals: Ada and Bo press at the same moment, and Bo presses once more',
    lead: 'Sven asks, in English. Whoever may not decide, or is late, is told why.',
    rules: two,
  },
  async ({ says, presses, caseId, card, posted }, { store, actor, settle }) => {
    await says('sven', 'request admin contoso.example');
    await presses('sven', 'Next', { wish: 'manage' });
    await presses('sven', 'Next', { bundle: 'support-minimal' });
    await presses('sven', 'Next');
    await presses('sven', 'Next', { contact: 'admin@contoso.example' });
    await presses('sven', 'Ask for approval');
    await says('hal', `approve ${await caseId()}`);
    await says('hal', `approve ${await caseId()}`);
    await Promise.all([actor('ada').press(card('ada', 'ADM-'), 'Approve'), actor('bo').press(card('bo', 'ADM-'), 'Approve')]);
    await settle();
    await says('bo', `approve ${await caseId()}`);
    const kept = await store.case((await caseId()) as never);
    expect(kept?.case.status).toBe('awaiting-customer');
    expect(kept?.case.approvals.map(({ by }) => by.name).sort()).toEqual(['Ada Berg', 'Bo Dahl']);
    expect(posted()).toBeDefined();
  },
);

story(
  {
    name: 'nobody-approves-their-own',
    title: 'Ada asks herself, and cannot approve what she has asked for; Bo can',
    lead: 'In English. Ada is an Admin agent and may approve what others ask for.',
  },
  async ({ says, presses, caseId }, { store, actor }) => {
    await says('ada', 'request admin contoso.example');
    await presses('ada', 'Next', { wish: 'manage' });
    await presses('ada', 'Next', { bundle: 'support-minimal' });
    await presses('ada', 'Next');
    await presses('ada', 'Next', { contact: 'admin@contoso.example' });
    await presses('ada', 'Ask for approval');
    await says('ada', `approve ${await caseId()}`);
    expect((await store.case((await caseId()) as never))?.case.status).toBe('awaiting-approval');
    expect(actor('ada')).toBeDefined();
    await presses('bo', 'Approve');
    expect((await store.case((await caseId()) as never))?.case.status).toBe('awaiting-customer');
  },
);
