import type { RequestListener } from 'node:http';
import { listenHere } from '../../sandbox/server/listen.ts';
import type { Activity } from './activity.ts';
import { createConnector } from './connector/create-connector.ts';
import { createLimits } from './connector/limits.ts';
import { createWorld } from './create-world.ts';
import type { TeamsWanted } from './create-world.ts';
import { sendAgain, sendOnce, usualPatience } from './deliver.ts';
import type { Answered } from './deliver.ts';
import { createFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import { createIdentity } from './identity/create-identity.ts';
import { mintFor } from './identity/mint.ts';
import type { MintOverrides } from './identity/mint.ts';
import { createInstalling } from './install.ts';
import { openChannel, openGroup } from './moving-in.ts';
import type { ChannelWanted, GroupWanted } from './moving-in.ts';
import { createActor } from './person/create-actor.ts';
import type { Actor } from './person/create-actor.ts';
import type { Line } from './person/line.ts';
import { createServing } from './serve.ts';
import { seenBy } from './transcript.ts';
import type { Happening } from './transcript.ts';
import { createWatch } from './watch.ts';
import type { Watch } from './watch.ts';
import { personalChat } from './world.ts';
import type { Chat, Message, Person, World } from './world.ts';

export type { TeamsWanted } from './create-world.ts';

/** Where everything is, once it listens. */
interface Addresses {
  /** With a slash at its end. */
  readonly serviceUrl: string;
  /** `{login}/{tenant}/oauth2/v2.0/token` gives tokens. */
  readonly login: string;
  readonly metadata: string;
  /** `{graph}/v1.0/users/{id}/teamwork/installedApps`. */
  readonly graph: string;
}

export interface Teams extends Pick<Watch, 'waitFor' | 'settled'> {
  readonly world: World;
  readonly handler: RequestListener;
  /** Whoever serves the handler says so before the first request. */
  readonly place: { base: string };
  readonly addresses: () => Addresses;
  /** By the directory's id. */
  readonly person: (id: string) => Actor;
  /** The personal chat with the bot. */
  readonly personal: (personId: string) => Chat;
  readonly group: (wanted: GroupWanted) => Chat;
  readonly channel: (wanted: ChannelWanted) => Chat;
  readonly mint: (overrides?: MintOverrides) => string;
  /** Any activity, once; without `token` with a good one, with null none at all. */
  readonly deliver: (activity: Activity, token?: string | null) => Promise<Answered | null>;
  readonly faults: Faults;
  /** What happened, or what one person saw of it. */
  readonly transcript: (personId?: string) => readonly Happening[];
  /** The bot’s first message in the chat after that one, or after what anybody last said there. */
  readonly nextMessage: (chat: Chat, after?: Message | null) => Promise<Message>;
  /** The message, as soon as it was changed more often than that. */
  readonly nextUpdate: (message: Message, since?: number) => Promise<Message>;
}

const createLine = (wanted: TeamsWanted, world: World, mint: () => string, watch: Watch): Line => {
  const { endpoint = () => null } = wanted;
  const patience = { ...usualPatience, ...wanted.patience };
  const send = (activity: Activity, ms: number): Promise<Answered | null> => {
    const url = endpoint();
    return url === null ? Promise.resolve(null) : sendOnce(url, activity, mint(), ms);
  };
  return {
    world,
    message: (activity) => watch.during(sendAgain(() => send(activity, patience.messageMs), 1)),
    invoke: (make) => watch.during(sendAgain(() => send(make(), patience.invokeMs), patience.invokeRetries)),
  };
};

const lastSaid = ({ messages }: Chat): number => messages.findLastIndex(({ from }) => from !== null);

/** What Teams is to a bot and to the people who talk with it, on this machine alone. */
export const createTeams = (wanted: TeamsWanted): Teams => {
  const { bot, now, issuer = 'https://api.chat.example', recognise, tell = console.error } = wanted;
  const place = { base: 'http://127.0.0.1' };
  const happenings: Happening[] = [];
  const watch = createWatch(() =>
    JSON.stringify(happenings.slice(-3).map(({ kind, who, chat }) => ({ kind, who, chat: chat.name }))),
  );
  const world = createWorld(
    wanted,
    () => place.base,
    (happening) => {
      happenings.push(happening);
      watch.happened();
      wanted.hear?.(happening);
    },
  );
  const faults = createFaults();
  const identity = createIdentity({ world, issuer, secret: bot.secret ?? 'made-up-secret' });
  const isFor = (audience: 'bot' | 'graph', scope: string): boolean =>
    wanted.audience === undefined || (scope === `${wanted.audience}/.default`) === (audience === 'bot');
  const mayAsk = (audience: 'bot' | 'graph') => (bearer: string) => {
    const claims = identity.read(bearer);
    return claims === null ? recognise?.(bearer, audience) === true : isFor(audience, claims.scope);
  };
  const tooEarly = wanted.hasLimits === true ? createLimits(now) : () => null;
  const rooms = {
    connector: createConnector({ world, isOurBot: mayAsk('bot'), tooEarly }),
    identity: identity.surface,
    graph: createInstalling(world, mayAsk('graph')),
  };
  const mint = (overrides: MintOverrides = {}): string => mintFor(world, issuer, overrides);
  const line = createLine(wanted, world, mint, watch);

  const personCalled = (id: string): Person => {
    const person = world.people.get(id);
    if (person === undefined) throw new Error(`Nobody has the id ${id}.`);
    return person;
  };

  return {
    ...{ world, place, faults, mint, waitFor: watch.waitFor, settled: watch.settled },
    handler: createServing({ ...rooms, faults, base: () => place.base }, tell),
    addresses: () => ({
      serviceUrl: world.serviceUrl(),
      login: `${place.base}/login`,
      metadata: `${place.base}/login/v1/.well-known/openidconfiguration`,
      graph: `${place.base}/graph`,
    }),
    person: (id) => createActor(line, personCalled(id)),
    personal: (id) => personalChat(world, personCalled(id)),
    group: (group) => openGroup(world, group),
    channel: (channel) => openChannel(world, channel),
    deliver: (activity, token = mint()) => {
      const url = wanted.endpoint?.() ?? null;
      return url === null ? Promise.resolve(null) : watch.during(sendOnce(url, activity, token, usualPatience.messageMs));
    },
    transcript: (id) => (id === undefined ? [...happenings] : seenBy(world, personCalled(id), happenings)),
    nextMessage: (chat, after) => {
      const from = after === undefined ? lastSaid(chat) : after === null ? -1 : chat.messages.indexOf(after);
      return watch.waitFor(() => chat.messages.slice(from + 1).find((message) => message.from === null && !message.isDeleted));
    },
    nextUpdate: (message, since = 0) => watch.waitFor(() => message.edits > since && message),
  };
};

export interface ListeningTeams {
  readonly base: string;
  readonly close: () => Promise<void>;
}

/** Opens it on this machine; port 0 is any that is free. */
export const listenTeams = async (teams: Teams, port: number): Promise<ListeningTeams> => {
  const { base, close } = await listenHere(teams.handler, port);
  teams.place.base = base;
  return { base, close };
};
