import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { inTime } from '../conversation/in-time.ts';
import { createServer, listen } from '../http/server.ts';
import { createSteadyClock } from '../outbox/steady-clock.ts';
import { createListedPeople } from '../people/listed-people.ts';
import type { Operator, Store } from '../ports.ts';
import type { Services } from '../services/services.ts';
import { inWords } from '../store/lowdb.ts';
import { openStore } from '../store/open-store.ts';
import { machineEndpointIn } from '../tokens/machine-identity.ts';
import { createSecretFiles } from '../tokens/secret-file.ts';
import { createLine } from '../wire/line.ts';
import type { Line } from '../wire/line.ts';
import { storeOf } from '../settings.ts';
import type { Environment } from '../settings.ts';
import { createBot } from './create-bot.ts';
import { createLetterPost, letterFolder } from './letter-post.ts';
import type { LetterPost } from './letter-post.ts';
import type { Prepared } from './prepare.ts';

const USUAL_PORT = 3978;
/** Whoever stops us ends us by force soon after; before that everything has to be put away. */
const FINISHING_MS = 7_000;
const PUTTING_AWAY_MS = 1_000;

interface Surroundings {
  readonly environment: Environment;
  readonly operator: Operator;
  /** How long it may take to finish what is under way; the usual time, unless a test says otherwise. */
  readonly finishingMs?: number;
}

export interface OpenBot {
  readonly port: number;
  /** How letters go. */
  readonly by: string;
  /** Until it is stopped; rejects when it cannot go on. */
  readonly running: Promise<void>;
  /** Takes nothing more, finishes what it holds, and puts everything away; what takes too long is left for the next start. */
  readonly stop: () => Promise<void>;
}

const chance = { salt: randomUUID, fraction: Math.random };

interface Held extends Surroundings {
  readonly store: Store;
  readonly line: Line;
}

const openOn = async (
  prepared: Prepared,
  { store, line, environment, operator, finishingMs = FINISHING_MS }: Held,
): Promise<OpenBot> => {
  const { settings, accounts, people, rules, bot, approvals, fixedText } = prepared;
  const { DATA, SECRETS, BOT_CLOUD, CUSTOMER_PAGES, APPROVALS_LANGUAGE: language = 'en' } = settings;
  const clock = createSteadyClock(operator.tell, await store.lastEventAt());
  const machine = machineEndpointIn(environment);
  const letters = ({ offices }: Services): LetterPost => {
    const office = offices.find(({ account }) => account.profile.cloud === BOT_CLOUD) ?? null;
    return createLetterPost(settings, { folder: letterFolder(DATA), office });
  };
  const { app, mail } = await createBot({
    ...{ accounts, bot, line, letters },
    ports: { store, clock, operator, chance, house: () => rules },
    secrets: createSecretFiles(SECRETS),
    ...(machine && { machine }),
    people: createListedPeople(people),
    senders: (cloud) => accounts.find(({ profile }) => profile.cloud === cloud) ?? null,
    fixedText: (cloud) => (cloud === 'china_21v' ? fixedText : null),
    channels: approvals === null ? [] : [{ chat: approvals, language }],
    ...(CUSTOMER_PAGES !== undefined && { customers: CUSTOMER_PAGES }),
  });

  const server = createServer([], app.doors, { proxies: settings.TRUSTED_PROXIES });
  const port = await listen(server, settings.PORT ?? USUAL_PORT, settings.HOST);
  const running = app.run();

  const finish = async (): Promise<void> => {
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
    await app.settled();
    // That it cannot go on is for whoever holds `running`.
    await Promise.allSettled([running]);
  };
  const stop = async (): Promise<void> => {
    app.stop();
    const finishing = finish();
    if ((await inTime(finishing, finishingMs)) === null) {
      operator.tell('Not everything was finished in time. What is left is taken up at the next start.');
      server.server.closeAllConnections();
    }
    await line.close();
    await inTime(finishing, PUTTING_AWAY_MS);
    mail.close();
    await store.close();
  };
  return { port, by: mail.by, running, stop };
};

/** Starts the bot: first what it keeps, so that a second one is refused before anybody can call it. */
export const openBot = async (prepared: Prepared, surroundings: Surroundings): Promise<OpenBot> => {
  const place = storeOf(prepared.settings);
  if (place.kind === 'file') await inWords(place.folder, mkdir(place.folder, { recursive: true, mode: 0o700 }));
  const store = await openStore(place, { tell: surroundings.operator.tell });
  const line = createLine();
  try {
    return await openOn(prepared, { ...surroundings, store, line });
  } catch (error) {
    await line.close();
    await store.close();
    throw error;
  }
};
