import type { Doing } from './story.ts';
import type { Name } from './stage.ts';

/** Somebody asks for a few roles at a customer, named by its domain, in English, page by page up to the review. */
export const upToReview = async ({ says, presses }: Doing, name: Name, customer: string): Promise<void> => {
  await says(name, `request admin for ${customer}`);
  await presses(name, 'Next', { wish: 'manage' });
  await presses(name, 'Next', { bundle: 'support-minimal' });
  await presses(name, 'Next');
  await presses(name, 'Next', { contact: `admin@${customer}` });
};

/** The same to its end: the case waits for approval. */
export const asked = async (doing: Doing, name: Name, customer = 'contoso.example'): Promise<string> => {
  await upToReview(doing, name, customer);
  await doing.presses(name, 'Ask for approval');
  return doing.caseId();
};
