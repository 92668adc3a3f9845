import * as z from 'zod';
import { Day } from './days.ts';
import { expectedOf } from './fact-shapes.ts';
import { Cloud, facts as catalogue, factTypes, Flow } from './facts.ts';
import type { FactPath, Facts } from './facts.ts';

const Person = z.strictObject({ id: z.string().min(1), roles: z.array(catalogue.actor.role) });

/** Whom it is about and who is involved: nothing that the rulebook asks, but what house rules may. */
const About = z.strictObject({
  customer: z.array(z.string().min(1)).optional(),
  requester: Person.optional(),
  approvers: z.array(Person).optional(),
});

/** What is asked: may this be done, on that day, in that cloud, as things stand? */
export interface Situation {
  readonly id?: string | undefined;
  readonly flow: Flow;
  readonly asOf: Day;
  readonly cloud: Cloud;
  /** Checked to hold everything that the flow needs; what it does not need may be missing. */
  readonly facts: Facts;
  readonly about?: z.infer<typeof About> | undefined;
}

export interface Problem {
  /** Where: `partner.mpaSigned`, `flow`, … */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** The one thing that is ever thrown here: the situation cannot be understood, so nothing is decided. */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, expected, found }) => `${path}: expected ${expected}, found ${found}`).join('\n'));
    this.name = 'InputError';
    this.problems = problems;
  }
}

/** Facts that may be null elsewhere, but without which these flows mean nothing. */
const neverNull: Partial<Record<Flow, readonly FactPath[]>> = {
  channel_check: ['req.intent', 'item.kind', 'item.boughtFrom'],
  purchase_check: ['item.kind'],
  mca_attestation: ['attest.date'],
  gdap_change: ['gdap.change'],
  azure_switch: ['item.generation'],
  azure_plan_transfer: ['item.generation'],
  licence_transfer: ['item.generation'],
  direct_to_indirect: ['item.kind', 'item.generation'],
  legacy_seat_move: ['req.intent', 'item.kind', 'item.boughtFrom'],
  partner_recognition: ['recog.kind'],
};

export const mayBeNull = (flow: Flow, path: FactPath): boolean =>
  factTypes.get(path) instanceof z.ZodNullable && !neverNull[flow]?.includes(path);

/** The facts as one flow wants them: what it needs has to be there, anything else known may be, and nothing unknown. */
const factsFor = (flow: Flow, needs: readonly FactPath[]): z.ZodType<Facts> => {
  const shape: Record<string, z.ZodType | Record<string, z.ZodType>> = {};
  for (const [path, type] of factTypes) {
    const needed = needs.includes(path);
    const bare = type instanceof z.ZodNullable && neverNull[flow]?.includes(path) ? (type.unwrap() as z.ZodType) : type;
    const entry = needed ? bare : type.nullable().optional();
    const [group = '', leaf] = path.split('.');
    if (leaf === undefined) shape[group] = entry;
    else shape[group] = { ...(shape[group] as Record<string, z.ZodType> | undefined), [leaf]: entry };
  }
  const whole = Object.entries(shape).map(([group, entry]) => [
    group,
    entry instanceof z.ZodType ? entry : z.strictObject(entry).prefault({}),
  ]);
  return z.strictObject(Object.fromEntries(whole) as z.ZodRawShape) as unknown as z.ZodType<Facts>;
};

/** Enough to recognise what was given; what is nested stays unsaid. */
const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
};

const at = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], input);

/** Names the fact an issue is about, even when the trouble is an element of it. */
const problemsOf = (flow: Flow | null, input: unknown, issue: z.core.$ZodIssue): Problem[] => {
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => [...issue.path, key].join('.'));
    const inside = [issue.path.join('.'), issue.path.slice(0, 2).join('.')].find((path) => factTypes.has(path as FactPath));
    if (inside === undefined) {
      return names.map((path) => ({ path, expected: 'only facts of the catalogue', found: 'an unknown fact' }));
    }
  }
  const path = issue.path.slice(0, factTypes.has(String(issue.path[0]) as FactPath) ? 1 : 2);
  const name = path.join('.') || 'facts';
  const fact = factTypes.has(name as FactPath) ? (name as FactPath) : null;
  const nullIsFine = fact !== null && factTypes.get(fact) instanceof z.ZodNullable && (flow === null || mayBeNull(flow, fact));
  return [{ path: name, expected: fact ? expectedOf(fact, nullIsFine) : 'an object of facts', found: shown(at(input, path)) }];
};

const selectorExpects = {
  id: 'text',
  flow: `one of ${Flow.options.join(', ')}`,
  asOf: 'a day of the calendar, YYYY-MM-DD',
  cloud: `one of ${Cloud.options.join(', ')}`,
  facts: 'an object of facts',
  about: 'customer (names), requester and approvers ({ id, roles })',
} as const;

/** Annotations that example files carry; they take no part. */
const note = z.unknown().optional();
const Selectors = z.strictObject({
  id: z.string().optional(),
  flow: Flow,
  asOf: Day,
  cloud: Cloud,
  facts: z.record(z.string(), z.unknown()),
  about: About.optional(),
  title: note,
  why: note,
  expected: note,
  sources: note,
  verification: note,
});

const selectorProblems = (input: unknown, issue: z.core.$ZodIssue): Problem[] => {
  const [key] = issue.path;
  if (issue.code === 'unrecognized_keys' && key === undefined) {
    return issue.keys.map((path) => ({ path, expected: 'only id, flow, asOf, cloud, facts and about', found: 'an unknown name' }));
  }
  if (key === undefined)
    return [{ path: 'situation', expected: 'an object with flow, asOf, cloud and facts', found: shown(input) }];
  return [
    {
      path: issue.path.join('.'),
      expected: selectorExpects[key as keyof typeof selectorExpects],
      found: shown(at(input, issue.path)),
    },
  ];
};

const once = (problems: readonly Problem[]): Problem[] => [...new Map(problems.map((problem) => [problem.path, problem])).values()];

/** Builds the door of a rulebook: what it lets in is complete for the flow, everything else is told with its path. */
export const createParser = (needs: Readonly<Record<Flow, readonly FactPath[]>>) => {
  const schemas = new Map(Flow.options.map((flow) => [flow as Flow | null, factsFor(flow, needs[flow])]));
  /** For a situation whose flow is wrong: the facts that are there are looked at all the same. */
  const anyFlow = factsFor('relationship_request', []);

  return (input: unknown): Situation => {
    const selectors = Selectors.safeParse(input);
    const given = at(input, ['flow']);
    const flow = Flow.safeParse(given).data ?? null;
    const facts = at(input, ['facts']);
    const parsed = (schemas.get(flow) ?? anyFlow).safeParse(facts);
    if (selectors.success && parsed.success) {
      const { id, flow, asOf, cloud, about } = selectors.data;
      return { ...(id !== undefined && { id }), flow, asOf, cloud, facts: parsed.data, ...(about && { about }) };
    }
    throw new InputError(
      once([
        ...(selectors.error?.issues ?? []).flatMap((issue) => selectorProblems(input, issue)),
        ...(parsed.error?.issues ?? []).flatMap((issue) => problemsOf(flow, facts, issue)),
      ]),
    );
  };
};
