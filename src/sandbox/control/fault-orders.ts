import * as z from 'zod';
import { Cloud } from '../../policy/index.ts';
import type { Fault, Faults, Injection } from '../faults.ts';

const Fault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('throttled'), retryAfter: z.string() }),
  z.strictObject({
    kind: z.literal('status'),
    status: z.literal([500, 502, 503, 504]),
    as: z.enum(['error', 'page', 'nothing']).default('error'),
  }),
  z.strictObject({ kind: z.literal('slow'), milliseconds: z.int().min(0).max(600_000) }),
  z.strictObject({
    kind: z.enum([
      'lost-before',
      'cut-after',
      'cut-in-body',
      'garbage',
      'bom',
      'page',
      'number-codes',
      'mixed-case-keys',
      'links-with-version',
      'wrong-content-type',
    ]),
  }),
]);

const pattern = z.string().transform((said, context) => {
  try {
    return new RegExp(said);
  } catch (problem) {
    context.addIssue({ code: 'custom', message: String(problem) });
    return z.NEVER;
  }
});

const Order = z.strictObject({
  surface: z.enum(['sign-in', 'partner-center', 'graph', 'azure', 'machine-identity']),
  cloud: Cloud.optional(),
  method: z.string().optional(),
  path: pattern,
  times: z.int().min(1).default(1),
  fault: Fault,
}) satisfies z.ZodType<Injection & { readonly fault: Fault }>;

/** Orders a fault from outside; false where the order makes no sense. */
export const orderFault = (faults: Faults, told: unknown): boolean => {
  const order = Order.safeParse(told);
  if (order.success) faults.add(order.data);
  return order.success;
};
