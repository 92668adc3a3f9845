import * as z from 'zod';
import { placeOfCustomer } from '../commands/notes-about.ts';
import { Cloud, verdicts } from '../policy/index.ts';
import type { Store } from '../ports.ts';
import { createNotebook } from './notebook.ts';

const Verdict = z.enum(verdicts);

/** What a check has said about one thing that a customer has. */
const KeptItem = z.strictObject({
  name: z.string(),
  /** Of what people have named: what everybody calls it. */
  thing: z.string().nullable(),
  support: Verdict,
  move: Verdict,
  /** The legal ways to move it. */
  procedures: z.array(z.string()).readonly(),
  /** From when on something of it is forbidden. */
  deadline: z.string().nullable(),
});

/** The last check of a customer. Of whoever checked only the id is kept. */
export const KeptCheck = z.strictObject({
  cloud: Cloud,
  customer: z.strictObject({ name: z.string(), tenant: z.string().nullable(), domain: z.string().nullable() }),
  by: z.string(),
  on: z.string(),
  items: z.array(KeptItem).readonly(),
});
export type KeptCheck = z.infer<typeof KeptCheck>;

type About = KeptCheck['customer'];

const MOST_ITEMS = 30;
const MOST_RECENT = 20;

/** What checks have said, by customer: shown the next time, and to whoever looks for the customer. */
export const createKeptChecks = (store: Store) => {
  const checks = createNotebook(store, 'check/', KeptCheck);
  const recent = createNotebook(store, 'recent-checks/', z.array(z.string()));

  return {
    /** In place of what the last check has said. */
    keep: async (cloud: Cloud, customer: About, { by, on, items }: Pick<KeptCheck, 'by' | 'on' | 'items'>): Promise<void> => {
      const key = placeOfCustomer(cloud, customer);
      const { name, tenant, domain } = customer;
      await checks.change(key, () => ({
        ...{ cloud, customer: { name, tenant, domain }, by, on },
        items: items.slice(0, MOST_ITEMS),
      }));
      await recent.change('all', (before) => [key, ...(before ?? []).filter((one) => one !== key)].slice(0, MOST_RECENT));
    },

    of: (cloud: Cloud, customer: About): Promise<KeptCheck | null> => checks.read(placeOfCustomer(cloud, customer)),

    /** The newest first. */
    newest: async (limit: number): Promise<readonly KeptCheck[]> => {
      const keys = ((await recent.read('all')) ?? []).slice(0, limit);
      const all = await Promise.all(keys.map((key) => checks.read(key)));
      return all.filter((one) => one !== null);
    },
  };
};

export type KeptChecks = ReturnType<typeof createKeptChecks>;
