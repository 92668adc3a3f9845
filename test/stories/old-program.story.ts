import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import type { Name } from '../support/stage.ts';
import { story } from '../support/story.ts';

story(
  {
    name: 'old-program',
    title: 'With an old program, which only sends what a button falls back to, the whole way works as well',
    lead: 'Klaus asks, and Bo approves; both speak German.',
  },
  async ({ says, card, caseId }, { actor, chat, settle, store }) => {
    const submits = async (name: Name, button: string, inputs = {}): Promise<void> => {
      await actor(name).submit(card(name), button, inputs);
      await settle();
    };
    await says('klaus', 'Admin anfragen contoso.example');
    await submits('klaus', 'Weiter', { wish: 'manage' });
    await submits('klaus', 'Weiter', { bundle: 'support-minimal' });
    await submits('klaus', 'Zurück');
    await submits('klaus', 'Weiter', { bundle: 'support-minimal' });
    await submits('klaus', 'Weiter');
    await submits('klaus', 'Weiter', { contact: 'admin@contoso.example' });
    await submits('klaus', 'Um Genehmigung bitten');
    const id = CaseId.parse(await caseId());
    await says('bo', 'Sprache Deutsch');
    await actor('bo').submit(card('bo', id), 'Decline');
    await settle();
    await actor('bo').submit(card('bo', id), 'Genehmigen');
    await settle();
    expect((await store.case(id))?.case).toMatchObject({ status: 'awaiting-customer', approvals: [{ by: { name: 'Bo Dahl' } }] });
    const pages = chat('klaus').messages.filter(({ from, card: shown }) => from === null && shown !== null);
    // The last page becomes the card of the case: there is no second one beside it.
    expect(pages.filter((one) => JSON.stringify(one.card).includes(id)).length).toBe(1);
  },
);
