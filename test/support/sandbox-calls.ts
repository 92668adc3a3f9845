import type { OpenSandbox } from './sandbox.ts';
import { solsikke } from './sandbox-world.ts';

/** Reads what is at this path, as whoever holds the token. */
export const ask = (sandbox: OpenSandbox, token: string, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(sandbox.base + path, { headers: { Authorization: `Bearer ${token}`, ...headers } });

/** The customer who is there from the start, where Partner Center is asked for them. */
export const customerPath = `/global/partner-center/v1/customers/${solsikke}`;

/** Tells the control what somebody else does, or what is to go wrong. */
export const tell = async ({ base }: OpenSandbox, path: string, told: unknown = null, method = 'POST') => {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(`${base}/_sim${path}`, { method, headers, body: JSON.stringify(told) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
