import * as z from 'zod';
import { factsBy } from '../cases/asking/states.ts';

/** Something that a customer has, as whoever knows it has said: only what the thing itself is. */
export const ItemSaid = z.strictObject({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  facts: factsBy(/^item\./),
});
export type ItemSaid = z.infer<typeof ItemSaid>;

/** The same, with who has said it, and when. */
export const ToldItem = ItemSaid.extend({ by: z.string(), on: z.string() });
export type ToldItem = z.infer<typeof ToldItem>;
