import type { Procedure } from '../../cases/azure-switch/case.ts';

/** What a move does to what the customer has: said on the page, by a sentence for each. */
export const effectCodes = [
  'resources',
  'subscription-id',
  'billing',
  'support',
  'becomes-plan',
  'keeps-offer',
  'reservations-move',
  'by-hand',
  'one-tenant',
  'takeover',
  'roles',
  'no-access',
  'prices',
  'history',
  'links',
  'two-ids',
  'reservations-stay',
  'reservations-undated',
  'other-currency',
  'old-runs-on',
  'quotas',
  'no-licences',
  'marketplace',
  'inactive',
  'plans-not-yet',
  'no-plan',
  'excluded-agreements',
  'test-offers',
  'unmovable',
  'legacy-licences',
] as const;
export type EffectCode = (typeof effectCodes)[number];

export const groups = ['moves', 'stays', 'blocked'] as const;
export type Group = (typeof groups)[number];

/** Both days inclusive; where none is named it always was so, or still is. */
interface Effect {
  readonly code: EffectCode;
  readonly from?: string;
  readonly until?: string;
  /** Only for Azure of the old kind. */
  readonly isLegacyOnly?: true;
}

type Effects = Readonly<Record<Group, readonly Effect[]>>;

const plain = (...codes: readonly EffectCode[]): readonly Effect[] => codes.map((code) => ({ code }));

const RESERVATIONS_MOVE = '2023-09-14';

const effects: Readonly<Record<Procedure, Effects>> = {
  'azure-plan-transfer': {
    moves: [
      ...plain('resources', 'subscription-id', 'billing', 'support'),
      { code: 'becomes-plan', isLegacyOnly: true },
      { code: 'reservations-move', from: RESERVATIONS_MOVE },
    ],
    stays: [
      ...plain('roles', 'no-access', 'prices', 'history', 'links'),
      { code: 'reservations-stay', until: '2021-07-31' },
      { code: 'reservations-undated', from: '2021-08-01', until: '2023-09-13' },
      { code: 'other-currency', from: RESERVATIONS_MOVE },
    ],
    blocked: [...plain('no-licences', 'marketplace', 'inactive'), { code: 'plans-not-yet', until: '2023-09-13' }],
  },
  'manual-switch': {
    moves: plain('resources', 'subscription-id', 'keeps-offer', 'billing', 'support'),
    stays: plain('roles', 'reservations-stay', 'history', 'links', 'two-ids'),
    blocked: plain('no-licences', 'no-plan'),
  },
  'licence-transfer': { moves: plain('billing'), stays: plain('no-access'), blocked: plain('legacy-licences', 'inactive') },
  'new-subscription': {
    moves: plain('by-hand', 'one-tenant'),
    stays: plain('old-runs-on', 'history', 'links'),
    blocked: plain('unmovable'),
  },
  'ea-to-csp': {
    moves: plain('takeover', 'billing'),
    stays: plain('quotas', 'links'),
    blocked: plain('excluded-agreements', 'test-offers'),
  },
};

interface About {
  readonly procedure: Procedure;
  /** The day on which it is looked at. */
  readonly on: string;
  readonly isLegacy: boolean;
}

/** What moves along, what stays behind, and what cannot move, in the order in which it is told. */
export const effectsOf = ({ procedure, on, isLegacy }: About): Readonly<Record<Group, readonly EffectCode[]>> => {
  const told = (group: Group): readonly EffectCode[] =>
    effects[procedure][group]
      .filter(({ from = on, until = on, isLegacyOnly }) => from <= on && on <= until && (isLegacy || isLegacyOnly !== true))
      .map(({ code }) => code);
  return { moves: told('moves'), stays: told('stays'), blocked: told('blocked') };
};
