import type { Cloud, NextStep, Verdict } from '../../src/policy/index.ts';

/** A row of chapter 5.1 of the rulebook: what is answered on the pages, on a day of that row, and what the row says. */
export interface Row {
  readonly row: string;
  readonly cloud?: Cloud;
  readonly on: string;
  readonly thing: 'office365' | 'ems' | 'azure' | 'software' | 'saas';
  readonly from: string;
  readonly generation?: string;
  readonly term?: string;
  readonly since?: string;
  readonly agreement?: string;
  /** What a service tells of us, where it is not as usual. */
  readonly expert?: boolean;
  readonly asks: 'support' | 'add' | 'move';
  readonly verdict: Verdict;
  /** The same row for US Government, where it is not refused for the same reason. */
  readonly forGovernment?: 'verdict.needs_review';
  readonly steps: readonly NextStep[];
  readonly way?: string;
}

const TODAY = '2026-03-02';
const origins = {
  'M-01': ['microsoft_direct', 'advisor', 'open', 'ea'],
  'M-10': ['microsoft_direct', 'advisor', 'open', 'ea', 'volume_licensing', 'former_csp_reseller'],
  'M-13': ['advisor', 'open', 'ea', 'microsoft_direct', 'volume_licensing', 'third_party_non_csp'],
} as const;

const licence = { thing: 'office365', generation: 'nce', term: 'active', on: TODAY } as const;
const azure = { thing: 'azure', on: TODAY } as const;
const china = { ...licence, cloud: 'china_21v' } as const;

