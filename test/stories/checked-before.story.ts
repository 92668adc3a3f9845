import { expect } from '@jest/globals';
import { shareableIn } from '../../src/playground/teams/answers.ts';
import { createKeptChecks } from '../../src/conversation/kept-checks.ts';
import { cast } from '../support/stage.ts';
import { story } from '../support/story.ts';

story(
  {
    name: 'giulia-corrects-a-check',
    title: 'What Sven was told a week ago is shown with his name and the day, corrected by Giulia, and shared into a group chat',
    lead: 'In Italian. Sven checks in English; Ada opens what Giulia has shared.',
  },
  async (doing, { actor, teams, settle, later, store }) => {
    const { says, presses } = doing;
    await says('sven', 'check collefiorito.example');
    await presses('sven', 'Next', { more: ['said/office365'] });
    await presses('sven', 'Next', { 'item.boughtFrom': 'open' });
    await presses('sven', 'Next', { 'customer.otherCspPartners': '0' });
    await later({ days: 7 });
    doing.begins();
    await says('giulia', 'verificare collefiorito.example');
    await presses('giulia', 'Avanti', { anew: true });
    await presses('giulia', 'Avanti', { 'item.boughtFrom': 'other_csp', 'item.generation': 'legacy' });
    await presses('giulia', 'Avanti', { 'customer.otherCspPartners': '1' });
    await presses('giulia', 'Scheda da condividere');
    const [kept] = await createKeptChecks(store).newest(1);
    expect(kept).toMatchObject({
      by: cast.giulia.id,
      on: '2026-11-23',
      items: [{ support: 'allow', move: 'deny', procedures: [] }],
    });
    const group = teams.group({ name: 'Preventivi', people: [cast.ada.id, cast.giulia.id] });
    const [found] = shareableIn(await actor('giulia').query(group, 'customers', 'collefiorito.example'));
    if (found === undefined) throw new Error('Giulia does not find the customer');
    const shared = actor('giulia').share(group, found);
    await settle();
    await actor('ada').open(group);
    await presses('ada', 'Verificare un cliente', {}, shared);
  },
);
