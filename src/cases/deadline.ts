import * as z from 'zod';
import { Instant } from './time.ts';

/** What has to be thought of at an instant, by whoever keeps the clock. */
export const Deadline = z.strictObject({
  what: z.enum([
    'remind-approvers',
    'remind-requester',
    'escalate',
    'request-lapses',
    'follow-up-customer',
    'invitation-lapses',
    'lapse-near',
    'pause-ends',
    'announce-end',
    'end-reached',
    'remind-other-partner',
    'transfer-expires',
    'move-is-slow',
    'ask-microsoft',
    'remind-item-owners',
    'remind-stuck',
    'remind-move',
  ]),
  at: Instant,
});
export type Deadline = z.infer<typeof Deadline>;
