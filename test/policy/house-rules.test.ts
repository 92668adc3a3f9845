import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { decide, HouseRules, isSameMarket, isStricter } from '../../src/policy/index.ts';
import type { Decision } from '../../src/policy/index.ts';
import { anySituation } from '../support/any-situation.ts';
import { situationOf } from '../support/situations.ts';

const shipped = HouseRules.parse(JSON.parse(readFileSync(new URL('../../house-rules.example.json', import.meta.url), 'utf8')));

const gdap = (facts: Record<string, unknown> = {}) =>
  situationOf({ flow: 'gdap_request', asOf: '2025-01-15', cloud: 'global', facts });
const house = (rules: Record<string, unknown>) => HouseRules.parse({ edition: 'test', ...rules });
const ids = ({ findings }: Decision) => findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('H-'));
const person = (id: string, ...roles: string[]) => ({ id, roles: roles as ['admin_agent'] });

describe('what the house refuses', () => {
  test('nothing, when it has no rules of its own', () => {
    expect(decide(gdap(), undefined, house({}))).toEqual({
      ...decide(gdap()),
      edition: { ...decide(gdap()).edition, houseRules: 'test' },
    });
  });

  test('a relationship longer than the house likes, to the day', () => {
    const short = house({ longestGdapDays: 365 });
    expect(ids(decide(gdap({ gdap: { durationDays: 366 } }), undefined, short))).toEqual(['H-LONGEST-DURATION']);
    expect(ids(decide(gdap({ gdap: { durationDays: 365 } }), undefined, short))).toEqual([]);
    expect(decide(gdap({ gdap: { durationDays: 366 } }), undefined, short)).toMatchObject({
      verdict: 'deny',
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    });
  });

  const change = (facts: Record<string, unknown>) =>
    situationOf({ flow: 'gdap_change', asOf: '2025-01-15', cloud: 'global', facts: { gdap: { status: 'created', ...facts } } });
  const strict = house({ longestGdapDays: 365, rolesNeverAskedFor: ['global_administrator'] });

  test.each([
    ['roles are changed to one that is never asked for', { change: 'roles', roles: ['global_administrator'] }, ['H-ROLE-NEVER']],
    [
      'a relationship with such a role is to be extended',
      { change: 'autoExtend', roles: ['global_administrator'], autoExtend: 'PT0S' },
      ['H-ROLE-NEVER'],
    ],
    ['that role is taken out', { change: 'removeGlobalAdministrator', roles: ['global_administrator'] }, []],
    ['the relationship is ended', { change: 'terminate', roles: ['global_administrator'] }, []],
    ['it is to last too long', { change: 'duration', durationDays: 366 }, ['H-LONGEST-DURATION']],
    ['it is to last just long enough', { change: 'duration', durationDays: 365 }, []],
    ['nobody says how long it is to last', { change: 'duration', durationDays: null }, ['H-LONGEST-DURATION']],
    ['something else of a long one is changed', { change: 'name', durationDays: 730 }, []],
    ['it is to extend itself for ever', { change: 'autoExtend', autoExtend: 'P180D' }, ['H-AUTO-EXTENSION']],
    ['its extension is switched off', { change: 'autoExtend', autoExtend: 'PT0S' }, []],
    ['its extension is off in the other spelling', { change: 'autoExtend', autoExtend: 'P0D' }, []],
    ['it has no extension at all', { change: 'autoExtend', autoExtend: null }, []],
  ])('a change is no way around them: %s', (_, facts, refused) => {
    expect(ids(decide(change(facts), undefined, strict))).toEqual(refused);
  });

  test('a request that extends itself outlasts every limit', () => {
    expect(ids(decide(gdap({ gdap: { durationDays: 365, autoExtend: 'P180D' } }), undefined, strict))).toEqual([
      'H-AUTO-EXTENSION',
    ]);
    expect(ids(decide(gdap({ gdap: { durationDays: 365, autoExtend: 'P180D' } }), undefined, house({})))).toEqual([]);
  });

  test.each([
    ['who asks', { mayAsk: [{ flows: ['gdap_request'], roles: ['admin_agent'] }] }, {}, 'about.requester'],
    ['who asked, once somebody agreed', {}, { approvers: [{ id: 'bob', roles: [] }] }, 'about.requester'],
    ['which customer it is', { excludedCustomers: ['fabrikam.example'] }, {}, 'about.customer'],
    ['which country the tenant has', { markets: { South: ['IT'] }, excludedMarkets: ['South'] }, {}, 'customer.tenantCountry'],
  ])('nobody slips through by leaving out %s', (_, rules, about, path) => {
    expect(() => decide({ ...gdap(), about }, undefined, house(rules))).toThrow(`${path}: expected`);
    expect(() => decide({ ...gdap(), about }, undefined, house(rules))).toThrow('because a house rule asks for it, found nothing');
  });

  test('roles that are never to be asked for, named in the answer', () => {
    const strict = house({ rolesNeverAskedFor: ['global_administrator', 'user_administrator'] });
    const { findings } = decide(gdap({ gdap: { roles: ['directory_readers', 'global_administrator'] } }), undefined, strict);
    expect(findings.find(({ rule }) => rule === 'H-ROLE-NEVER')?.says.values).toEqual({ roles: 'global_administrator' });
    expect(ids(decide(gdap(), undefined, strict))).toEqual([]);
  });

  test('customers it does not want, by any of their names', () => {
    const closed = house({ excludedCustomers: ['Fabrikam.example'] });
    const about = (...customer: string[]) => ({ ...gdap(), about: { customer } });
    expect(ids(decide(about('fabrikam.EXAMPLE'), undefined, closed))).toEqual(['H-CUSTOMER-EXCLUDED']);
    expect(ids(decide(about('contoso.example', 'fabrikam.example'), undefined, closed))).toEqual(['H-CUSTOMER-EXCLUDED']);
    expect(ids(decide(about('contoso.example'), undefined, closed))).toEqual([]);
    expect(decide(about('fabrikam.example'), undefined, closed).nextSteps).toEqual(['NS-NONE']);
  });

  test('markets it does not serve, by the country set in the tenant', () => {
    const closed = house({ markets: { North: ['NO', 'SE'], South: ['IT', 'ES'] }, excludedMarkets: ['South'] });
    const inCountry = (tenantCountry: string | null) => gdap({ customer: { tenantCountry } });
    expect(ids(decide(inCountry('IT'), undefined, closed))).toEqual(['H-MARKET-EXCLUDED']);
    expect(ids(decide(inCountry('it'), undefined, closed))).toEqual(['H-MARKET-EXCLUDED']);
    expect(ids(decide(inCountry('NO'), undefined, closed))).toEqual([]);
  });

  test('asking, by those who may not', () => {
    const closed = house({ mayAsk: [{ flows: ['gdap_request'], roles: ['admin_agent'] }] });
    const asks = (...roles: string[]) => ({ ...gdap(), about: { requester: person('ada', ...roles) } });
    expect(ids(decide(asks('sales_agent'), undefined, closed))).toEqual(['H-MAY-ASK']);
    expect(ids(decide(asks(), undefined, closed))).toEqual(['H-MAY-ASK']);
    expect(ids(decide(asks('sales_agent', 'admin_agent'), undefined, closed))).toEqual([]);
    const elsewhere = situationOf({ flow: 'support_request', asOf: '2025-01-15', cloud: 'global', facts: { rel: { dap: true } } });
    expect(ids(decide({ ...elsewhere, about: { requester: person('ada', 'sales_agent') } }, undefined, closed))).toEqual([]);
  });
});

