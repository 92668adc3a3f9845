import { setTimeout as sleep } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import type { Arrival } from './arrival.ts';
import { askOnce } from './ask-once.ts';
import type { Outgoing } from './ask-once.ts';
import { createBreaker } from './breaker.ts';
import { createGates } from './gates.ts';
import type { Limits } from './limits.ts';
import { namedWaitMs } from './retry-after.ts';
import { createTurns } from './turns.ts';

/** One service, as everybody in this process knows it. */
export interface Host {
  /** Asks once, when it is our turn, and not before they want to be asked again. */
  readonly ask: (outgoing: Outgoing, tenant: string, leftMs: () => number) => Promise<Arrival>;
}

const now = (): number => performance.now();

export const createHost = (dispatcher: Dispatcher, limits: Limits, closing: AbortSignal): Host => {
  const inTurn = createTurns(limits);
  const unlessBroken = createBreaker(limits, now);
  const gates = createGates(now);

  /** Null: while it waited for its turn, somebody else was told to wait. */
  const askNow = async (outgoing: Outgoing, tenant: string): Promise<Arrival | null> => {
    if (closing.aborted) return { kind: 'not-sent', words: 'the line is closed' };
    if (gates.heldMs(tenant) > 0) return null;
    const arrival = await unlessBroken(() => askOnce(dispatcher, outgoing, limits));
    // While it is still our turn, so that whoever is next knows.
    gates.hold(tenant, namedWaitMs(arrival, limits));
    return arrival;
  };

  const ask = async (outgoing: Outgoing, tenant: string, leftMs: () => number): Promise<Arrival> => {
    for (;;) {
      const heldMs = gates.heldMs(tenant);
      if (heldMs > Math.min(limits.longestWaitMs, leftMs())) return { kind: 'held', afterMs: Math.ceil(heldMs) };
      if (heldMs > 0) await sleep(heldMs, undefined, { signal: closing }).catch(() => null);
      const arrival = await inTurn(() => askNow(outgoing, tenant), leftMs);
      if (arrival !== null) return arrival;
    }
  };

  return { ask };
};
