import { describe, expect, test } from '@jest/globals';
import { decide, HouseRules, isSameMarket } from '../../src/policy/index.ts';
import type { Finding, NextStep } from '../../src/policy/index.ts';
import { situationOf } from '../support/situations.ts';

const gdap = (facts: Record<string, unknown> = {}) =>
  situationOf({ flow: 'gdap_request', asOf: '2025-01-15', cloud: 'global', facts });
const house = (rules: Record<string, unknown>) => HouseRules.parse({ edition: 'test', ...rules });
const person = (id: string, ...roles: string[]) => ({ id, roles: roles as ['admin_agent'] });
const ofTheHouse = ({ rule }: Finding) => rule.startsWith('H-');

/** All that the house says, and what it says comes next. */
const said = (situation: ReturnType<typeof gdap>, rules: Record<string, unknown>) => {
  const { findings, nextSteps } = decide(situation, undefined, house(rules));
  return { findings: findings.filter(ofTheHouse), nextSteps };
};
const refusal = (rule: string, values: Record<string, unknown>, ...nextSteps: NextStep[]) => ({
  findings: [{ rule, severity: 'deny', review: false, says: { key: `rule.${rule}`, values }, sources: ['H-HOUSE current'] }],
  nextSteps,
});

describe('a refusal of the house, in full', () => {
  const mayAsk = [{ flows: ['gdap_request'], roles: ['admin_agent', 'global_admin'] }];
  const agreed = (...approvers: ReturnType<typeof person>[]) => ({
    ...gdap(),
    about: { requester: person('ada', 'admin_agent'), approvers },
  });
  const approvals = [{ verdicts: ['allow'], roles: ['admin_agent'], people: 2 }];

  test('who may not ask', () => {
    expect(said({ ...gdap(), about: { requester: person('ada', 'sales_agent') } }, { mayAsk })).toEqual(
      refusal('H-MAY-ASK', {}, 'NS-ASK-RIGHT-ROLE'),
    );
  });

  test('too long', () => {
    expect(said(gdap({ gdap: { durationDays: 366 } }), { longestGdapDays: 365 })).toEqual(
      refusal('H-LONGEST-DURATION', { days: 366, longest: 365 }, 'NS-FIX-REQUEST-FIELDS'),
    );
  });

  test('too much', () => {
    const rolesNeverAskedFor = ['global_administrator', 'user_administrator'];
    expect(
      said(gdap({ gdap: { roles: ['user_administrator', 'directory_readers', 'global_administrator'] } }), { rolesNeverAskedFor }),
    ).toMatchObject({
      findings: [{ says: { values: { roles: 'user_administrator, global_administrator' } } }],
      nextSteps: expect.arrayContaining(['NS-FIX-REQUEST-FIELDS']),
    });
    expect(said(gdap({ gdap: { roles: ['user_administrator'] } }), { rolesNeverAskedFor }).nextSteps).toEqual([
      'NS-FIX-REQUEST-FIELDS',
    ]);
  });

  test('the customer, and the market', () => {
    expect(said({ ...gdap(), about: { customer: ['fabrikam.example'] } }, { excludedCustomers: ['fabrikam.example'] })).toEqual(
      refusal('H-CUSTOMER-EXCLUDED', {}, 'NS-NONE'),
    );
    expect(said(gdap({ customer: { tenantCountry: 'IT' } }), { markets: { South: ['IT'] }, excludedMarkets: ['South'] })).toEqual(
      refusal('H-MARKET-EXCLUDED', { market: 'South' }, 'NS-NONE'),
    );
  });

  test('who agreed', () => {
    expect(said(agreed(person('bob')), { approvals })).toEqual(
      refusal('H-APPROVER-ROLE', { role: { label: 'value.actor.role.none' } }, 'NS-ASK-RIGHT-ROLE'),
    );
    expect(said(agreed(person('bob', 'admin_agent'), person('bob', 'admin_agent')), { approvals })).toEqual(
      refusal('H-APPROVED-TWICE', {}, 'NS-ASK-RIGHT-ROLE'),
    );
  });

  test('and none where it has nothing to say', () => {
    const one = { ...gdap(), about: { requester: person('ada', 'admin_agent') } };
    expect(said(one, { mayAsk }).findings).toEqual([]);
    expect(said(agreed(person('bob', 'admin_agent')), { approvals }).findings).toEqual([]);
  });
});

test('countries that share one of their markets are in the same', () => {
  const markets = { North: ['NO', 'SE'], Nordic: ['SE', 'FI'] };
  expect([isSameMarket(markets, 'SE', 'NO'), isSameMarket(markets, 'SE', 'FI')]).toEqual([true, true]);
});