describe('whose agreement the house wants', () => {
  const all = [{ verdicts: ['allow', 'allow_with_conditions', 'needs_review'], roles: ['admin_agent', 'global_admin'] }];

  test('nobody’s, unless an entry names the verdict and the flow', () => {
    expect(decide(gdap(), undefined, house({})).approval).toBeNull();
    expect(
      decide(gdap(), undefined, house({ approvals: [{ verdicts: ['needs_review'], roles: ['admin_agent'] }] })).approval,
    ).toBeNull();
    expect(
      decide(gdap(), undefined, house({ approvals: [{ verdicts: ['allow'], flows: ['gdap_change'], roles: ['admin_agent'] }] }))
        .approval,
    ).toBeNull();
    expect(decide(gdap(), undefined, house({ approvals: all })).approval).toEqual({
      people: 1,
      roles: ['admin_agent', 'global_admin'],
    });
  });

  test('where several entries match, all of them together', () => {
    const strict = house({
      approvals: [...all, { verdicts: ['allow'], flows: ['gdap_request'], roles: ['global_admin'], people: 2 }],
    });
    expect(decide(gdap(), undefined, strict).approval).toEqual({ people: 2, roles: ['global_admin'] });
  });

  test('nobody can approve when no role is left', () => {
    expect(decide(gdap(), undefined, house({ approvals: [{ verdicts: ['allow'], roles: [] }] })).approval).toEqual({
      people: 1,
      roles: [],
    });
  });

  test('a refusal needs no agreement', () => {
    expect(decide(gdap({ actor: { role: 'sales_agent' } }), undefined, house({ approvals: all })).approval).toBeNull();
  });
});

