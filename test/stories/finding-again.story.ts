import { expect } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { shareableIn } from '../../src/playground/teams/answers.ts';
import { asked } from '../support/asked.ts';
import { addCustomer, nordlys, tie } from '../support/sandbox-world.ts';
import { cast } from '../support/stage.ts';
import { story } from '../support/story.ts';

story(
  {
    name: 'new-approver',
    title: 'Hal becomes an Admin agent, and finds what waits for an approval',
    lead: 'No card of it was ever shown to Hal. The board has it, and so has what is typed.',
    populate: (world) => {
      tie(
        addCustomer(world, 'c05700f3-00f3-4cf3-8cf3-000000000cf3', { name: 'Solsikke Gartneri AS', domains: ['solsikke.example'] }),
        nordlys,
      );
    },
  },
  async (doing, { store, appoint }) => {
    const { says, presses, card } = doing;
    const id = CaseId.parse(await asked(doing, 'sven'));
    await asked(doing, 'sven', 'solsikke.example');
    doing.begins();
    await says('hal', 'cases');
    appoint('hal', 'admin_agent');
    await says('hal', 'cases');
    await presses('hal', `Open ${id}`);
    await presses('hal', 'Approve', {}, card('hal', id));
    expect((await store.case(id))?.case).toMatchObject({ status: 'awaiting-customer', approvals: [{ by: { id: cast.hal.id } }] });
    await says('hal', 'cases waiting');
    await says('sven', 'cases mine');
  },
);

story(
  {
    name: 'shared-case',
    title: 'Ada looks for a case and shares it into a group chat',
    lead: 'Everybody there sees how it stands and opens their own view; nobody can decide there.',
  },
  async (doing, { actor, store, teams, settle }) => {
    const { presses, begins } = doing;
    const id = CaseId.parse(await asked(doing, 'sven'));
    begins();
    const group = teams.group({ name: 'Coffee corner', people: [cast.ada.id, cast.bo.id, cast.sven.id, cast.hal.id] });
    await actor('hal').query(group, 'cases', '');
    const [found] = shareableIn(await actor('ada').query(group, 'cases', 'contoso.example'));
    if (found === undefined) throw new Error('Ada does not find the case');
    const shared = actor('ada').share(group, found);
    await settle();
    await actor('sven').open(group);
    await presses('bo', 'Open', {}, shared);
    await presses('hal', 'Open', {}, shared);
    expect(actor('bo').buttons(shared)).not.toContain('Genehmigen');
    expect((await store.case(id))?.case.status).toBe('awaiting-approval');
  },
);

const tenant = 'c05700f2-00f2-4cf2-8cf2-000000000cf2';

story(
  {
    name: 'shared-customer',
    title: 'A customer with a name that is markup is found, and shared as text',
    lead: 'In the list, on the card in the chat, and on what its buttons show.',
    populate: (world) => {
      const name = '**Free** [click](//evil.example) <b>now</b> <at>Ada</at> \u202Etxet';
      tie(addCustomer(world, tenant, { name, domains: ['hostile-shared.example'] }), nordlys);
    },
  },
  async (doing, { actor, teams, settle }) => {
    const { presses, begins } = doing;
    await asked(doing, 'sven', 'hostile-shared.example');
    begins();
    const group = teams.group({ name: 'Coffee corner', people: [cast.ada.id, cast.sven.id] });
    const found = shareableIn(await actor('sven').query(group, 'customers', 'hostile-shared.example'));
    expect(found.map(({ title, text }) => /[<>*[\]\u202E]/.test(title + text))).toEqual([false]);
    const [first] = found;
    if (first === undefined) throw new Error('Sven does not find the customer');
    const shared = actor('sven').share(group, first);
    await settle();
    await presses('ada', 'Cases of this customer', {}, shared);
    expect(/[\u202A-\u202E\u2066-\u2069]/.test(JSON.stringify([shared.card, actor('ada').sees(shared)]))).toBe(false);
  },
);

story(
  {
    name: 'lihua-shares-a-case',
    title: '李华 looks for her case while she writes to colleagues, and shares it; they see how it stands, and nothing more',
    lead: 'In Chinese; whoever opens it reads it in their own language. Roles, letter and reasons stay with those who have a part in it.',
  },
  async ({ says, presses, begins, caseId }, { actor, store, teams, settle }) => {
    await says('lihua', '申请管理权限 contoso.example');
    await presses('lihua', '下一步', { wish: 'manage' });
    await presses('lihua', '下一步', { bundle: 'support-minimal' });
    await presses('lihua', '下一步');
    await presses('lihua', '下一步', { contact: 'admin@contoso.example', paragraph: '如电话所约。' });
    await presses('lihua', '请求批准');
    const id = CaseId.parse(await caseId());
    begins();
    const group = teams.group({ name: '午餐', people: [cast.lihua.id, cast.klaus.id, cast.giulia.id] });
    expect(shareableIn(await actor('klaus').query(group, 'cases', 'contoso.example'))).toEqual([]);
    const [found] = shareableIn(await actor('lihua').query(group, 'cases', 'contoso'));
    if (found === undefined) throw new Error('李华 does not find the case');
    const shared = actor('lihua').share(group, found);
    await settle();
    await presses('klaus', '打开', {}, shared);
    await presses('giulia', '打开', {}, shared);
    await presses('lihua', '打开', {}, shared);
    for (const name of ['klaus', 'giulia'] as const) {
      expect(JSON.stringify(actor(name).sees(shared))).not.toMatch(/如电话所约|admin@contoso|Directory Readers/);
      expect(actor(name).buttons(shared)).toEqual([]);
    }
    expect((await store.case(id))?.case.status).toBe('awaiting-approval');
  },
);
