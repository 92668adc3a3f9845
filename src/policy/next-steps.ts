import type { Cloud, Flow, Known } from './facts.ts';
import type { Day } from './days.ts';
import { DAP_ENDS, EA_TAKEOVER_BEGINS, GDAP_BEGINS, LICENCE_TRANSFERS_BEGIN, PLAN_TRANSFERS_BEGIN } from './editions.ts';

/** Every next step, in the order in which they are told. */
export const nextSteps = [
  'NS-ESCALATE-REVIEW',
  'NS-ASK-RIGHT-ROLE',
  'NS-ADMIN-APPROVAL',
  'NS-ONBOARD-CLOUD',
  'NS-ACTIVATE-PARTNER-ID',
  'NS-SIGN-MPA',
  'NS-VALIDATE-GCC',
  'NS-FIND-IN-MARKET-PARTNER',
  'NS-USE-SEPARATE-CUSTOMER-TENANT',
  'NS-BUY-FROM-OTHER-SELLER',
  'NS-ASK-PROVIDER',
  'NS-USE-PROVIDER-LINK',
  'NS-FIX-REQUEST-FIELDS',
  'NS-ADD-RESELLER-ID',
  'NS-SPLIT-REQUEST',
  'NS-DROP-DAP-OPTION',
  'NS-INCLUDE-DAP-OPTION',
  'NS-RESTORE-LINK',
  'NS-DESELECT-INACTIVE',
  'NS-REACTIVATE',
  'NS-LEAVE-RESERVATIONS-OUT',
  'NS-CANCEL-MARKETPLACE-REPURCHASE',
  'NS-SUSPEND-AND-CANCEL-FIRST',
  'NS-CUSTOMER-MOVES-DAP',
  'NS-REMOVE-DAP',
  'NS-SEND-RESELLER-INVITE',
  'NS-SEND-GDAP-INVITE',
  'NS-CUSTOMER-GA-ACCEPTS',
  'NS-CUSTOMER-ACCEPTS-MCA',
  'NS-ATTEST-MCA',
  'NS-ADD-GDAP',
  'NS-ASSIGN-GDAP-GROUPS',
  'NS-GRANT-RBAC',
  'NS-PLACE-ORDER',
  'NS-BUY-AZURE-PLAN',
  'NS-CREATE-NEW-REQUEST',
  'NS-CUSTOMER-WRITES-REQUEST',
  'NS-START-LEGACY-SWITCH',
  'NS-CURRENT-PARTNER-OPENS-TICKET',
  'NS-COMPLETE-SIGNATURES',
  'NS-TARGET-INITIATES',
  'NS-START-AZPLAN-TRANSFER',
  'NS-START-LICENCE-TRANSFER',
  'NS-SOURCE-ACCEPTS',
  'NS-REQUEST-BILLING-OWNERSHIP',
  'NS-FIX-RBAC',
  'NS-REPURCHASE-RI',
  'NS-WAIT-TERM-END',
  'NS-CANCEL-THEN-MOVE',
  'NS-PROVISION-EQUIVALENT-OFFER',
  'NS-M365-BILLING-CREDIT',
  'NS-CREATE-NEW-AZURE-SUB',
  'NS-MOVE-RESOURCES',
  'NS-CANCEL-OLD-AZURE',
  'NS-ASK-PARTNER-TO-END',
  'NS-CUSTOMER-REMOVES-ROLES',
  'NS-OPEN-SERVICE-REQUEST',
  'NS-CONTACT-21V-SUPPORT',
  'NS-USE-PAL-DPOR-CPOR',
  'NS-NONE',
] as const;
export type NextStep = (typeof nextSteps)[number];

const places = new Map(nextSteps.map((step, place) => [step, place]));

/** Each step once, in the order of the table; with nothing to do that is said too. */
export const inOrder = (steps: Iterable<NextStep>): readonly NextStep[] => {
  const sorted = [...new Set(steps)].sort((a, b) => Number(places.get(a)) - Number(places.get(b)));
  return sorted.length > 0 ? sorted : ['NS-NONE'];
};

/** What a situation is asked under: the moment, the place and the undertaking. */
export interface At {
  readonly flow: Flow;
  readonly cloud: Cloud;
  readonly asOf: Day;
}

/** Steps that a fired rule, or a permitted flow, adds: always, or in some circumstances. */
export type Adds<Seen> = NextStep | { readonly when: (facts: Seen, at: At) => boolean; readonly add: readonly NextStep[] };

export const isAfterDap = ({ cloud, asOf }: At): boolean => cloud === 'global' && asOf >= DAP_ENDS;

export const gdapExists = ({ cloud, asOf }: At): boolean => cloud === 'global' && asOf >= GDAP_BEGINS;

export const planTransferExists = ({ cloud, asOf }: At): boolean => cloud === 'global' && asOf >= PLAN_TRANSFERS_BEGIN;

export const licenceTransferExists = ({ cloud, asOf }: At): boolean => cloud === 'global' && asOf >= LICENCE_TRANSFERS_BEGIN;

export const hasNoTie = ({ rel }: Known<'rel.reseller'>): boolean => rel.reseller !== 'active';

/** Azure of an Enterprise Agreement may be taken over as it is by an Azure Expert MSP. */
export const isEaTakeover = ({ item, partner }: Known<'item.boughtFrom' | 'partner.azureExpertMsp'>, { asOf }: At): boolean =>
  asOf >= EA_TAKEOVER_BEGINS && item.boughtFrom === 'ea' && partner.azureExpertMsp;
