import { isIn } from '../comparisons.ts';
import { licenceTransferExists, planTransferExists } from '../next-steps.ts';
import { rule } from '../rule.ts';

/** Four things that somebody may hope for, and that no page ever promised. */
const doesNot = {
  severity: 'deny',
  clouds: 'all',
  from: '2016-10-20',
  flows: ['relationship_request', 'gdap_request', 'channel_check'],
  needs: ['req.expects'],
  sources: ['S-ES-21V 2018-10-29', 'S-RU-MP 2019-03-20', 'S-ES-MP 2020-11-29', 'S-IT-MP 2020-11-29', 'D-MP-23 2023-09-26'],
  contradiction: 'C-03',
  exceptions: 'To move something use the switch and transfer flows; to be recorded as adviser use PAL, DPOR or CPOR.',
} as const;

/** What a further partner may do, and what a new relationship never does. */
export const multiPartner = [
  rule('R-MP-NO-CHANGE-SUBS', {
    ...doesNot,
    when: ({ req }) => req.expects.includes('change_existing_subscriptions'),
    next: ['NS-FIX-REQUEST-FIELDS'],
  }),
  rule('R-MP-NO-TRANSITION', {
    ...doesNot,
    when: ({ req }) => req.expects.includes('take_over_subscriptions'),
    next: [
      'NS-FIX-REQUEST-FIELDS',
      { when: (_, at) => at.flow !== 'channel_check' && planTransferExists(at), add: ['NS-START-AZPLAN-TRANSFER'] },
      {
        when: (_, at) => at.flow !== 'channel_check' && !planTransferExists(at) && isIn(at.cloud, ['global', 'us_gov']),
        add: ['NS-START-LEGACY-SWITCH'],
      },
      { when: (_, at) => at.flow !== 'channel_check' && licenceTransferExists(at), add: ['NS-START-LICENCE-TRANSFER'] },
      { when: (_, at) => at.flow !== 'channel_check' && !licenceTransferExists(at), add: ['NS-WAIT-TERM-END'] },
    ],
  }),
  rule('R-MP-NO-TERMS-CHANGE', {
    ...doesNot,
    when: ({ req }) => req.expects.includes('change_terms'),
    next: ['NS-FIX-REQUEST-FIELDS'],
  }),
  rule('R-MP-NO-POR-CHANGE', {
    ...doesNot,
    when: ({ req }) => req.expects.includes('change_partner_of_record'),
    next: ['NS-FIX-REQUEST-FIELDS', 'NS-USE-PAL-DPOR-CPOR'],
  }),
  rule('R-MP-COEXIST-OK', {
    severity: 'inform',
    clouds: 'all',
    from: '2016-10-20',
    flows: ['relationship_request'],
    needs: ['customer.otherCspPartners'],
    when: ({ customer }, { cloud }) => customer.otherCspPartners >= 1 && cloud !== 'us_gov',
    values: ({ customer }) => ({ partners: customer.otherCspPartners }),
    sources: [
      'S-ES-21V 2018-10-29',
      'S-RU-MP 2019-03-20',
      'D-REL 2020-05-12',
      'S-ES-MC 2020-06-17',
      'S-ES-MP 2020-11-29',
      'S-IT-MP 2020-11-29',
    ],
    exceptions: 'In US Government see R-USGOV-SINGLE-PARTNER.',
  }),
  rule('R-MP-ADDITIONAL-AZURE-OK', {
    severity: 'inform',
    clouds: ['global', 'us_gov'],
    from: '2019-11-20',
    flows: ['purchase_check'],
    needs: ['item.kind', 'customer.otherCspPartners'],
    when: ({ item, customer }) => item.kind === 'usage' && customer.otherCspPartners >= 1,
    sources: ['S-RU-MP 2019-03-20', 'S-ES-MP 2020-11-29', 'S-IT-MP 2020-11-29', 'D-MP-23 2023-09-26'],
  }),
  rule('R-UPGRADE-DUPLICATE', {
    severity: 'deny',
    clouds: ['global'],
    from: '2020-01-01',
    flows: ['purchase_check'],
    needs: ['req.isUpgrade', 'customer.sameOfferElsewhere'],
    when: ({ req, customer }) => req.isUpgrade && customer.sameOfferElsewhere,
    next: ['NS-CANCEL-THEN-MOVE'],
    sources: ['D-ADDLIC 2021'],
    exceptions: 'It has to cancel that one first.',
  }),
];
