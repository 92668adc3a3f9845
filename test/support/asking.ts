import * as z from 'zod';
import { createService } from '../../src/wire/create-service.ts';
import type { Authorize } from '../../src/wire/create-service.ts';
import type { Dialect } from '../../src/wire/dialect.ts';
import { graphDialect } from '../../src/wire/dialects.ts';
import type { Sent } from '../../src/wire/failure.ts';
import type { Limits } from '../../src/wire/limits.ts';
import { createLine } from '../../src/wire/line.ts';
import type { Call, Service } from '../../src/wire/service.ts';
import { faultServer } from './fault-server.ts';
import type { Fault, Heard } from './fault-server.ts';

/** Pauses as short as a test wants them. */
export const hasty: Partial<Limits> = {
  firstPauseMs: 1,
  longestPauseMs: 2,
  largestAnswer: 100_000,
};

/** For those who never answer; others need not hurry. */
export const impatient: Partial<Limits> = { attemptMs: 150 };

export const Thing = z.object({ id: z.string() });
export type Thing = z.infer<typeof Thing>;

export const reading: Call<Thing> = { method: 'GET', path: '/v1/things/1', answer: Thing };
export const writing: Call<Thing> = {
  method: 'POST',
  path: '/v1/things',
  body: { name: 'Solsikke' },
  answer: Thing,
  requestId: 'case 1',
};

interface Asking {
  readonly dialect?: Dialect;
  readonly limits?: Partial<Limits>;
  readonly authorize?: Authorize;
}

const withPass: Authorize = () => Promise.resolve({ ok: true, token: { value: 'a-token' } });

/** Something asked of a service that does this and that. */
export const asking = async <T>(
  faults: readonly Fault[],
  ask: (service: Service, base: string) => Promise<T>,
  { dialect = graphDialect, limits = {}, authorize = withPass }: Asking = {},
): Promise<{ readonly told: T; readonly heard: readonly Heard[] }> => {
  const server = await faultServer(...faults);
  const line = createLine({ ...hasty, ...limits });
  try {
    const told = await ask(createService({ base: server.base, dialect, authorize, line }), server.base);
    return { told, heard: server.heard };
  } finally {
    await line.close();
    await server.close();
  }
};

/** One call, in a word: its status, or the kind of its failure. */
export const inAWord = (sent: Sent<unknown>): number | string => (sent.ok ? sent.status : sent.failure.kind);

export const calling = async (call: Call<Thing>, faults: readonly Fault[], how: Asking = {}) => {
  const { told, heard } = await asking(faults, (service) => service.send(call), how);
  return { sent: told, came: inAWord(told), heard };
};
