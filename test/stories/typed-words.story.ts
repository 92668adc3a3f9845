import { expect } from '@jest/globals';
import { story } from '../support/story.ts';

const STEPNOY = 'c0570010-0010-4c10-8c10-000000000c10';

story(
  {
    name: 'petr-only-types',
    title: 'Пётр types what he could press: he begins, goes back, gives up, looks at a case of his and withdraws it',
    lead: 'In Russian. His case for contoso.example is open already.',
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
    const before = sandbox.world.relationships.size;

    await says('petr', 'запросить администрирование для stepnoymayak.example');
    await says('petr', 'назад');
    await says('petr', 'отмена');
    await says('petr', 'отмена');
    await says('petr', 'заявки');
    await says('petr', `дело ${id}`);
    await says('petr', `отозвать ${id} клиент передумал`);

    expect((await store.case(id as never))?.case).toMatchObject({ status: 'withdrawn', reason: 'клиент передумал' });
    for (const name of ['ada', 'bo'] as const)
      expect(JSON.stringify(actor(name).sees(card(name, 'ADM-')))).toContain('клиент передумал');
    expect(sandbox.world.relationships.size).toBe(before);
  },
);

story(
  {
    name: 'lihua-mistypes',
    title: '李华 types a command with a mistake, presses what was meant, and gets to manage',
    lead: 'In Chinese, for a customer of ours with a Russian name in guillemets. The letter goes out in Russian.',
  },
  async ({ says, presses, customerAccepts, caseId, card }, { store, actor }) => {
    await says('lihua', '批淮 stepnoymayak.example');
    await presses('lihua', '请求管理权限 stepnoymayak.example');
    await presses('lihua', '下一步', { wish: 'manage' });
    await presses('lihua', '下一步', { bundle: 'support-minimal' });
    await presses('lihua', '下一步');
    await presses('lihua', '下一步', { language: 'ru', contact: 'admin@stepnoymayak.example' });
    await presses('lihua', '请求批准');
    await presses('ada', 'Approve');
    await customerAccepts(STEPNOY);
    expect((await store.case((await caseId()) as never))?.case.status).toBe('active');
    expect(JSON.stringify(actor('lihua').sees(card('lihua', 'ADM-')))).toContain('ТОО «Степной маяк»');
  },
);
