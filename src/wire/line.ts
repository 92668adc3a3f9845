import { Agent } from 'undici';
import { createHost } from './host.ts';
import type { Host } from './host.ts';
import { usualLimits } from './limits.ts';
import type { Limits } from './limits.ts';

/** Everything this process says to services goes over one line, so that it knows together who wants to be left alone. */
export interface Line {
  readonly limits: Limits;
  /** The service at this address; at most so many calls at once. */
  readonly to: (base: string, atOnce?: number) => Host;
  /** Aborted once the line is closed. */
  readonly closing: AbortSignal;
  /** Ends what is under way, and sends nothing any more. */
  readonly close: () => Promise<void>;
}

export const createLine = (options: Partial<Limits> = {}): Line => {
  const limits = { ...usualLimits, ...options };
  const hosts = new Map<string, Host>();
  const closed = new AbortController();
  const agent = new Agent({
    connections: limits.atOnce,
    connect: { timeout: limits.connectMs },
    maxResponseSize: limits.largestAnswer,
    // Its limit on the size of answers holds for HTTP/1.1 only.
    allowH2: false,
  });

  return {
    limits,
    closing: closed.signal,
    to: (base, atOnce = limits.atOnce) => {
      const known = hosts.get(base);
      if (known !== undefined) return known;
      const host = createHost(agent, { ...limits, atOnce: Math.min(atOnce, limits.atOnce) }, closed.signal);
      hosts.set(base, host);
      return host;
    },
    close: async () => {
      closed.abort();
      await agent.destroy();
    },
  };
};
