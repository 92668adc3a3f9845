import { terminateRelationship } from '../relationships.ts';
import { removeDap, removeTie } from '../ties.ts';
import { onPost, toldOf } from './forms.ts';
import { within } from './spans.ts';
import type { Page } from './visit.ts';

/** The customer ends a reseller relationship. */
export const endTie: Page = onPost(({ world, parameters: { customer = '', partner = '' } }) => ({
  to: `/customers/${customer}`,
  notice: toldOf(removeTie(world, customer, partner), ({ say }) => [say('tie.ended')]),
}));

/** The customer takes admin rights of the old kind away. */
export const endDap: Page = onPost(({ world, parameters: { customer = '', partner = '' } }) => {
  const known = world.customers.get(customer);
  if (known === undefined) return null;
  return { to: `/customers/${customer}`, notice: toldOf(removeDap(world, known, partner), ({ say }) => [say('dap.ended')]) };
});

/** The customer ends granular admin. */
export const endAdmin: Page = onPost(({ world, parameters: { customer = '', relationship = '' } }) => {
  if (world.relationships.get(relationship)?.customer?.tenantId !== customer) return null;
  const outcome = terminateRelationship(world, relationship, 'customer');
  const notice = toldOf(outcome, (voice) => [voice.say('admin.ended', { time: within(voice, world.timing.termination) })]);
  return { to: `/customers/${customer}`, notice };
});
