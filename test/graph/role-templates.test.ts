import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { factTypes, HouseRules } from '../../src/policy/index.ts';
import { listedOrNot, roleIdsOf, roleNamesOf } from '../../src/graph/role-templates.ts';
import templates from '../../src/graph/role-templates.json' with { type: 'json' };

const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** All lists of directory roles in a file of situations, whatever they are about. */
const rolesIn = (value: unknown, key = ''): readonly string[] => {
  if (Array.isArray(value)) return /^(?:gdapRoles|roles)$/.test(key) ? value.map(String) : value.flatMap((one) => rolesIn(one));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => rolesIn(one, name));
};

const isBuiltIn = (role: string): boolean => !role.startsWith('custom:');

/** What somebody is at the partner, not what they may do at a customer. */
const ofPartners = ['admin_agent', 'sales_agent', 'global_admin', 'helpdesk_agent'];

const expectKnown = (roles: readonly string[]) => {
  const wanted = roles.filter((role) => isBuiltIn(role) && !ofPartners.includes(role));
  expect(wanted.length).toBeGreaterThan(0);
  expect(roleIdsOf(wanted)).toMatchObject({ ok: true });
};

describe('every role that is spoken of can be asked for', () => {
  test('by the rules', () => {
    const named = [...textOf('src/policy/rules/gdap.ts').matchAll(/[rR]oles[.]includes\('([a-z_]+)'\)/g)].map(
      ([, role]) => role ?? '',
    );
    expectKnown(named);
  });

  test('by the house rules that are handed out as an example', () => {
    expectKnown(HouseRules.parse(JSON.parse(textOf('house-rules.example.json'))).rolesNeverAskedFor);
  });

  test.each(['src/playground/ask/usual.json', 'test/policy/scenarios.json'])('in %s', (path) => {
    expectKnown(rolesIn(JSON.parse(textOf(path))));
  });

  test.each(['test/support/requests.ts', 'test/support/cases.ts', 'test/support/given.ts'])('in the cases of %s', (path) => {
    const lists = [...textOf(path).matchAll(/\broles: \[([^\]]*)\]/g)].map(([, inside]) => inside ?? '');
    const roles = lists.flatMap((inside) => [...inside.matchAll(/'([a-z_]+)'/g)].map(([, role]) => role ?? ''));
    expect(roleIdsOf(roles.filter((role) => !ofPartners.includes(role)))).toMatchObject({ ok: true });
  });

  test('in what is proposed for daily work', () => {
    expectKnown([
      'directory_readers',
      'service_support_administrator',
      'user_administrator',
      'license_administrator',
      'groups_administrator',
      'helpdesk_administrator',
      'cloud_application_administrator',
      'global_reader',
    ]);
  });
});

describe('roles have one name and one id', () => {
  test('names and ids lead to each other', () => {
    const names = Object.keys(templates);
    const found = roleIdsOf(names);
    expect(names).toHaveLength(73);
    expect(found.ok && roleNamesOf(found.ids)).toEqual(names);
  });

  test('ids are known in capital letters too', () => {
    expect(roleNamesOf(['62E90394-69F5-4237-9190-012177145E10'])).toEqual(['global_administrator']);
  });

  test('a role that is on no list is named after its id, as a fact may be, and can be kept', () => {
    const id = '0f0f0f0f-1111-4222-8333-444444444444';
    const names = roleNamesOf([id]);
    expect(names).toEqual(['role_0f0f0f0f_1111_4222_8333_444444444444']);
    expect(factTypes.get('gdap.roles')?.safeParse(names).success).toBe(true);
    expect(roleIdsOf(names, listedOrNot)).toEqual({ ok: true, ids: [id] });
  });

  test('no role can be asked for by its id, so that no rule against its name is got round', () => {
    const disguised = ['role_62e90394_69f5_4237_9190_012177145e10', 'role_0f0f0f0f_1111_4222_8333_444444444444'];
    expect(roleIdsOf(disguised)).toEqual({ ok: false, unknown: disguised });
  });

  test('what is no role is named, all of it', () => {
    expect(roleIdsOf(['directory_readers', 'custom:printer_ops', 'global_admin', 'constructor'])).toEqual({
      ok: false,
      unknown: ['custom:printer_ops', 'global_admin', 'constructor'],
    });
  });
});
