import * as z from 'zod';
import { notDone } from '../act.ts';
import type { Done } from '../act.ts';
import { placeOf, removeRole } from '../azure-roles.ts';
import { approveRelationship, refuseRelationship, terminateRelationship } from '../relationships.ts';
import { acceptTie, removeDap, removeTie } from '../ties.ts';
import { acceptTransfer, declineTransfer } from '../transfers.ts';
import type { World } from '../world.ts';

/** What somebody’s hands do, as it is told from outside; null: that makes no sense. */
type Act = (world: World, told: unknown) => Done | null;

const act =
  <T>(shape: z.ZodType<T>, does: (world: World, told: T) => Done): Act =>
  (world, told) => {
    const parsed = shape.safeParse(told);
    return parsed.success ? does(world, parsed.data) : null;
  };

const Pair = z.strictObject({ customer: z.string(), partner: z.string() });
const Invited = z.strictObject({ id: z.string(), customer: z.string() });

const withoutDap = (world: World, { customer, partner }: z.infer<typeof Pair>): Done => {
  const known = world.customers.get(customer);
  return known === undefined ? notDone('unknown-customer') : removeDap(world, known, partner);
};

/** Takes away what the group of a partner may do in a subscription, all of it. */
const withoutRoles = (world: World, subscription: string, principal: string): Done => {
  const place = placeOf(world, subscription);
  const theirs = place?.subscription.roleAssignments.filter(({ principalId }) => principalId === principal) ?? [];
  const outcomes = theirs.map(({ name }) => removeRole(world, subscription, name));
  return outcomes.find((one) => !one.done) ?? outcomes[0] ?? notDone('no-assignment');
};

/** The hands of people who do not work for us, by the path below the control’s prefix. */
export const acts: Readonly<Record<string, Act>> = {
  '/ties/accept': act(Pair.extend({ dap: z.boolean().default(false) }), (world, { customer, partner, dap }) =>
    acceptTie(world, customer, partner, { dap }),
  ),
  '/ties/remove': act(Pair, (world, { customer, partner }) => removeTie(world, customer, partner)),
  '/dap/remove': act(Pair, withoutDap),
  '/relationships/approve': act(Invited, (world, { id, customer }) => approveRelationship(world, id, customer)),
  '/relationships/refuse': act(Invited, (world, { id, customer }) => refuseRelationship(world, id, customer)),
  '/relationships/terminate': act(z.strictObject({ id: z.string(), by: z.enum(['partner', 'customer']) }), (world, { id, by }) =>
    terminateRelationship(world, id, by),
  ),
  '/transfers/accept': act(z.strictObject({ id: z.string(), subscriptions: z.array(z.string()) }), (world, { id, subscriptions }) =>
    acceptTransfer(world, id, subscriptions),
  ),
  '/transfers/decline': act(z.strictObject({ id: z.string() }), (world, { id }) => declineTransfer(world, id)),
  '/role-assignments/remove': act(
    z.strictObject({ subscription: z.string(), principal: z.string() }),
    (world, { subscription, principal }) => withoutRoles(world, subscription, principal),
  ),
};
