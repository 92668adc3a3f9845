import { setTimeout as wait } from 'node:timers/promises';
import type { Cloud } from '../../policy/index.ts';
import type { Face, Fault, Faults } from '../faults.ts';
import type { Asked, Claims, Reply, Surface } from '../exchange.ts';
import type { World } from '../world.ts';
import { distorted } from './distort.ts';
import { idsFor } from './ids.ts';
import type { Outgoing } from './outgoing.ts';
import { createRemembered } from './remembered.ts';
import { createThrottle } from './throttle.ts';
import type { Limits } from './throttle.ts';
import { insteadOf, trouble } from './troubles.ts';

interface FaceWorks {
  readonly world: World;
  readonly surface: Face;
  readonly cloud: Cloud | null;
  readonly answer: Surface;
  readonly claimsOf: (asked: Asked) => Claims | null;
  readonly faults: Faults;
  readonly limits: Limits;
  readonly uuid: () => string;
  readonly tell: (sentence: string) => void;
}

/** The answer of a service with everything that happens to it on the way; null: it is lost, and so was the question. */
export type ServiceFace = (asked: Asked) => Promise<Outgoing | null>;

const isSlow = (fault: Fault | null): number => (fault?.kind === 'slow' ? fault.milliseconds : 0);

/** One service as it is met on the line: limits, request ids, and troubles around what it answers. */
export const createFace = (works: FaceWorks): ServiceFace => {
  const { world, surface, cloud, answer, claimsOf, faults, limits, uuid, tell } = works;
  const secondsTooEarly = createThrottle(world, limits);
  const remembered = createRemembered(world);

  const answered = async (asked: Asked): Promise<Reply> => {
    try {
      return await answer(asked);
    } catch (problem) {
      tell(`${surface} failed at ${asked.method} ${asked.path}: ${String(problem)}`);
      return trouble({ surface, asked, world }, 500);
    }
  };

  const replyTo = (asked: Asked): Promise<Reply> => {
    const claims = claimsOf(asked);
    const seconds = secondsTooEarly(surface, asked, claims);
    if (seconds !== null) return Promise.resolve(trouble({ surface, asked, world }, 429, String(seconds)));
    const ask = (): Promise<Reply> => answered(asked);
    return surface === 'partner-center' ? remembered(asked, claims, ask) : ask();
  };

  return async (asked) => {
    const fault = faults.take({ surface, cloud, method: asked.method, path: asked.path });
    if (fault?.kind === 'lost-before') return null;
    const reply = insteadOf(fault, { surface, asked, world }) ?? (await replyTo(asked));
    const slow = isSlow(fault);
    if (slow > 0) await wait(slow, undefined, { ref: false });
    const sent = distorted(fault, reply);
    return { ...sent, headers: { ...idsFor(surface, asked, uuid), ...sent.headers } };
  };
};
