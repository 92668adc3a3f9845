import * as z from 'zod';
import { awaitingCustomerEvents } from '../asking/awaiting-customer.ts';
import { askingEvents, event, opened, Words } from '../asking/events.ts';
import { Customer } from '../asking/states.ts';
import { Approval } from '../decided.ts';
import { letters } from '../effect.ts';
import { CaseId } from '../ids.ts';
import { Person } from '../people.ts';
import { Cloud } from '../../policy/index.ts';
import { Instant } from '../time.ts';
import { Invitation, Proposal } from './case.ts';

const relationshipId = z.string().min(1).max(200);
const { what, link } = Invitation.shape;

/** Which half of it is over. */
export const Part = z.enum(['reseller', 'gdap', 'all']);

export const AdminRelationshipEvent = z.discriminatedUnion('type', [
  opened(Proposal, {
    kind: z.literal('admin-relationship'),
    id: CaseId,
    cloud: Cloud,
    customer: Customer,
    requester: Person,
    approval: Approval,
  }),
  ...askingEvents(Proposal),
  ...awaitingCustomerEvents,
  event('invitation-prepared', { what, link, relationshipId: relationshipId.nullable() }),
  event('invitation-ready', {}),
  event('letter-sent', { letter: z.enum(letters), messageId: z.string().max(998) }),
  event('letter-bounced', { letter: z.enum(letters), messageId: z.string().max(998), words: z.string().max(2000) }),
  /** Seen by the watch, or, where nothing can be watched, by a person: with what shows it. */
  event('customer-accepted', { what, acceptedAt: Instant, endsAt: Instant.nullable(), evidence: z.string().max(2000) }),
  event('customer-stayed-silent', { waitingDays: z.int() }),
  event('invitation-recalled', { words: z.string().max(2000) }),
  /** None of our groups is set up to hold any of what the customer has granted: nobody has access. */
  event('groups-missing', {}),
  event('groups-assigned', { endsAt: Instant.nullable() }),
  event('end-announced', { daysLeft: z.int() }),
  event('relationship-extended', { endsAt: Instant.nullable() }),
  /** Another relationship goes on where this one will end. */
  event('relationship-renewed', { by: CaseId }),
  /** The very same one goes on, and another case looks after it. */
  event('relationship-carried-on', { by: CaseId }),
  event('relationship-ended', { by: z.enum(['us', 'customer']), part: Part }),
  event('end-reached', {}),
  event('case-closed', { words: Words }),
]);
export type AdminRelationshipEvent = z.infer<typeof AdminRelationshipEvent>;
