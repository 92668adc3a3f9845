import type { Call, Service } from '../../../src/wire/service.ts';
import type { Failure, Sent } from '../../../src/wire/failure.ts';
import * as z from 'zod';

type Ask = (service: Service) => Promise<Sent<unknown>>;

/** What a call of the adapter makes of a fixture, or of several one after the other. */
export interface Replayed {
  readonly fixtures: readonly string[];
  readonly ask: Ask;
  /** As much of it as tells. */
  readonly expected: { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly failure: Partial<Failure> };
  /** The fixture tells the answer, and only hints at what was asked. */
  readonly hasStub: boolean;
}

export const gives = (fixtures: string | readonly string[], ask: Ask, body: unknown): Replayed => ({
  fixtures: [fixtures].flat(),
  ask,
  expected: { ok: true, body },
  hasStub: false,
});

export const fails = (fixtures: string | readonly string[], ask: Ask, failure: Partial<Failure>): Replayed => ({
  fixtures: [fixtures].flat(),
  ask,
  expected: { ok: false, failure },
  hasStub: false,
});

export const stub = (replayed: Replayed): Replayed => ({ ...replayed, hasStub: true });

/** What nothing in Handshake asks for: over the bare line, because its answer is worth understanding. */
export const bare =
  (call: Pick<Call<unknown>, 'method' | 'path' | 'headers' | 'body'>): Ask =>
  (service) =>
    service.send({ ...call, answer: z.unknown() });

export const refused = (code: string, status = 400) => ({ kind: 'refused', status, code }) as const;
