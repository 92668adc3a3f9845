import { readFileSync } from 'node:fs';
import { merge } from '../../src/cli/policy/situations.ts';
import usual from '../../src/playground/ask/usual.json' with { type: 'json' };
import { Flow, parseSituation } from '../../src/policy/index.ts';
import type { Cloud, Situation } from '../../src/policy/index.ts';

type Json = Record<string, unknown>;

export interface Scenario {
  id: string;
  title: string;
  flow: Flow;
  asOf: string;
  cloud: Cloud;
  facts: Json;
  expected: { verdict: string; rules: string[]; informs: string[]; nextSteps: string[] };
}

const file = JSON.parse(readFileSync(new URL('../policy/scenarios.json', import.meta.url), 'utf8')) as {
  defaults: Json;
  scenarios: Scenario[];
};

export const scenarios: readonly Scenario[] = file.scenarios;

/** What the scenarios leave unsaid; the cloud is no fact. */
export const scenarioDefaults: Json = Object.fromEntries(Object.entries(file.defaults).filter(([name]) => name !== 'cloud'));

export interface Example {
  flow: Flow;
  asOf: string;
  cloud: Cloud;
  facts?: Json;
}

/** A situation as the outside would hand it in: what differs from the usual case of the flow. */
export const given = ({ flow, asOf, cloud, facts = {} }: Example): Json & { facts: Json } => ({
  flow,
  asOf,
  cloud,
  facts: [(usual.defaultsByFlow as Partial<Record<Flow, Json>>)[flow] ?? {}, facts].reduce<Json>(merge, usual.defaults),
});

export const situationOf = (example: Example): Situation => parseSituation(given(example));
