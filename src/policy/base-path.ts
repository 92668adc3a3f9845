import { isIn, isOtherThan, isSameSet } from './comparisons.ts';
import { AGREEMENT_AT_ACCEPTANCE } from './editions.ts';
import type { FactPath, Flow, Known } from './facts.ts';
import { hasNoTie, isAfterDap } from './next-steps.ts';
import type { Adds, At, NextStep } from './next-steps.ts';

/** What a permitted flow asks for next, whatever the rules had to say. */
export interface PathStep {
  readonly flows: readonly Flow[];
  readonly needs: readonly FactPath[];
  readonly adds: Adds<never>;
}

const path = <P extends FactPath>(
  flows: readonly Flow[],
  needs: readonly P[],
  when: (facts: Known<P>, at: At) => boolean,
  add: readonly NextStep[],
): PathStep => ({ flows, needs, adds: { when, add } });

const always = (flow: Flow, ...add: NextStep[]): PathStep => path([flow], [], () => true, add);

const INVITE = ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'] as const;

export const basePath: readonly PathStep[] = [
  path(['relationship_request'], ['rel.reseller', 'req.includeDap'], ({ rel, req }) => hasNoTie({ rel }) || req.includeDap, INVITE),
  path(
    ['relationship_request'],
    ['rel.reseller', 'req.includeDap', 'req.model', 'partner.type'],
    ({ rel, req, partner }) =>
      (hasNoTie({ rel }) || req.includeDap) && req.model === 'indirect' && partner.type !== 'indirect_provider',
    ['NS-USE-PROVIDER-LINK'],
  ),
  path(
    ['relationship_request'],
    ['customer.mca'],
    ({ customer }, { cloud, asOf }) => cloud === 'global' && asOf >= AGREEMENT_AT_ACCEPTANCE && customer.mca === 'none',
    ['NS-CUSTOMER-ACCEPTS-MCA'],
  ),
  path(['relationship_request'], ['rel.gdap'], ({ rel }, at) => isAfterDap(at) && rel.gdap !== 'active', ['NS-ADD-GDAP']),

  path(['invitation_message'], ['msg.linkKind'], ({ msg }) => msg.linkKind === 'reseller', INVITE),
  path(['invitation_message'], ['msg.linkKind'], ({ msg }) => msg.linkKind === 'gdap', [
    'NS-SEND-GDAP-INVITE',
    'NS-CUSTOMER-GA-ACCEPTS',
  ]),
  always('customer_acceptance', 'NS-CUSTOMER-GA-ACCEPTS'),

  path(
    ['channel_check'],
    ['item.boughtFrom', 'item.kind', 'req.intent', 'rel.dap'],
    ({ item, req, rel }, at) =>
      isOtherThan(item.boughtFrom, 'own') && item.kind === 'licence' && req.intent === 'manage_only' && !isAfterDap(at) && !rel.dap,
    INVITE,
  ),
  path(
    ['channel_check'],
    ['item.boughtFrom', 'item.kind', 'req.intent', 'rel.gdap'],
    ({ item, req, rel }, at) =>
      isOtherThan(item.boughtFrom, 'own') &&
      item.kind === 'licence' &&
      req.intent === 'manage_only' &&
      isAfterDap(at) &&
      rel.gdap !== 'active',
    ['NS-ADD-GDAP'],
  ),
  path(
    ['channel_check'],
    ['item.boughtFrom', 'req.intent', 'rel.reseller'],
    ({ item, req, rel }) =>
      isOtherThan(item.boughtFrom, 'own') && isIn(req.intent, ['add_services', 'move_billing']) && hasNoTie({ rel }),
    INVITE,
  ),
  path(
    ['channel_check'],
    ['item.boughtFrom', 'req.intent', 'item.kind'],
    ({ item, req }) => isOtherThan(item.boughtFrom, 'own') && req.intent === 'add_services' && item.kind === 'usage',
    ['NS-CREATE-NEW-AZURE-SUB'],
  ),
  path(
    ['channel_check'],
    ['item.boughtFrom', 'req.intent', 'item.kind'],
    ({ item, req }) => isOtherThan(item.boughtFrom, 'own') && req.intent === 'add_services' && isOtherThan(item.kind, 'usage'),
    ['NS-PLACE-ORDER'],
  ),
  path(
    ['channel_check'],
    ['item.boughtFrom', 'req.intent', 'item.kind', 'item.term'],
    ({ item, req }) =>
      isOtherThan(item.boughtFrom, 'own') &&
      req.intent === 'move_billing' &&
      item.kind === 'licence' &&
      isOtherThan(item.term, 'active'),
    ['NS-PROVISION-EQUIVALENT-OFFER'],
  ),

  path(['purchase_check', 'legacy_seat_move'], ['rel.reseller'], hasNoTie, INVITE),
  path(['purchase_check'], ['item.kind'], ({ item }) => item.kind === 'usage', ['NS-CREATE-NEW-AZURE-SUB']),
  path(['purchase_check'], ['item.kind'], ({ item }) => isOtherThan(item.kind, 'usage'), ['NS-PLACE-ORDER']),
  path(['legacy_seat_move'], ['item.term', 'req.cancelNow'], ({ item, req }) => item.term === 'active' && !req.cancelNow, [
    'NS-WAIT-TERM-END',
  ]),
  always('legacy_seat_move', 'NS-PROVISION-EQUIVALENT-OFFER'),
  path(['legacy_seat_move'], ['item.boughtFrom'], ({ item }) => item.boughtFrom === 'microsoft_direct', ['NS-M365-BILLING-CREDIT']),

  always('mca_attestation', 'NS-ATTEST-MCA'),
  always('gdap_request', 'NS-SEND-GDAP-INVITE', 'NS-CUSTOMER-GA-ACCEPTS', 'NS-ASSIGN-GDAP-GROUPS'),
  always('gdap_groups', 'NS-ASSIGN-GDAP-GROUPS'),

  path(
    ['azure_switch'],
    ['xfer.action', 'xfer.ticketOpenedBy'],
    ({ xfer }) => isIn(xfer.action, ['create', 'submit_form', 'status']) && xfer.ticketOpenedBy === 'not_yet',
    ['NS-CURRENT-PARTNER-OPENS-TICKET'],
  ),
  path(
    ['azure_switch'],
    ['xfer.action', 'xfer.signatures'],
    ({ xfer }) =>
      isIn(xfer.action, ['create', 'submit_form', 'status']) &&
      !isSameSet(xfer.signatures, ['current_partner', 'customer', 'new_partner']),
    ['NS-COMPLETE-SIGNATURES'],
  ),
  path(['azure_plan_transfer'], ['xfer.action'], ({ xfer }) => xfer.action === 'create', ['NS-START-AZPLAN-TRANSFER']),
  path(['licence_transfer'], ['xfer.action'], ({ xfer }) => xfer.action === 'create', ['NS-START-LICENCE-TRANSFER']),
  path(
    ['azure_plan_transfer', 'licence_transfer'],
    ['xfer.action', 'xfer.status'],
    ({ xfer }) => isIn(xfer.action, ['create', 'accept']) || (xfer.action === 'status' && xfer.status === 'pending'),
    ['NS-SOURCE-ACCEPTS'],
  ),
  always('ea_to_csp', 'NS-REQUEST-BILLING-OWNERSHIP'),

  path(
    ['relationship_end'],
    ['actor.side', 'end.what'],
    ({ actor, end }) => actor.side === 'customer' && end.what === 'admin_roles',
    ['NS-CUSTOMER-REMOVES-ROLES'],
  ),
  path(['support_request'], [], (_, { cloud }) => cloud !== 'china_21v', ['NS-OPEN-SERVICE-REQUEST']),
];
