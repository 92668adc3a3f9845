import { afterEach, expect, test } from '@jest/globals';
import type { CaseId } from '../../src/cases/ids.ts';
import { approveRelationship } from '../../src/sandbox/relationships.ts';
import { doing, inviting } from '../support/requests.ts';
import { createSandboxed } from '../support/sandboxed.ts';
import type { Sandboxed } from '../support/sandboxed.ts';
import { addCustomer, solsikke } from '../support/sandbox-world.ts';

const customer = {
  name: 'Solsikke Bakeri AS',
  tenant: solsikke,
  domain: 'solsikkebakeri.example',
  country: 'NO',
  language: 'en',
  contact: 'kari@solsikkebakeri.example',
};

let open: Sandboxed;

afterEach(() => open.close());

/** The customer has accepted, and these are all the groups we have. */
const accepted = async (groups: Sandboxed['account']['groups']): Promise<CaseId> => {
  open = await createSandboxed({ populate: (world) => addCustomer(world, solsikke), account: { groups } });
  const { opened, approve } = doing(open);
  const id = await opened({ ...inviting({ reseller: null }), customer });
  await approve(id, 'ada');
  await open.run({ minutes: 5 });
  const [relationship] = open.made.relationships.values();
  approveRelationship(open.made, relationship?.id ?? '', solsikke);
  await open.run({ hours: 1 });
  return id;
};

const toldOfIt = (who: string): string[] =>
  open.told().flatMap((one) => (one.who === who && one.says === 'told.no-access-yet' ? [one.at.slice(5, 10)] : []));

const other = { id: '96090005-0005-4905-8905-000000000095', name: 'Handshake billing', roles: ['billing_administrator'] };
const desk = { id: '96090003-0003-4903-8903-000000000093', name: 'Handshake service desk' };

test.each([
  ['we have no group', []],
  ['none of our groups may hold any of the roles', [other]],
])(
  'accepted, and %s: who asked and who decides are told that nobody has access, and who asked again until it is done',
  async (_, groups) => {
    const id = await accepted(groups);
    const { current, says } = doing(open);
    expect(await current(id)).toMatchObject({ status: 'granting', items: [{ code: 'assign-groups', done: null }] });
    expect([toldOfIt('ana'), toldOfIt('ada'), toldOfIt('bo')]).toStrictEqual([['03-02'], ['03-02'], ['03-02']]);
    await open.run({ days: 10 });
    expect(toldOfIt('ana')).toStrictEqual(['03-02', '03-05', '03-08', '03-12']);
    expect(toldOfIt('ada')).toStrictEqual(['03-02']);
    await says('ana', 'confirm-item', id, {
      item: 'assign-groups',
      evidence: 'The service desk has them: seen in Partner Center.',
    });
    expect(await current(id)).toMatchObject({ status: 'active' });
    await open.run({ days: 10 });
    expect(toldOfIt('ana')).toHaveLength(4);
  },
);

test('a group that may hold one of them is enough for somebody to have access', async () => {
  const id = await accepted([{ ...desk, roles: ['directory_readers'] }]);
  expect(await doing(open).current(id)).toMatchObject({ status: 'active' });
  expect(toldOfIt('ana')).toStrictEqual([]);
});