describe('what the house says against those who agreed', () => {
  const rules = { approvals: [{ verdicts: ['allow'], roles: ['admin_agent'], people: 2 }] };
  const agreed = (requester: string, ...approvers: ReturnType<typeof person>[]) => ({
    ...gdap(),
    about: { requester: person(requester, 'admin_agent'), approvers },
  });
  const said = (situation: ReturnType<typeof agreed>, more: Record<string, unknown> = {}) =>
    ids(decide(situation, undefined, house({ ...rules, ...more })));

  test('the requester is never the approver, unless the house allows it', () => {
    expect(said(agreed('ada', person('ada', 'admin_agent')))).toEqual(['H-REQUESTER-IS-NOT-APPROVER']);
    expect(said(agreed('ada', person('bob', 'admin_agent'), person('ada', 'admin_agent')))).toEqual([
      'H-REQUESTER-IS-NOT-APPROVER',
    ]);
    expect(said(agreed('ada', person('ada', 'admin_agent')), { requesterIsNotApprover: false })).toEqual([]);
    expect(said(agreed('Ada@contoso.example', person('ada@Contoso.example', 'admin_agent')))).toEqual([
      'H-REQUESTER-IS-NOT-APPROVER',
    ]);
    expect(said(agreed('ada', person('bob', 'admin_agent')))).toEqual([]);
  });

  test('the approver has one of the roles asked for', () => {
    expect(said(agreed('ada', person('bob', 'sales_agent')))).toEqual(['H-APPROVER-ROLE']);
    expect(said(agreed('ada', person('bob')))).toEqual(['H-APPROVER-ROLE']);
    expect(said(agreed('ada', person('bob', 'sales_agent', 'admin_agent')))).toEqual([]);
    const { findings } = decide(agreed('ada', person('bob', 'sales_agent')), undefined, house(rules));
    expect(findings.find(({ rule }) => rule === 'H-APPROVER-ROLE')?.says.values).toEqual({
      role: { label: 'value.actor.role.sales_agent' },
    });
  });

  test('two approvals are those of two people', () => {
    expect(said(agreed('ada', person('bob', 'admin_agent'), person('bob', 'admin_agent')))).toEqual(['H-APPROVED-TWICE']);
    expect(said(agreed('ada', person('bob', 'admin_agent'), person('BOB', 'admin_agent')))).toEqual(['H-APPROVED-TWICE']);
    expect(said(agreed('ada', person('bob', 'admin_agent'), person('eve', 'admin_agent')))).toEqual([]);
  });

  test('and then it is refused, with what to do', () => {
    expect(decide(agreed('ada', person('ada', 'admin_agent')), undefined, house(rules))).toMatchObject({
      verdict: 'deny',
      nextSteps: ['NS-ASK-RIGHT-ROLE'],
      approval: null,
    });
  });
});

