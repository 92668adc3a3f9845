import { expect } from '@jest/globals';
import { nordlys } from '../../src/playground/house.ts';
import { asked } from '../support/asked.ts';
import { story } from '../support/story.ts';

const CONTOSO = 'c0570025-0025-4c25-8c25-000000000c25';

/** What stands in the fields of a card, by their ids. */
const filledIn = (card: unknown): Record<string, unknown> => {
  const found: Record<string, unknown> = {};
  JSON.stringify(card, (_key, part: unknown) => {
    if (typeof part === 'object' && part !== null && 'id' in part && 'value' in part) found[String(part.id)] = part.value;
    return part;
  });
  return found;
};

story(
  {
    name: 'resumed-after-a-restart',
    title: 'Sven is interrupted in the middle; the bot starts anew, and he goes on from his telephone',
    lead: 'In English. What was filled in is there on another device, going back keeps it, and giving up is final.',
  },
  async ({ says, presses, card }, { store, restart, actor }) => {
    await says('sven', 'request admin contoso.example');
    await presses('sven', 'Next', { wish: 'manage' });
    await presses('sven', 'Next', { bundle: 'daily-ops', days: '90' });
    const before = card('sven');
    await restart();
    await says('sven', 'request admin');
    await presses('sven', 'Go on');
    await presses('sven', 'Back');
    expect(filledIn(actor('sven').sees(card('sven')))).toMatchObject({ bundle: 'daily-ops', days: 90 });
    await presses('sven', 'Next');
    await presses('sven', 'Next', {}, before);
    await presses('sven', 'Next', {}, before);
    await presses('sven', 'Next', { contact: 'nobody' }, before);
    await presses('sven', 'Cancel', {}, before);
    await says('sven', 'back');
    expect(await store.cases(null, 1)).toEqual([]);
  },
);

story(
  {
    name: 'late-and-twice',
    title: 'Sven takes his request back while Ada still looks at it: she presses twice, too late, and is told why',
    lead: 'In English. No news of it has reached the card on Ada’s telephone.',
  },
  async (people, { store, sandbox }) => {
    const { begins, card, caseId, presses, remembers } = people;
    const before = sandbox.world.relationships.size;
    await asked(people, 'sven');
    begins();
    const adas = card('ada', 'ADM-');
    const asItWas = remembers(adas);
    await presses('sven', 'Withdraw', { words: 'The customer called it off.' });
    asItWas();
    await presses('ada', 'Approve', {}, adas);
    asItWas();
    await presses('ada', 'Approve', {}, adas);
    expect((await store.case((await caseId()) as never))?.case).toMatchObject({ status: 'withdrawn', approvals: [] });
    expect(sandbox.world.relationships.size).toBe(before);
  },
);

story(
  {
    name: 'something-has-changed',
    title: 'Between the question and the approval something has changed at Microsoft: Ada is shown what, and decides anew',
    lead: 'In English. Azure is to be managed, and meanwhile the customer has ended the reseller relationship that it takes.',
  },
  async ({ says, presses, begins, card, caseId }, { store, sandbox, actor }) => {
    await says('sven', 'request admin contoso.example');
    await presses('sven', 'Next', { wish: 'manage' });
    await presses('sven', 'Next', { bundle: 'azure-handover' });
    await presses('sven', 'Next', { 'gdap.azureGroupNested': 'true' });
    await presses('sven', 'Next', { contact: 'admin@contoso.example' });
    await presses('sven', 'Ask for approval');
    begins();
    expect(sandbox.world.customers.get(CONTOSO)?.ties.delete(nordlys.tenant)).toBe(true);
    await presses('ada', 'Approve');
    expect((await store.case((await caseId()) as never))?.case).toMatchObject({ status: 'awaiting-approval', approvals: [] });
    await presses('ada', 'Approve');
    expect((await store.case((await caseId()) as never))?.case.status).toBe('awaiting-customer');
    expect(actor('ada').buttons(card('ada', 'ADM-'))).not.toContain('Approve');
  },
);
