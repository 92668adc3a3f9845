import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../../src/policy/index.ts';
import { Flow, InputError, parseSituation, rulebook } from '../../src/policy/index.ts';
import { given } from '../support/situations.ts';

const usual = (facts: Record<string, unknown> = {}, flow: Flow = 'relationship_request') =>
  given({ flow, asOf: '2024-02-01', cloud: 'global', facts });

const problemsOf = (input: unknown): 'understood' | readonly Problem[] => {
  try {
    parseSituation(input);
    return 'understood';
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
};

const pathsOf = (problems: ReturnType<typeof problemsOf>) => (problems === 'understood' ? [] : problems.map(({ path }) => path));

const dropped = (path: string, input = usual()) => {
  const copy = structuredClone(input) as { facts: Record<string, Record<string, unknown>> };
  const [group = '', leaf = ''] = path.split('.');
  delete copy.facts[group]?.[leaf];
  return copy;
};

describe('a situation that cannot be understood is told with its path', () => {
  test.each([
    ['a needed fact is missing', dropped('partner.mpaSigned'), 'partner.mpaSigned', 'true or false', 'nothing'],
    ['a whole group is missing', { ...usual(), facts: {} }, 'customer.mca', 'one of accepted, attested, none', 'nothing'],
    [
      'a value is outside its type',
      usual({ partner: { type: 'reseller' } }),
      'partner.type',
      'one of direct_bill, indirect_provider, indirect_reseller',
      '"reseller"',
    ],
    ['yes is written as text', usual({ partner: { mpaSigned: 'true' } }), 'partner.mpaSigned', 'true or false', '"true"'],
    [
      'a count is negative',
      usual({ customer: { otherCspPartners: -1 } }),
      'customer.otherCspPartners',
      'a whole number of at least 0',
      '-1',
    ],
    [
      'a count has a fraction',
      usual({ customer: { otherCspPartners: 1.5 } }),
      'customer.otherCspPartners',
      'a whole number of at least 0',
      '1.5',
    ],
    [
      'an element of a list is unknown',
      usual({ req: { expects: ['wealth'] } }),
      'req.expects',
      'a list of change_existing_subscriptions, take_over_subscriptions, change_terms, change_partner_of_record',
      'a list',
    ],
    ['a fact is unknown', usual({ partner: { mood: 'good' } }), 'partner.mood', 'only facts of the catalogue', 'an unknown fact'],
    ['a group is unknown', usual({ weather: { rain: true } }), 'weather', 'only facts of the catalogue', 'an unknown fact'],
    ['a group is null', usual({ partner: null }), 'partner', 'an object of facts', 'null'],
    [
      'null is said where there must be something',
      usual({ partner: { mpaSigned: null } }),
      'partner.mpaSigned',
      'true or false',
      'null',
    ],
    [
      'a role name is written as people say it',
      usual({ gdap: { roles: ['Global Administrator'] } }, 'gdap_request'),
      'gdap.roles',
      'a list of role names in lower_snake_case, custom roles as custom:name',
      'a list',
    ],
    [
      'an extension is no duration',
      usual({ gdap: { autoExtend: 'half a year' } }, 'gdap_request'),
      'gdap.autoExtend',
      'an ISO 8601 duration such as P180D, or null',
      '"half a year"',
    ],
    ['the flow is unknown', { ...usual(), flow: 'party' }, 'flow', `one of ${Flow.options.join(', ')}`, '"party"'],
    ['the cloud is missing', { ...usual(), cloud: undefined }, 'cloud', 'one of global, us_gov, china_21v, germany', 'nothing'],
    [
      'the day is no day of the calendar',
      { ...usual(), asOf: '2023-02-29' },
      'asOf',
      'a day of the calendar, YYYY-MM-DD',
      '"2023-02-29"',
    ],
    [
      'the day has a time',
      { ...usual(), asOf: '2023-02-28T10:00:00Z' },
      'asOf',
      'a day of the calendar, YYYY-MM-DD',
      '"2023-02-28T10:00:00Z"',
    ],
    [
      'a name beside the facts is unknown',
      { ...usual(), fact: {} },
      'fact',
      'only id, flow, asOf, cloud, facts and about',
      'an unknown name',
    ],
    ['it is a list', [], 'situation', 'an object with flow, asOf, cloud and facts', 'a list'],
    ['it is null', null, 'situation', 'an object with flow, asOf, cloud and facts', 'null'],
    ['the facts are text', { ...usual(), facts: 'all fine' }, 'facts', 'an object of facts', '"all fine"'],
  ])('%s', (_, input, path, expected, found) => {
    expect(problemsOf(input)).toEqual(expect.arrayContaining([{ path, expected, found }]));
  });

  test('all problems at once, each path once', () => {
    const problems = problemsOf({
      flow: 'mca_attestation',
      asOf: '2024-02-30',
      cloud: 'mars',
      facts: { sameMarket: 'maybe', actor: { role: 1 } },
    });
    expect(pathsOf(problems)).toEqual([
      'asOf',
      'cloud',
      'sameMarket',
      'actor.role',
      'partner.type',
      'partner.onboardedToCloud',
      'attest.date',
    ]);
  });

  test('with an unknown flow the facts that are there are looked at all the same', () => {
    const problems = problemsOf({ ...usual({ partner: { mpaSigned: 1 } }), flow: 'party' });
    expect(pathsOf(problems)).toEqual(['flow', 'partner.mpaSigned']);
  });

  test('its message names every path in a line of its own', () => {
    expect(() => parseSituation({ ...usual(), flow: 'party', cloud: 'mars' })).toThrow(
      /^flow: expected one of .*, found "party"\ncloud: expected one of .*, found "mars"$/,
    );
  });

  test('hostile names are unknown names and nothing else', () => {
    const facts = JSON.parse('{ "__proto__": { "mpaSigned": true }, "constructor": 1, "partner": { "__proto__": {} } }') as Record<
      string,
      unknown
    >;
    const problems = problemsOf({ ...usual(), facts });
    expect(problems).toEqual(
      expect.arrayContaining([expect.objectContaining({ path: 'constructor' }), expect.objectContaining({ path: '__proto__' })]),
    );
  });
});

describe('what may be left out, and what null means', () => {
  test('a fact that the flow does not need may be missing, or null, but not wrong', () => {
    expect(problemsOf(dropped('xfer.action'))).toBe('understood');
    expect(problemsOf(usual({ xfer: { action: null } }))).toBe('understood');
    expect(problemsOf(usual({ xfer: { action: 'party' } }))).toEqual([
      { path: 'xfer.action', expected: 'one of create, accept, decline, cancel, submit_form, status', found: '"party"' },
    ]);
  });

  test('null is a value where there may be none', () => {
    expect(problemsOf(usual({ providerResellerSameRegion: null }))).toBe('understood');
    expect(problemsOf(usual({ gdap: { name: null, autoExtend: null } }, 'gdap_request'))).toBe('understood');
    expect(problemsOf(usual({ item: { marketplace: null } }, 'azure_plan_transfer'))).toBe('understood');
  });

  test.each([
    ['channel_check', 'req.intent'],
    ['channel_check', 'item.kind'],
    ['channel_check', 'item.boughtFrom'],
    ['purchase_check', 'item.kind'],
    ['mca_attestation', 'attest.date'],
    ['gdap_change', 'gdap.change'],
    ['azure_switch', 'item.generation'],
    ['azure_plan_transfer', 'item.generation'],
    ['licence_transfer', 'item.generation'],
    ['direct_to_indirect', 'item.kind'],
    ['direct_to_indirect', 'item.generation'],
    ['legacy_seat_move', 'req.intent'],
    ['legacy_seat_move', 'item.kind'],
    ['legacy_seat_move', 'item.boughtFrom'],
    ['partner_recognition', 'recog.kind'],
  ] as const)('%s means nothing without %s', (flow, path) => {
    const [group = '', leaf = ''] = path.split('.');
    const problems = problemsOf(usual({ [group]: { [leaf]: null } }, flow));
    expect(problems).toEqual([{ path, expected: expect.not.stringMatching(/null/), found: 'null' }]);
  });

  test('a marketplace product is described by exactly four answers', () => {
    const product = { specialDiscount: false, regionRestricted: false, subscriptionBased: false };
    expect(problemsOf(usual({ item: { marketplace: product } }, 'azure_plan_transfer'))).toEqual([
      {
        path: 'item.marketplace',
        expected:
          'an object with exactly specialDiscount, regionRestricted, subscriptionBased, publisherAllowlisted, each true or false, or null',
        found: 'an object',
      },
    ]);
    expect(
      problemsOf(
        usual({ item: { marketplace: { ...product, publisherAllowlisted: true, colour: 'red' } } }, 'azure_plan_transfer'),
      ),
    ).toEqual([expect.objectContaining({ path: 'item.marketplace' })]);
  });

  test('countries may be told and decide nothing', () => {
    expect(problemsOf(usual({ partner: { country: 'BR' }, customer: { tenantCountry: 'US', physicalCountry: 'BR' } }))).toBe(
      'understood',
    );
    expect(problemsOf(usual({ partner: { country: 'Brazil' } }))).toEqual([
      { path: 'partner.country', expected: 'a two-letter country code', found: '"Brazil"' },
    ]);
  });

  test('notes that example files carry take no part', () => {
    expect(problemsOf({ ...usual(), title: 'A case', why: 'because', expected: {}, sources: [], verification: 'document' })).toBe(
      'understood',
    );
  });
});

/** The table of needed facts, as the rulebook has it: `group.fact` once, then the facts of the same group. */
const neededFacts: Record<Flow, string> = {
  relationship_request:
    'actor.role, partner.type, restrictedDirectBill, alsoIndirectReseller, mpaSigned, partnerIdActive, sharedServicesTenant, sameMarket, providerResellerSameRegion, customer.tenantKind, relatedTo, mca, otherCspPartners, dapHolderForService, rel.reseller, gdap, req.model, includeDap, expects',
  invitation_message: 'msg.edited, editedParagraphs, linkState, linkKind, linkHost, hostAllowListed, reuseForOtherCustomer',
  customer_acceptance: 'actor.side, role, rel.dap, kind, gdap.requestAgeDays',
  channel_check:
    'partner.azureExpertMsp, customer.otherCspPartners, rel.reseller, dap, gdap, req.expects, intent, cancelNow, item.kind, generation, boughtFrom, term, daysSinceTermStart, crossCloudMove',
  purchase_check:
    'partner.type, restrictedDirectBill, mpaSigned, partnerIdActive, sharedServicesTenant, gccQualified, sameMarket, providerResellerSameRegion, customer.tenantKind, relatedTo, mca, otherCspPartners, sameOfferElsewhere, gcc, gccValidated, has0145P, hasAzurePlan, rel.reseller, req.model, isUpgrade, item.kind, generation, crossCloudMove',
  mca_attestation: 'actor.role, partner.type, attest.date',
  gdap_request:
    'actor.side, role, rel.reseller, req.expects, item.boughtFrom, gdap.name, nameInUse, durationDays, roles, autoExtend, purpose, azureGroupNested',
  gdap_change: 'actor.side, role, gdap.roles, autoExtend, status, change, bulkCount',
  gdap_groups: 'actor.role',
  azure_switch:
    'actor.side, role, partner.type, partnerIdActive, has0145P, otherPartner.has0145P, sameMarket, sameCountry, providerResellerSameRegion, rel.reseller, dap, req.model, item.kind, product, generation, includesReservations, crossCloudMove, xfer.action, customerWrittenRequest, ticketOpenedBy, signatures, sourceEqualsTarget, withoutConversion',
  azure_plan_transfer:
    'actor.side, role, is, partner.type, restrictedDirectBill, mpaSigned, partnerIdActive, sharedServicesTenant, gccQualified, sameMarket, providerResellerSameRegion, customer.mca, azurePlanWithTarget, gcc, gccValidated, rel.reseller, req.model, item.kind, product, generation, status, includesReservations, includesSavingsPlan, reservationPayment, marketplace, inOtherTransfer, crossCloudMove, xfer.action, status, requestAgeDays, daysSinceAccept, sameCurrency, sourceEqualsTarget, resellerPartnerId, api.errorCode',
  licence_transfer:
    'actor.side, role, is, partner.type, restrictedDirectBill, mpaSigned, partnerIdActive, sharedServicesTenant, gccQualified, sameMarket, providerResellerSameRegion, customer.mca, gcc, gccValidated, rel.reseller, req.model, item.kind, generation, status, inOtherTransfer, crossCloudMove, xfer.action, status, requestAgeDays, daysSinceAccept, sourceEqualsTarget, resellerPartnerId, itemCount',
  direct_to_indirect:
    'actor.is, providerResellerSameRegion, req.model, item.kind, generation, includesReservations, inOtherTransfer, crossCloudMove, xfer.action',
  legacy_seat_move:
    'partner.partnerIdActive, sameMarket, providerResellerSameRegion, rel.reseller, req.model, intent, cancelNow, item.kind, generation, boughtFrom, term, daysSinceTermStart, crossCloudMove',
  ea_to_csp: 'partner.type, azureExpertMsp, customer.mca, azurePlanWithTarget, item.kind, crossCloudMove, eaKind',
  relationship_end: 'actor.side, role, end.what, activeSubscriptions, reservations, software, nceOutsideWindow',
  support_request: 'rel.dap, gdap, gdapRoles',
  partner_recognition: 'actor.side, recog.kind',
};

const pathsIn = (row: string): string[] => {
  let group = '';
  return row.split(', ').map((entry) => {
    if (entry === 'sameMarket' || entry === 'sameCountry' || entry === 'providerResellerSameRegion') return entry;
    if (!entry.includes('.')) return `${group}.${entry}`;
    group = entry.slice(0, entry.indexOf('.'));
    return entry;
  });
};

test.each(Flow.options)('%s needs what the rulebook says, and whether one is enrolled in the cloud', (flow) => {
  expect(rulebook.needs[flow].toSorted()).toEqual([...pathsIn(neededFacts[flow]), 'partner.onboardedToCloud'].sort());
});
