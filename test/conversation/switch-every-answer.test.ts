import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FactPath } from '../../src/policy/index.ts';
import { allKinds } from '../../src/wizards/switch-azure/kinds.ts';
import { agreements, originsIn } from '../../src/wizards/switch-azure/origin.ts';
import { atTheSwitch, pageOf, walkOn } from '../support/switch-world.ts';

// Whatever is answered on the pages of “switch Azure”: one next legal step, or one refusal with its reason.

const one = <T>(...values: readonly T[]) => fc.constantFrom(...values);
/** So that many get far, and all that stands in the way is met now and then. */
const mostly = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof({ weight: 30, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: one(...others) });
const flag = mostly('false', 'true');
const tenant = '7a11c0de-2222-4a10-8a10-0000000000a2';

const answers = fc.record({
  origin: fc.record({
    boughtFrom: fc.oneof(
      { weight: 6, arbitrary: one('other_csp', 'ea', 'open') },
      { weight: 1, arbitrary: one(...originsIn('china_21v')) },
    ),
    partner: mostly('Granitt IT', 'Nordlys Cloud AS', ''),
    which: mostly(tenant, '', 'contoso.example'),
    agreement: mostly('direct_ea', '', ...agreements),
  }),
  subscriptions: fc.record({
    typed: mostly('Web shop', 'Web shop; 5ab5\nArchive', ''),
    what: fc.oneof({ weight: 6, arbitrary: one('azure-plan', 'azure') }, { weight: 1, arbitrary: one(...allKinds) }),
  }),
  moves: fc.record({
    reservations: flag,
    savings: flag,
    marketplace: flag,
    specialDiscount: flag,
    regionRestricted: flag,
    subscriptionBased: flag,
    publisherAllowlisted: flag,
    inOtherTransfer: flag,
    crossCloud: flag,
    'item.reservationPayment': mostly('monthly', 'upfront', ''),
    'item.term': mostly('active', 'expired_grace', 'ended', 'cancelled', 'null'),
    'item.daysSinceTermStart': mostly('8', '7', '0', ''),
    'item.status': mostly('active', 'suspended', 'deleted'),
    'xfer.sameCurrency': mostly('true', 'false'),
  }),
  procedure: fc.record({ procedure: one('manual-switch', 'azure-plan-transfer', 'ea-to-csp') }),
  own: fc.record({
    tenant: mostly(tenant, 'granitt'),
    ends: one('', 'In May.'),
    'customer.mca': mostly('accepted', 'none'),
    'xfer.resellerPartnerId': mostly('6200002', ''),
    'xfer.customerWrittenRequest': mostly('true', 'false'),
    'xfer.ticketOpenedBy': mostly('not_yet', 'current_partner', 'customer'),
    'xfer.signatures': one('', 'customer'),
    'xfer.withoutConversion': flag,
    sameCountry: mostly('true', 'false'),
  }),
  told: fc.record({
    'customer.otherCspPartners': one('0', '2'),
    'req.expects': mostly('', 'change_terms'),
    'customer.tenantKind': mostly('end_customer', 'csp_transaction_tenant'),
    'customer.relatedTo': mostly('none', 'self'),
    providerResellerSameRegion: mostly('true', 'false'),
  }),
});

const known = fc.record({
  'partner.type': mostly('direct_bill', 'indirect_provider', 'indirect_reseller'),
  'partner.azureExpertMsp': fc.boolean(),
  'rel.reseller': mostly('active', 'none'),
  'rel.dap': fc.boolean(),
  'customer.mca': mostly<string | undefined>('accepted', 'none', undefined),
  'customer.azurePlanWithTarget': mostly(true, false),
  'customer.tenantCountry': mostly('NO', 'IT', 'US'),
} satisfies Partial<Record<FactPath, unknown>>);

const situation = fc.record({
  answers,
  known,
  cloud: mostly<'global' | 'us_gov' | 'china_21v'>('global', 'us_gov', 'china_21v'),
  start: one('2020-10-05', '2022-03-02', '2023-09-13', '2026-03-02').map((day) => `${day}T09:00:00.000Z`),
});

/** Either of the two, and never both; or kept on a page, with what is wrong with it. */
const endOf = (at: ReturnType<typeof atTheSwitch>): string => {
  if (pageOf(at) !== 'review')
    return /"problem":"[^"]/.test(JSON.stringify(at.page().data)) ? 'to be corrected' : 'kept without a word';
  const { judged, problem, approval, buttons } = at.data('wizard/review');
  const mayBeAsked = buttons.some(({ verb }) => verb === 'page') && approval !== null;
  const isRefused = problem !== null || judged.findings.some(({ tone }) => tone === 'attention');
  if (mayBeAsked === isRefused) return mayBeAsked ? 'both' : 'neither';
  return mayBeAsked ? 'asked for' : 'refused';
};

test('every combination of answers ends in one next legal step, or in one refusal with its reason', async () => {
  const ends = new Set<string>();
  await fc.assert(
    fc.asyncProperty(situation, async ({ answers: { own, ...given }, known: facts, cloud, start }) => {
      const at = atTheSwitch(facts, { start }, { clouds: [cloud] });
      await at.start('contoso.example');
      const written = { language: 'it', contact: 'it@contoso.example', paragraph: '' };
      const pages = Object.fromEntries(
        ['new-subscription', 'manual-switch', 'azure-plan-transfer', 'licence-transfer', 'ea-to-csp'].map((page) => [page, own]),
      );
      const path = await walkOn(at, { ...given, ...pages, letter: written });
      expect(path.length).toBeLessThan(15);
      const end = endOf(at);
      ends.add(end);
      expect(['asked for', 'refused', 'to be corrected']).toContain(end);
      // What may be asked for is taken when it is.
      const isTaken = end === 'asked for' && 'case' in (await at.does('page'));
      expect(isTaken).toBe(end === 'asked for');
    }),
    { numRuns: 40 },
  );
  expect([...ends].sort()).toEqual(['asked for', 'refused', 'to be corrected']);
});
