import type { Compared } from '../cards/case-difference.ts';
import type { Case } from '../cases/case.ts';
import type { Effect } from '../cases/effect.ts';
import type { CaseId } from '../cases/ids.ts';
import type { Person } from '../cases/people.ts';
import { speakerOf } from '../languages/catalogues.ts';
import type { Language } from '../languages/speak.ts';
import type { Carrier, Chat, Clock, Courier, Errand, Operator, Outcome, People, SentCard, Store } from '../ports.ts';
import type { Acquaintances } from './acquaintances.ts';
import { createAudience, waitsForApproval } from './audience.ts';
import type { CaseViews } from './case-views.ts';
import { createCopies, placeOf, triedAs } from './copies.ts';
import type { Tried } from './copies.ts';
import { inTime } from './in-time.ts';
import { createComparing } from './last-seen.ts';
import type { How } from './last-seen.ts';
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

/** Whoever names more is not shown a card at all. */
const MOST_VIEWERS = 60;
const LONGEST_ALONE_MS = 500;

/** A post in a channel begins a thread, which has an id of its own. */
const channelOf = (chatId: string): string => chatId.split(';messageid=')[0] ?? chatId;

/** Where a card of ours may lie in a chat with several people. */
export const placeInChat = (chatId: string): string => `channel/${channelOf(chatId)}`;

/** Kept once for each case: nobody who could decide it can be reached. */
const TOLD_UNREACHABLE = 'notice/nobody-reachable';

/** What came of it for one of them. */
interface Shown {
  readonly to: string;
  /** They could decide it, or those who read along there could. */
  readonly decides: boolean;
  readonly tried: Tried;
}

/** One after another; whoever keeps us waiting holds up nobody else. */
const forEach = async <T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> => {
  const begun: Promise<R>[] = [];
  for (const one of all) {
    const mine = work(one);
    begun.push(mine);
    await inTime(Promise.allSettled([mine]), LONGEST_ALONE_MS);
  }
  return Promise.all(begun);
};

/** One card per case: everybody who has a part in it has a copy, and all copies show the same state. */
export const createLivingCard = (means: Means) => {
  const { store, clock, operator, people, courier, acquaintances, chats, views, channels } = means;
  const copies = createCopies({ store, clock });
  const audienceOf = createAudience(people);
  const comparing = createComparing(store);

  const showPerson = async (current: Case, person: Person, sent: readonly SentCard[]): Promise<Tried> => {
    const now = await people.known(person.id);
    if (now === null) return { as: 'not', words: 'is nobody of ours any more' };
    const speaker = await chats.speakerFor(person.id);
    const decides = views.decides(current, now);
    const compared = await comparing(current, await copies.lastSeen(person, current, { decides, how: 'drawn' }));
    const message = messageOf(views.forPerson(current, now, speaker, { compared }), speaker);
    const place = placeOf(person);
    return copies.show(current, {
      place,
      message,
      decides,
      before: sent.find((one) => one.place === place),
      update: (activityId) => chats.update(person.id, activityId, message),
      post: () => chats.post(person.id, message),
    });
  };

  /** Null: it is none of their business yet. */
  const showChannel = async (current: Case, { chat, language }: Channel, viewers: readonly string[], sent: readonly SentCard[]) => {
    const place = placeInChat(chat.id);
    const before = sent.find((one) => one.place === place);
    if (before === undefined && !waitsForApproval(current)) return null;
    const speaker = speakerOf(language);
    const message = messageOf(views.forChannel(current, viewers, speaker), speaker);
    return copies.show(current, {
      place,
      message,
      decides: false,
      before,
      update: (activityId) => courier.update(chat, activityId, message),
      post: () => courier.post(chat, message),
    });
  };

  const addressesOf = async (all: readonly Person[]): Promise<string[]> => {
    const met = await Promise.all(all.map(({ id }) => acquaintances.find(id)));
    return met.flatMap(({ address }) => (address === null ? [] : [address])).slice(0, MOST_VIEWERS);
  };

  const showAll = async (current: Case, sent: readonly SentCard[]): Promise<readonly Shown[]> => {
    const { approvers, everyone } = await audienceOf(current, sent);
    const toPeople = everyone.map((person) => async () => ({
      to: person.id,
      decides: approvers.includes(person),
      tried: await showPerson(current, person, sent),
    }));
    const toChannels = channels.map((channel) => async () => {
      // Whoever has just been met has an address by now.
      const tried = await showChannel(current, channel, await addressesOf(everyone), sent);
      return tried && { to: channel.chat.id, decides: true, tried };
    });
    const shown = await forEach([...toPeople, ...toChannels], (show) => show());
    return shown.filter((one) => one !== null);
  };

  /** Whoever has asked would wait for ever without knowing why. */
  const tellUnreachable = async (current: Case, sent: readonly SentCard[]): Promise<Tried> => {
    if (sent.some(({ place }) => place === TOLD_UNREACHABLE)) return { as: 'shown' };
    const speaker = await chats.speakerFor(current.requester.id);
    const text = speaker.say('talk.nobody-reachable', { id: current.id, customer: current.customer.name });
    const posted = await chats.post(current.requester.id, { text });
    const tried = triedAs(posted);
    if (tried.as !== 'later') operator.tell(`${current.id}: nobody who could decide it can be reached in a chat`);
    if (posted.kind === 'posted') await copies.keep(current, TOLD_UNREACHABLE, posted.activityId);
    return tried;
  };

  const carryOut = async ({ case: current, sent }: Errand): Promise<Outcome> => {
    const shown = await showAll(current, sent);
    const all = shown.map(({ tried }) => tried);
    const isReached = shown.some(({ decides, tried }) => decides && tried.as !== 'not');
    if (waitsForApproval(current) && !isReached) all.push(await tellUnreachable(current, sent));
    const waiting = all.find((tried) => tried.as === 'later');
    if (waiting !== undefined) {
      const { words, after } = waiting;
      return { kind: 'again', words, ...(after !== undefined && { after }) };
    }
    for (const { to, tried } of shown) if (tried.as === 'not') operator.tell(`${current.id}: not shown to ${to}: ${tried.words}`);
    return { kind: 'done' };
  };

  /** What waits for a chat that takes nothing shall not keep the news from everybody else. */
  const hasten = async (id: CaseId): Promise<void> => {
    const waiting = (await store.effectsOf(id)).filter(({ effect, state, failures }) => {
      return effect.kind === 'show-case' && state === 'waiting' && failures > 0;
    });
    for (const one of waiting) await store.commit({ hastens: { id: one.id, dueAt: clock.now() } });
  };

  /** It counts as seen from then on. What it is compared with for them is answered. */
  const looks = async (person: Person, current: Case, how: How): Promise<Compared | null> => {
    const look = { decides: views.decides(current, person), how };
    const last = await copies.lastSeen(person, current, look);
    await copies.saw(person, current, look);
    return comparing(current, last);
  };

  const { adopt, hasSeen } = copies;
  const carrier: Carrier<Extract<Effect, { kind: 'show-case' }>> = { carryOut };
  return { carrier, hasten, adopt, hasSeen, looks };
};

export type LivingCard = ReturnType<typeof createLivingCard>;
