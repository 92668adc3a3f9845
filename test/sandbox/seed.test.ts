import { describe, expect, test } from '@jest/globals';
import { customers } from '../../src/sandbox/seed/customers.ts';
import { populate } from '../../src/sandbox/seed/populate.ts';
import { havbris, lyngmo, sandboxScene, solsikke } from '../support/sandbox-world.ts';

const numbered = (prefix: string, most: number, digits: number): readonly string[] =>
  Array.from({ length: most }, (_, place) => `${prefix}${String(place + 1).padStart(digits, '0')}`);

const rows = [...numbered('M-', 22, 2), ...numbered('C-M', 6, 1)];

const situations = [
  'admin-active',
  'admin-approval-pending',
  'admin-auto-extended',
  'admin-expires-soon',
  'agreement-attested',
  'agreement-signed-directly',
  'another-market',
  'azure-plan-with-us',
  'csp-corporate-tenant',
  'csp-transaction-tenant',
  'gcc-validated',
  'indirect-provider',
  'legacy-azure-with-us',
  'no-agreement',
  'old-dap',
  'reservation-monthly',
  'reservation-other-currency',
  'reservation-upfront',
  'several-partners',
  'transfer-waiting',
  'validation-not-allowed',
  'validation-under-review',
];

const people = (beginning?: string) => {
  const scene = sandboxScene({}, beginning);
  populate(scene.world);
  return { ...scene, all: [...scene.world.customers.values()] };
};

const namedFor = (shown: string): readonly string[] =>
  customers.filter(({ shows }) => shows.includes(shown)).map(({ name }) => name);

const isUnique = (all: readonly string[]): boolean => new Set(all).size === all.length;

describe('the people of the made-up world', () => {
  test('are at least forty, in three clouds', () => {
    const { all } = people();
    const count = (cloud: string): number => all.filter((one) => one.cloud === cloud).length;
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(count('us_gov')).toBeGreaterThanOrEqual(4);
    expect(count('china_21v')).toBeGreaterThanOrEqual(6);
    expect(count('global')).toBeGreaterThan(all.length / 2);
  });

  test.each([...rows, ...situations])('show %s', (shown) => {
    expect(namedFor(shown)).not.toHaveLength(0);
  });

  test('show nothing that nobody looks for', () => {
    const more = [
      'admin-global-administrator',
      'bought-by-people-themselves',
      'education-denied',
      'validation-not-ready',
      'validation-unknown',
    ];
    const shown = new Set(customers.flatMap(({ shows }) => shows));
    expect([...shown].toSorted()).toStrictEqual([...rows, ...situations, ...more].toSorted());
  });

  test('have ids, names and domains of their own, and everything they own has an id of its own', () => {
    const { world, all } = people();
    const ids = all.flatMap(({ tenantId, subscriptions, azure }) => [
      tenantId,
      ...subscriptions.map(({ id }) => id),
      ...azure.flatMap((one) => [one.id, ...one.reservations.map(({ id }) => id), ...one.roleAssignments.map(({ name }) => name)]),
    ]);
    expect(isUnique([...ids, ...world.relationships.keys(), ...world.partners.keys()])).toBe(true);
    expect(isUnique(all.map(({ name }) => name))).toBe(true);
    expect(isUnique(all.flatMap(({ domains }) => domains))).toBe(true);
    expect(ids.filter((id) => !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id))).toStrictEqual([]);
  });

  test('are nobody in reality: every domain and address ends in .example, and no name is a maker’s or seller’s', () => {
    const { world, all } = people();
    const known =
      /microsoft|google|amazon|oracle|ibm|alibaba|tencent|21vianet|deloitte|crayon|atea|softwareone|insight|ingram|fabrikam/i;
    const partners = [...world.partners.values()];
    expect([...all, ...partners].filter(({ name }) => known.test(name))).toStrictEqual([]);
    const addresses = [...all.flatMap(({ domains, admin }) => [...domains, admin.email]), ...partners.map(({ domain }) => domain)];
    expect(addresses.filter((address) => !address.endsWith('.example'))).toStrictEqual([]);
  });

  test('write themselves in Latin, Cyrillic and Chinese letters', () => {
    const names = people().all.map(({ name }) => name);
    for (const script of [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Han}/u]) {
      expect(names.filter((name) => script.test(name)).length).toBeGreaterThan(2);
    }
  });

  test('have those among them whom the recorded exchanges name', () => {
    const { world } = people();
    const named = [solsikke, havbris, lyngmo].map((id) => world.customers.get(id)?.name);
    expect(named).toStrictEqual(['Solsikke Bakeri AS', 'Havbris Rederi AS', 'Lyngmo Skole']);
    expect(world.relationships.get('6da90001-0001-4601-8601-000000000061-6da90001-0002-4602-8602-000000000062')?.status).toBe(
      'active',
    );
  });
});

describe('what they have', () => {
  test('was bought from partners of their own cloud, or from no partner', () => {
    const { world, all } = people();
    const foreign = all.flatMap(({ cloud, subscriptions, azure, ties }) => {
      const sellers = [...subscriptions, ...azure].map(({ seller }) => seller).filter((seller) => seller !== null);
      return [...sellers, ...ties.keys()].filter((partner) => world.partners.get(partner)?.cloud !== cloud);
    });
    expect(foreign).toStrictEqual([]);
  });

  test('lies, as far as it is Azure of a partner, below something that this partner sold', () => {
    const orphans = people().all.flatMap(({ azure, subscriptions }) =>
      azure.filter(
        ({ planId, seller }) =>
          (seller === null) !== (planId === null) ||
          !(planId === null || subscriptions.some((one) => one.id === planId && one.seller === seller)),
      ),
    );
    expect(orphans).toStrictEqual([]);
  });

  test('is the same again in the same world, and as old at any time', () => {
    const terms = (beginning: string) =>
      people(beginning).all.flatMap(({ subscriptions }) => subscriptions.map(({ id, status }) => `${id} ${status}`));
    expect(terms('2026-03-02T09:00:00.000Z')).toStrictEqual(terms('2031-01-01T00:00:00.000Z'));
  });

  test('goes on by itself: granular admin ends when it ends, and goes on where it extends itself', () => {
    const { world, pass } = people();
    const called = (name: string) => [...world.relationships.values()].find(({ displayName }) => displayName === name);
    pass({ days: 31 });
    expect(called('Nordlys-Fagerli-01')?.status).toBe('expired');
    expect(called('Nordlys-Bjorkekollen-01')?.status).toBe('active');
    expect(called('Nordlys-Storvik-01')?.status).toBe('approvalPending');
    pass({ days: 60 });
    expect(called('Nordlys-Storvik-01')).toBeUndefined();
  });

  test('goes on by itself: a request that nobody answers expires', () => {
    const { world, pass } = people();
    const states = () => [...world.transfers.values()].map(({ status }) => status);
    expect(states()).toStrictEqual(['Pending']);
    pass({ days: 31 });
    expect(states()).toStrictEqual(['Expired']);
  });
});
