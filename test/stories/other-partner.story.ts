import { expect } from '@jest/globals';
import { idOf } from '../../src/sandbox/seed/made-ids.ts';
import { completeTransfer } from '../../src/sandbox/transfer-completion.ts';
import { acceptTransfer } from '../../src/sandbox/transfers.ts';
import type { Transfer } from '../../src/sandbox/world.ts';
import { askedForSwitch, bothApprove, fromGranitt, readyForTransfer, toldOfOthers } from '../support/asked-switch.ts';
import type { Inputs } from '../support/asked-switch.ts';
import { customerAt, partnerAccepts, partnerDeclines, transfersOf, waitingAt } from '../support/other-partner.ts';
import { story } from '../support/story.ts';

const TINDFOSS = 'c0570032-0032-4c32-8c32-000000000c32';
const BERGHEIA = 'c0570016-0016-4c16-8c16-000000000c16';
const shop = idOf('azure', 32, 2);

/** Page by page, for the web shop of a brewery. */
const pagesFor = (language: string): readonly Inputs[] => [
  fromGranitt,
  { typed: `Nettbutikk; ${shop}`, what: 'azure-plan' },
  {},
  toldOfOthers,
  {},
  { language, contact: 'admin@tindfoss.example' },
];

story(
  {
    name: 'the-other-partner-stays-silent',
    title: 'The present partner never answers: Petr is reminded with words to send on, and after 30 days it has lapsed',
    lead: 'In Russian. Begins when everything is ready and the request lies with the other partner.',
  },
  async (people, { leap, store }) => {
    const id = await askedForSwitch(people, {
      name: 'petr',
      language: 'ru',
      wish: 'переключить Azure tindfoss.example',
      pages: pagesFor('ru'),
    });
    await bothApprove(people);
    await people.ticks('petr', 'Отметить выполнение', readyForTransfer('Проверено'));
    people.begins();
    for (const days of [7, 7, 7, 7, 2]) await leap({ days });
    expect((await store.case(id))?.case).toMatchObject({ status: 'expired' });
    await people.says('petr', `заявка ${id}`);
  },
);

story(
  {
    name: 'the-other-partner-declines',
    title: 'The present partner declines; Li Hua reads what may be done now',
    lead: 'In Chinese. Nobody is obliged to accept, and nothing has moved.',
  },
  async (people, stage) => {
    const id = await askedForSwitch(people, {
      name: 'lihua',
      language: 'zh-Hans',
      wish: '切换 Azure tindfoss.example',
      pages: pagesFor('zh-Hans'),
    });
    await bothApprove(people);
    await people.ticks('lihua', '勾选完成', readyForTransfer('已核对'));
    people.begins();
    await stage.leap({ days: 2 });
    await partnerDeclines(stage, TINDFOSS);
    expect((await stage.store.case(id))?.case).toMatchObject({ status: 'refused', refusedBy: 'other-partner' });
    expect(transfersOf(stage, TINDFOSS)).toEqual(['Reject']);
  },
);

/** What was accepted cannot move for a while; then Microsoft has put it right. */
const failing = (transfer: Transfer, customer: ReturnType<typeof customerAt>) => {
  for (const azure of customer.azure) azure.status = 'inactive';
  return (world: Parameters<typeof completeTransfer>[0]): void => {
    for (const azure of customer.azure) azure.status = 'active';
    completeTransfer(world, customer, transfer);
  };
};

story(
  {
    name: 'the-move-fails-at-microsoft',
    title:
      'What the present partner has accepted fails at Microsoft: the case says so, and goes on once Microsoft has put it right',
    lead: 'In English. Sven tries once too early by typing, and later with the button.',
  },
  async (people, stage) => {
    const { world } = stage.sandbox;
    const id = await askedForSwitch(people, {
      name: 'sven',
      language: 'en',
      wish: 'switch Azure tindfoss.example',
      pages: pagesFor('en'),
    });
    await bothApprove(people);
    await people.ticks('sven', 'Tick off', readyForTransfer('Looked at'));
    people.begins();
    const transfer = waitingAt(stage, TINDFOSS);
    expect(acceptTransfer(world, transfer.id, [shop])).toEqual({ done: true });
    const putRight = failing(transfer, customerAt(stage, TINDFOSS));
    await stage.later({ minutes: 40 });
    expect((await stage.store.case(id))?.case).toMatchObject({ status: 'stuck', trouble: { code: 'transfer-failed' } });
    await people.says('sven', `case ${id}`);
    await people.says('sven', `retry ${id}`);
    await stage.later({ minutes: 40 });
    putRight(world);
    await people.says('sven', `case ${id}`);
    await people.presses('sven', 'Try again');
    await stage.later({ hours: 1 });
    expect((await stage.store.case(id))?.case).toMatchObject({ status: 'handing-over' });
    expect(transfersOf(stage, TINDFOSS)).toEqual(['Complete']);
  },
);

story(
  {
    name: 'only-a-part-is-handed-out',
    title: 'Two kinds of licences are to move; the present partner lets one of them go, and the other is named',
    lead: 'In Spanish. The other partner’s service calls it complete all the same.',
  },
  async (people, stage) => {
    const [premium, powerBi] = customerAt(stage, BERGHEIA).subscriptions.map(({ id }) => id);
    const id = await askedForSwitch(people, {
      name: 'ana',
      language: 'es',
      wish: 'cambiar Azure bergheia.example',
      pages: [
        fromGranitt,
        { typed: `Business Premium; ${premium}\nPower BI; ${powerBi}`, what: 'licence-nce' },
        { 'item.term': 'active', 'item.daysSinceTermStart': '90' },
        toldOfOthers,
        {},
        { language: 'es', contact: 'admin@bergheia.example' },
      ],
    });
    await bothApprove(people);
    const ready = { 'relationship-in-place': 'Visto', 'agreement-accepted': 'Visto', 'other-partner-told': 'Visto' };
    await people.ticks('ana', 'Marcar como hecho', ready);
    people.begins();
    await stage.leap({ days: 3 });
    await partnerAccepts(stage, BERGHEIA, [premium ?? '']);
    expect((await stage.store.case(id))?.case).toMatchObject({ status: 'handing-over', left: ['Power BI'] });
    await people.ticks('ana', 'Marcar como hecho', { 'seats-checked': '25 puestos', 'rest-settled': 'Vence en marzo' });
    expect((await stage.store.case(id))?.case).toMatchObject({ status: 'done' });
  },
);
