import * as z from 'zod';
import type { Case } from '../cases/case.ts';
import type { Effect } from '../cases/effect.ts';
import { digestOf } from '../cases/digest.ts';
import { bare, isAmong } from '../cases/people.ts';
import type { Person } from '../cases/people.ts';
import { seenOf } from '../cases/seen.ts';
import { isTheirs } from '../commands/rights.ts';
import { speakerOf } from '../languages/catalogues.ts';
import type { Language } from '../languages/speak.ts';
import type {
  Carrier,
  Chat,
  Clock,
  Courier,
  Errand,
  Message,
  Operator,
  Outcome,
  People,
  Posted,
  SentCard,
  Store,
} from '../ports.ts';
import type { Acquaintances } from './acquaintances.ts';
import type { CaseViews } from './case-views.ts';
import { createNotebook } from './notebook.ts';
import type { PersonalChats } from './personal-chats.ts';
import { messageOf } from './show.ts';

export interface Channel {
  readonly chat: Chat;
  readonly language: Language;
}

interface Means {
  readonly store: Store;
  readonly clock: Clock;
  readonly operator: Operator;
  readonly people: People;
  readonly courier: Courier;
  readonly acquaintances: Acquaintances;
  readonly chats: PersonalChats;
  readonly views: CaseViews;
  /** Where approvers meet; every case that waits for one is shown there. */
  readonly channels: readonly Channel[];
}

/** More people than this are not written to one by one: the channel is for them. */
const MOST_COPIES = 50;
const MOST_VIEWERS = 60;

/** What the copy at a place shows: which version of the case, and all of it in short. */
const Copy = z.object({ seen: z.string(), shows: z.string() });

const placeOf = ({ id }: Pick<Person, 'id'>): string => `person/${bare(id)}`;

/** A post in a channel begins a thread, which has an id of its own. */
const channelOf = (chatId: string): string => chatId.split(';messageid=')[0] ?? chatId;

/** Where a card of ours may lie in a chat with several people. */
export const placeInChat = (chatId: string): string => `channel/${channelOf(chatId)}`;

/** Kept once for each case: nobody who could decide it can be reached. */
const TOLD_UNREACHABLE = 'notice/nobody-reachable';

type Tried = { readonly as: 'shown' } | { readonly as: 'not' | 'later'; readonly words: string };

const waitsForApproval = ({ status }: Case): boolean => status === 'awaiting-approval' || status === 'awaiting-our-decision';

const triedAs = (posted: Posted): Tried => {
  if (posted.kind === 'posted') return { as: 'shown' };
  // A post of which nobody knows whether it arrived is made again: a second copy harms less than none.
  return { as: posted.kind === 'again' || posted.kind === 'unknown' ? 'later' : 'not', words: posted.words };
};

