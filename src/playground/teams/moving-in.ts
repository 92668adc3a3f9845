import { idOf } from './world.ts';
import type { Chat, Person, Team, World } from './world.ts';

/** Somebody of the directory, or from outside. */
export interface Newcomer {
  readonly id: string;
  readonly name: string;
  readonly locale?: string;
  readonly upn?: string;
  readonly isGuest?: boolean;
  readonly tenant?: string;
  /** How Teams addresses them; left out: made up. */
  readonly address?: string;
  /** Whether they have the app already. */
  readonly hasApp?: boolean;
}

const upnOf = (name: string): string => `${name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '.')}@people.example`;

export const moveIn = (newcomer: Newcomer, home: string): Person => {
  const { id, name, locale = 'en-US', upn = upnOf(name), isGuest = false, tenant = home, address } = newcomer;
  return { id, name, locale, upn, isGuest, tenant, address: address ?? `29:1${idOf(`person ${id}`)}` };
};

export interface GroupWanted {
  readonly name: string;
  /** Their ids. */
  readonly people: readonly string[];
  readonly hasBot?: boolean;
  readonly id?: string;
}

export interface ChannelWanted extends GroupWanted {
  readonly team: string;
}

const opened = (
  world: World,
  kind: 'group' | 'channel',
  wanted: GroupWanted & { readonly id: string },
  team: Team | null,
): Chat => {
  const { id, name, people, hasBot = true } = wanted;
  const members = people.map((one) => {
    const person = world.people.get(one);
    if (person === undefined) throw new Error(`Nobody has the id ${one}.`);
    return person;
  });
  const chat: Chat = { id, kind, name, team, members, hasBot, messages: [] };
  world.chats.set(id, chat);
  return chat;
};

export const openGroup = (world: World, wanted: GroupWanted): Chat =>
  opened(world, 'group', { id: `19:${idOf(`group ${wanted.name}`)}@thread.v2`, ...wanted }, null);

/** The team’s own id is that of its first channel, as Teams has it. */
export const openChannel = (world: World, wanted: ChannelWanted): Chat => {
  const id = wanted.id ?? `19:${idOf(`channel ${wanted.team} ${wanted.name}`)}@thread.tacv2`;
  const known = [...world.chats.values()].find(({ team }) => team?.name === wanted.team)?.team;
  const team = known ?? { id, name: wanted.team, aadGroupId: idOf(`team ${wanted.team}`) };
  return opened(world, 'channel', { ...wanted, id }, team);
};
