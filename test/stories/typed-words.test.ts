import { expect } from '@jest/globals';
import { story } from '../support/story.ts';

story(
  {
    name: 'petr-only-types',
    title: 'Пётр types everything: he begins, goes back, gives up, looks at a case of his and withdraws it',
    lead: 'In Russian. Whatever a button does can be said in words as well.',
  },
  async ({ says, presses, begins, caseId, card }, { store, sandbox, actor }) => {
    await says('petr', 'запросить администрирование для contoso.example');
    await presses('petr', 'Далее', { wish: 'manage' });
    await presses('petr', 'Далее', { bundle: 'support-minimal' });
    await presses('petr', 'Далее');
    await presses('petr', 'Далее', { contact: 'admin@contoso.example' });
    await presses('petr', 'Запросить одобрение');
    const id = await caseId();
    begins();

    await says('petr', 'запросить администрирование');
    await says('petr', 'отмена');
    await says('petr', 'запросить администрирование для stepnoymayak.example');
    await says('petr', 'назад');
    await says('petr', 'отмена');
    await says('petr', 'отмена');
    await says('petr', 'заявки');
    await says('petr', `дело ${id}`);
    await says('petr', `отозвать ${id} причина клиент передумал`);
    const kept = await store.case(id as never);
    expect(kept?.case).toMatchObject({ status: 'withdrawn', reason: expect.stringContaining('клиент передумал') });
    expect(JSON.stringify(actor('ada').sees(card('ada', 'ADM-')))).toContain('клиент передумал');
    expect(sandbox.world.relationships.size).toBe(sandbox.world.relationships.size);
  },
);

story(
  {
    name: 'lihua-mistypes',
    title: '李华 types a command with a mistake, presses what was meant, sells and manages',
    lead: 'In Chinese, for a customer with a Russian name in guillemets.',
  },
  async ({ says, presses, customerAccepts, caseId }, { store }) => {
    await says('lihua', '请求管理权 stepnoymayak.example');
    await says('lihua', 'reqest admn stepnoymayak.example');
    await presses('lihua', '下一步', { wish: 'both' });
  },
);
