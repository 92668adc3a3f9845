import type { Face, Fault, Injection } from '../../../src/sandbox/faults.ts';
import { createSandboxed } from '../../support/sandboxed.ts';
import type { Sandboxed } from '../../support/sandboxed.ts';
import { house } from '../../support/world.ts';
import { leftBy } from './recipes.ts';
import type { Recipe } from './recipes.ts';

/** One thing that is asked of a service in a recipe. */
export interface Step {
  readonly surface: Face;
  readonly method: string;
  /** With `*` for every id. */
  readonly path: string;
}

export const faults = {
  throttled: { kind: 'throttled', retryAfter: '0' },
  '500': { kind: 'status', status: 500, as: 'error' },
  '502 page': { kind: 'status', status: 502, as: 'page' },
  '503': { kind: 'status', status: 503, as: 'error' },
  '504 empty': { kind: 'status', status: 504, as: 'nothing' },
  'lost before': { kind: 'lost-before' },
  'lost after': { kind: 'cut-after' },
  'cut in body': { kind: 'cut-in-body' },
  slow: { kind: 'slow', milliseconds: 1500 },
  garbage: { kind: 'garbage' },
  'page 200': { kind: 'page' },
  BOM: { kind: 'bom' },
  'odd keys': { kind: 'mixed-case-keys' },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?/gi;

const stepOf = ({ surface, method, path }: Sandboxed['requests'][number]): Step => ({
  surface: surface as Face,
  method,
  path: path.replaceAll(ID, '*'),
});

export const textOf = ({ surface, method, path }: Step): string => `${surface} ${method} ${path}`;

const escaped = (path: string): string =>
  path.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(String.raw`\*`, '[^/]+');

const injection = ({ surface, method, path }: Step, fault: Fault, times: number): Injection => ({
  surface,
  method,
  path: new RegExp(`^${escaped(path)}$`),
  times,
  fault,
});

export interface Outcome {
  readonly status: string;
  readonly left: Readonly<Record<string, number>>;
  /** Why it stands still, where it does. */
  readonly stuck: string | null;
  readonly steps: readonly Step[];
}

/** What this house does not allow is no part of the recipes. */
const withoutLimits = { ...house, longestGdapDays: undefined };

/** Plays a recipe in a world of its own, with this gone wrong in it. */
export const played = async (recipe: Recipe, broken: readonly Injection[] = []): Promise<Outcome> => {
  const open = await createSandboxed({ populate: recipe.populate, house: withoutLimits });
  try {
    for (const one of broken) open.sandbox.faults.add(one);
    const id = await recipe.play(open);
    const kept = await open.store.case(id);
    const current = kept?.case;
    const steps = new Map(open.requests.map((request) => [textOf(stepOf(request)), stepOf(request)]));
    return {
      status: current?.status ?? 'missing',
      left: leftBy(open),
      stuck: current?.status === 'stuck' ? `${current.trouble.code}: ${current.trouble.words}` : null,
      steps: [...steps.values()],
    };
  } finally {
    await open.close();
  }
};

export const broken = (recipe: Recipe, step: Step, fault: FaultName, times = 1): Promise<Outcome> =>
  played(recipe, [injection(step, faults[fault], times)]);

/** Nothing more at Microsoft than there should be, whatever happened. */
const isDoubled = ({ leaves }: Recipe, { left }: Outcome): boolean =>
  Object.entries(leaves).some(([what, most]) => (left[what] ?? 0) > Math.max(most, 1));

const isRight = ({ ends, leaves }: Recipe, { status, left }: Outcome): boolean =>
  status === ends && Object.entries(leaves).every(([what, count]) => left[what] === count);

/** right: as if nothing had happened. stuck: it waits for a person, and says why. Anything else is a mistake of ours. */
export const verdictOn = (recipe: Recipe, outcome: Outcome): 'right' | 'stuck' | 'doubled' | 'wrong' => {
  if (isDoubled(recipe, outcome)) return 'doubled';
  if (isRight(recipe, outcome)) return 'right';
  return outcome.stuck === null ? 'wrong' : 'stuck';
};
