import { basePath } from './base-path.ts';
import { day } from './days.ts';
import type { Day } from './days.ts';
import { GERMANY_LEAVES } from './editions.ts';
import { Cloud, factTypes, Flow } from './facts.ts';
import type { FactPath } from './facts.ts';
import { FINGERPRINT } from './fingerprint.ts';
import type { Adds, At } from './next-steps.ts';
import type { Rule } from './rule.ts';
import { azurePlanTransfer } from './rules/azure-plan-transfer.ts';
import { azureSwitch } from './rules/azure-switch.ts';
import { channels } from './rules/channels.ts';
import { ending } from './rules/ending.ts';
import { gdap } from './rules/gdap.ts';
import { invitation } from './rules/invitation.ts';
import { licenceTransfer } from './rules/licence-transfer.ts';
import { multiPartner } from './rules/multi-partner.ts';
import { nationalClouds } from './rules/national-clouds.ts';
import { resale } from './rules/resale.ts';
import { roles } from './rules/roles.ts';

/** Every chapter, in reading order; the name is the file. */
export const chapters = {
  resale,
  roles,
  invitation,
  'multi-partner': multiPartner,
  channels,
  'national-clouds': nationalClouds,
  'azure-switch': azureSwitch,
  'azure-plan-transfer': azurePlanTransfer,
  'licence-transfer': licenceTransfer,
  gdap,
  ending,
} as const satisfies Record<string, readonly Rule[]>;
export type Chapter = keyof typeof chapters;

/** A rule where it applies, ready to be asked. */
interface Asked {
  readonly rule: Rule;
  readonly from: Day;
  readonly until: Day;
  readonly fires: (facts: never, at: At) => boolean;
}

export interface Place {
  readonly gates: readonly Asked[];
  readonly consequences: readonly Asked[];
  readonly path: readonly Adds<never>[];
}

export interface Rulebook {
  readonly rules: readonly Rule[];
  readonly fingerprint: string;
  readonly places: Readonly<Record<Flow, Readonly<Record<Cloud, Place>>>>;
  /** What has to be known before a flow can be decided: whatever a rule or the path reads, in any cloud, on any day. */
  readonly needs: Readonly<Record<Flow, readonly FactPath[]>>;
}

const NEVER_ENDS = day('9999-12-31');
const LAST_DAY_OF_GERMANY = (GERMANY_LEAVES - 1) as Day;

const circumstancesIn = (rule: Rule, flow: Flow): Pick<Rule, 'needs' | 'when'> | null => {
  if (rule.flows === 'all' || rule.flows.includes(flow)) return rule;
  return rule.also?.flows.includes(flow) ? rule.also : null;
};

/** The last day on which the rule holds in a cloud, or null where it never does. */
const lastDayIn = ({ clouds, until }: Rule, cloud: Cloud): Day | null => {
  const last = until === undefined ? NEVER_ENDS : day(until);
  if (clouds === 'all' || clouds.includes(cloud)) return last;
  // Germany shared the pages of the global and US Government clouds until it left their scope.
  const sharedWithGermany = clouds.length === 2 && clouds.includes('global') && clouds.includes('us_gov');
  return cloud === 'germany' && sharedWithGermany ? (Math.min(last, LAST_DAY_OF_GERMANY) as Day) : null;
};

interface Where {
  readonly flow?: Flow | undefined;
  readonly cloud?: Cloud | undefined;
  readonly on?: Day | undefined;
}

/** Whether a rule may speak there and then; what is left open matches everything. */
export const isInForce = (rule: Rule, { flow, cloud, on }: Where): boolean =>
  (flow === undefined || circumstancesIn(rule, flow) !== null) &&
  (cloud === undefined ? Cloud.options : [cloud]).some((one) => {
    const last = lastDayIn(rule, one);
    return last !== null && (on === undefined || (day(rule.from) <= on && on <= last));
  });

/** For rules that the place alone calls up. */
const always = (): boolean => true;

const placeOf = (rules: readonly Rule[], flow: Flow, cloud: Cloud): Place => {
  const asked = rules.flatMap((rule): Asked[] => {
    const circumstances = circumstancesIn(rule, flow);
    const until = lastDayIn(rule, cloud);
    return circumstances && until ? [{ rule, from: day(rule.from), until, fires: circumstances.when ?? always }] : [];
  });
  return {
    gates: asked.filter(({ rule }) => rule.stage !== 'consequence'),
    consequences: asked.filter(({ rule }) => rule.stage === 'consequence'),
    path: basePath.filter(({ flows }) => flows.includes(flow)).map(({ adds }) => adds),
  };
};

const needsOf = (rules: readonly Rule[], flow: Flow): readonly FactPath[] => {
  const needed = new Set<FactPath>([
    ...rules.flatMap((rule) => circumstancesIn(rule, flow)?.needs ?? []),
    ...basePath.flatMap(({ flows, needs }) => (flows.includes(flow) ? needs : [])),
  ]);
  return [...factTypes.keys()].filter((path) => needed.has(path));
};

const forEach = <K extends string, V>(keys: readonly K[], value: (key: K) => V) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Readonly<Record<K, V>>;

/** Nobody changes a rule under the fingerprint of another. */
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

// The places are not frozen, and hold copies of the rules: V8 walks frozen ones half as fast. Whoever reached into them would
// change no rule that is shown.
export const createRulebook = (rules: readonly Rule[], fingerprint: string): Rulebook => {
  const own = rules.map((rule) => ({ ...rule }));
  const places = forEach(Flow.options, (flow) => forEach(Cloud.options, (cloud) => placeOf(own, flow, cloud)));
  return Object.freeze({
    rules: frozen([...rules]),
    fingerprint,
    places,
    needs: frozen(forEach(Flow.options, (flow) => needsOf(rules, flow))),
  });
};

export const rulebook: Rulebook = createRulebook(Object.values<readonly Rule[]>(chapters).flat(), FINGERPRINT);
