import * as z from 'zod';

/** An offer of new commerce is a product, a variant of it, and an availability. */
const newCommerce = /^[^:\s]+:[^:\s]+:[^:\s]+$/;

/** The kind of product is named differently in every place; the offer is what tells Azure apart. */
export const isAzurePlan = (offerId: string): boolean => offerId.startsWith('DZH318Z0BPS6');

/** In the words of the rules; null where the offer is of no kind that we know. */
export const generationOf = (offerId: string): 'azure_plan' | 'azure_0145p' | 'nce' | 'legacy' | null => {
  if (isAzurePlan(offerId)) return 'azure_plan';
  if (offerId.toUpperCase() === 'MS-AZR-0145P') return 'azure_0145p';
  if (newCommerce.test(offerId)) return 'nce';
  return z.guid().safeParse(offerId).success ? 'legacy' : null;
};

/** As far as the offer tells. An old licence and an old usage have ids that look alike: there it is what they are billed by. */
export const kindOf = (offerId: string, billedBy: string | null): 'licence' | 'usage' | 'software' | null => {
  const generation = generationOf(offerId);
  if (generation === 'azure_plan' || generation === 'azure_0145p') return 'usage';
  if (generation === 'legacy') return billedBy === 'licence' || billedBy === 'usage' ? billedBy : null;
  if (offerId.startsWith('CFQ7')) return 'licence';
  return offerId.startsWith('DG7') ? 'software' : null;
};
