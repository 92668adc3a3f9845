import * as z from 'zod';
import type { Case } from '../cases/case.ts';
import { bare } from '../cases/people.ts';
import type { Cloud } from '../policy/index.ts';
import type { Note, NoteChange, Store } from '../ports.ts';

type Notes = Pick<Store, 'note' | 'notes'>;
type About = Pick<Case['customer'], 'tenant' | 'domain' | 'name'>;

/** What is remembered of a customer from one case to the next. */
const remembered = ['told', 'items', 'check'] as const;

/** By what notes know a customer: the best that is known of it. */
export const placeOfCustomer = (cloud: Cloud, { tenant, domain, name }: About): string =>
  `${cloud}/${bare(tenant ?? domain ?? name).slice(0, 300)}`;

/** When something was noted less may have been known. */
const everyPlace = ({ cloud, customer: { tenant, domain, name } }: Case): readonly string[] => {
  const ways = [
    { tenant, domain, name },
    { tenant: null, domain, name },
    { tenant: null, domain: null, name },
  ];
  return [...new Set(ways.map((way) => placeOfCustomer(cloud, way)))];
};

/** Notes that are made for one case, and name people in passing. Codes and messages hold nothing but the case’s id. */
const inPassing = ['answers-code/', 'click/', 'copy/', 'draft/'] as const;

const AT_ONCE = 500;

const forgotten = ({ key, version }: Note): NoteChange => ({ key, expected: version, value: null });

const Whom = z.object({
  cloud: z.string(),
  customer: z.object({ tenant: z.string().nullable(), domain: z.string().nullable(), name: z.string() }),
});

/** A page on which the customer was asked before there was a case. */
const Page = Whom.extend({ caseId: z.null() });

/** What somebody has half filled in: what the customer has told stands there, too. */
const Draft = z.object({ filling: Whom });

const whomIn = ({ key, value }: Note): z.infer<typeof Whom> | undefined =>
  key.startsWith('draft/') ? Draft.safeParse(value).data?.filling : Page.safeParse(value).data;

/** The best that is known on both sides tells whether it is the same company. */
const isSameCompany = (one: About, other: About): boolean => {
  for (const by of ['tenant', 'domain'] as const)
    if (one[by] !== null && other[by] !== null) return bare(one[by]) === bare(other[by]);
  return bare(one.name) === bare(other.name);
};

const isForCustomer = ({ cloud, customer }: Case, note: Note): boolean => {
  const whom = whomIn(note);
  return whom?.cloud === cloud && isSameCompany(customer, whom.customer);
};

/** Whole addresses: the end of one may be another. */
const addressesIn = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\w+-][\w'+.-]*@[\da-z]+(?:(?:\.|-+)[\da-z]+)*/g) ?? [];

const names = (text: string, address: string): boolean => addressesIn(text).includes(address.toLowerCase());

/** Without what stands in JSON for quotes and ends of lines: it would be read as the beginning of an address. */
const textOf = ({ key, value }: Note): string => `${key} ${JSON.stringify(value).replaceAll(/\\(?:u[\da-f]{4}|.)/g, ' ')}`;

const Click = z.object({ command: z.object({ caseId: z.string() }) });

const isAbout =
  (current: Case) =>
  (note: Note): boolean => {
    const { id, customer } = current;
    // What somebody has pressed for another case is still to be done, whomever it names.
    if (note.key.startsWith('click/')) return Click.safeParse(note.value).data?.command.caseId === id;
    const text = textOf(note);
    return text.includes(id) || (customer.contact !== null && names(text, customer.contact)) || isForCustomer(current, note);
  };

const ofCase = async (store: Notes, current: Case): Promise<readonly NoteChange[]> => {
  const found: Note[] = [];
  for (const prefix of inPassing) {
    let last: string | null = null;
    for (let page; (page = await store.notes(prefix, last, AT_ONCE)).length > 0; last = page.at(-1)?.key ?? last)
      found.push(...page.filter(isAbout(current)));
  }
  return found.map(forgotten);
};

const Recent = z.array(z.string());

/** The list of those who were checked last names it, too. */
const amongRecent = async (store: Notes, places: readonly string[]): Promise<readonly NoteChange[]> => {
  const note = await store.note('recent-checks/all');
  const recent = Recent.safeParse(note?.value).data ?? [];
  const left = recent.filter((one) => !places.includes(one));
  return note === null || left.length === recent.length ? [] : [{ key: note.key, expected: note.version, value: left }];
};

/** How every note is forgotten that names people of this case, or what was told of its customer: nothing rests on any of them. */
export const forgettingNotesAbout = async (store: Notes, current: Case): Promise<readonly NoteChange[]> => {
  const places = everyPlace(current);
  const keys = remembered.flatMap((what) => places.map((place) => `${what}/${place}`));
  const known = (await Promise.all(keys.map(store.note))).filter((note) => note !== null);
  return [...known.map(forgotten), ...(await amongRecent(store, places)), ...(await ofCase(store, current))];
};
