import type { Planned } from '../checklist.ts';
import type { Procedure, Proposal } from './case.ts';

interface Checklists {
  /** Before anything is asked of anybody else. */
  readonly before: readonly Planned[];
  /** While the other partner is to act; only where no interface does it. */
  readonly other: readonly Planned[];
  /** The move itself; only where people make it. */
  readonly move: readonly Planned[];
  /** So that the old partner is out and we are in. */
  readonly after: readonly Planned[];
}

const access: readonly Planned[] = [
  ['old-roles-removed', 'customer', 7],
  ['our-roles-granted', 'customer', 7],
  ['partner-admin-link', 'we', 14],
];

/** They are part of the subscription and stay as they are; somebody looks all the same. */
const settings: Planned = ['settings-checked', 'we', 14];

/** What each procedure wants done by hand, by whom, and within how many days. */
const checklists: Readonly<Record<Procedure, Checklists>> = {
  'new-subscription': {
    before: [
      ['relationship-in-place', 'we', 7],
      ['agreement-accepted', 'customer', 7],
      ['resources-listed', 'customer', 14],
    ],
    other: [],
    move: [
      ['new-subscription-created', 'we', 3],
      ['move-validated', 'customer', 14],
      ['resources-moved', 'customer', 30],
      ['old-subscription-cancelled', 'customer', 45],
    ],
    after: access,
  },
  'manual-switch': {
    before: [
      ['relationship-in-place', 'we', 7],
      ['customer-wrote', 'customer', 14],
      ['history-exported', 'customer', 14],
    ],
    other: [
      ['ticket-opened', 'other-partner', 7],
      ['other-partner-signed', 'other-partner', 14],
      ['customer-signed', 'customer', 21],
      ['we-signed', 'we', 21],
      ['form-handed-in', 'other-partner', 28],
    ],
    move: [['microsoft-confirmed', 'other-partner', 3]],
    after: [...access, settings, ['two-ids-noted', 'we', 7]],
  },
  'azure-plan-transfer': {
    before: [
      ['relationship-in-place', 'we', 7],
      ['agreement-accepted', 'customer', 7],
      ['azure-plan-bought', 'we', 7],
      ['other-partner-told', 'customer', 7],
      ['history-exported', 'customer', 14],
    ],
    other: [],
    move: [],
    after: [...access, settings, ['default-subscription-cancelled', 'we', 14]],
  },
  'licence-transfer': {
    before: [
      ['relationship-in-place', 'we', 7],
      ['agreement-accepted', 'customer', 7],
      ['other-partner-told', 'customer', 7],
    ],
    other: [],
    move: [],
    after: [['seats-checked', 'we', 7]],
  },
  'ea-to-csp': {
    before: [
      ['agreement-accepted', 'customer', 7],
      ['azure-plan-bought', 'we', 7],
      ['resources-listed', 'customer', 14],
      ['test-offers-converted', 'customer', 14],
    ],
    other: [],
    move: [
      ['billing-ownership-requested', 'we', 3],
      ['billing-ownership-accepted', 'customer', 14],
    ],
    after: [...access, settings, ['quotas-raised-again', 'we', 14]],
  },
};

/** Licences are ordered anew: nothing is moved, and nobody has roles in them. */
const newLicences: Checklists = {
  before: [
    ['relationship-in-place', 'we', 7],
    ['agreement-accepted', 'customer', 7],
  ],
  other: [],
  move: [
    ['new-licences-bought', 'we', 3],
    ['licences-given-out', 'customer', 14],
    ['old-licences-cancelled', 'customer', 30],
  ],
  after: [['seats-checked', 'we', 7]],
};

type Switch = Extract<Proposal, { wants: 'switch' }>;

const areLicences = ({ subjects }: Switch): boolean => subjects.every(({ facts }) => facts['item.kind'] === 'licence');

const checklistsFor = (proposal: Switch): Checklists =>
  proposal.procedure === 'new-subscription' && areLicences(proposal) ? newLicences : checklists[proposal.procedure];

const hasReservations = ({ reservations, subjects }: Switch): boolean =>
  reservations ||
  subjects.some(({ facts }) => facts['item.includesReservations'] === true || facts['item.includesSavingsPlan'] === true);

/** What lies beside the subscriptions goes ways of its own: listed before, bought again afterwards. */
const besides = (stage: keyof Checklists, proposal: Switch): readonly Planned[] => {
  const has = { reservations: hasReservations(proposal), marketplace: proposal.marketplace };
  const items: Readonly<Record<keyof Checklists, readonly (Planned | false)[]>> = {
    before: [
      has.reservations && ['reservations-listed', 'customer', 14],
      has.marketplace && ['marketplace-listed', 'customer', 14],
    ],
    other: [],
    move: [],
    after: [
      has.reservations && ['reservations-settled', 'we', 30],
      has.marketplace && ['marketplace-bought-again', 'customer', 30],
    ],
  };
  return items[stage].filter((item) => item !== false);
};

/** Something of what was to move has stayed behind. */
export const REST: Planned = ['rest-settled', 'we', 3];

export const itemsFor = (stage: keyof Checklists, proposal: Proposal): Planned[] => {
  // What leaves us is the other partner's to receive; only our own access is left to take away.
  if (proposal.wants === 'hand-out') return stage === 'after' ? [['our-access-removed', 'we', 7]] : [];
  return [...checklistsFor(proposal)[stage], ...besides(stage, proposal)];
};

/** By the transfer tool, by paper, or without asking the present seller at all. */
export const wayOf = ({ procedure }: Proposal): 'transfer' | 'paper' | 'alone' => {
  if (procedure === 'manual-switch') return 'paper';
  return procedure === 'azure-plan-transfer' || procedure === 'licence-transfer' ? 'transfer' : 'alone';
};
