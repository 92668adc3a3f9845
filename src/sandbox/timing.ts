import type { Instant } from '../cases/time.ts';
import type { Timing, World } from './world.ts';

/** How long things take at the real services, as far as anybody has told. */
export const lifelike: Timing = {
  relationshipReadable: [0.2, 1],
  lock: [1, 5],
  activation: [10, 60],
  assignment: [15, 120],
  operation: [10, 30],
  acceptanceVisible: [5, 60],
  subscriptionVisible: [60, 900],
  transfer: [60, 900],
  termination: [10, 60],
  mail: [1, 10],
  webhook: [1, 30],
};

const atOnce = [0, 0] as const;

/** Everything happens at once: at the next look at the world. */
export const instantly: Timing = {
  relationshipReadable: atOnce,
  lock: atOnce,
  activation: atOnce,
  assignment: atOnce,
  operation: atOnce,
  acceptanceVisible: atOnce,
  subscriptionVisible: atOnce,
  transfer: atOnce,
  termination: atOnce,
  mail: atOnce,
  webhook: atOnce,
};

/** How long it is until then. */
export const secondsUntil = (world: Pick<World, 'now'>, at: Instant): number => (Date.parse(at) - Date.parse(world.now())) / 1000;

/** How long this step takes this time. */
export const secondsFor = (world: Pick<World, 'timing' | 'fraction'>, step: keyof Timing): number => {
  const [from, to] = world.timing[step];
  return from + (to - from) * world.fraction();
};
