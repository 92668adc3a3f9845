import * as z from 'zod';
import { CaseId } from '../../cases/ids.ts';
import { Instant } from '../../cases/time.ts';
import { nobodyYet, whoShape } from '../customer-page.ts';
import { nothingTold, tellingShape } from '../telling.ts';
import { atStart, walkOf } from '../walk.ts';

const pages = ['items', 'told', 'review'] as const;

/** What is asked for, and what may not leave us, with the sentence that says why. */
const Wanted = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.string().nullable(),
  whyNot: z.array(z.strictObject({ key: z.string(), values: z.record(z.string(), z.unknown()) })),
});
export type Wanted = z.infer<typeof Wanted>;

/** What another partner wants from us, as it stood when somebody began to look at it. */
export const Offer = z.strictObject({
  caseId: CaseId,
  seen: z.string(),
  partner: z.string(),
  expiresAt: Instant,
  wanted: z.array(Wanted).max(100),
});
export type Offer = z.infer<typeof Offer>;

/** How far somebody has come who decides about it. */
export const Filling = z.strictObject({
  ...walkOf(pages),
  ...whoShape,
  ...tellingShape,
  /** As it was named; with the words that came along. */
  named: z.string().nullable(),
  offer: Offer.nullable(),
});
export type Filling = z.infer<typeof Filling>;

/** Named by its id; what stands behind a colon are words that belong to the decision. */
export const begun = (text: string | null): Filling => {
  const [id = '', ...words] = (text ?? '').split(':');
  return {
    ...atStart('items'),
    ...nobodyYet(null),
    ...nothingTold,
    named: id.trim() === '' ? null : id.trim(),
    offer: null,
    filled: { review: { words: words.join(':').trim() } },
  };
};
