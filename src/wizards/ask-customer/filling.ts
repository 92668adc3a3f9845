import * as z from 'zod';
import { CaseId } from '../../cases/ids.ts';
import type { Cloud } from '../../policy/index.ts';
import { isSame, nobodyYet, whoShape } from '../customer-page.ts';
import type { Found } from '../customer-page.ts';
import { atStart, walkOf } from '../walk.ts';

const pages = ['customer', 'letter', 'review'] as const;

/** How far somebody has come who asks a customer what only the customer knows. */
export const Filling = z.strictObject({
  ...walkOf(pages),
  ...whoShape,
  /** What this customer was asked before, and has not answered yet. */
  open: z.array(z.strictObject({ id: CaseId, on: z.string() })).max(5),
});
export type Filling = z.infer<typeof Filling>;

export const begun = (cloud: Cloud | null): Filling => ({ ...atStart('customer'), ...nobodyYet(cloud), open: [] });

/** Somebody else’s address is none of this customer’s; what it is about is what brought one here. */
export const taken = (filling: Filling, cloud: Cloud, customer: Found): Filling => {
  const { about = '', ...written } = filling.filled.letter ?? {};
  const letter = isSame(filling.customer, customer) || filling.customer === null ? { ...written, about } : { about };
  return { ...filling, cloud, customer, filled: { ...filling.filled, letter } };
};