describe('markets', () => {
  const markets = { North: ['NO', 'SE'], South: ['IT', 'ES'], Nordic: ['SE', 'FI'] };
  test.each([
    ['NO', 'SE', true],
    ['no', 'se', true],
    ['FI', 'SE', true],
    ['NO', 'IT', false],
    ['NO', 'FI', false],
    ['NO', 'BR', null],
    ['BR', 'NO', null],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameMarket(markets, one, other)).toBe(same);
  });
});

describe('house rules can only make things stricter', () => {
  const anyRole = fc.constantFrom('admin_agent', 'sales_agent', 'global_admin');
  const anyRoles = fc.uniqueArray(anyRole);
  const anyHouse = fc
    .record({
      approvals: fc.array(
        fc.record({
          verdicts: fc.subarray(['allow', 'allow_with_conditions', 'needs_review'], { minLength: 1 }),
          roles: anyRoles,
          people: fc.constantFrom(1, 2),
        }),
        { maxLength: 3 },
      ),
      requesterIsNotApprover: fc.boolean(),
      mayAsk: fc.array(fc.record({ flows: fc.constant(['gdap_request', 'channel_check', 'azure_switch']), roles: anyRoles }), {
        maxLength: 2,
      }),
      longestGdapDays: fc.integer({ min: 1, max: 730 }),
      rolesNeverAskedFor: fc.subarray(['global_administrator', 'directory_readers']),
      excludedCustomers: fc.subarray(['contoso.example', 'fabrikam.example']),
    })
    .map(house);
  const anyAbout = fc.record({
    customer: fc.subarray(['contoso.example', 'fabrikam.example']),
    requester: fc.record({ id: fc.constantFrom('ada', 'bob'), roles: anyRoles }),
    approvers: fc.array(fc.record({ id: fc.constantFrom('ada', 'bob', 'eve'), roles: anyRoles }), { maxLength: 2 }),
  });

  test('whatever they say, about whatever is asked', () => {
    fc.assert(
      fc.property(anySituation, anyHouse, anyAbout, (situation, rules, about) => {
        const before = decide(situation);
        const after = decide({ ...situation, about }, undefined, rules);
        expect(isStricter(before.verdict, after.verdict)).toBe(false);
        const refusals = (decision: Decision) =>
          decision.findings.filter(({ severity }) => severity === 'deny').map(({ rule }) => rule);
        expect(refusals(after)).toEqual(expect.arrayContaining(refusals(before)));
        expect(ids(after).length > 0).toBe(refusals(after).length > refusals(before).length);
      }),
      { numRuns: 1_500 },
    );
  });
});

describe('the data', () => {
  test('the example that is shipped can be used', () => {
    expect(shipped.requesterIsNotApprover).toBe(true);
    expect(shipped.approvals.length).toBeGreaterThan(0);
  });

  test.each([
    ['an unknown name', { edition: 'x', aprovals: [] }],
    ['an unknown role', { edition: 'x', approvals: [{ verdicts: ['allow'], roles: ['boss'] }] }],
    ['an approval for a refusal', { edition: 'x', approvals: [{ verdicts: ['deny'], roles: ['admin_agent'] }] }],
    ['three people', { edition: 'x', approvals: [{ verdicts: ['allow'], roles: ['admin_agent'], people: 3 }] }],
    ['longer than Microsoft allows', { edition: 'x', longestGdapDays: 731 }],
    ['no edition', {}],
    ['a market that is not in the table', { edition: 'x', markets: { Brazil: ['BR'] }, excludedMarkets: ['Brasil'] }],
    ['a role as people write it', { edition: 'x', rolesNeverAskedFor: ['Global Administrator'] }],
  ])('%s is refused', (_, data) => {
    expect(HouseRules.safeParse(data).success).toBe(false);
  });
});
