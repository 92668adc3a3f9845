import * as z from 'zod';
import { ask, byId } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { maybe, moment, record } from '../wire/shapes.ts';
import { filled, said } from './answers.ts';

const Qualification = record({
  qualification: said({
    Education: 'education',
    GovernmentCommunityCloud: 'government-community-cloud',
    StateOwnedEntity: 'state-owned',
    Nonprofit: 'nonprofit',
    None: 'none',
  }),
  vettingStatus: maybe(said({ Approved: 'approved', InReview: 'in-review', Denied: 'denied' })),
  vettingReason: filled,
  vettingCreatedDate: maybe(moment),
}).transform(({ qualification, vettingStatus, vettingReason, vettingCreatedDate }) => ({
  kind: qualification,
  vetting: vettingStatus,
  reason: vettingReason,
  askedAt: vettingCreatedDate,
}));

/** What a customer counts as, or is being looked at for. */
export type Qualification = z.infer<typeof Qualification>;

/** It reads only. */
export const createQualifications = (service: Service) => ({
  of: (tenantId: string): Promise<Sent<readonly Qualification[]>> =>
    ask(service, { method: 'GET', path: byId`/v1/customers/${tenantId}/qualifications`, answer: z.array(Qualification) }),
});
