import { sha256 } from '../cases/digest.ts';
import type { Cloud } from '../policy/index.ts';
import { itemFacts, wishFacts } from './answers.ts';
import type { Answers } from './answers.ts';
import type { Invited } from './invited.ts';

type Customer = Invited['customer'];

/** Where it is kept what people have told of a customer. */
interface Notebook<By> {
  readonly remember: (cloud: Cloud, customer: Customer, facts: Readonly<Record<string, unknown>>, by: By) => Promise<void>;
  readonly rememberItems: (
    cloud: Cloud,
    customer: Customer,
    items: readonly { id: string; name: string; facts: Record<string, unknown> }[],
    by: By,
  ) => Promise<void>;
}

/** What a customer answers stands beside what people of ours have told of it; corrected, it takes its own place. */
export const rememberedIn =
  <By>(notebook: Notebook<By>, by: By) =>
  async ({ cloud, customer }: Invited, page: string, answers: Answers): Promise<void> => {
    await notebook.remember(cloud, customer, wishFacts(answers), by);
    const item = { id: `told-${sha256(page).slice(0, 12)}`, name: answers.what, facts: itemFacts(answers) };
    await notebook.rememberItems(cloud, customer, [item], by);
  };
