import type { Arrival } from './arrival.ts';
import type { Limits } from './limits.ts';

const GATEWAY_TROUBLE = [502, 503, 504];

/** Nobody there. A service that says what is wrong with it is there. */
const isOutage = (arrival: Arrival): boolean =>
  arrival.kind === 'answered' ? GATEWAY_TROUBLE.includes(arrival.status) : arrival.kind === 'silent' || arrival.kind === 'not-sent';

/**
 * Asks nobody for a while who has not answered so many times in a row. Then one asks for all, who wait for what it finds out.
 * The while is counted evenly: a clock that is set back does not make it a day.
 */
export const createBreaker = ({ breakAfter, brokenMs }: Limits, now: () => number) => {
  let outages = 0;
  let brokenUntil = 0;
  let probe: Promise<Arrival> | null = null;

  const learnt = (arrival: Arrival): Arrival => {
    outages = isOutage(arrival) ? outages + 1 : 0;
    if (outages >= breakAfter) brokenUntil = now() + brokenMs;
    return arrival;
  };

  return async (ask: () => Promise<Arrival>): Promise<Arrival> => {
    if (probe !== null) await probe;
    if (outages < breakAfter) return learnt(await ask());
    if (now() < brokenUntil) return { kind: 'broken' };
    probe = ask().then(learnt);
    return probe.finally(() => {
      probe = null;
    });
  };
};
