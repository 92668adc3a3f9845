/** What is measured: who is asked what, and how one can see that it was done. */
import type { Waiting } from './activities.ts';
import { approved, said } from './activities.ts';
import type { Bot } from './bot.ts';
import type { Connector } from './connector.ts';
import { askedBy, forMs, oneFor } from './load.ts';
import type { Slice } from './load.ts';
import { approvers, askers } from './people.ts';
import type { ownWork, Served } from './served.ts';

export interface Candidate {
  readonly name: string;
  /** What is there before anybody looks at the clock. */
  readonly ready: () => Promise<void>;
  /** Until all is answered, and what was set going is done. */
  readonly work: () => Promise<Slice>;
  readonly isRight: (slice: Slice) => Promise<void>;
  readonly cpu: () => Promise<number>;
  readonly close: () => Promise<void>;
}

const of = <T>(all: readonly T[], number: number): T => {
  const one = all[number % all.length];
  if (one === undefined) throw new Error('There is nobody');
  return one;
};

interface Extent {
  readonly atOnce: number;
  readonly ms: number;
}

/** Words, each answered by one message that is brought to the connector. */
export const talking = (
  name: string,
  server: Served<typeof ownWork>,
  connector: Served<Connector>,
  { text, says, atOnce, ms }: Extent & { readonly text: string; readonly says: string },
): Candidate => {
  const load = askedBy(server.url, atOnce);
  return {
    name,
    ready: async () => {
      await connector.ask('taken');
    },
    work: () =>
      load.during(
        forMs(ms, (number) => said(connector.url, of(askers, number), number, text)),
        () => true,
      ),
    isRight: async ({ count }) => {
      const { count: taken, last } = await connector.ask('taken');
      if (taken < count || !last.includes(says))
        throw new Error(`${name}: ${count} asked, ${taken} answered: ${last.slice(0, 500)}`);
    },
    cpu: () => server.ask('cpu'),
    close: load.close,
  };
};

/** Approvals of cases that wait, each by somebody who may. */
export const approving = (
  name: string,
  server: Served<Bot>,
  connector: Served<Connector>,
  { atOnce, cases }: { readonly atOnce: number; readonly cases: number },
): Candidate => {
  const load = askedBy(server.url, atOnce);
  let waiting: readonly Waiting[] = [];
  return {
    name,
    ready: async () => {
      waiting = await server.ask('prepare', cases);
    },
    work: async () => {
      const press = (one: Waiting, number: number): string => approved(connector.url, of(approvers, number), number, one);
      const slice = await load.during(oneFor(waiting, press), (answer) => answer.includes('Your approval is kept.'));
      await server.ask('drained');
      return slice;
    },
    isRight: async () => {
      const ids = waiting.map(({ id }) => id);
      const count = await server.ask('approved', ids);
      if (count !== ids.length) throw new Error(`${name}: ${ids.length} were to be approved, ${count} were`);
    },
    cpu: () => server.ask('cpu'),
    close: load.close,
  };
};
