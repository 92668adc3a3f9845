import { describe, expect, test } from '@jest/globals';
import { answeredWith } from '../support/graph-and-azure.ts';
import { graphAt, group } from '../support/granular-admin.ts';

const kari = { id: '0b1ec700-0001-4b01-8b01-0000000000b1', displayName: 'Kari', userPrincipalName: 'kari@nordlys.example' };
const ask = { $select: 'id,displayName,userPrincipalName,accountEnabled' };

const person = (who: string, body: unknown = { ...kari, accountEnabled: true }) =>
  answeredWith([{ status: 200, body }], (service, base) => graphAt(service, base).people.person(who));

describe('people', () => {
  test.each([
    [kari.id, kari.id],
    ['kari@nordlys.example', 'kari%40nordlys.example'],
    ['kari_home.example#EXT#@nordlys.example', 'kari_home.example%23EXT%23%40nordlys.example'],
  ])('%s is asked for as one step of the path', async (who, step) => {
    const { sent, asked } = await person(who);
    expect(asked).toMatchObject([{ path: `/v1.0/users/${step}`, query: [['$select', ask.$select]] }]);
    expect(sent).toMatchObject({ ok: true, body: { id: kari.id, name: 'Kari', address: kari.userPrincipalName, mayWork: true } });
  });

  test.each([
    '..',
    '../groups',
    'me',
    '$count',
    'kari@nordlys.example/manager',
    'kari@nordlys.example?$expand=manager',
    '\ud800@x',
    '',
  ])('%p is nobody, and nothing is asked', async (who) => {
    const { sent, asked } = await person(who);
    expect(sent).toMatchObject({ ok: false, failure: { code: 'not-an-id' } });
    expect(asked).toEqual([]);
  });

  test.each([{ accountEnabled: false }, { accountEnabled: null }, {}])('whose account is %p may not work', async (said) => {
    const { sent } = await person(kari.id, { ...kari, ...said });
    expect(sent).toMatchObject({ ok: true, body: { mayWork: false } });
  });
});

describe('groups', () => {
  test('a group is told by its name, and whether it can hold roles at all', async () => {
    const body = { id: group, displayName: 'Daily work', securityEnabled: true };
    const { sent, asked } = await answeredWith([{ status: 200, body }], (service, base) =>
      graphAt(service, base).people.group(group),
    );
    expect(asked[0]?.path).toBe(`/v1.0/groups/${group}`);
    expect(sent).toMatchObject({ ok: true, body: { id: group, name: 'Daily work', isSecurityGroup: true } });
  });

  test('members of members belong to it, on all pages', async () => {
    const members = `/v1.0/groups/${group}/transitiveMembers/microsoft.graph.user`;
    const { sent, asked } = await answeredWith(
      [
        { status: 200, body: { value: [kari], '@odata.nextLink': `https://graph.contoso.example${members}?$skiptoken=2` } },
        { status: 200, body: { value: [{ ...kari, id: '2' }] } },
      ],
      (service) => graphAt(service, 'https://graph.contoso.example').people.membersOf(group),
    );
    expect(sent.ok && sent.body.map(({ id }) => id)).toEqual([kari.id, '2']);
    expect(asked.map(({ path }) => path)).toEqual([members, members]);
    expect(asked[0]?.query).toEqual([
      ['$count', 'true'],
      ['$select', ask.$select],
      ['$top', '999'],
    ]);
    expect(asked[1]?.query).toEqual([['$skiptoken', '2']]);
  });

  test('a page that lies elsewhere is not fetched, and half a list is none', async () => {
    const { sent, asked } = await answeredWith(
      [{ status: 200, body: { value: [kari], '@odata.nextLink': 'https://elsewhere.example/v1.0/users' } }],
      (service, base) => graphAt(service, base).people.membersOf(group),
    );
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
    expect(asked).toHaveLength(1);
  });
});