/** One card per case: everybody who has a part in it has a copy, and all copies show the same state. */
export const createLivingCard = (means: Means) => {
  const { store, clock, operator, people, courier, acquaintances, chats, views, channels } = means;
  const copies = createNotebook(store, 'copy/', Copy);

  const keep = async (current: Case, place: string, activityId: string): Promise<void> => {
    await store.commit({ sent: [{ caseId: current.id, place, activityId, at: clock.now() }] });
  };

  const approversOf = async (current: Case): Promise<readonly Person[]> => {
    if (!waitsForApproval(current)) return [];
    const holders = await people.withRoles(current.approval.roles);
    return holders.filter((person) => !isTheirs(person, current)).slice(0, MOST_COPIES);
  };

  const askersOf = ({ requester, takenOverBy, approvals, proposal }: Case): readonly Person[] => [
    ...(proposal.wants === 'hand-out' ? [] : [requester]),
    ...takenOverBy,
    ...approvals.map(({ by }) => by),
  ];

  /** Whoever has a part in it now, and whoever has had a copy before. */
  const audience = async (current: Case, approvers: readonly Person[], sent: readonly SentCard[]): Promise<readonly Person[]> => {
    const all = [...askersOf(current), ...approvers];
    const before = sent.filter(({ place }) => place.startsWith('person/')).map(({ place }) => place.slice('person/'.length));
    const others = await Promise.all(before.map((id) => people.known(id)));
    const known = others.filter((person) => person !== null).filter((person) => !isAmong(all, person));
    return [...new Map([...all, ...known].map((person) => [bare(person.id), person])).values()];
  };

  /** In place of the copy that is there, or as a new one where that is gone. */
  const posted = async (current: Case, { place, before, send }: Sending): Promise<Posted> => {
    const updated = before && (await send.update(before.activityId));
    if (updated && updated.kind !== 'gone' && updated.kind !== 'refused') return updated;
    const anew = await send.post();
    if (anew.kind === 'posted') await keep(current, place, anew.activityId);
    return anew;
  };

  /** Nobody’s program blinks for what is shown already. */
  const shown = async (current: Case, sending: Sending): Promise<Tried> => {
    const { place, before, message } = sending;
    const key = `${place}/${current.id}`;
    const copy = { seen: seenOf(current), shows: digestOf(message) };
    if (before !== undefined && (await copies.read(key))?.shows === copy.shows) return { as: 'shown' };
    const tried = triedAs(await posted(current, sending));
    if (tried.as === 'shown') await copies.change(key, () => copy);
    return tried;
  };

  const showPerson = async (current: Case, person: Person, sent: readonly SentCard[]): Promise<Tried> => {
    const now = await people.known(person.id);
    if (now === null) return { as: 'not', words: 'is nobody of ours any more' };
    const speaker = await chats.speakerFor(person.id);
    const message = messageOf(views.forPerson(current, now, speaker), speaker);
    const place = placeOf(person);
    return shown(current, {
      place,
      message,
      before: sent.find((one) => one.place === place),
      send: {
        update: (activityId) => chats.update(person.id, activityId, message),
        post: () => chats.post(person.id, message),
      },
    });
  };

  const showChannel = async (current: Case, channel: Channel, viewers: readonly string[], sent: readonly SentCard[]) => {
    const place = placeInChat(channel.chat.id);
    const before = sent.find((one) => one.place === place);
    if (before === undefined && !waitsForApproval(current)) return null;
    const speaker = speakerOf(channel.language);
    const message: Message = messageOf(views.forChannel(current, viewers, speaker), speaker);
    return shown(current, {
      place,
      message,
      before,
      send: {
        update: (activityId) => courier.update(channel.chat, activityId, message),
        post: () => courier.post(channel.chat, message),
      },
    });
  };

  const addressesOf = async (all: readonly Person[]): Promise<string[]> => {
    const met = await Promise.all(all.map(({ id }) => acquaintances.find(id)));
    return met.flatMap(({ address }) => (address === null ? [] : [address])).slice(0, MOST_VIEWERS);
  };

  /** Whoever has asked would wait for ever without knowing why. */
  const tellUnreachable = async (current: Case, sent: readonly SentCard[]): Promise<void> => {
    if (sent.some(({ place }) => place === TOLD_UNREACHABLE)) return;
    operator.tell(`${current.id}: nobody who could decide it can be reached in a chat`);
    const speaker = await chats.speakerFor(current.requester.id);
    const text = speaker.say('talk.nobody-reachable', { id: current.id, customer: current.customer.name });
    const posted = await chats.post(current.requester.id, { text });
    if (posted.kind === 'posted') await keep(current, TOLD_UNREACHABLE, posted.activityId);
  };

  const carryOut = async ({ case: current, sent }: Errand): Promise<Outcome> => {
    const approvers = await approversOf(current);
    const everyone = await audience(current, approvers, sent);
    const tried = new Map<Person | Channel, Tried>();
    for (const person of everyone) tried.set(person, await showPerson(current, person, sent));
    const viewers = await addressesOf(everyone);
    for (const channel of channels) {
      const one = await showChannel(current, channel, viewers, sent);
      if (one) tried.set(channel, one);
    }
    const isReached = [...approvers, ...channels].some((one) => {
      const how = tried.get(one as Person & Channel)?.as;
      return how === 'shown' || how === 'later';
    });
    if (waitsForApproval(current) && !isReached) await tellUnreachable(current, sent);
    for (const [to, { as, ...one }] of tried) {
      if (as === 'not' && 'words' in one)
        operator.tell(`${current.id}: not shown to ${'id' in to ? to.id : to.chat.id}: ${one.words}`);
    }
    const [waiting] = [...tried.values()].filter((one) => one.as === 'later');
    return waiting && 'words' in waiting ? { kind: 'again', words: waiting.words } : { kind: 'done' };
  };

  return {
    carrier: { carryOut } satisfies Carrier<Extract<Effect, { kind: 'show-case' }>>,

    /** What somebody decides about has to be what they have seen. */
    hasSeen: async (person: Person, current: Case): Promise<boolean> =>
      (await copies.read(`${placeOf(person)}/${current.id}`))?.seen === seenOf(current),

    /** Shown to them otherwise: as an answer. */
    saw: (person: Person, current: Case): Promise<void> =>
      copies.change(`${placeOf(person)}/${current.id}`, (before) => ({ shows: '', ...before, seen: seenOf(current) })),

    /** The cases of which somebody has a copy. */
    casesOf: async (person: Person, limit: number): Promise<readonly string[]> =>
      (await copies.list(`${placeOf(person)}/`, limit)).map(({ key }) => key.slice(key.lastIndexOf('/') + 1)),
  };
};

interface Sending {
  readonly place: string;
  readonly before: SentCard | undefined;
  readonly message: Message;
  readonly send: {
    readonly update: (activityId: string) => Promise<Posted>;
    readonly post: () => Promise<Posted>;
  };
}

export type LivingCard = ReturnType<typeof createLivingCard>;
