import { describe, expect, test } from '@jest/globals';
import { fourRoles, putRelationship } from '../support/sandbox-graph.ts';
import { granitt, lyngmo, nordlys, solsikke } from '../support/sandbox-world.ts';
import { accept, invitationPage, noticeIn, pinewater, refuse, songjian, storvik, visiting } from '../support/visiting.ts';

/** Somebody asks this customer for granular admin. */
const invited = (changes: Parameters<typeof putRelationship>[1] = {}) => {
  const people = visiting({ activation: [10, 60] });
  const id = '6da9ffff-0001-4601-8601-000000000061-6da9ffff-0002-4602-8602-000000000062';
  const customer = { tenantId: lyngmo, displayName: 'Lyngmo Skole' };
  const relationship = putRelationship(people.world, {
    id,
    displayName: 'Nordlys-Lyngmo-01',
    status: 'approvalPending',
    customer,
    ...changes,
  });
  return { ...people, relationship, page: `/customers/${lyngmo}/invitation/${id}` };
};

const resellerLink = (partner: string, dap = 'false'): string =>
  `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${partner}&msppId=0&DAP=${dap}#/BillingAccounts/partner-invitation`;

const adminLink = (id: string): string =>
  `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${id}`;

describe('a customer is asked to let a partner sell', () => {
  test('reads who asks and what it means, and is nobody’s customer before the answer', async () => {
    const { visit, world } = visiting();
    const { text, status } = await visit(invitationPage(lyngmo, granitt));
    expect(status).toBe(200);
    for (const said of ['Granitt IT AS', 'granitt.example', '6100002', 'It may administer nothing in your tenant'])
      expect(text).toContain(said);
    expect(world.customers.get(lyngmo)?.ties.has(granitt)).toBe(false);
  });

  test('accepts, is led on, and reads what happens now and when', async () => {
    const { answer, world } = visiting({ acceptanceVisible: [5, 60] });
    const { sent, landed } = await answer(invitationPage(lyngmo, granitt), 'invitation/reseller', accept);
    expect(sent.status).toBe(303);
    expect(world.customers.get(lyngmo)?.ties.get(granitt)).toMatchObject({ dap: false });
    expect(noticeIn(landed.text)).toContain(
      'Granitt IT AS is now your reseller. It sees you in Partner Center in 60 seconds at most.',
    );
  });

  test('refuses, and nothing has happened', async () => {
    const { answer, world, told } = visiting();
    told.length = 0;
    const { landed } = await answer(invitationPage(lyngmo, granitt), 'invitation/reseller', refuse);
    expect(noticeIn(landed.text)).toContain('You have refused.');
    expect(world.customers.get(lyngmo)?.ties.has(granitt)).toBe(false);
    expect(told).toStrictEqual([]);
  });

  test('is told why, where it cannot be', async () => {
    const { answer } = visiting();
    const tied = await answer(invitationPage(lyngmo, nordlys), 'invitation/reseller', accept);
    expect(noticeIn(tied.landed.text)).toContain('this partner is your reseller already.');
    const elsewhere = await answer(invitationPage(pinewater, nordlys), 'invitation/reseller', accept);
    expect(noticeIn(elsewhere.landed.text)).toContain('customer and partner are in different clouds.');
  });

  test('gives admin rights of the old kind in the Chinese cloud only, and there only if the link says so', async () => {
    const { answer, world } = visiting();
    const china = '7a11c0de-6666-4a10-8a10-0000000000a6';
    await answer(invitationPage(lyngmo, granitt, 'true'), 'invitation/reseller', accept);
    await answer(invitationPage(songjian, china, 'true'), 'invitation/reseller', accept);
    expect(world.customers.get(lyngmo)?.ties.get(granitt)?.dap).toBe(false);
    expect(world.customers.get(songjian)?.ties.get(china)?.dap).toBe(true);
  });
});

describe('a customer is asked for granular admin', () => {
  test('finds the invitation on its page, and in it the roles in plain words, how long, and what is not granted', async () => {
    const { visit, page, relationship } = invited({ roles: fourRoles });
    expect((await visit(`/customers/${lyngmo}`)).text).toContain(`href="${page}"`);
    const { text } = await visit(page);
    for (const said of [
      'Nordlys Cloud AS',
      'License administrator</b> – give licences to people and take them away',
      '730 days',
      '1 March 2028',
      'extended by 180 days each time, without asking you',
      'Nothing you have bought is moved',
    ])
      expect(text).toContain(said);
    expect(relationship.status).toBe('approvalPending');
  });

  test('accepts, and reads what happens now and when', async () => {
    const { answer, page, relationship, pass } = invited();
    const { landed } = await answer(page, page, accept);
    expect(relationship.status).toBe('approved');
    expect(noticeIn(landed.text)).toContain('The rights of Nordlys Cloud AS are set up in 60 seconds at most');
    pass({ minutes: 2 });
    expect(relationship.status).toBe('active');
  });

  test('refuses: it is over without ever having been active', async () => {
    const { answer, page, relationship } = invited();
    await answer(page, page, refuse);
    expect(relationship).toMatchObject({ status: 'terminated', activatedAt: null });
  });

  test('makes an invitation that names nobody its own', async () => {
    const { answer, relationship, page } = invited({ customer: null });
    await answer(page, page, accept);
    expect(relationship.customer).toStrictEqual({ tenantId: lyngmo, displayName: 'Lyngmo Skole' });
  });

  test('never gets to see an invitation for somebody else, nor a draft', async () => {
    const { visit, page, relationship } = invited();
    expect((await visit(page.replace(lyngmo, storvik))).status).toBe(404);
    relationship.status = 'created';
    expect((await visit(page)).status).toBe(404);
  });

  test('is warned of a global administrator, and told that such rights end by themselves', async () => {
    const { visit, page } = invited({ roles: ['62e90394-69f5-4237-9190-012177145e10'], autoExtend: 'PT0S' });
    const { text } = await visit(page);
    expect(text).toContain('class="warning"');
    expect(text).toContain('They end by themselves.');
  });
});

