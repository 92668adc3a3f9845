import { expect } from '@jest/globals';
import { asked } from '../support/asked.ts';
import { cast } from '../support/stage.ts';
import type { Name } from '../support/stage.ts';
import { story } from '../support/story.ts';
import { CaseId } from '../../src/cases/ids.ts';

story(
  {
    name: 'forwarded-card',
    title: 'Ada carries her card into a group chat, where nobody can approve with it',
    lead: 'In the channel, on the card that the bot posted there, an approver opens their own view and approves.',
  },
  async (doing, { actor, store, teams, settle }) => {
    const { presses, card, posted, begins } = doing;
    const id = CaseId.parse(await asked(doing, 'sven'));
    begins();
    const group = teams.group({ name: 'Coffee corner', people: [cast.ada.id, cast.bo.id, cast.sven.id] });
    const copy = actor('ada').forward(card('ada', id), group);

    await presses('bo', 'Approve', {}, copy);
    await presses('ada', 'Approve', {}, copy);
    await presses('sven', 'Approve', {}, copy);
    expect((await store.case(id))?.case.status).toBe('awaiting-approval');

    await presses('bo', 'Open', {}, posted());
    expect((await store.case(id))?.case.status).toBe('awaiting-approval');
    await presses('bo', 'Genehmigen', {}, posted());
    await settle();
    const kept = await store.case(id);
    expect(kept?.case).toMatchObject({ status: 'awaiting-customer', approvals: [{ by: { id: cast.bo.id } }] });
  },
);

story(
  {
    name: 'own-view',
    title: 'The same card in the channel shows everybody their own buttons',
    lead: 'Looking at it changes nothing; after the decision nobody is left with an old view.',
  },
  async (doing, { actor, approvals, store, settle }) => {
    const { presses, posted, begins } = doing;
    const id = CaseId.parse(await asked(doing, 'sven'));
    begins();
    const before = await store.case(id);
    const own = (name: Name) =>
      actor(name)
        .buttons(posted())
        .filter((title) => !title.includes('▾'));
    for (const name of ['ada', 'bo', 'sven', 'hal'] as const) {
      await actor(name).open(approvals);
      await settle();
    }
    for (const name of ['ada', 'bo', 'hal'] as const) await presses(name, 'Open', {}, posted());
    const decide = ['Approve', 'Send back with a question', 'Decline'];
    expect(own('ada')).toEqual(decide);
    expect(own('bo')).toEqual(['Genehmigen', 'Mit Frage zurückgeben', 'Ablehnen']);
    expect(own('sven')).toEqual(['Withdraw']);
    expect(own('hal')).toEqual([]);
    expect(await store.case(id)).toEqual(before);

    await presses('ada', 'Decline', { words: 'They pay late.' }, posted());
    expect((await store.case(id))?.case.status).toBe('declined');
    expect(posted().views.size).toBe(0);
  },
);
