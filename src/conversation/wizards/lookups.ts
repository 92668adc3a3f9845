import * as z from 'zod';
import { Fellow } from '../../cases/admin-relationship/case.ts';
import type { Person } from '../../cases/people.ts';
import { dayOf } from '../../cases/time.ts';
import { clean } from '../../commands/clean.ts';
import { placeOfCustomer } from '../../commands/notes-about.ts';
import { Cloud } from '../../policy/index.ts';
import type { Companies, People, Ports, Unreachable } from '../../ports.ts';
import type { Found } from '../../wizards/customer-page.ts';
import { ToldItem } from '../../wizards/items.ts';
import type { ItemSaid } from '../../wizards/items.ts';
import { fellowsOf } from '../../wizards/request-admin/relationship.ts';
import type { Ourselves } from '../../wizards/request-admin/filling.ts';
import { CUSTOMER, ToldBefore } from '../../wizards/telling.ts';
import type { Told } from '../../wizards/telling.ts';
import { createAskedBefore } from './asked-before.ts';

interface Means {
  readonly ports: Pick<Ports, 'store' | 'clock' | 'facts'>;
  readonly companies: Companies;
  readonly people: Pick<People, 'known'>;
}

const MOST_FOUND = 15;
const MOST_FELLOWS = 50;
const MOST_ITEMS = 100;
const ToldItems = z.array(ToldItem);
const PartnerType = z.enum(['direct_bill', 'indirect_provider', 'indirect_reseller']);

type About = Pick<Found, 'tenant' | 'domain' | 'name'>;

const toldKey = (cloud: Cloud, customer: About): string => `told/${placeOfCustomer(cloud, customer)}`;
const itemsKey = (cloud: Cloud, customer: About): string => `items/${placeOfCustomer(cloud, customer)}`;

const Tenant = z.guid();

/** Names as others wrote them, in the bounds of a request. */
const asCompany = ({ name, tenant, domain, country, isOurs }: Found): Found => ({
  name: ([name.trim(), domain, tenant].find((one) => one !== null && one !== '') ?? '–').slice(0, 200),
  tenant: Tenant.safeParse(tenant).data ?? null,
  domain: domain?.slice(0, 253) ?? null,
  country: country !== null && /^[A-Z]{2}$/.test(country) ? country : null,
  isOurs,
});

/** What is looked up for a request, at services and in our own notes. */
export const createLookups = ({ ports, companies, people }: Means) => {
  const { store, clock, facts } = ports;

  return {
    find: async (cloud: Cloud, text: string): Promise<readonly Found[] | Unreachable> => {
      const found = await companies.find(cloud, text, MOST_FOUND);
      return 'unreachable' in found ? found : clean(found.slice(0, MOST_FOUND).map(asCompany));
    },

    /** What kind of partner we are, and with whom we serve customers indirectly. */
    ourselves: async (cloud: Cloud, { name, tenant, domain, country }: Found): Promise<Ourselves | Unreachable> => {
      const customer = { name, tenant, domain, country, language: 'en', contact: null };
      const read = await facts.partner.read(['partner.type'], { cloud, customer, item: null, caseId: null });
      if ('unreachable' in read) return read;
      const type = PartnerType.safeParse(read['partner.type']).data ?? null;
      const kind = fellowsOf({ type, fellows: [] });
      const fellows = kind === null ? [] : await companies.fellows(cloud, kind);
      return 'unreachable' in fellows
        ? fellows
        : { type, fellows: clean(fellows.flatMap((one) => Fellow.safeParse(one).data ?? []).slice(0, MOST_FELLOWS)) };
    },

    toldBefore: async (cloud: Cloud, customer: Found): Promise<ToldBefore | null> =>
      ToldBefore.safeParse((await store.note(toldKey(cloud, customer)))?.value).data ?? null,

    /** So that the next one need not ask the customer again. Of whoever told it only the id is kept. */
    remember: async (cloud: Cloud, customer: About, facts: Told, person: Person): Promise<void> => {
      // That something does not apply to this request says nothing about the next.
      const told = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
      if (Object.keys(told).length === 0) return;
      const key = toldKey(cloud, customer);
      const before = await store.note(key);
      const earlier = ToldBefore.safeParse(before?.value).data;
      // Nobody is said to have told what the customer has, or the other way round; what the customer tells stands with its case.
      const isByOthers = earlier !== undefined && (earlier.by === CUSTOMER) !== (person.id === CUSTOMER);
      if (isByOthers && person.id === CUSTOMER) return;
      const value = { facts: { ...(isByOthers ? {} : earlier?.facts), ...told }, by: person.id, on: dayOf(clock.now()) };
      // Whoever was faster knows as much.
      await store.commit({ notes: [{ key, expected: before?.version ?? 0, value: clean(value) }] });
    },

    /** What people have said that this customer has. */
    items: async (cloud: Cloud, customer: About): Promise<readonly ToldItem[]> =>
      ToldItems.safeParse((await store.note(itemsKey(cloud, customer)))?.value).data ?? [],

    /** What is said of one of them replaces what was said of it before. */
    rememberItems: async (cloud: Cloud, customer: About, items: readonly ItemSaid[], person: Person): Promise<void> => {
      if (items.length === 0) return;
      const key = itemsKey(cloud, customer);
      const before = await store.note(key);
      const earlier = ToldItems.safeParse(before?.value).data ?? [];
      const told = items.map((item) => ({ ...item, by: person.id, on: dayOf(clock.now()) }));
      const value = [...told, ...earlier.filter(({ id }) => !items.some((item) => item.id === id))].slice(0, MOST_ITEMS);
      await store.commit({ notes: [{ key, expected: before?.version ?? 0, value: clean(value) }] });
    },

    /** What is no longer so. */
    forgetItems: async (cloud: Cloud, customer: About, ids: readonly string[]): Promise<void> => {
      if (ids.length === 0) return;
      const key = itemsKey(cloud, customer);
      const before = await store.note(key);
      const value = (ToldItems.safeParse(before?.value).data ?? []).filter(({ id }) => !ids.includes(id));
      await store.commit({ notes: [{ key, expected: before?.version ?? 0, value: clean(value) }] });
    },

    ...createAskedBefore(store),

    /** Of a person; the customer is called what it is kept as. */
    nameOf: async (id: string): Promise<string | null> => (id === CUSTOMER ? CUSTOMER : ((await people.known(id))?.name ?? null)),
  };
};

export type Lookups = ReturnType<typeof createLookups>;
