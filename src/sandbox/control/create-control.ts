import * as z from 'zod';
import type { Faults } from '../faults.ts';
import type { Asked, Reply, Surface } from '../exchange.ts';
import { clouds } from '../server/services.ts';
import type { SandboxCloud } from '../server/services.ts';
import type { SignedIn, Somebody } from '../sign-in/authorize.ts';
import type { SignInRules } from '../sign-in/grants.ts';
import type { Mood, Webhooks } from '../webhooks/delivery.ts';
import type { World } from '../world.ts';
import { acts } from './acts.ts';
import { orderFault } from './fault-orders.ts';

interface Levers {
  readonly world: World;
  readonly faults: Faults;
  readonly webhooks: Webhooks;
  readonly mood: Mood;
  readonly rules: SignInRules;
  readonly revokeAll: () => void;
  readonly signIn: (cloud: SandboxCloud, who: Somebody) => SignedIn | null;
}

const nonsense: Reply = { status: 400, body: { error: 'That makes no sense here.' } };
const fine: Reply = { status: 200, body: { done: true } };

const SigningIn = z.strictObject({ cloud: z.enum(clouds), upn: z.string(), clientId: z.string(), mfa: z.boolean() });
const Moods = z.strictObject({
  duplicates: z.int().min(0).max(100),
  reordered: z.boolean(),
  delaySeconds: z.number().min(0),
  certificateUrl: z.string().nullable(),
  resourceUri: z.enum(['documented', 'observed']),
  auditUri: z.enum(['usual', 'never']),
});
const Rules = z.strictObject({
  secondFactor: z.enum(['at-sign-in', 'at-service']),
  reuse: z.enum(['allowed', 'refused']),
});

const set = <T extends object>(target: T, shape: z.ZodType<Partial<T>>, told: unknown): Reply => {
  const parsed = shape.safeParse(told);
  if (!parsed.success) return nonsense;
  Object.assign(target, parsed.data);
  return fine;
};

const countsOf = ({ world, webhooks }: Levers): Reply => ({
  status: 200,
  body: {
    now: world.now(),
    partners: world.partners.size,
    customers: world.customers.size,
    relationships: world.relationships.size,
    transfers: world.transfers.size,
    auditRecords: world.audit.length,
    registrations: world.registrations.size,
    webhookTries: webhooks.tries.length,
    webhooksOffline: webhooks.offlineQueue.length,
  },
});

const signedIn = ({ signIn }: Levers, told: unknown): Reply => {
  const who = SigningIn.safeParse(told);
  const outcome = who.success ? signIn(who.data.cloud, who.data) : null;
  return outcome === null ? nonsense : { status: 200, body: outcome };
};

const faultsOf = ({ faults }: Levers): Reply => ({
  status: 200,
  body: faults.all().map(({ path, ...rest }) => ({ ...rest, path: path.source })),
});

const levers: Readonly<Record<string, (levers: Levers, told: unknown) => Reply>> = {
  'GET /world': countsOf,
  'GET /faults': faultsOf,
  'POST /faults': ({ faults }, told) => (orderFault(faults, told) ? fine : nonsense),
  'DELETE /faults': ({ faults }) => {
    faults.clear();
    return fine;
  },
  'POST /sign-in': signedIn,
  'POST /sign-in/revoke': ({ revokeAll }) => {
    revokeAll();
    return fine;
  },
  'POST /sign-in/rules': ({ rules }, told) => set(rules, Rules.partial(), told),
  'POST /webhooks/mood': ({ mood }, told) => set(mood, Moods.partial(), told),
};

/** What was told, as JSON; a body that is none tells nothing. */
const toldBy = ({ raw }: Asked): unknown => {
  try {
    return raw.length === 0 ? null : JSON.parse(raw.toString());
  } catch (problem) {
    if (problem instanceof SyntaxError) return null;
    throw problem;
  }
};

const acted = (world: World, path: string, told: unknown): Reply => {
  const does = acts[path];
  if (does === undefined) return { status: 404, body: { error: 'Nobody can do that.' } };
  const outcome = does(world, told);
  if (outcome === null) return nonsense;
  return { status: outcome.done ? 200 : 409, body: outcome };
};

/** Where the world is moved from outside the contract: other people’s hands, troubles, and a look at it. */
export const createControl =
  (all: Levers): Surface =>
  (asked) => {
    const told = toldBy(asked);
    const lever = levers[`${asked.method} ${asked.path}`];
    if (lever !== undefined) return lever(all, told);
    return asked.method === 'POST' ? acted(all.world, asked.path, told) : { status: 404, body: { error: 'Nothing here.' } };
  };
