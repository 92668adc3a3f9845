import { readFileSync } from 'node:fs';
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

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects are merged key by key; everything else, lists and null included, replaces. */
export const merge = (...layers: readonly Json[]): Json =>
  layers.reduce<Json>((whole, layer) => {
    const next = { ...whole };
    for (const [key, value] of Object.entries(layer)) {
      const former = next[key];
      next[key] = isObject(former) && isObject(value) ? merge(former, value) : value;
    }
    return next;
  }, {});

const { cloud: _, ...usual } = file.defaults;

/** The usual case: everything in order, nothing special. Examples say only what differs. */
export const usualFacts: Json = usual;

/** What the usual case is in flows that mean nothing without it. */
const usualIn: Partial<Record<Flow, Json>> = {
  channel_check: { req: { intent: 'manage_only' }, item: { kind: 'licence', generation: 'nce', boughtFrom: 'other_csp' } },
  purchase_check: { item: { kind: 'licence', generation: 'nce' } },
  mca_attestation: { attest: { date: '2017-01-01' } },
  gdap_request: { gdap: { name: 'Contoso support', roles: ['directory_readers'] } },
  gdap_change: { gdap: { change: 'name' } },
  azure_switch: { item: { kind: 'usage', product: 'azure', generation: 'azure_0145p' } },
  azure_plan_transfer: { item: { kind: 'usage', product: 'azure', generation: 'azure_plan' } },
  licence_transfer: { item: { kind: 'licence', product: 'office365', generation: 'nce' } },
  direct_to_indirect: { item: { kind: 'licence', generation: 'legacy' }, actor: { is: 'source_partner' } },
  legacy_seat_move: {
    req: { intent: 'move_billing' },
    item: { kind: 'licence', generation: 'legacy', boughtFrom: 'microsoft_direct' },
  },
  ea_to_csp: { item: { kind: 'usage', eaKind: 'direct_ea' }, partner: { azureExpertMsp: true } },
  invitation_message: { msg: { linkHost: 'admin.microsoft.com' } },
  customer_acceptance: { actor: { side: 'customer', role: 'global_admin', is: 'customer' } },
  partner_recognition: { recog: { kind: 'pal' } },
};

export interface Example {
  flow: Flow;
  asOf: string;
  cloud: Cloud;
  facts?: Json;
}

/** A situation as the outside would hand it in. */
export const given = ({ flow, asOf, cloud, facts = {} }: Example): Json & { facts: Json } => ({
  flow,
  asOf,
  cloud,
  facts: merge(usualFacts, usualIn[flow] ?? {}, facts),
});

export const situationOf = (example: Example): Situation => parseSituation(given(example));
