import { instant } from '../cases/time.ts';
import { done, notDone } from './act.ts';
import type { Done } from './act.ts';
import { autoExtendOf, objectionTo } from './relationship-drafts.ts';
import type { Draft, Objection } from './relationship-drafts.ts';
import { become, carryOn, isToBeLocked, touch } from './relationship-life.ts';
import { tellOfRelationship } from './relationship-news.ts';
import { secondsFor } from './timing.ts';
import type { Relationship, RelationshipRequest } from './granted.ts';
import type { World } from './world.ts';

const NO_SUCH = notDone('There is no such relationship.');
const NOT_NOW = notDone('The relationship is not in a state that allows this action.');

const ask = (world: World, relationship: Relationship, action: RelationshipRequest['action']): RelationshipRequest => {
  const at = world.now();
  const request: RelationshipRequest = { id: world.uuid(), action, status: 'created', createdAt: at, modifiedAt: at };
  relationship.requests.push(request);
  return request;
};

const answer = (world: World, request: RelationshipRequest, status: 'succeeded' | 'failed'): void => {
  request.status = status;
  request.modifiedAt = world.now();
};

const known = (world: World, customer: Draft['customer']): Relationship['customer'] =>
  customer && {
    tenantId: customer.tenantId,
    displayName: customer.displayName ?? world.customers.get(customer.tenantId)?.name ?? null,
  };

/** Takes over what a draft says. */
export const follow = (world: World, relationship: Relationship, draft: Draft): void => {
  relationship.displayName = draft.displayName;
  relationship.duration = draft.duration;
  relationship.customer = known(world, draft.customer);
  relationship.roles = [...new Set(draft.roles)];
  relationship.autoExtend = autoExtendOf(draft.autoExtend) ?? 'PT0S';
};

/** A draft of a partner's; a read finds it a little later. */
export const createRelationship = (world: World, partner: string, draft: Draft): Relationship | Objection => {
  const objection = objectionTo(world, draft, { partner, itself: null });
  if (objection !== null) return objection;
  const at = world.now();
  const relationship: Relationship = {
    id: `${world.uuid()}-${world.uuid()}`,
    partner,
    visibleAt: instant(Date.parse(at) + secondsFor(world, 'relationshipReadable') * 1000),
    displayName: '',
    duration: '',
    customer: null,
    roles: [],
    autoExtend: 'PT0S',
    status: 'created',
    createdAt: at,
    modifiedAt: at,
    activatedAt: null,
    endsAt: null,
    version: 0,
    requests: [],
    assignments: [],
    operations: [],
    indirectProvider: null,
  };
  follow(world, relationship, draft);
  world.relationships.set(relationship.id, relationship);
  return relationship;
};

/** Whether its partner may still change anything: until the moment somebody asks to lock it. */
export const isDraft = (relationship: Relationship): boolean => relationship.status === 'created' && !isToBeLocked(relationship);

/** Asks to lock a draft, so that the customer can answer; it is locked a moment later. */
export const lockRelationship = (world: World, id: string): Done => {
  const relationship = world.relationships.get(id);
  if (relationship === undefined) return NO_SUCH;
  if (!isDraft(relationship)) return NOT_NOW;
  ask(world, relationship, 'lockForApproval');
  carryOn(world, relationship);
  return done;
};

/** In the indirect model the reseller has to agree before the customer can. */
export const isPartnerConsentPending = ({ indirectProvider, status, requests }: Relationship): boolean =>
  indirectProvider !== null &&
  (status === 'created' || status === 'approvalPending') &&
  !requests.some((request) => request.action === 'approve' && request.status === 'succeeded');

/** A reseller's word on what its provider has drafted: consent opens it to the customer, refusal ends it. */
export const consentAsReseller = (world: World, id: string, action: 'approve' | 'reject'): Done => {
  const relationship = world.relationships.get(id);
  if (relationship === undefined) return NO_SUCH;
  if (relationship.status !== 'approvalPending' || !isPartnerConsentPending(relationship)) return NOT_NOW;
  answer(world, ask(world, relationship, action), 'succeeded');
  if (action === 'reject') become(world, relationship, 'terminated');
  else touch(world, relationship);
  return done;
};

/** The relationship that this customer may answer now, or why not. */
const waitingFor = (world: World, id: string, customerTenant: string): Relationship | string => {
  const relationship = world.relationships.get(id);
  if (relationship === undefined) return NO_SUCH.why;
  const { status, customer, partner } = relationship;
  if (status !== 'approvalPending') return NOT_NOW.why;
  if (isPartnerConsentPending(relationship)) return 'The reseller has not agreed to it yet.';
  if (customer !== null && customer.tenantId !== customerTenant) return 'The invitation is for another customer.';
  const answering = world.customers.get(customerTenant);
  if (answering === undefined) return 'There is no such customer.';
  return answering.cloud === world.partners.get(partner)?.cloud ? relationship : 'The customer lives in another cloud.';
};

/** The customer's administrator says yes. Where the invitation named nobody, it is this customer's from now on. */
export const approveRelationship = (world: World, id: string, customerTenant: string): Done => {
  const relationship = waitingFor(world, id, customerTenant);
  if (typeof relationship === 'string') return notDone(relationship);
  relationship.customer = known(world, relationship.customer ?? { tenantId: customerTenant, displayName: null });
  become(world, relationship, 'approved');
  tellOfRelationship(world, relationship, 'approved');
  return done;
};

/** The customer's administrator says no: it is terminated without ever having been active, and nobody is told. */
export const refuseRelationship = (world: World, id: string, customerTenant: string): Done => {
  const relationship = waitingFor(world, id, customerTenant);
  if (typeof relationship === 'string') return notDone(relationship);
  become(world, relationship, 'terminated');
  return done;
};

/** Either side ends what was approved. */
export const terminateRelationship = (world: World, id: string, by: 'partner' | 'customer'): Done => {
  const relationship = world.relationships.get(id);
  if (relationship === undefined) return NO_SUCH;
  if (relationship.status !== 'approved' && relationship.status !== 'active') return NOT_NOW;
  if (by === 'partner') ask(world, relationship, 'terminate');
  become(world, relationship, 'terminationRequested');
  tellOfRelationship(world, relationship, 'termination_requested');
  return done;
};

/** A draft can be thrown away, as long as it is one. */
export const deleteRelationship = (world: World, id: string): Done => {
  const relationship = world.relationships.get(id);
  if (relationship === undefined) return NO_SUCH;
  if (!isDraft(relationship)) return notDone('The relationship can only be deleted while its status is created.');
  world.relationships.delete(id);
  return done;
};
