import type { Assignment, Relationship } from './granted.ts';
import { tellOfAssignment } from './relationship-news.ts';
import { secondsFor } from './timing.ts';
import type { World } from './world.ts';

/** A change that its etag shows. */
export const touchAssignment = (world: World, assignment: Assignment): void => {
  assignment.version += 1;
  assignment.modifiedAt = world.now();
};

export const isStanding = ({ status }: Assignment): boolean => status === 'pending' || status === 'active';

const nextOf = (status: Assignment['status']) => {
  if (status === 'pending') return { becomes: 'active', told: 'activated' } as const;
  return status === 'deleting' ? ({ becomes: 'deleted', told: 'deleted' } as const) : null;
};

/** Puts on the agenda what becomes of a group's access by itself. */
export const carryOnAssignment = (world: World, relationship: Relationship, assignment: Assignment): void => {
  const { status } = assignment;
  const next = nextOf(status);
  if (next === null) return;
  world.inSeconds(secondsFor(world, 'assignment'), () => {
    if (assignment.status !== status) return;
    assignment.status = next.becomes;
    touchAssignment(world, assignment);
    tellOfAssignment(world, relationship, assignment, next.told);
  });
};
