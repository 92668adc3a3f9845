import { assignGroup, changeAssignment, removeAssignment } from '../access-assignments.ts';
import type { Call } from '../routing.ts';
import type { Assignment, Relationship } from '../granted.ts';
import { failed, notFound, urlOf } from './answers.ts';
import type { Answered } from './answers.ts';
import { AssignmentChange, bodyOf, NewAssignment } from './bodies.ts';
import { assignmentEntity } from './entities.ts';
import { etagOfAssignment, precondition } from './etags.ts';
import { contextIn, objected, ofRelationship, pathOf } from './found.ts';
import { startedOperation } from './operations.ts';
import { entityOf, pageOf } from './pages.ts';

/** For the assignment that the path names. */
const ofAssignment = (answer: (call: Call, relationship: Relationship, assignment: Assignment) => Answered) =>
  ofRelationship((call, relationship) => {
    const assignment = relationship.assignments.find(({ id }) => id === call.parameters.assignment);
    return assignment === undefined ? notFound : answer(call, relationship, assignment);
  });

/** The same for whoever says which version they have seen. */
const ofSeenAssignment = (answer: (call: Call, relationship: Relationship, assignment: Assignment) => Answered) =>
  ofAssignment(
    (call, relationship, assignment) => precondition(call, etagOfAssignment(assignment)) ?? answer(call, relationship, assignment),
  );

const shown = (call: Call, relationship: Relationship, assignment: Assignment): Answered =>
  entityOf(call, contextIn(relationship, 'accessAssignments'), assignmentEntity(assignment));

export const getAssignment = ofAssignment(shown);

export const listAssignments = ofRelationship((call, relationship) =>
  pageOf(call, {
    path: `${pathOf(relationship)}/accessAssignments`,
    context: contextIn(relationship, 'accessAssignments'),
    longestPage: 300,
    items: relationship.assignments,
    write: assignmentEntity,
  }),
);

export const postAssignment = ofRelationship((call, relationship) => {
  const parsed = bodyOf(call, NewAssignment);
  if ('failed' in parsed) return parsed;
  const assigned = assignGroup(call.world, relationship, parsed.body);
  if ('objection' in assigned) return objected(assigned);
  const reply = shown(call, relationship, assigned);
  const Location = urlOf(call, `${pathOf(relationship)}/accessAssignments/${assigned.id}`);
  return 'failed' in reply ? reply : { ...reply, status: 201, headers: { ...reply.headers, Location } };
});

/** The new list replaces the old one: accepted, or done at once where nothing changes. */
export const patchAssignment = ofSeenAssignment((call, relationship, assignment) => {
  const parsed = bodyOf(call, AssignmentChange);
  if ('failed' in parsed) return parsed;
  const changed = changeAssignment(call.world, relationship, assignment, parsed.body);
  if (changed === null) return shown(call, relationship, assignment);
  return 'objection' in changed ? objected(changed) : startedOperation(call, relationship, changed);
});

export const deleteAssignment = ofSeenAssignment((call, relationship, assignment) => {
  const removed = removeAssignment(call.world, relationship, assignment);
  return removed.done ? { status: 204 } : failed(409, removed.why);
});
