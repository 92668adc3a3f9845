import { later } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import { GLOBAL_ADMINISTRATOR } from './built-in-roles.ts';
import { endOf } from './duration.ts';
import { tellOfRelationship } from './relationship-news.ts';
import { secondsFor, secondsUntil } from './timing.ts';
import type { Relationship, RelationshipStatus } from './granted.ts';
import type { World } from './world.ts';

const ANSWERED_WITHIN_DAYS = 90;
const REMEMBERED_DAYS = 365;
const EXTENDED_BY_DAYS = 180;

type Happening = (world: World, relationship: Relationship) => void;

/** A change that its etag shows. */
export const touch: Happening = (world, relationship) => {
  relationship.version += 1;
  relationship.modifiedAt = world.now();
};

/** Happens unless the relationship has gone another way meanwhile. */
const unlessChanged = (world: World, relationship: Relationship, seconds: number, happens: Happening): void => {
  const { status, endsAt } = relationship;
  world.inSeconds(seconds, () => {
    const isSame = world.relationships.get(relationship.id) === relationship;
    if (isSame && relationship.status === status && relationship.endsAt === endsAt) happens(world, relationship);
  });
};

const cleanUp: Happening = (world, relationship) => {
  world.relationships.delete(relationship.id);
  tellOfRelationship(world, relationship, 'cleaned_up');
};

const answeredBy: Partial<Record<RelationshipStatus, string>> = { approvalPending: 'lockForApproval', terminated: 'terminate' };

const settleRequests: Happening = (world, { requests, status }) => {
  for (const request of requests) {
    if (request.action !== answeredBy[status] || request.status !== 'created') continue;
    request.status = 'succeeded';
    request.modifiedAt = world.now();
  }
};

/** Enters a status; what follows from it by itself is put on the agenda. */
export const become = (world: World, relationship: Relationship, status: RelationshipStatus): void => {
  relationship.status = status;
  touch(world, relationship);
  settleRequests(world, relationship);
  carryOn(world, relationship);
};

const activate: Happening = (world, relationship) => {
  relationship.activatedAt = world.now();
  relationship.endsAt = endOf(world.now(), relationship.duration);
  become(world, relationship, 'active');
  tellOfRelationship(world, relationship, 'activated');
};

const isExtended = ({ autoExtend, roles }: Relationship): boolean =>
  autoExtend === 'P180D' && !roles.includes(GLOBAL_ADMINISTRATOR);

const reachEnd: Happening = (world, relationship) => {
  if (!isExtended(relationship)) {
    become(world, relationship, 'expiring');
    return;
  }
  relationship.endsAt = later(relationship.endsAt ?? world.now(), { days: EXTENDED_BY_DAYS });
  touch(world, relationship);
  carryOn(world, relationship);
};

const end =
  (how: 'expired' | 'terminated'): Happening =>
  (world, relationship) => {
    for (const assignment of relationship.assignments) assignment.status = 'deleted';
    become(world, relationship, how);
    tellOfRelationship(world, relationship, how);
  };

/** Whether its partner has asked to lock it. */
export const isToBeLocked = ({ requests }: Relationship): boolean => requests.some(({ action }) => action === 'lockForApproval');

/** Since when its customer can answer: what a reseller says meanwhile does not begin the time anew. */
const lockedAt = ({ requests, modifiedAt }: Relationship): Instant =>
  requests.find(({ action }) => action === 'lockForApproval')?.modifiedAt ?? modifiedAt;

const cleanUpLater: Happening = (world, relationship) => {
  const until = later(relationship.modifiedAt, { days: REMEMBERED_DAYS });
  unlessChanged(world, relationship, secondsUntil(world, until), cleanUp);
};

/** What happens next by itself, by status. */
const follows: Record<RelationshipStatus, Happening> = {
  created: (world, relationship) => {
    if (!isToBeLocked(relationship)) return;
    unlessChanged(world, relationship, secondsFor(world, 'lock'), () => {
      become(world, relationship, 'approvalPending');
    });
  },
  approvalPending: (world, relationship) => {
    const until = later(lockedAt(relationship), { days: ANSWERED_WITHIN_DAYS });
    unlessChanged(world, relationship, secondsUntil(world, until), cleanUp);
  },
  approved: (world, relationship) => {
    unlessChanged(world, relationship, secondsFor(world, 'activation') / 2, () => {
      become(world, relationship, 'activating');
    });
  },
  activating: (world, relationship) => {
    unlessChanged(world, relationship, secondsFor(world, 'activation') / 2, activate);
  },
  active: (world, relationship) => {
    if (relationship.endsAt !== null) unlessChanged(world, relationship, secondsUntil(world, relationship.endsAt), reachEnd);
  },
  expiring: (world, relationship) => {
    unlessChanged(world, relationship, secondsFor(world, 'termination'), end('expired'));
  },
  terminationRequested: (world, relationship) => {
    unlessChanged(world, relationship, secondsFor(world, 'termination') / 2, () => {
      become(world, relationship, 'terminating');
    });
  },
  terminating: (world, relationship) => {
    unlessChanged(world, relationship, secondsFor(world, 'termination') / 2, end('terminated'));
  },
  expired: cleanUpLater,
  terminated: cleanUpLater,
};

/** Puts on the agenda what happens next by itself; also for a relationship that was put into the world as it is. */
export const carryOn: Happening = (world, relationship) => {
  follows[relationship.status](world, relationship);
};