describe('a customer ends', () => {
  const active = '6da90001-0001-4601-8601-000000000061-6da90001-0002-4602-8602-000000000062';

  test('granular admin, and the reseller stays', async () => {
    const { answer, world } = visiting({ termination: [10, 60] });
    const { landed } = await answer(`/customers/${solsikke}`, `${active}/end`);
    expect(world.relationships.get(active)?.status).toBe('terminationRequested');
    expect(noticeIn(landed.text)).toContain('That takes 60 seconds at most.');
    expect(world.customers.get(solsikke)?.ties.has(nordlys)).toBe(true);
  });

  test('a reseller relationship, unless something bought there is active', async () => {
    const { answer, world } = visiting();
    const { landed } = await answer(`/customers/${solsikke}`, `partners/${nordlys}/end`);
    expect(noticeIn(landed.text)).toContain('something bought from this partner is still active.');
    expect(world.customers.get(solsikke)?.ties.has(nordlys)).toBe(true);
    await answer(`/customers/${lyngmo}`, `partners/${nordlys}/end`);
    expect(world.customers.get(lyngmo)?.ties.has(nordlys)).toBe(false);
  });

  test('admin rights of the old kind, and the reseller stays', async () => {
    const { answer, world } = visiting();
    const havbris = 'c0570002-0002-4c02-8c02-0000000000c2';
    await answer(`/customers/${havbris}`, `partners/${nordlys}/dap/end`);
    expect(world.customers.get(havbris)?.ties.get(nordlys)).toMatchObject({ dap: false });
  });

  test('what is its own only', async () => {
    const { fill, visit, world } = visiting();
    const { to, form } = await fill(`/customers/${solsikke}`, `${active}/end`, []);
    const elsewhere = await visit(to.replace(solsikke, lyngmo), { form });
    expect(elsewhere.status).toBe(403);
    expect(world.relationships.get(active)?.status).toBe('active');
  });

  test('the access of a partner’s group to an Azure subscription', async () => {
    const { answer, world } = visiting();
    const shop = world.customers.get(solsikke)?.azure[2];
    const before = shop?.roleAssignments ?? [];
    const held = before.find(({ principalType }) => principalType === 'ForeignGroup');
    const others = before.filter((one) => one !== held);
    await answer(`/customers/${solsikke}`, `${held?.name ?? ''}/remove`);
    expect(others.length).toBeGreaterThan(0);
    expect(shop?.roleAssignments).toStrictEqual(others);
  });
});

describe('a link, as somebody was sent it,', () => {
  const open = (link: string, more = ''): string => `/customers/open?link=${encodeURIComponent(link)}${more}`;

  test('leads to the invitation as soon as it is clear who has opened it', async () => {
    const { visit, relationship, page } = invited();
    const asking = await visit(open(resellerLink(granitt)));
    expect(asking.text).toContain('Which customer are you?');
    const led = await visit(open(resellerLink(granitt), `&customer=${lyngmo}`));
    expect([led.status, led.headers?.Location]).toStrictEqual([303, invitationPage(lyngmo, granitt)]);
    const admin = await visit(open(adminLink(relationship.id), `&customer=${lyngmo}`));
    expect(admin.headers?.Location).toBe(page);
  });

  test('offers the customers of its own cloud, and for granular admin the one whom it names', async () => {
    const { visit, relationship } = invited();
    const { text } = await visit(open(adminLink(relationship.id)));
    expect(text).toContain(`<option value="${lyngmo}" selected>`);
    expect(text).not.toContain(pinewater);
  });

  test('has an address of its own here, as far as a browser sends it', async () => {
    const { visit } = visiting();
    const path = resellerLink(granitt).replace('https://admin.microsoft.com', '').split('#')[0] ?? '';
    const { headers } = await visit(path);
    expect((await visit(headers?.Location ?? '')).text).toContain('Which customer are you?');
    const bare = await visit('/AdminPortal/Home');
    expect(bare.headers?.Location).toBe('/customers/open');
  });

  test('that leads nowhere is called so', async () => {
    const { visit } = visiting();
    for (const link of ['nonsense', 'javascript:alert(1)', adminLink('1-2'), resellerLink('nobody')]) {
      expect((await visit(open(link))).text).toContain('This link leads to no invitation that is known here.');
    }
  });
});
