import { isAbove, isAtMost, isIn, isNotIn, isOtherThan } from '../comparisons.ts';
import { LEGACY_AZURE_ENDS, LICENCE_TRANSFERS_BEGIN } from '../editions.ts';
import { isEaTakeover, planTransferExists } from '../next-steps.ts';
import { rule } from '../rule.ts';
import { label } from '../says.ts';

/** What was bought somewhere else: may we support it, may we move it? */
export const channels = [
  rule('R-MC-LIC-REQUEST-PERMS', {
    severity: 'inform',
    clouds: ['global', 'us_gov'],
    from: '2017-07-01',
    flows: ['channel_check'],
    needs: ['item.kind', 'req.intent', 'item.boughtFrom'],
    when: ({ item, req }) =>
      item.kind === 'licence' && req.intent === 'manage_only' && isNotIn(item.boughtFrom, ['own', 'syndication']),
    sources: ['S-ES-MC 2020-06-17', 'D-MC-23 2023-09-20'],
    exceptions: 'Since October 2023 also with a granular one.',
  }),
  rule('R-LIC-NO-PARTNER-SWITCH', {
    severity: 'deny',
    clouds: ['global', 'us_gov'],
    from: '2017-07-01',
    flows: ['channel_check'],
    needs: ['item.kind', 'req.intent', 'item.term', 'item.boughtFrom', 'item.generation', 'item.daysSinceTermStart'],
    when: ({ item, req }, { asOf }) =>
      item.kind === 'licence' &&
      req.intent === 'move_billing' &&
      item.term === 'active' &&
      ((item.boughtFrom === 'other_csp' && !(item.generation === 'nce' && asOf >= LICENCE_TRANSFERS_BEGIN)) ||
        (item.boughtFrom === 'third_party_non_csp' && asOf < LICENCE_TRANSFERS_BEGIN)),
    next: [
      'NS-WAIT-TERM-END',
      { when: ({ item }) => !(item.generation === 'nce' && isAbove(item.daysSinceTermStart, 7)), add: ['NS-CANCEL-THEN-MOVE'] },
    ],
    sources: ['S-ES-MC 2020-06-17', 'D-MC-23 2023-09-20', 'D-MC-NEW newest'],
    contradiction: 'C-04',
    exceptions:
      'New-commerce licences can be transferred since mid-2024 (R-LIC-NCE-TRANSFER). For a direct-bill partner that becomes a reseller see R-D2I-*.',
  }),
  rule('R-LIC-NCE-TRANSFER', {
    severity: 'warn',
    clouds: ['global'],
    from: '2024-06-19',
    flows: ['channel_check'],
    needs: ['item.kind', 'item.generation', 'item.boughtFrom', 'req.intent', 'item.term'],
    when: ({ item, req }) =>
      item.kind === 'licence' &&
      item.generation === 'nce' &&
      item.boughtFrom === 'other_csp' &&
      req.intent === 'move_billing' &&
      item.term === 'active',
    next: ['NS-START-LICENCE-TRANSFER', 'NS-SOURCE-ACCEPTS'],
    sources: ['T-CC 2024-06-19', 'D-MC-NEW newest', 'D-XFAPI newest'],
    inferred: 'the start day',
    contradiction: 'C-04',
    exceptions: 'The day is the earliest dated evidence, not an official start.',
  }),
  rule('R-LIC-REPROVISION', {
    severity: 'warn',
    clouds: ['global', 'us_gov'],
    from: '2017-07-01',
    flows: ['channel_check'],
    needs: ['item.kind', 'req.intent', 'item.term', 'item.boughtFrom', 'req.cancelNow'],
    when: ({ item, req }) =>
      item.kind === 'licence' &&
      req.intent === 'move_billing' &&
      item.term === 'active' &&
      isIn(item.boughtFrom, ['microsoft_direct', 'advisor', 'open', 'ea', 'volume_licensing', 'former_csp_reseller']),
    next: [
      { when: ({ req }) => !req.cancelNow, add: ['NS-WAIT-TERM-END'] },
      'NS-PROVISION-EQUIVALENT-OFFER',
      { when: ({ item }) => item.boughtFrom === 'microsoft_direct', add: ['NS-M365-BILLING-CREDIT'] },
    ],
    values: ({ item }) => ({ channel: label('item.boughtFrom', item.boughtFrom) }),
    sources: ['S-ES-MC 2020-06-17', 'D-SEAT 2020-06-30', 'D-SEAT 2023-01-11'],
    exceptions: 'Credits for direct purchases are a matter for Microsoft 365 billing support.',
  }),
  rule('R-LIC-THIRD-PARTY-NEW', {
    severity: 'warn',
    review: true,
    clouds: ['global'],
    from: '2024-06-19',
    flows: ['channel_check'],
    needs: ['item.kind', 'req.intent', 'item.term', 'item.boughtFrom'],
    when: ({ item, req }) =>
      item.kind === 'licence' &&
      req.intent === 'move_billing' &&
      item.term === 'active' &&
      item.boughtFrom === 'third_party_non_csp',
    next: ['NS-PROVISION-EQUIVALENT-OFFER'],
    sources: ['D-MC-NEW newest'],
    evidence: 'V gap',
    exceptions: 'Former CSP resellers are still covered (R-LIC-REPROVISION).',
  }),
  rule('R-LIC-GRACE-30D', {
    severity: 'warn',
    clouds: ['global', 'us_gov'],
    from: '2020-06-30',
    flows: ['channel_check', 'legacy_seat_move'],
    needs: ['item.kind', 'req.intent', 'item.term'],
    when: ({ item, req }) => item.kind === 'licence' && req.intent === 'move_billing' && item.term === 'expired_grace',
    next: ['NS-PROVISION-EQUIVALENT-OFFER'],
    sources: ['D-SEAT 2020-06-30', 'D-SEAT 2023-01-11'],
  }),
  rule('R-LIC-TERM-ENDED-OK', {
    severity: 'inform',
    clouds: 'all',
    from: '2017-07-01',
    flows: ['channel_check'],
    needs: ['item.kind', 'req.intent', 'item.term'],
    when: ({ item, req }) =>
      item.kind === 'licence' && req.intent === 'move_billing' && isIn(item.term, ['expired_grace', 'ended', 'cancelled']),
    sources: ['S-ES-MC 2020-06-17'],
  }),
  rule('R-NCE-CANCEL-CLOSED', {
    severity: 'deny',
    clouds: ['global'],
    from: '2022-01-10',
    flows: ['channel_check', 'legacy_seat_move'],
    needs: ['req.cancelNow', 'item.generation', 'item.kind', 'item.daysSinceTermStart'],
    when: ({ req, item }) =>
      req.cancelNow && item.generation === 'nce' && item.kind === 'licence' && isAbove(item.daysSinceTermStart, 7),
    next: ['NS-WAIT-TERM-END'],
    values: ({ item }) => ({ days: item.daysSinceTermStart }),
    sources: ['D-RM 2021-11-01', 'D-SUB 2023-07-27', 'D-SUB 2023-10-19'],
    exceptions: 'Where the law demands otherwise.',
  }),
  rule('R-NCE-CANCEL-WINDOW-CONFLICT', {
    severity: 'warn',
    review: true,
    clouds: ['global'],
    from: '2022-01-10',
    until: '2023-07-26',
    flows: ['channel_check', 'legacy_seat_move'],
    needs: ['req.cancelNow', 'item.generation', 'item.kind', 'item.daysSinceTermStart'],
    when: ({ req, item }) =>
      req.cancelNow &&
      item.generation === 'nce' &&
      item.kind === 'licence' &&
      isAbove(item.daysSinceTermStart, 3) &&
      isAtMost(item.daysSinceTermStart, 7),
    values: ({ item }) => ({ days: item.daysSinceTermStart }),
    sources: ['D-NCE-OLD undated', 'D-RM 2021-11-01', 'D-SUB 2023-07-27'],
    evidence: 'V conflict',
    contradiction: 'C-14',
  }),
  rule('R-NCE-CANCEL-OPEN', {
    severity: 'warn',
    clouds: ['global'],
    from: '2022-01-10',
    flows: ['channel_check', 'legacy_seat_move'],
    needs: ['req.cancelNow', 'item.generation', 'item.kind', 'item.daysSinceTermStart'],
    when: ({ req, item }) =>
      req.cancelNow && item.generation === 'nce' && item.kind === 'licence' && isAtMost(item.daysSinceTermStart, 7),
    next: ['NS-CANCEL-THEN-MOVE'],
    sources: ['D-SUB 2023-07-27'],
  }),
  rule('R-LEGACY-CANCEL-NO-REFUND', {
    severity: 'warn',
    clouds: ['global'],
    from: '2017-07-01',
    flows: ['channel_check', 'legacy_seat_move'],
    needs: ['req.cancelNow', 'item.generation', 'item.kind'],
    when: ({ req, item }) => req.cancelNow && item.generation === 'legacy' && item.kind === 'licence',
    next: ['NS-WAIT-TERM-END', 'NS-CANCEL-THEN-MOVE'],
    sources: ['D-CANCEL 2020-05', 'D-SEAT 2023-01-11'],
    exceptions: 'Under 30 days old: in full. Pro rata since May 2020.',
  }),
  rule('R-USAGE-RECREATE', {
    severity: 'warn',
    clouds: ['global', 'us_gov'],
    from: '2017-07-01',
    flows: ['channel_check'],
    needs: ['item.kind', 'req.intent', 'item.boughtFrom', 'partner.azureExpertMsp'],
    when: ({ item, req }) =>
      item.kind === 'usage' &&
      req.intent === 'move_billing' &&
      isIn(item.boughtFrom, [
        'microsoft_direct',
        'advisor',
        'open',
        'ea',
        'volume_licensing',
        'third_party_non_csp',
        'former_csp_reseller',
      ]),
    next: [
      { when: (facts, at) => !isEaTakeover(facts, at), add: ['NS-CREATE-NEW-AZURE-SUB', 'NS-CANCEL-OLD-AZURE'] },
      { when: isEaTakeover, add: ['NS-REQUEST-BILLING-OWNERSHIP'] },
    ],
    values: ({ item }) => ({ channel: label('item.boughtFrom', item.boughtFrom) }),
    sources: ['S-ES-MC 2020-06-17', 'D-AZS 2023-03-29', 'D-MC-23 2023-09-20'],
    exceptions:
      'EA or enterprise agreement with an Azure Expert MSP: billing-ownership request (R-EA-*). Otherwise the subscriber moves the resources: same tenant, Owner on both sides, Resource Manager only, downtime possible.',
  }),
  rule('R-USAGE-COEXIST', {
    severity: 'inform',
    clouds: ['global', 'us_gov'],
    from: '2019-11-20',
    flows: ['channel_check'],
    needs: ['item.kind', 'req.intent'],
    when: ({ item, req }) => item.kind === 'usage' && isIn(req.intent, ['manage_only', 'add_services']),
    sources: ['S-ES-MC 2020-06-17'],
  }),
  rule('R-USAGE-MANAGE-NEEDS-RBAC', {
    severity: 'warn',
    clouds: ['global', 'us_gov'],
    from: '2019-11-01',
    flows: ['channel_check'],
    needs: ['item.kind', 'req.intent', 'item.boughtFrom'],
    when: ({ item, req }) => item.kind === 'usage' && req.intent === 'manage_only' && isOtherThan(item.boughtFrom, 'own'),
    next: ['NS-GRANT-RBAC'],
    sources: ['D-CRAP 2019-11', 'D-CRAP 2023-09-20'],
  }),
  rule('R-USAGE-OTHER-PARTNER-SWITCH', {
    severity: 'warn',
    clouds: ['global', 'us_gov'],
    from: '2017-07-01',
    flows: ['channel_check'],
    needs: ['item.kind', 'req.intent', 'item.boughtFrom', 'item.generation'],
    when: ({ item, req }) => item.kind === 'usage' && req.intent === 'move_billing' && item.boughtFrom === 'other_csp',
    next: [
      {
        when: ({ item }, { asOf }) => item.generation === 'azure_0145p' && asOf < LEGACY_AZURE_ENDS,
        add: ['NS-START-LEGACY-SWITCH'],
      },
      { when: (_, at) => planTransferExists(at), add: ['NS-START-AZPLAN-TRANSFER', 'NS-SOURCE-ACCEPTS'] },
    ],
    sources: ['S-ES-MC 2020-06-17', 'D-MC-23 2023-09-20'],
  }),
  rule('R-MC-SYNDICATION', {
    severity: 'warn',
    review: true,
    clouds: 'all',
    from: '2017-07-01',
    flows: ['channel_check'],
    needs: ['item.boughtFrom'],
    when: ({ item }) => item.boughtFrom === 'syndication',
    sources: ['S-ES-MC 2020-06-17', 'D-MC-23 2023-09-20'],
    inferred: 'the verdict',
    contradiction: 'C-19',
    exceptions: "The sentence's either/or is loose; it is read as neither … nor.",
  }),
  rule('R-MC-OWN', {
    severity: 'inform',
    clouds: 'all',
    from: '2017-07-01',
    flows: ['channel_check'],
    needs: ['item.boughtFrom'],
    when: ({ item }) => item.boughtFrom === 'own',
    sources: ['S-ES-MC 2020-06-17'],
    evidence: 'I',
    inferred: 'the whole rule: by definition',
  }),
  rule('R-ADVISOR-CLOSED', {
    severity: 'inform',
    clouds: ['global'],
    from: '2021-05-13',
    flows: ['channel_check'],
    needs: ['item.boughtFrom'],
    when: ({ item }) => item.boughtFrom === 'advisor',
    sources: ['D-ADV 2021-05-13'],
  }),
  rule('R-OPEN-CLOSED', {
    severity: 'inform',
    clouds: ['global'],
    from: '2022-01-01',
    flows: ['channel_check'],
    needs: ['item.boughtFrom'],
    when: ({ item }) => item.boughtFrom === 'open',
    sources: ['D-OPEN 2021'],
    exceptions: 'No new offers since 1 July 2021.',
  }),
  rule('R-SERVICEKIND-UNDOCUMENTED', {
    severity: 'warn',
    review: true,
    clouds: 'all',
    from: '2017-07-01',
    flows: ['channel_check'],
    needs: ['item.kind', 'req.intent'],
    when: ({ item, req }) => isIn(item.kind, ['software', 'saas']) && req.intent === 'move_billing',
    sources: ['S-ES-MC 2020-06-17', 'D-MC-23 2023-09-20'],
    evidence: 'I',
    inferred: 'the whole rule: the pages are silent',
  }),
];
