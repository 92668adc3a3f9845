import { byId } from '../wire/asking.ts';
import { byPartnerId } from './partner-link.ts';
import { OWNER } from './role-assignments.ts';

/**
 * What the customer pastes into a shell to let our group in, after the billing has moved. Null where an id is none: nothing
 * else ever gets into a command.
 */
export const handoverCommand = (
  subscription: string,
  { group, role = OWNER }: { readonly group: string; readonly role?: string },
): string | null =>
  byId`az role assignment create --assignee-object-id ${group} --assignee-principal-type ForeignGroup --role ${role} --scope /subscriptions/${subscription}`;

/** What somebody of ours says in a customer's tenant, once signed in there, so that Microsoft knows for which partner they work. */
export const partnerLinkCommand = (partnerId: string): string | null =>
  byPartnerId`az managementpartner create --partner-id ${partnerId}`;
