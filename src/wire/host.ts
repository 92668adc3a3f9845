import { setTimeout as sleep } from 'node:timers/promises';
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  ConsecutiveBreaker,
  bulkhead,
  circuitBreaker,
  handleWhenResult,
} from 'cockatiel';
import type { Dispatcher } from 'undici';
import type { Arrival } from './arrival.ts';
import { askOnce } from './ask-once.ts';
import type { Outgoing } from './ask-once.ts';
import { createGates } from './gates.ts';
import type { Limits } from './limits.ts';
import { namedWaitMs } from './retry-after.ts';

/** One service, as everybody in this process knows it. */
export interface Host {
  /** Asks once, when it is our turn, and not before they want to be asked again. */
  readonly ask: (outgoing: Outgoing, tenant: string, leftMs: () => number) => Promise<Arrival>;
}

const GATEWAY_TROUBLE = [502, 503, 504];

/** Nobody there. A service that says what is wrong with it is there. */
const isOutage = (arrival: unknown): boolean => {
  const { kind, status } = arrival as { kind: Arrival['kind']; status?: number };
  if (kind === 'answered') return GATEWAY_TROUBLE.includes(status ?? 0);
  return kind === 'silent' || kind === 'not-sent';
};

export const createHost = (dispatcher: Dispatcher, limits: Limits, closing: AbortSignal): Host => {
  const turns = bulkhead(limits.atOnce, limits.waiting);
  const breaker = circuitBreaker(handleWhenResult(isOutage), {
    halfOpenAfter: limits.brokenMs,
    breaker: new ConsecutiveBreaker(limits.breakAfter),
  });
  const gates = createGates(() => performance.now());

  const refusedByOurselves = (error: unknown): Arrival => {
    if (error instanceof BulkheadRejectedError) return { kind: 'held', afterMs: limits.longestPauseMs };
    if (error instanceof BrokenCircuitError) return { kind: 'broken' };
    throw error;
  };

  /** Null: while it waited for its turn, somebody else was told to wait. */
  const inTurn = (outgoing: Outgoing, tenant: string, leftMs: () => number): Promise<Arrival | null> =>
    turns
      .execute(async () => {
        if (closing.aborted || leftMs() <= 0) return { kind: 'not-sent', words: 'its time was over before its turn' } as const;
        if (gates.heldMs(tenant) > 0) return null;
        const arrival = await breaker.execute(() => askOnce(dispatcher, outgoing, limits));
        // While it is still our turn, so that whoever is next knows.
        gates.hold(tenant, namedWaitMs(arrival, limits));
        return arrival;
      })
      .catch(refusedByOurselves);

  const ask = async (outgoing: Outgoing, tenant: string, leftMs: () => number): Promise<Arrival> => {
    for (;;) {
      const heldMs = gates.heldMs(tenant);
      if (heldMs > Math.min(limits.longestWaitMs, leftMs())) return { kind: 'held', afterMs: Math.ceil(heldMs) };
      if (heldMs > 0) await sleep(heldMs, undefined, { signal: closing }).catch(() => null);
      const arrival = await inTurn(outgoing, tenant, leftMs);
      if (arrival !== null) return arrival;
    }
  };

  return { ask };
};
