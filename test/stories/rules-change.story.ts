import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { story } from '../support/story.ts';
import { house } from '../support/world.ts';

const twoAgree = {
  ...house,
  edition: '2026-11-17',
  approvals: house.approvals.map((one) => ({ ...one, people: 2 as const })),
};

story(
  {
    name: 'a-rule-has-changed',
    title: 'Between the request and the approval the house has made a rule stricter: the card says what has changed',
    lead: 'In Russian, the asker and the approver. A click on the card as it was does nothing, and says why.',
  },
  async ({ says, presses, begins, card, caseId, remembers }, { store, decree }) => {
    await says('ada', 'язык русский');
    await says('bo', 'язык русский');
    await says('petr', 'запросить администрирование для contoso.example');
    await presses('petr', 'Далее', { wish: 'manage' });
    await presses('petr', 'Далее', { bundle: 'support-minimal' });
    await presses('petr', 'Далее');
    await presses('petr', 'Далее', { contact: 'admin@contoso.example' });
    await presses('petr', 'Запросить одобрение');
    const id = CaseId.parse(await caseId());
    begins();
    const adas = card('ada', id);
    const asItWas = remembers(adas);
    decree(twoAgree);
    await presses('ada', 'Одобрить');
    asItWas();
    await presses('ada', 'Одобрить', {}, adas);
    expect((await store.case(id))?.case).toMatchObject({ status: 'awaiting-approval', approvals: [] });
    await presses('ada', 'Одобрить');
    decree({ ...twoAgree, edition: '2026-11-18', longestGdapDays: 180 });
    await presses('bo', 'Одобрить', {}, card('bo', id));
    await says('petr', `заявка ${id}`);
    expect((await store.case(id))?.case).toMatchObject({ status: 'awaiting-approval', approvals: [{ by: { name: 'Ada Berg' } }] });
  },
);
