import type { Ask } from '../cases/decided.ts';
import { factTypes, Flow, isSameMarket, rulebook } from '../policy/index.ts';
import type { FactPath, HouseRules, Role } from '../policy/index.ts';
import type { FactSource, FactsAbout, FactValues, Ports, Unreachable } from '../ports.ts';
import { clean } from './clean.ts';

/**
 * Each fact and where it comes from. `asked`: from the proposal itself. `told`: nobody can be asked but people, so it
 * stands with the proposal, with who said it. What is not named here is asked or told.
 */
const sourceOf: Partial<Record<FactPath | `${string}.*`, keyof Ports['facts'] | 'actor' | 'markets'>> = {
  'actor.*': 'actor',
  sameMarket: 'markets',
  'partner.*': 'partner',
  'otherPartner.*': 'customer',
  'rel.*': 'customer',
  'customer.*': 'customer',
  'end.activeSubscriptions': 'customer',
  'end.reservations': 'customer',
  'end.software': 'customer',
  'end.nceOutsideWindow': 'customer',
  'msg.*': 'letter',
};

const placeOf = new Map(
  [...factTypes.keys()].map((path) => [path, sourceOf[path] ?? sourceOf[`${path.split('.')[0] ?? ''}.*`]] as const),
);

const whereFrom = (path: FactPath) => placeOf.get(path);

export interface Gathering {
  readonly ask: Ask;
  readonly role: Role;
  readonly told: Readonly<Record<string, unknown>>;
  readonly isHandingOut: boolean;
  /** What the case itself knows: how far its transfer has come. */
  readonly standing: FactValues;
  readonly about: FactsAbout;
  readonly house: HouseRules;
}

const isUnreachable = (read: FactValues | Unreachable): read is Unreachable => 'unreachable' in read;

const actorFacts = ({ role, isHandingOut }: Gathering): FactValues => ({
  'actor.side': 'partner',
  'actor.role': role,
  'actor.is': isHandingOut ? 'source_partner' : 'target_partner',
});

/** The country of the tenant counts; what whoever asked knows of it counts where no service tells. */
const countryOf = ({ about, told }: Gathering, found: FactValues): unknown =>
  found['customer.tenantCountry'] ?? about.customer.country ?? told['customer.tenantCountry'];

/** Our own table of markets, where it knows both countries. */
const marketFacts = (gathering: Gathering, found: FactValues): FactValues => {
  const ours = found['partner.country'];
  const theirs = countryOf(gathering, found);
  if (typeof ours !== 'string' || typeof theirs !== 'string') return {};
  const same = isSameMarket(gathering.house.markets, ours, theirs);
  return same === null ? {} : { sameMarket: same };
};

/** Asked for again and again: each path taken apart once. */
const partsOf = new Map([...factTypes.keys()].map((path) => [path, path.split('.')] as const));

const nested = (values: ReadonlyMap<FactPath, unknown>): Record<string, unknown> => {
  const facts: Record<string, unknown> = {};
  for (const [path, value] of values) {
    if (value === undefined) continue;
    const [group = '', leaf] = partsOf.get(path) ?? [];
    if (leaf === undefined) facts[group] = value;
    else ((facts[group] ??= {}) as Record<string, unknown>)[leaf] = value;
  }
  return facts;
};

export type Gathered =
  | {
      readonly facts: Record<string, unknown>;
      readonly told: readonly string[];
      /** Whether it would be heard if people told it: nobody but them has said it, and it is not about us. */
      readonly mayBeTold: (path: string) => path is FactPath;
    }
  | Unreachable;

/** What the rules of a flow look at, and which of it each service is asked for. */
interface Needed {
  readonly all: readonly FactPath[];
  readonly from: Readonly<Record<keyof Ports['facts'], readonly FactPath[]>>;
}

const neededBy = (flow: Flow): Needed => {
  const all = [...new Set<FactPath>([...rulebook.needs[flow], 'partner.country', 'customer.tenantCountry'])];
  const from = (name: keyof Ports['facts']) => all.filter((path) => whereFrom(path) === name);
  return { all, from: { partner: from('partner'), customer: from('customer'), letter: from('letter') } };
};

const needs = Object.fromEntries(Flow.options.map((flow) => [flow, neededBy(flow)])) as Readonly<Record<Flow, Needed>>;

/** Reads once what several questions of one command have in common. */
export const createGather = (sources: Ports['facts']) => {
  const reads = new Map<string, Promise<FactValues | Unreachable>>();
  const read = (name: keyof Ports['facts'], source: FactSource, paths: readonly FactPath[], about: FactsAbout) => {
    const key = JSON.stringify([name, paths.join(), about.item]);
    const reading = reads.get(key) ?? source.read(paths, about).then(clean);
    reads.set(key, reading);
    return reading;
  };

  return async (gathering: Gathering): Promise<Gathered> => {
    const { ask, told, about } = gathering;
    const { all: needed, from } = needs[ask.flow];
    const found: FactValues = {};
    for (const name of ['partner', 'customer', 'letter'] as const) {
      const paths = from[name];
      const values = paths.length === 0 ? {} : await read(name, sources[name], paths, about);
      if (isUnreachable(values)) return values;
      Object.assign(found, values);
    }
    // What could be read counts, whatever was asked for or told.
    const said: readonly FactValues[] = [
      actorFacts(gathering),
      marketFacts(gathering, found),
      { ...found, 'customer.tenantCountry': countryOf(gathering, found) },
      gathering.standing,
      notFromElsewhere(ask.facts),
    ];
    const known = new Map(needed.map((path) => [path, said.find((values) => values[path] !== undefined)?.[path]]));
    const isKnown = (path: FactPath): boolean => known.get(path) !== undefined;
    const mayBeTold = (path: string): path is FactPath =>
      known.has(path as FactPath) && !isKnown(path as FactPath) && whereFrom(path as FactPath) !== 'partner';
    const onlyTold = needed.filter((path) => mayBeTold(path) && told[path] !== undefined);
    const unsaid = unconfirmed(gathering, found, needed.filter(isKnown));
    const all = new Map([...known, ...onlyTold.map((path) => [path, told[path]] as const)]);
    return { facts: nested(all), told: [...onlyTold, ...unsaid], mayBeTold };
  };
};

/** What stands with the request itself, and no service has said: the items by those who asked, and the country. */
const unconfirmed = ({ ask }: Gathering, found: FactValues, known: readonly FactPath[]): FactPath[] =>
  known.filter((path) => {
    if (path === 'customer.tenantCountry' || path === 'sameMarket') return (found['customer.tenantCountry'] ?? null) === null;
    return path.startsWith('item.') && Object.hasOwn(ask.facts, path);
  });

/** What a service is asked for cannot come with a request instead, not even where the service does not know it. */
const notFromElsewhere = (facts: Ask['facts']): Ask['facts'] =>
  Object.fromEntries(Object.entries(facts).filter(([path]) => whereFrom(path as FactPath) === undefined));
