import { plain } from '../../languages/speak.ts';
import { partnerOfGroup, removeRole, roleOf } from '../azure-roles.ts';
import type { AzureSubscription, Customer, RoleAssignment } from '../world.ts';
import { ending, onPost, toldOf } from './forms.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Page, Visit } from './visit.ts';

/** Azure's own names for what is most often given. */
const roleNames: Readonly<Record<string, string>> = {
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635': 'Owner',
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9': 'User Access Administrator',
  'b24988ac-6180-42a0-ab88-20f7382dd24c': 'Contributor',
  'acdd72a7-3385-48ef-bd42-f606fba81ae7': 'Reader',
  'cfd33db0-3dd1-45e3-aa9d-cdbdf3b6f24e': 'Support Request Contributor',
};

interface Holding {
  readonly customer: Customer;
  readonly subscription: AzureSubscription;
  readonly assignment: RoleAssignment;
  readonly partner: string;
}

/** On whose page it stands: the customer's, or the partner's. */
type Side = { readonly customer: string } | { readonly partner: string };

const heldAt = ({ world }: Visit, customer: Customer): readonly Holding[] =>
  customer.azure.flatMap((subscription) =>
    subscription.roleAssignments.flatMap((assignment) => {
      const partner = assignment.principalType === 'ForeignGroup' ? partnerOfGroup(world, assignment.principalId) : null;
      return partner === null ? [] : [{ customer, subscription, assignment, partner }];
    }),
  );

const holdings = (visit: Visit, side: Side): readonly Holding[] => {
  const all = [...visit.world.customers.values()].flatMap((customer) => heldAt(visit, customer));
  return all.filter(({ customer, partner }) =>
    'customer' in side ? customer.tenantId === side.customer : partner === side.partner,
  );
};

const pageOf = (side: Side): string => ('customer' in side ? `/customers/${side.customer}` : `/partners/${side.partner}`);

/** Access that partners' groups have to subscriptions, each with a way to take it away. */
export const holdingsOf = (visit: Visit, side: Side): readonly Markup[] =>
  holdings(visit, side).map(({ customer, subscription, assignment, partner }) => {
    const { say } = visit.voice;
    const other = 'customer' in side ? (visit.world.partners.get(partner)?.name ?? partner) : customer.name;
    const role = roleOf(assignment);
    const path = `${pageOf(side)}/azure/${subscription.id}/${assignment.name}/remove`;
    return markup`<li class="card"><h3>${plain(other)}</h3>
<p>${say('azure.role', { role: roleNames[role] ?? role, subscription: subscription.name })}<br><small>${subscription.id}</small></p>
${ending(visit, path, { title: say('azure.remove'), what: say('azure.removeWhat') })}</li>`;
  });

/** Takes one of them away, from whichever of the two pages. */
export const removeHolding: Page = onPost((visit) => {
  const { customer, partner = '', subscription, assignment } = visit.parameters;
  const side: Side = customer === undefined ? { partner } : { customer };
  const held = holdings(visit, side).find((one) => one.subscription.id === subscription && one.assignment.name === assignment);
  if (held === undefined) return null;
  const removed = removeRole(visit.world, held.subscription.id, held.assignment.name);
  return { to: pageOf(side), notice: toldOf(removed, ({ say }) => [say('azure.removed')]) };
});
