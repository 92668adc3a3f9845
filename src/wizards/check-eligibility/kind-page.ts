import type { Cloud, FactPath } from '../../policy/index.ts';
import { answeredWith } from '../by-customer.ts';
import type { ByCustomer } from '../by-customer.ts';
import { readAs, says } from '../filled.ts';
import type { Filled, Problems, Read } from '../filled.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';
import { daysSince } from './since.ts';
import { subscriptionsOf } from './subscriptions.ts';
import type { ItemFacts, Subscription } from './subscriptions.ts';
import { generationsOf, originsIn } from './things.ts';
import type { Kind } from './things.ts';

/** What may be asked of a kind, by the facts that it makes. */
export const asked = ['item.boughtFrom', 'item.eaKind', 'item.generation', 'item.term', 'item.daysSinceTermStart'] as const;
export type Asked = (typeof asked)[number] & FactPath;

export const terms = ['active', 'expired_grace', 'ended', 'cancelled'] as const;
export const agreements = [
  'direct_ea',
  'enterprise_mca',
  'indirect_ea',
  'government_ea',
  'disabled',
  'support_plan',
  'free_trial',
  'azure_in_open',
] as const;

/** Whether this fact says anything of something that was bought there; where it is not known where, it may. */
const matters: Readonly<Record<Asked, (kind: Kind, origin: unknown, cloud: Cloud) => boolean>> = {
  'item.boughtFrom': () => true,
  'item.eaKind': (kind, origin, cloud) => kind === 'usage' && cloud !== 'china_21v' && (origin ?? 'ea') === 'ea',
  'item.generation': (kind, origin, cloud) =>
    generationsOf(kind).length > 0 && cloud !== 'china_21v' && (origin ?? 'other_csp') === 'other_csp',
  'item.term': (kind, origin) => kind === 'licence' && origin !== 'own',
  'item.daysSinceTermStart': (kind, origin, cloud) =>
    kind === 'licence' && cloud !== 'china_21v' && (origin ?? 'other_csp') === 'other_csp',
};

const cloudOf = ({ cloud }: Filling): Cloud => cloud ?? 'global';

/** What nobody has read or told of it, and the rules would have to know. */
const lacking = ({ kind, facts }: Subscription, cloud: Cloud): readonly Asked[] =>
  asked.filter((path) => facts[path] === undefined && matters[path](kind, facts['item.boughtFrom'], cloud));

const ofKind = (filling: Filling, kind: Kind, today: string): readonly Subscription[] =>
  subscriptionsOf(filling, today).filter((one) => one.kind === kind && lacking(one, cloudOf(filling)).length > 0);

/** The questions of the page of this kind; none where there is nothing to ask. */
export const questionsFor = (filling: Filling, kind: Kind, today: string): readonly Asked[] => {
  const all = new Set(ofKind(filling, kind, today).flatMap((one) => lacking(one, cloudOf(filling))));
  return asked.filter((path) => all.has(path));
};

export const choicesFor = (path: Asked, kind: Kind, cloud: Cloud): readonly string[] => {
  const choices = {
    'item.boughtFrom': originsIn(cloud),
    'item.eaKind': agreements,
    'item.generation': generationsOf(kind),
    'item.term': terms,
    'item.daysSinceTermStart': [],
  } as const satisfies Record<Asked, readonly string[]>;
  return choices[path];
};

const written = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Where something was bought, and whether it runs, a customer was asked itself. */
const toldByCustomer = ({ byCustomer, cloud }: Filling, kind: Kind, path: Asked): string => {
  if (path !== 'item.boughtFrom' && path !== 'item.term') return '';
  const told = answeredWith(byCustomer, path);
  return choicesFor(path, kind, cloud ?? 'global').includes(told) ? told : '';
};

/** What stands in a question: what was filled in, else what was told before, else what is most often so. */
export const shownIn = (filling: Filling, kind: Kind, path: Asked, today: string): string => {
  const given = filledOn(filling, kind)[path];
  const before = ofKind(filling, kind, today).map(({ said }) => written(said?.facts[path]));
  const told = [...before, toldByCustomer(filling, kind, path)].find((value) => value !== '');
  return given ?? told ?? (path === 'item.term' ? 'active' : '');
};

/** What of this page stands there as the customer has told it; null where nothing does. */
export const saidByCustomer = (filling: Filling, kind: Kind, today: string): ByCustomer | null => {
  const stands = (path: Asked): boolean => {
    const told = toldByCustomer(filling, kind, path);
    return told !== '' && told === shownIn(filling, kind, path, today);
  };
  return questionsFor(filling, kind, today).some(stands) ? filling.byCustomer : null;
};

/** What of this kind lacks an answer that only the customer may have, by name; what it has told of another thing may not be that. */
export const unknownIn = (filling: Filling, kind: Kind, today: string): readonly string[] => {
  const isOpen = (path: Asked): boolean => path === 'item.boughtFrom' || path === 'item.term';
  return ofKind(filling, kind, today)
    .filter((one) => lacking(one, cloudOf(filling)).some(isOpen))
    .map(({ name }) => name);
};

/** Who has told before what this page asks for again. */
export const saidBefore = (filling: Filling, kind: Kind, today: string): Subscription['said'] =>
  ofKind(filling, kind, today).find(({ said }) => said !== null)?.said ?? null;

const valueIn = (path: Asked, filled: Filled, kind: Kind, { cloud, today }: { cloud: Cloud; today: string }): unknown => {
  const text = filled[path] ?? '';
  if (path === 'item.daysSinceTermStart') return daysSince(text, today);
  return choicesFor(path, kind, cloud).find((choice) => choice === text);
};

/** An answer that does not matter where it was bought is none. */
const answeredFor = (one: Subscription, cloud: Cloud, given: ItemFacts): ItemFacts => {
  // As long as nobody says where it was bought, that is what is asked first.
  const origin = one.facts['item.boughtFrom'] ?? given['item.boughtFrom'] ?? 'nowhere';
  const values = lacking(one, cloud).map((path) => [path, matters[path](one.kind, origin, cloud) ? given[path] : null]);
  return Object.fromEntries(values) as ItemFacts;
};

const problemOf = (path: Asked): Problems => ({
  [path]: says(path === 'item.daysSinceTermStart' ? 'check.problem.since' : 'wizard.problem.choose'),
});

/** What was said of each that lacked something, by its id. */
export const read = (filling: Filling, kind: Kind, today: string): Read<ReadonlyMap<string, ItemFacts>> => {
  const cloud = cloudOf(filling);
  const filled = filledOn(filling, kind);
  const given = Object.fromEntries(
    questionsFor(filling, kind, today).map((path) => [path, valueIn(path, filled, kind, { cloud, today })]),
  ) as ItemFacts;
  const answers = new Map(ofKind(filling, kind, today).map((one) => [one.id, answeredFor(one, cloud, given)]));
  const open = [...answers.values()].flatMap((facts) => asked.filter((path) => path in facts && facts[path] === undefined));
  return readAs(Object.assign({}, ...open.map(problemOf)) as Problems, answers);
};
