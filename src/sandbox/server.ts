import type { RequestListener } from 'node:http';
import type { Instant } from '../cases/time.ts';
import { createChance, uuidFrom } from './chance.ts';
import { createControl } from './control/create-control.ts';
import { createWorld } from './create-world.ts';
import { createFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import type { Surface } from './exchange.ts';
import { createHandler } from './server/handler.ts';
import { listenHere } from './server/listen.ts';
import type { Listening } from './server/listen.ts';
import { createOthers } from './server/others.ts';
import { createServices } from './server/services.ts';
import type { SandboxCloud } from './server/services.ts';
import { usualLimits } from './server/throttle.ts';
import type { Limits } from './server/throttle.ts';
import { signIn } from './sign-in/authorize.ts';
import type { SignedIn, Somebody } from './sign-in/authorize.ts';
import { createGrants } from './sign-in/grants.ts';
import type { SignInRules } from './sign-in/grants.ts';
import { createCertificates } from './webhooks/certificates.ts';
import type { Certificates } from './webhooks/certificates.ts';
import { createWebhooks, usualMood } from './webhooks/delivery.ts';
import type { Mood, Webhooks } from './webhooks/delivery.ts';
import { postHere } from './webhooks/post.ts';
import type { Timing, World } from './world.ts';

interface Beginning {
  readonly now: () => Instant;
  readonly seed?: number;
  readonly timing?: Partial<Timing>;
  readonly limits?: Partial<Limits>;
  readonly rules?: Partial<SignInRules>;
  /** Moves people in. */
  readonly populate?: (world: World) => void;
  /** The pages on which customers and other partners answer. */
  readonly pages?: (world: World) => Surface;
  /** Made once and used again where many sandboxes are needed: keys take their time. */
  readonly certificates?: Certificates;
  /** What a machine has to show when it asks who it is. */
  readonly machineHeader?: string;
  readonly tell?: (sentence: string) => void;
}

export interface Sandbox {
  readonly world: World;
  readonly handler: RequestListener;
  readonly faults: Faults;
  readonly certificates: Certificates;
  readonly webhooks: Webhooks;
  readonly mood: Mood;
  readonly rules: SignInRules;
  /** A person signs in to an application of theirs; null where there is no such person or application. */
  readonly signIn: (cloud: SandboxCloud, who: Somebody) => SignedIn | null;
  /** Where it is reached; whoever serves the handler says so before the first request. */
  readonly place: { base: string };
}

const nobody: Surface = () => ({ status: 404, body: { error: 'Nothing here.' } });

/** What somebody thinks of the world is of no use to its own ids. */
const LINE = 0x51de;

/** A made-up world, with everything in it that speaks the wire of the real services. */
export const createSandbox = (beginning: Beginning): Sandbox => {
  const { now, seed = 1, timing = {}, tell = console.error, machineHeader = 'the-machine-itself' } = beginning;
  const place = { base: 'http://127.0.0.1' };
  const mood: Mood = { ...usualMood };
  const rules: SignInRules = { secondFactor: 'at-sign-in', reuse: 'allowed', ...beginning.rules };
  const certificates = beginning.certificates ?? createCertificates(now());
  const webhooks: Webhooks = createWebhooks({
    world: () => world,
    certificates,
    base: () => place.base,
    mood,
    post: postHere,
  });
  const world = createWorld({ now, seed, timing, deliver: webhooks.deliver, tell });
  beginning.populate?.(world);

  const faults = createFaults();
  const grants = createGrants(world, rules);
  const { fraction } = createChance(seed + LINE);
  const uuid = (): string => uuidFrom(fraction);
  const limits = { ...usualLimits, ...beginning.limits };
  const faces = createServices({ world, faults, limits, grants, rules, machineHeader, uuid, tell });
  const door: Sandbox['signIn'] = (cloud, who) => signIn({ world, cloud, grants }, who);
  const control = createControl({ world, faults, webhooks, mood, rules, revokeAll: grants.revokeAll, signIn: door });
  const others = createOthers({ certificates, control, pages: beginning.pages?.(world) ?? nobody });
  const handler = createHandler({ world, base: () => place.base, faces, others, tell });
  return { world, handler, faults, certificates, webhooks, mood, rules, signIn: door, place };
};

const LOOK_MS = 500;

/** Opens the sandbox on this machine. What happens by itself happens there also when nobody asks. */
export const listenSandbox = async ({ world, handler, place }: Sandbox, port: number): Promise<Listening> => {
  const { base, close } = await listenHere(handler, port);
  place.base = base;
  const looking = setInterval(world.settle, LOOK_MS).unref();
  return {
    base,
    close: async () => {
      clearInterval(looking);
      await close();
    },
  };
};
