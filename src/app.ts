import { createHandle } from './commands/handle.ts';
import type { Handle } from './commands/handle.ts';
import { createTalk } from './conversation/talk.ts';
import type { Office } from './conversation/talk.ts';
import { createLookups } from './conversation/wizards/lookups.ts';
import type { Codes } from './customer-pages/codes.ts';
import { createCustomerPages, recognised } from './customer-pages/customer-pages.ts';
import { createInviteAnswers } from './customer-pages/invited.ts';
import type { InviteAnswers } from './customer-pages/invited.ts';
import { letterCodeOf } from './customer-pages/letter-code.ts';
import { rememberedIn } from './customer-pages/remembered.ts';
import type { Door } from './http/server.ts';
import { createClockwork } from './outbox/clockwork.ts';
import { createOutbox } from './outbox/outbox.ts';
import type { Carriers, Courier, FactSource, People, Ports } from './ports.ts';
import { createNewsDesk } from './services/news.ts';
import { createOffers } from './services/offers.ts';
import type { Services } from './services/services.ts';
import { webhookDoors } from './services/webhook-doors.ts';
import type { TeamsConversation } from './teams/turns.ts';
import type { Line } from './wire/line.ts';
import { CUSTOMER } from './wizards/telling.ts';

interface Means {
  readonly ports: Omit<Ports, 'facts'>;
  readonly services: Services;
  readonly line: Line;
  /** What letters tell of themselves, and whoever brings them to customers. */
  readonly letters: { readonly facts: FactSource; readonly carrier: Carriers['send-letter'] };
  /** Pages on which customers check letters and answer; left out: there are none. `address`: where they stand, without a scheme. */
  readonly customers?: { readonly codes: Codes; readonly address: string };
  readonly people: People;
  readonly office: Omit<Office, 'clouds'>;
  /** The chat program: what it hears goes to the conversation. */
  readonly chat: (conversation: TeamsConversation) => Chatting;
  /** How long somebody who pressed a button waits at most; the usual time, unless a test says otherwise. */
  readonly patienceMs?: number;
}

interface Chatting {
  readonly door: Door;
  readonly courier: Courier;
  /** Everything that has been heard has been dealt with. */
  readonly settled: () => Promise<void>;
}

interface App {
  readonly handle: Handle;
  readonly clockwork: ReturnType<typeof createClockwork>;
  /** Where others' programs call. */
  readonly doors: readonly Door[];
  /** Makes a page on which a customer answers; null where there are no such pages. */
  readonly inviteAnswers: InviteAnswers | null;
  /** Everything that was asked for is at its end. */
  readonly settled: () => Promise<void>;
  /** After a start: what people had pressed, and had not been answered. */
  readonly resume: () => Promise<void>;
  /** For what was announced, and has never arrived. */
  readonly lookAround: () => Promise<void>;
  /** Until it is stopped. */
  readonly run: () => Promise<void>;
  readonly stop: () => void;
}

const ROUND_MS = 3_600_000;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The whole of what we do for cases, without the world outside: that is handed in. */
export const createApp = ({ ports, services, line, letters, customers, people, office, chat, patienceMs }: Means): App => {
  const { store, clock, operator } = ports;
  const all: Ports = {
    ...ports,
    facts: { ...services.facts, letter: letters.facts },
    hasAnswersPage: customers !== undefined,
  };
  const handle = createHandle(all);
  // Conversation, chat and clockwork know each other; each speaks to the next only once all are there.
  const chatting = chat({ hear: (heard) => talk.hear(heard), onFailure: (heard, reference) => talk.onFailure(heard, reference) });
  const talk = createTalk({
    ports: all,
    handle,
    people,
    companies: services.companies,
    holdings: services.holdings,
    shell: services.shell,
    courier: chatting.courier,
    office: { ...office, clouds: services.offices.map(({ account }) => account.profile.cloud) },
    poke: () => {
      clockwork.poke();
    },
    ...(patienceMs !== undefined && { patienceMs }),
    ...(customers && { letterCodeOf: (current) => letterCodeOf(customers.codes, current) }),
  });
  const sendLetter = customers
    ? recognised(letters.carrier, { ...customers, inviteAnswers: createInviteAnswers({ ...customers, clock }) })
    : letters.carrier;
  const carriers = { ...services.carriers, ...talk.carriers, 'send-letter': sendLetter };
  const carryOutDue = createOutbox({ ...all, handle, people, carriers });
  const clockwork = createClockwork({ ...all, handle, carryOutDue });
  const offers = createOffers({ handle, clock, operator });
  const heard = createNewsDesk({ store, clock, offers, poke: clockwork.poke });

  const poking: Handle = async (command, settles) => {
    const handled = await handle(command, settles);
    clockwork.poke();
    return handled;
  };
  const pages =
    customers &&
    createCustomerPages({
      ...customers,
      store,
      clock,
      senders: office.senders,
      handle: poking,
      remember: rememberedIn(createLookups({ ports: all, companies: services.companies, people }), {
        id: CUSTOMER,
        name: '',
        roles: [],
      }),
    });

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
    doors: [chatting.door, ...webhookDoors({ offices: services.offices, line, clock, operator, heard }), ...(pages?.doors ?? [])],
    inviteAnswers: pages?.inviteAnswers ?? null,
    settled: async () => {
      await chatting.settled();
      await talk.settled();
    },
    resume: talk.resume,
    lookAround,
    run: async () => {
      await talk.resume();
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
