import * as z from 'zod';
import { Part } from '../cases/admin-relationship/events.ts';
import type { Case } from '../cases/case.ts';
import { CaseId } from '../cases/ids.ts';
import { Instant } from '../cases/time.ts';
import { byMachine, moving, ofCase } from './command.ts';
import { recorded } from './record.ts';
import { notNow } from './rights.ts';

const endsAt = Instant.nullable();

/** Our groups hold the roles that were granted. */
export const recordGroupsAssigned = moving({
  shape: byMachine('record-groups-assigned', { ...ofCase, endsAt }),
  accept: ({ command: { actor, endsAt }, now }, current) => recorded(current, { type: 'groups-assigned', at: now, actor, endsAt }),
});

/** None of our groups may hold any of it. */
export const recordGroupsMissing = moving({
  shape: byMachine('record-groups-missing', { ...ofCase }),
  accept: ({ command: { actor }, now }, current) => recorded(current, { type: 'groups-missing', at: now, actor }),
});

/** It lasts longer than it did: because we asked for it, or by itself. */
export const recordRelationshipExtended = moving({
  shape: byMachine('record-relationship-extended', { ...ofCase, endsAt }),
  accept: ({ command: { actor, endsAt }, now }, current) =>
    recorded(current, { type: 'relationship-extended', at: now, actor, endsAt }),
});

/** Another case goes on where this one will end. */
export const recordRelationshipRenewed = moving({
  shape: byMachine('record-relationship-renewed', { ...ofCase, by: CaseId }),
  accept: ({ command: { actor, by }, now }, current) => recorded(current, { type: 'relationship-renewed', at: now, actor, by }),
});

/** The same relationship goes on, and another case looks after it. */
export const recordRelationshipCarriedOn = moving({
  shape: byMachine('record-relationship-carried-on', { ...ofCase, by: CaseId }),
  accept: ({ command: { actor, by }, now }, current) => recorded(current, { type: 'relationship-carried-on', at: now, actor, by }),
});

/** What this case never had cannot end in it. */
const isThere = (current: Case, part: 'reseller' | 'gdap' | 'all'): boolean =>
  current.status !== 'active' ||
  part === 'all' ||
  (part === 'gdap' ? current.relationshipId !== null : current.invitations.some(({ what }) => what === 'reseller'));

/** It is over. */
export const recordRelationshipEnded = moving({
  shape: byMachine('record-relationship-ended', { ...ofCase, by: z.enum(['us', 'customer']), part: Part.default('all') }),
  accept: ({ command: { actor, by, part }, now }, current) =>
    isThere(current, part) ? recorded(current, { type: 'relationship-ended', at: now, actor, by, part }) : notNow(current),
});
