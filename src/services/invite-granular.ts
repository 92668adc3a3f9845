import type { AdminRelationship } from '../cases/admin-relationship/case.ts';
import { durationOf } from '../graph/duration.ts';
import { invitationLink, noInvitationPage } from '../graph/invitation-link.ts';
import type { Relationship } from '../graph/relationship.ts';
import type { NewRelationship } from '../graph/relationships.ts';
import { nameFor } from '../graph/relationships.ts';
import { stageOf } from '../graph/statuses.ts';
import type { LookedUp, Outcome } from '../ports.ts';
import type { Sent } from '../wire/failure.ts';
import type { AtMicrosoft } from './at-microsoft.ts';
import { carrier } from './carriers.ts';
import type { Of, Offices } from './carriers.ts';
import { done, lookUpOutcome, outcomeOf, readingOutcome, refused, underWay } from './outcome.ts';

type Create = Of<'create-relationship'>;

const gdapOf = ({ proposal }: AdminRelationship) => (proposal.wants === 'end' ? null : proposal.gdap);

/** What the case has agreed to; null where it is about something else. */
const wantedBy = (errand: Create, tenantId: string): NewRelationship | null => {
  if (errand.case.kind !== 'admin-relationship') return null;
  const gdap = gdapOf(errand.case);
  return (
    gdap && {
      name: nameFor(errand.case.id),
      duration: durationOf(gdap.durationDays),
      customer: { tenantId, name: errand.case.customer.name },
      extendsItself: gdap.autoExtend,
      roles: gdap.roles,
    }
  );
};

const sameRoles = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((role) => others.includes(role));

const isAsWanted = (relationship: Relationship, wanted: NewRelationship): boolean =>
  relationship.customer?.tenantId === wanted.customer?.tenantId.toLowerCase() &&
  relationship.duration === wanted.duration &&
  relationship.extendsItself === wanted.extendsItself &&
  sameRoles(relationship.roles, wanted.roles);

const prepared = (at: AtMicrosoft, { id }: Relationship): Outcome => {
  const made = invitationLink(at.account.profile, id);
  if (!made.ok) return refused(made.failure.kind, made.failure.words);
  return done({ name: 'record-invitation-ready', what: 'gdap', link: made.link, relationshipId: id });
};

/** What a former attempt has left behind may be from before the proposal was changed. */
const asWanted = async (at: AtMicrosoft, draft: Relationship, wanted: NewRelationship): Promise<Sent<Relationship>> => {
  if (isAsWanted(draft, wanted)) return { ok: true, status: 200, headers: {}, body: draft };
  const updated = await at.graph.relationships.update(draft, wanted);
  return updated.ok ? at.graph.relationships.get(draft.id) : updated;
};

/** What has been sent, or can be, has to be what was agreed to, whoever has locked it. */
const sentOut = (at: AtMicrosoft, relationship: Relationship, wanted: NewRelationship): Outcome => {
  const stage = stageOf(relationship.status);
  if (stage === 'unrecognised') return { kind: 'again', words: `the relationship ${relationship.id} is in a state we do not know` };
  if (stage === 'over') return refused('over', `The relationship ${relationship.id} of this case has ended already.`);
  return isAsWanted(relationship, wanted)
    ? prepared(at, relationship)
    : refused('other-terms', `The relationship ${relationship.id} was sent to the customer on other terms than this case has.`);
};

const notReady = (errand: Create, { id }: Relationship): Outcome =>
  underWay(errand, `the relationship ${id} cannot be sent to the customer yet`);

/** A fresh draft may not be found for a moment; then it is locked, and shows so a moment later. */
const offered = async (at: AtMicrosoft, errand: Create, draft: Relationship, wanted: NewRelationship): Promise<Outcome> => {
  const { now } = errand;
  const readable = await at.soon(
    () => at.graph.relationships.get(draft.id),
    (sent) => sent.ok || sent.failure.kind !== 'not-found',
  );
  if (!readable.ok) return readable.failure.kind === 'not-found' ? notReady(errand, draft) : readingOutcome(readable.failure, now);
  const ready = await asWanted(at, readable.body, wanted);
  if (!ready.ok) return outcomeOf(ready.failure, now);
  if (!isAsWanted(ready.body, wanted)) return notReady(errand, draft);
  const locked = await at.graph.requests.lockForApproval(draft.id, ready.body.version);
  // Somebody was faster, which may have been we.
  if (!locked.ok && locked.failure.kind !== 'conflict') return outcomeOf(locked.failure, now);
  const shown = await at.soon(
    () => at.graph.relationships.get(draft.id),
    (sent) => !sent.ok || stageOf(sent.body.status) !== 'draft',
  );
  if (!shown.ok) return readingOutcome(shown.failure, now);
  return stageOf(shown.body.status) === 'draft' ? notReady(errand, draft) : sentOut(at, shown.body, wanted);
};

const goneOn = async (at: AtMicrosoft, errand: Create, relationship: Relationship, wanted: NewRelationship): Promise<Outcome> =>
  stageOf(relationship.status) === 'draft' ? offered(at, errand, relationship, wanted) : sentOut(at, relationship, wanted);

const byName = (at: AtMicrosoft, { case: { id } }: Create, tenantId: string) =>
  at.graph.relationships.byName(nameFor(id), { customer: tenantId });

/** The name is the case's own: whatever has it, an earlier attempt has made. */
const adopted = async (at: AtMicrosoft, errand: Create, wanted: NewRelationship, tenantId: string): Promise<Outcome> => {
  const found = await byName(at, errand, tenantId);
  if (!found.ok) return readingOutcome(found.failure, errand.now);
  if (found.body === null) return { kind: 'again', words: `the name ${wanted.name} is taken, and is not to be seen yet` };
  return goneOn(at, errand, found.body, wanted);
};

const carryOut = async (at: AtMicrosoft, errand: Create): Promise<Outcome> => {
  const tenant = await at.tenantOf(errand.case.customer);
  if (!tenant.ok) return readingOutcome(tenant.failure, errand.now);
  const wanted = wantedBy(errand, tenant.body);
  if (wanted === null) return refused('no-roles', 'This case asks for no directory roles.');
  // Nothing is made that nobody could be sent.
  const noPage = noInvitationPage(at.account.profile);
  if (noPage !== null) return refused(noPage.kind, noPage.words);
  const made = await at.graph.relationships.create(wanted);
  if (made.ok) return offered(at, errand, made.body, wanted);
  return made.failure.kind === 'conflict' ? adopted(at, errand, wanted, tenant.body) : outcomeOf(made.failure, errand.now);
};

/** A draft counts as absent: carrying it out again finds it by its name, and goes on with it. */
const lookUp = async (at: AtMicrosoft, errand: Create): Promise<LookedUp> => {
  const tenant = await at.tenantOf(errand.case.customer);
  if (!tenant.ok) return lookUpOutcome(tenant.failure, errand.now);
  const found = await byName(at, errand, tenant.body);
  if (!found.ok) return lookUpOutcome(found.failure, errand.now);
  const wanted = wantedBy(errand, tenant.body);
  if (found.body === null || wanted === null || stageOf(found.body.status) === 'draft') return { kind: 'absent' };
  const outcome = await goneOn(at, errand, found.body, wanted);
  return outcome.kind === 'done' ? outcome : { kind: 'absent' };
};

/** An invitation to grant us directory roles: made, locked, and linked to. */
export const inviteGranular = (offices: Offices) => carrier<'create-relationship'>(offices, { carryOut, lookUp });
