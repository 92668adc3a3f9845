import type { Case, CaseEvent } from '../../src/cases/case.ts';
import type { Instant } from '../../src/cases/time.ts';
import { written } from '../../src/commands/written.ts';
import { openCodes } from '../../src/customer-pages/codes.ts';
import { checkFor, createCustomerPages, recognised } from '../../src/customer-pages/customer-pages.ts';
import type { Invited } from '../../src/customer-pages/invited.ts';
import { createServer, listen } from '../../src/http/server.ts';
import { given } from '../support/given.ts';
import { createWorld } from '../support/world.ts';

const ADDRESS = 'letters.nordlys.example';
export const FIRST = '2026-03-02T13:00:00.000Z' as Instant;

const partner = { name: 'Nordlys Cloud AS', partnerId: '6100001' };

interface Remembered {
  readonly invited: Invited;
  readonly id: string;
  readonly answers: unknown;
}

/** The pages behind a real server on this machine, over a store in memory and a clock that is set by hand. */
export const openPages = async (surroundings: Parameters<typeof createServer>[2] = {}) => {
  const world = createWorld();
  const { store } = world;
  let now = FIRST;
  const clock = { now: () => now };
  const codes = await openCodes(store, world.ports.chance);
  const remembered: Remembered[] = [];
  const pages = createCustomerPages({
    store,
    clock,
    codes,
    address: ADDRESS,
    senders: (cloud) => (cloud === 'germany' ? null : partner),
    handle: world.handle,
    remember: (invited, id, answers) => {
      remembered.push({ invited, id, answers });
      return Promise.resolve();
    },
  });
  const server = createServer([], pages.doors, surroundings);
  const port = await listen(server, 0, '127.0.0.1');
  const base = `http://127.0.0.1:${port}`;

  const keep = async (...events: readonly CaseEvent[]) => {
    const current = given(...events);
    await store.commit(written(null, events, () => 'a grain of salt'));
    return current;
  };

  const carrier = recognised({ carryOut: () => Promise.resolve({ kind: 'done' }) }, { codes, inviteAnswers: pages.inviteAnswers });

  return {
    store,
    codes,
    base,
    port,
    remembered,
    inviteAnswers: pages.inviteAnswers,
    check: checkFor({ codes, address: ADDRESS }),
    set: (to: Instant): void => {
      now = to;
    },
    keep,
    /** A case whose letter has gone out, by its code. */
    written: async (...events: readonly CaseEvent[]): Promise<string> => {
      const { id } = await keep(...events);
      return codes.keep('letter', id, { caseId: id });
    },
    /** The same, with its letter carried out as the outbox has it carried out. */
    posted: async (...events: readonly CaseEvent[]): Promise<Case> => {
      const current = await keep(...events);
      const effect = { kind: 'send-letter', letter: 'questions' } as const;
      await carrier.carryOut({ effect, case: current, key: 'a letter', attempt: 0, now, sent: [] });
      return current;
    },
    get: (path: string, headers: Record<string, string> = { 'Accept-Language': 'en' }) => fetch(`${base}${path}`, { headers }),
    post: (path: string, fields: Record<string, string>) =>
      fetch(`${base}${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { 'Accept-Language': 'en' },
      }),
    close: (): void => {
      server.server.closeAllConnections();
      server.close();
    },
  };
};

export type Pages = Awaited<ReturnType<typeof openPages>>;
