import * as z from 'zod';
import { jsonIn } from '../json.ts';
import type { Call } from '../routing.ts';
import { failed } from './answers.ts';
import type { Failed } from './answers.ts';
import type { Draft } from '../relationship-drafts.ts';

const unifiedRoles = z
  .object({ unifiedRoles: z.array(z.object({ roleDefinitionId: z.guid().toLowerCase() })) })
  .transform((details) => details.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId));

const customer = z
  .object({ tenantId: z.guid().toLowerCase(), displayName: z.string().nullish() })
  .transform(({ tenantId, displayName }) => ({ tenantId, displayName: displayName ?? null }));

const RelationshipBody = z.object({
  displayName: z.string(),
  duration: z.string(),
  customer: customer.nullish(),
  accessDetails: unifiedRoles,
  autoExtendDuration: z.string().nullish(),
});

/** A new relationship. */
export const NewRelationship = RelationshipBody.transform((body): Draft => ({
  displayName: body.displayName,
  duration: body.duration,
  customer: body.customer ?? null,
  roles: body.accessDetails,
  autoExtend: body.autoExtendDuration ?? 'PT0S',
}));

/** What a partner wants changed; what is not mentioned stays. */
export const Changes = RelationshipBody.partial().transform(
  ({ displayName, duration, customer, accessDetails, autoExtendDuration }): Partial<Draft> => ({
    ...(displayName !== undefined && { displayName }),
    ...(duration !== undefined && { duration }),
    ...(customer !== undefined && { customer }),
    ...(accessDetails !== undefined && { roles: accessDetails }),
    ...(typeof autoExtendDuration === 'string' && { autoExtend: autoExtendDuration }),
  }),
);

export const NewRequest = z.object({ action: z.enum(['lockForApproval', 'terminate', 'approve', 'reject']) });

export const NewAssignment = z
  .object({
    accessContainer: z.object({ accessContainerId: z.string(), accessContainerType: z.literal('securityGroup') }),
    accessDetails: unifiedRoles,
  })
  .transform(({ accessContainer, accessDetails }) => ({
    group: accessContainer.accessContainerId.toLowerCase(),
    roles: accessDetails,
  }));

export const AssignmentChange = z.object({ accessDetails: unifiedRoles }).transform(({ accessDetails }) => accessDetails);

const MALFORMED = failed(400, 'The request body is malformed.');

/** The body, if it is what is expected here. */
export const bodyOf = <Body>({ asked }: Call, schema: z.ZodType<Body>): { readonly body: Body } | Failed => {
  const parsed = schema.safeParse(jsonIn(asked.raw.toString('utf8')));
  return parsed.success ? { body: parsed.data } : MALFORMED;
};