export const rows: readonly Row[] = [
  ...origins['M-01'].flatMap((from): Row[] => [
    { ...licence, row: 'M-01', from, asks: 'support', verdict: 'allow', steps: ['NS-ADD-GDAP'] },
    {
      ...{ ...licence, row: 'M-01 of old', on: '2021-03-02', generation: 'legacy', from, asks: 'support', verdict: 'allow' },
      steps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
  ]),
  { ...licence, row: 'M-02', from: 'third_party_non_csp', asks: 'support', verdict: 'allow', steps: ['NS-ADD-GDAP'] },
  { ...licence, row: 'M-03', from: 'other_csp', asks: 'support', verdict: 'allow', steps: ['NS-ADD-GDAP'] },
  ...(['other_csp', 'microsoft_direct', 'third_party_non_csp'] as const).map((from): Row => ({
    ...{ ...licence, row: 'M-04', from, asks: 'add', verdict: 'allow', steps: ['NS-PLACE-ORDER'] },
  })),
  {
    ...{ ...licence, row: 'M-05', generation: 'legacy', from: 'other_csp', asks: 'move', verdict: 'deny' },
    steps: ['NS-WAIT-TERM-END', 'NS-CANCEL-THEN-MOVE'],
  },
  {
    ...{ ...licence, row: 'M-06', on: '2024-06-18', from: 'other_csp', since: '8', asks: 'move', verdict: 'deny' },
    steps: ['NS-WAIT-TERM-END'],
  },
  {
    ...{ ...licence, row: 'M-06, inside the window', on: '2024-06-18', from: 'other_csp', since: '2024-06-11', asks: 'move' },
    ...{ verdict: 'deny', steps: ['NS-WAIT-TERM-END', 'NS-CANCEL-THEN-MOVE'] },
  },
  {
    ...{ ...licence, row: 'M-07', on: '2024-06-19', from: 'other_csp', asks: 'move', verdict: 'allow_with_conditions' },
    ...{ steps: ['NS-START-LICENCE-TRANSFER', 'NS-SOURCE-ACCEPTS'], way: 'licence-transfer' },
  },
  {
    ...{ ...licence, row: 'M-08', on: '2024-06-18', from: 'third_party_non_csp', asks: 'move', verdict: 'deny' },
    steps: ['NS-WAIT-TERM-END', 'NS-CANCEL-THEN-MOVE'],
  },
  {
    ...{ ...licence, row: 'M-09', on: '2024-06-19', from: 'third_party_non_csp', asks: 'move', verdict: 'needs_review' },
    steps: ['NS-ESCALATE-REVIEW', 'NS-PROVISION-EQUIVALENT-OFFER'],
  },
  ...origins['M-10'].map((from): Row => ({
    ...{ ...licence, row: 'M-10', from, asks: 'move', verdict: 'allow_with_conditions' },
    steps: [
      'NS-WAIT-TERM-END',
      'NS-PROVISION-EQUIVALENT-OFFER',
      ...(from === 'microsoft_direct' ? ['NS-M365-BILLING-CREDIT' as const] : []),
    ],
  })),
  {
    ...{ ...licence, row: 'M-11', term: 'expired_grace', from: 'other_csp', asks: 'move', verdict: 'allow_with_conditions' },
    steps: ['NS-PROVISION-EQUIVALENT-OFFER'],
  },
  ...(['ended', 'cancelled'] as const).map((term): Row => ({
    ...{ ...licence, row: 'M-12', term, from: 'other_csp', asks: 'move', verdict: 'allow' },
    steps: ['NS-PROVISION-EQUIVALENT-OFFER'],
  })),
  ...origins['M-13'].map((from): Row => ({
    ...{ ...azure, row: 'M-13', from, agreement: 'direct_ea', asks: 'move', verdict: 'allow_with_conditions' },
    ...{ steps: ['NS-CREATE-NEW-AZURE-SUB', 'NS-CANCEL-OLD-AZURE'], way: 'new-subscription' },
  })),
  {
    ...{ ...azure, row: 'M-14', on: '2021-03-02', from: 'other_csp', generation: 'azure_0145p', asks: 'move' },
    ...{ verdict: 'allow_with_conditions', way: 'manual-switch azure-plan-transfer' },
    steps: ['NS-START-LEGACY-SWITCH', 'NS-START-AZPLAN-TRANSFER', 'NS-SOURCE-ACCEPTS'],
  },
  {
    ...{ ...azure, row: 'M-15', on: '2020-09-30', from: 'other_csp', generation: 'azure_plan', asks: 'move' },
    ...{ verdict: 'allow_with_conditions', way: 'azure-plan-transfer' },
    steps: ['NS-START-AZPLAN-TRANSFER', 'NS-SOURCE-ACCEPTS'],
  },
  {
    ...{ ...azure, row: 'M-15, too early', on: '2020-09-29', from: 'other_csp', generation: 'azure_plan', asks: 'move' },
    ...{ verdict: 'deny', steps: ['NS-NONE'], forGovernment: 'verdict.needs_review' },
  },
  { ...azure, row: 'M-16', from: 'microsoft_direct', asks: 'add', verdict: 'allow', steps: ['NS-CREATE-NEW-AZURE-SUB'] },
  {
    ...{ ...azure, row: 'M-17', from: 'other_csp', generation: 'azure_plan', asks: 'support' },
    ...{ verdict: 'allow_with_conditions', steps: ['NS-GRANT-RBAC'] },
  },
  ...(['support', 'add', 'move'] as const).flatMap((asks): Row[] =>
    (['ems', 'azure', 'software'] as const).map((thing) => ({
      ...{ ...licence, row: 'M-18', thing, from: 'syndication', asks, verdict: 'needs_review' },
      steps: ['NS-ESCALATE-REVIEW'],
    })),
  ),
  ...(['ems', 'azure'] as const).map((thing): Row => ({
    ...{ ...licence, row: 'M-19', thing, from: 'own', asks: 'support', verdict: 'allow' },
    steps: ['NS-NONE'],
  })),
  ...(['software', 'saas'] as const).map((thing): Row => ({
    ...{ row: 'M-20', on: TODAY, thing, from: 'microsoft_direct', asks: 'move', verdict: 'needs_review' },
    steps: ['NS-ESCALATE-REVIEW'],
  })),
  ...(['direct_ea', 'enterprise_mca'] as const).map((agreement): Row => ({
    ...{ ...azure, row: 'M-21', from: 'ea', agreement, expert: true, asks: 'move', verdict: 'allow_with_conditions' },
    ...{ steps: ['NS-REQUEST-BILLING-OWNERSHIP'], way: 'ea-to-csp' },
  })),
  {
    ...{ ...licence, row: 'M-22', from: 'ea', asks: 'move', verdict: 'allow_with_conditions' },
    steps: ['NS-WAIT-TERM-END', 'NS-PROVISION-EQUIVALENT-OFFER'],
  },
  ...(['21vianet_direct', 'own_former_advisor'] as const).map((from): Row => ({
    ...{ ...china, row: 'C-M1', from, asks: 'support', verdict: 'allow' },
    steps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
  })),
  {
    ...{ ...china, row: 'C-M2', from: 'other_csp', asks: 'support', verdict: 'allow' },
    steps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
  },
  ...(['21vianet_direct', 'other_csp', 'open'] as const).map((from): Row => ({
    ...china,
    row: 'C-M3',
    from,
    asks: 'move',
    verdict: 'deny',
    steps: ['NS-WAIT-TERM-END'],
  })),
  ...(['support', 'add', 'move'] as const).map((asks): Row => ({
    ...{ ...azure, row: 'C-M4', cloud: 'china_21v', from: 'other_csp', asks, verdict: 'deny' },
    steps: ['NS-CONTACT-21V-SUPPORT'],
  })),
  ...(['open', 'ea'] as const).map((from): Row => ({
    ...{ ...china, row: 'C-M5', from, asks: 'support', verdict: 'needs_review' },
    steps: ['NS-ESCALATE-REVIEW'],
  })),
];
