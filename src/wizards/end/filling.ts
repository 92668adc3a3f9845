import * as z from 'zod';
import type { Cloud } from '../../policy/index.ts';
import { isSame, nobodyYet, whoShape } from '../customer-page.ts';
import type { Found } from '../customer-page.ts';
import { Running, Stopped } from '../running.ts';
import { nothingTold, tellingShape } from '../telling.ts';
import { atStart, walkOf } from '../walk.ts';

const pages = ['customer', 'nothing', 'what', 'consequences', 'told', 'review'] as const;

/** How far somebody has come who wants something to end. */
export const Filling = z.strictObject({
  ...walkOf(pages),
  ...whoShape,
  ...tellingShape,
  /** What cases of ours keep going there. */
  running: z.array(Running).max(20),
  /** Whether what nobody has a case of may be meant as well. */
  isOpenToOthers: z.boolean(),
  stopped: Stopped.nullable(),
});
export type Filling = z.infer<typeof Filling>;

export const begun = (cloud: Cloud | null): Filling => ({
  ...atStart('customer'),
  ...nobodyYet(cloud),
  ...nothingTold,
  running: [],
  isOpenToOthers: false,
  stopped: null,
});

/** What was read and told about one customer says nothing about another. */
export const taken = (filling: Filling, cloud: Cloud, customer: Found): Filling => ({
  ...filling,
  cloud,
  customer,
  stopped: null,
  ...(!isSame(filling.customer, customer) && { ...nothingTold, filled: { customer: filling.filled.customer } }),
});
