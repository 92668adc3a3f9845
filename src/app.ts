import { createHandle } from './commands/handle.ts';
import type { Handle } from './commands/handle.ts';
import type { Door } from './http/server.ts';
import { createClockwork } from './outbox/clockwork.ts';
import { createOutbox } from './outbox/outbox.ts';
import type { Carriers, FactSource, People, Ports } from './ports.ts';
import { createNewsDesk } from './services/news.ts';
import { createOffers } from './services/offers.ts';
import type { Services } from './services/services.ts';
import { webhookDoors } from './services/webhook-doors.ts';
import type { Line } from './wire/line.ts';

interface Means {
  readonly ports: Omit<Ports, 'facts'>;
  readonly services: Services;
  readonly line: Line;
  /** What letters and cards tell of themselves, and whoever brings them to people. */
  readonly letters: FactSource;
  readonly carriers: Pick<Carriers, 'send-letter' | 'show-case' | 'tell'>;
  readonly people: People;
}

interface App {
  readonly handle: Handle;
  readonly clockwork: ReturnType<typeof createClockwork>;
  /** Where others' programs call. */
  readonly doors: readonly Door[];
  /** Until it is stopped. */
  readonly run: () => Promise<void>;
  readonly stop: () => void;
}

const ROUND_MS = 3_600_000;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The whole of what we do for cases, without the world outside: that is handed in. */
export const createApp = ({ ports, services, line, letters, carriers, people }: Means): App => {
  const { store, clock, operator } = ports;
  const all: Ports = { ...ports, facts: { ...services.facts, letter: letters } };
  const handle = createHandle(all);
  const carryOutDue = createOutbox({ ...all, handle, people, carriers: { ...services.carriers, ...carriers } });
  const clockwork = createClockwork({ ...all, handle, carryOutDue });
  const offers = createOffers({ handle, clock, operator });
  const heard = createNewsDesk({ store, clock, offers, poke: clockwork.poke });

  /** What nobody has told us, although it was announced. */
  const lookAround = async (): Promise<void> => {
    for (const at of services.offices) {
      await offers.lookForMissed(at).catch((error: unknown) => {
        operator.tell(`${at.account.profile.cloud}: ${wordsOf(error)}`);
      });
    }
  };

  return {
    handle,
    clockwork,
    doors: webhookDoors({ offices: services.offices, line, clock, operator, heard }),
    run: async () => {
      void lookAround();
      const rounds = setInterval(() => void lookAround(), ROUND_MS);
      try {
        await clockwork.run();
      } finally {
        clearInterval(rounds);
      }
    },
    stop: clockwork.stop,
  };
};
