import { readdirSync, readFileSync } from 'node:fs';
import { byHand } from '../../src/cases/admin-relationship/checklists.ts';
import { Status } from '../../src/cases/asking/states.ts';
import { Procedure } from '../../src/cases/azure-switch/case.ts';
import { itemsFor, REST } from '../../src/cases/azure-switch/checklists.ts';
import { kinds } from '../../src/cases/case.ts';
import { itemOwners } from '../../src/cases/checklist.ts';
import { Effect } from '../../src/cases/effect.ts';
import { commands } from '../../src/conversation/commands.ts';
import { offered, switching } from '../support/requests.ts';
import { createWorld } from '../support/world.ts';

// Every key that code of cases and commands puts together from codes.

const filesIn = (folder: string): string[] => {
  const at = new URL(`../../src/${folder}/`, import.meta.url);
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, at), 'utf8'));
};

/** The codes with which a function is called, wherever it is. */
const calledWith = (folder: string, call: RegExp): string[] => [
  ...new Set(filesIn(folder).flatMap((text) => [...text.matchAll(call)].flatMap(([, code]) => code ?? []))),
];

export const refusals = calledWith('commands', /\brefused\(\s*'([a-z-]+)'/g);
export const failures = [...calledWith('commands', /\bfailed\(\s*'([a-z-]+)'/g), 'unknown'];
export const tellings = calledWith('cases', /\b(?:tell\(\s*'[a-z]+'|toldPerson\(\s*\w+\(\w+\)),\s*'([a-z-]+)'/g);

const stages = ['before', 'other', 'move', 'after'] as const;

const licences = switching('new-subscription').proposal;

const proposals = [
  ...Procedure.options.map((procedure) => ({ ...switching(procedure).proposal, reservations: true, marketplace: true })),
  { ...licences, subjects: licences.subjects.map((one) => ({ ...one, facts: { 'item.kind': 'licence' } })) },
  offered(createWorld()).proposal,
];

/** Of a switch each is told with how it is done. */
const ofSwitches = [
  ...new Set([
    ...proposals.flatMap((proposal) => stages.flatMap((stage) => itemsFor(stage, proposal).map(([code]) => code))),
    // Added to a list when a transfer does not come to its end, or not all of it.
    'service-request-opened',
    REST[0],
  ]),
];

const items = [...Object.values(byHand), ...ofSwitches, ...ofSwitches.map((code) => `${code}.how`)];

/** What holds up no case when it fails. */
const saysNothing: ReadonlySet<string> = new Set(['show-case', 'notify', 'tell', 'report-to-case']);

/** The same by the part of the key that comes first. */
export const codes = {
  kind: [...kinds],
  status: Status.options,
  procedure: Procedure.options,
  owner: [...itemOwners],
  item: items,
  effect: Effect.options.map(({ shape }) => shape.kind.value).filter((kind) => !saysNothing.has(kind)),
  told: tellings,
  refusal: refusals,
  failure: failures,
  command: commands.flatMap(({ wish }) => [`${wish}.title`, `${wish}.hint`]),
} as const;

export const sentenceKeys: readonly string[] = Object.entries(codes).flatMap(([first, rest]) =>
  rest.map((code) => `${first}.${code}`),
);
