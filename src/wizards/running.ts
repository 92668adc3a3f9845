import * as z from 'zod';
import { Proposal } from '../cases/admin-relationship/case.ts';
import type { Case } from '../cases/case.ts';
import { CaseId } from '../cases/ids.ts';
import { Instant } from '../cases/time.ts';
import { Found } from './customer-page.ts';

const { gdap, relationshipId, endsAt } = Proposal.options[1].shape;

/** What a case of ours keeps going at a customer. */
export const Running = z.strictObject({
  id: CaseId,
  language: z.string(),
  contact: z.string().nullable(),
  sells: z.boolean(),
  relationshipId,
  /** The rights, where there are any. */
  gdap: gdap.nullable(),
  endsAt,
  extendsItself: z.boolean(),
  since: Instant,
});
export type Running = z.infer<typeof Running>;

/** Granular admin that is still there: all of it that a renewal needs to know. */
export type RunningRights = Running & { readonly gdap: NonNullable<Running['gdap']> };

/** Null: it does not run. */
export const runningIn = (current: Case): Running | null => {
  if (current.kind !== 'admin-relationship' || current.status !== 'active') return null;
  const { id, customer, proposal, invitations, relationshipId, endsAt, extendsItself, activeSince } = current;
  const rights = proposal.wants === 'end' || relationshipId === null ? null : proposal.gdap;
  const sells = invitations.some(({ what }) => what === 'reseller');
  const { language, contact } = customer;
  return { id, language, contact, sells, relationshipId, gdap: rights, endsAt, extendsItself, since: activeSince };
};

export const hasRights = (running: Running): running is RunningRights => running.gdap !== null;

/** Whose it is, as if they had been looked for. */
export const customerOf = ({ customer }: Case): Found => {
  const { name, tenant, domain, country } = customer;
  return { name, tenant, domain, country, isOurs: true };
};

/** Why a journey ends before it has begun, and where one can look instead. */
export const Stopped = z.strictObject({
  why: z.strictObject({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
  case: CaseId.nullable(),
  /** Whom one may ask for something else instead. */
  customer: Found.nullable(),
});
export type Stopped = z.infer<typeof Stopped>;
