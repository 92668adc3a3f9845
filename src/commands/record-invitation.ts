import { Invitation } from '../cases/admin-relationship/case.ts';
import { Instant } from '../cases/time.ts';
import { byMachine, moving, ofCase } from './command.ts';
import { recorded } from './record.ts';

const { what, link, relationshipId } = Invitation.shape;

/** An invitation is there, with the link that Microsoft made for it. */
export const recordInvitationReady = moving({
  shape: byMachine('record-invitation-ready', { ...ofCase, what, link, relationshipId }),
  accept: ({ command: { actor, what, link, relationshipId }, now }, current) =>
    recorded(current, { type: 'invitation-prepared', at: now, actor, what, link, relationshipId }),
});

/** The customer has said yes, to this invitation, at that moment. */
export const recordCustomerAccepted = moving({
  shape: byMachine('record-customer-accepted', { ...ofCase, what, acceptedAt: Instant, endsAt: Instant.nullable() }),
  accept: ({ command: { actor, what, acceptedAt, endsAt }, now }, current) =>
    recorded(current, { type: 'customer-accepted', at: now, actor, what, acceptedAt, endsAt, evidence: '' }),
});
