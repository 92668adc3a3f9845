import * as z from 'zod';
import { Cloud } from '../../policy/index.ts';
import { askingEvents, event, opened, Words } from '../asking/events.ts';
import { Customer, Told } from '../asking/states.ts';
import { Approval, Ask, Decided } from '../decided.ts';
import { letters } from '../effect.ts';
import { CaseId } from '../ids.ts';
import { Person } from '../people.ts';
import { Instant } from '../time.ts';
import { Proposal } from './case.ts';

const transferId = z.string().min(1).max(200);

export const AzureSwitchEvent = z.discriminatedUnion('type', [
  opened(Proposal.options[0], {
    kind: z.literal('azure-switch'),
    id: CaseId,
    cloud: Cloud,
    customer: Customer,
    requester: Person,
    approval: Approval,
  }),
  ...askingEvents(Proposal),
  event('transfer-offered', {
    kind: z.literal('azure-switch'),
    id: CaseId,
    cloud: Cloud,
    customer: Customer,
    proposal: Proposal.options[1],
    asks: z.array(Ask).min(1),
    approval: Approval,
    expiresAt: Instant,
  }),
  event('letter-sent', { letter: z.enum(letters), messageId: z.string().max(998) }),
  event('letter-bounced', { letter: z.enum(letters), messageId: z.string().max(998), words: z.string().max(2000) }),
  event('preparation-completed', {}),
  event('transfer-requested', { transferId: transferId.nullable(), expiresAt: Instant.nullable() }),
  event('other-partner-reminded', { waitingDays: z.int() }),
  event('transfer-accepted', { acceptedAt: Instant }),
  event('transfer-refused', { words: z.string().max(2000) }),
  event('transfer-expired', {}),
  event('cancel-asked', { words: z.string().max(2000) }),
  event('transfer-cancelled', { words: z.string().max(2000) }),
  event('handing-out-agreed', {
    items: z.array(z.string()).min(1),
    words: z.string().max(2000),
    decisions: z.array(Decided),
    told: Told,
  }),
  event('handing-out-refused', { words: Words }),
  event('move-slowed', {}),
  event('microsoft-asked', {}),
  event('move-reminded', { waitingDays: z.int() }),
  /** `left`: the names of what has stayed behind, where that shows. */
  event('subscriptions-moved', { complete: z.boolean(), left: z.array(z.string()).optional() }),
  event('move-failed', { trouble: z.strictObject({ effect: z.string(), code: z.string(), words: z.string().max(2000) }) }),
  event('handover-completed', {}),
  event('case-closed', { words: Words }),
]);
export type AzureSwitchEvent = z.infer<typeof AzureSwitchEvent>;
