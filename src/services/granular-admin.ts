import type { Assignment } from '../graph/assignments.ts';
import type { Relationship } from '../graph/relationship.ts';
import { GLOBAL_ADMINISTRATOR } from '../graph/role-templates.ts';
import { stageOf } from '../graph/statuses.ts';
import type { LookedUp, Outcome } from '../ports.ts';
import type { AtMicrosoft } from './at-microsoft.ts';
import { carrier } from './carriers.ts';
import type { Of, Offices } from './carriers.ts';
import { done, isNotThere, lookUpOutcome, outcomeOf, readingOutcome, refused, underWay } from './outcome.ts';

const extended = ({ endsAt }: Relationship): Extract<Outcome, { kind: 'done' }> =>
  done({ name: 'record-relationship-extended', endsAt });

/** It goes on by itself from then on, half a year at a time; which Global Administrator forbids, so that goes first. */
const extend = async (at: AtMicrosoft, errand: Of<'extend-relationship'>): Promise<Outcome> => {
  const { relationshipId } = errand.effect;
  const { now } = errand;
  const read = await at.graph.relationships.get(relationshipId);
  if (!read.ok) return readingOutcome(read.failure, now);
  if (stageOf(read.body.status) !== 'working') return refused('not-active', `The relationship ${relationshipId} is not active.`);
  if (read.body.extendsItself) return extended(read.body);
  const isFirst = read.body.roles.includes(GLOBAL_ADMINISTRATOR);
  const changed = isFirst
    ? await at.graph.relationships.removeGlobalAdministrator(read.body)
    : await at.graph.relationships.extend(read.body, true);
  if (!changed.ok) return outcomeOf(changed.failure, now);
  if (isFirst || !changed.body.done) return underWay(errand, `the relationship ${relationshipId} does not go on by itself yet`);
  return extended(changed.body.now ?? read.body);
};

const isExtended = async (at: AtMicrosoft, { effect, now }: Of<'extend-relationship'>): Promise<LookedUp> => {
  const read = await at.graph.relationships.get(effect.relationshipId);
  if (!read.ok) return lookUpOutcome(read.failure, now);
  return read.body.extendsItself ? extended(read.body) : { kind: 'absent' };
};

const ended = done({ name: 'record-relationship-ended', by: 'us' });

type End = Of<'end-relationship'>;

const stillEnding = (errand: End): Outcome => underWay(errand, `the relationship ${errand.effect.relationshipId} is still ending`);

/** What is asked of a relationship that is not over yet. */
const askedToEnd = async (at: AtMicrosoft, errand: End, relationship: Relationship): Promise<Outcome> => {
  const { now } = errand;
  const stage = stageOf(relationship.status);
  if (stage === 'draft') {
    const removed = await at.graph.relationships.remove(relationship);
    return removed.ok ? ended : outcomeOf(removed.failure, now);
  }
  const asked = await at.graph.requests.terminate(relationship.id);
  if (asked.ok) return stillEnding(errand);
  if (stage === 'offered' && (asked.failure.kind === 'conflict' || asked.failure.kind === 'refused'))
    return refused(
      'not-answered',
      'An invitation that the customer has not answered cannot be taken back. It lapses after 90 days.',
    );
  return outcomeOf(asked.failure, now);
};

/** What has been asked for an end shows it some minutes later. */
const end = async (at: AtMicrosoft, errand: End): Promise<Outcome> => {
  const { relationshipId } = errand.effect;
  const read = await at.graph.relationships.get(relationshipId);
  if (!read.ok) return isNotThere(read.failure) ? ended : readingOutcome(read.failure, errand.now);
  const { status } = read.body;
  if (status === 'terminated' || status === 'expired') return ended;
  switch (stageOf(status)) {
    case 'over':
      return stillEnding(errand);
    case 'unrecognised':
      return { kind: 'again', words: `the relationship ${relationshipId} is in a state we do not know` };
    default:
      return askedToEnd(at, errand, read.body);
  }
};

type Assign = Of<'assign-groups'>;

interface Share {
  readonly group: string;
  readonly roles: readonly string[];
}

/** Each group gets what it may hold of what was granted. */
const sharesOf = (at: AtMicrosoft, { roles }: Relationship): Share[] =>
  at.account.groups
    .map((group) => ({ group: group.id.toLowerCase(), roles: group.roles.filter((role) => roles.includes(role)) }))
    .filter((share) => share.roles.length > 0);

const isSame = (share: Share, { roles }: Assignment): boolean =>
  roles.length === share.roles.length && share.roles.every((role) => roles.includes(role));

/** Null when nothing stands in the way any more. */
const given = async (at: AtMicrosoft, errand: Assign, share: Share, there: readonly Assignment[]): Promise<Outcome | null> => {
  const { effect, now } = errand;
  const stillAssigning = (): Outcome => underWay(errand, `the group ${share.group} does not have its roles yet`);
  const current = there.find(({ group, status }) => group === share.group && status !== 'deleted');
  if (current === undefined) {
    const made = await at.graph.assignments.create(effect.relationshipId, share.group, share.roles);
    return made.ok ? stillAssigning() : outcomeOf(made.failure, now);
  }
  if (current.status === 'error')
    return refused(
      'assignment-failed',
      `Microsoft could not give the group ${share.group} its roles. Remove the assignment there and try again.`,
    );
  if (!isSame(share, current)) {
    const updated = await at.graph.assignments.update(effect.relationshipId, current, share.roles);
    return updated.ok ? stillAssigning() : outcomeOf(updated.failure, now);
  }
  return current.status === 'active' ? null : stillAssigning();
};

/** Reads what is there before it asks for anything, so that trying again is harmless. */
const assign = async (at: AtMicrosoft, errand: Assign): Promise<Outcome> => {
  const { effect, now } = errand;
  const read = await at.graph.relationships.get(effect.relationshipId);
  if (!read.ok) return readingOutcome(read.failure, now);
  const stage = stageOf(read.body.status);
  if (stage === 'over') return refused('over', `The relationship ${effect.relationshipId} has ended.`);
  if (stage !== 'working') return underWay(errand, `the relationship ${effect.relationshipId} is not active yet`);
  const shares = sharesOf(at, read.body);
  if (shares.length === 0) return done({ name: 'record-groups-missing' });
  const there = await at.graph.assignments.list(effect.relationshipId);
  if (!there.ok) return readingOutcome(there.failure, now);
  const outcomes: Outcome[] = [];
  for (const share of shares) {
    const outcome = await given(at, errand, share, there.body);
    if (outcome !== null) outcomes.push(outcome);
  }
  const worst = outcomes.find(({ kind }) => kind !== 'not-yet') ?? outcomes[0];
  return worst ?? done({ name: 'record-groups-assigned', endsAt: read.body.endsAt });
};

/** What is done about directory roles that were granted. */
export const granularAdmin = (offices: Offices) => ({
  'extend-relationship': carrier<'extend-relationship'>(offices, { carryOut: extend, lookUp: isExtended }),
  'assign-groups': carrier<'assign-groups'>(offices, { carryOut: assign }),
  'end-relationship': carrier<'end-relationship'>(offices, { carryOut: end }),
});
