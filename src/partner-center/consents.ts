import * as z from 'zod';
import { ask, byId } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { answered } from './asking.ts';

/** They have no code of its own for it. */
const ALREADY_THERE = /permission entry already exists/i;

interface Consent {
  readonly applicationId: string;
  readonly name: string | null;
  readonly grants: readonly {
    /** The application whose interface is to be used. */
    readonly of: string;
    readonly scopes: readonly string[];
  }[];
}

/** What our application may do in a customer’s tenant. Needs a role there, by granular admin, that may consent. */
export const createConsents = (service: Service) => ({
  /** Safe to repeat: the second time it is there already, which is done too. */
  grant: async (tenantId: string, { applicationId, name, grants }: Consent, requestId: string): Promise<Sent<'now' | 'before'>> => {
    const applicationGrants = grants.map(({ of, scopes }) => ({ enterpriseApplicationId: of, scope: scopes.join(',') }));
    const sent = await ask(service, {
      method: 'POST',
      path: byId`/v1/customers/${tenantId}/applicationconsents`,
      body: { applicationId, ...(name !== null && { displayName: name }), applicationGrants },
      answer: z.unknown(),
      requestId,
      repeatable: true,
    });
    if (sent.ok) return { ...sent, body: 'now' };
    return ALREADY_THERE.test(sent.failure.words) ? answered(409, 'before') : sent;
  },

  /** Asked again, it answers that there is none. */
  revoke: (tenantId: string, applicationId: string, requestId: string): Promise<Sent<unknown>> =>
    ask(service, {
      method: 'DELETE',
      path: byId`/v1/customers/${tenantId}/applicationconsents/${applicationId}`,
      answer: z.unknown(),
      requestId,
    }),
});
