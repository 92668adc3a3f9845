import { createTalk } from '../../src/conversation/talk.ts';
import type { Heard } from '../../src/conversation/heard.ts';
import type { Handle } from '../../src/commands/handle.ts';
import { createClockwork } from '../../src/outbox/clockwork.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import type { Carriers, Companies, Courier, Message, People, Posted } from '../../src/ports.ts';
import { contoso } from './requests.ts';
import type { Person } from '../../src/cases/people.ts';
import { createWorld, people, personKnown, someone } from './world.ts';

type Name = keyof typeof people;

export const channel = { chat: { id: '19:approvals', service: 'https://chat.example/' }, language: 'en' } as const;
const tenant = '7a11c0de-1111-4a10-8a10-0000000000a1';

interface Sent {
  readonly to: string;
  readonly on: string | null;
  readonly message: Message;
}

interface Wanted {
  readonly patienceMs?: number;
  readonly handle?: (handle: Handle) => Handle;
  /** Whether customers have a page on which they answer; left out: they have. */
  readonly hasAnswersPage?: boolean;
  readonly find?: (text: string, limit: number) => ReturnType<Companies['find']>;
}

const onlyContoso: NonNullable<Wanted['find']> = (text) =>
  Promise.resolve(text === contoso.domain ? [{ ...contoso, isOurs: true }] : []);

/** The conversation over a whole world of commands, and chats that can be broken one by one. */
export const atTalk = ({ patienceMs = 1_000, handle = (one) => one, hasAnswersPage = true, find = onlyContoso }: Wanted = {}) => {
  const world = createWorld();
  const sent: Sent[] = [];
  /** What a chat says instead of taking a message. */
  const troubles = new Map<string, () => Promise<Posted> | Posted>();
  const strangers = new Set<string>();
  /** Who has got a role since. */
  const appointed = new Map<string, Person['roles']>();
  let count = 0;

  const brought = async (to: string, on: string | null, message: Message): Promise<Posted> => {
    const trouble = await troubles.get(to)?.();
    if (trouble !== undefined && trouble.kind !== 'posted') return trouble;
    sent.push({ to, on, message });
    return { kind: 'posted', activityId: on ?? `m${String(++count)}` };
  };
  const courier: Courier = {
    post: ({ id }, message) => brought(id, null, message),
    update: ({ id }, activityId, message) => brought(id, activityId, message),
    open: (id) => Promise.resolve({ kind: 'opened', chat: { id: `a:${id}`, service: channel.chat.service } }),
  };
  const directory: People = {
    known: (id) => {
      const person = strangers.has(id) ? null : personKnown(id);
      return Promise.resolve(person && { ...person, roles: [...person.roles, ...(appointed.get(id) ?? [])] });
    },
    withRoles: (roles) =>
      Promise.resolve(
        (Object.keys(people) as Name[])
          .filter((name) => !strangers.has(name))
          .map(someone)
          .filter((one) => one.roles.some((role) => (roles as readonly string[]).includes(role))),
      ),
    mayTell: (_person, now) => Promise.resolve(now),
  };
  const talk = createTalk({
    ports: { ...world.ports, hasAnswersPage },
    handle: handle(world.handle),
    people: directory,
    companies: {
      find: (_cloud, text, limit) => find(text, limit),
      fellows: () => Promise.resolve([]),
    },
    holdings: { of: () => Promise.resolve({ held: [], isWhole: false }) },
    shell: { commandsFor: () => [] },
    courier,
    office: {
      ...{ company: 'Nordlys Cloud AS', tenant, tenants: [tenant], clouds: ['global'], channels: [channel] },
      senders: () => ({ name: 'Nordlys Cloud AS', partnerId: '6100001' }),
    },
    poke: () => undefined,
    patienceMs,
  });
  const untouched = { carryOut: () => Promise.resolve({ kind: 'done' }) } as const;
  const carriers = new Proxy(talk.carriers as Carriers, { get: (own, kind): unknown => Reflect.get(own, kind) ?? untouched });
  const carryOutDue = createOutbox({ ...world.ports, handle: world.handle, people: directory, carriers });
  const clockwork = createClockwork({ ...world.ports, handle: world.handle, carryOutDue });

  let activities = 0;
  const hear = (name: string, what: Heard['what'], more: Partial<Heard> = {}) =>
    talk.hear({
      id: `activity-${String(++activities)}`,
      who: { id: name, name, address: `29:${name}`, tenant },
      chat: { id: `a:${name}`, service: channel.chat.service, kind: 'personal' },
      locale: 'en-GB',
      pressedOn: null,
      what,
      ...more,
    });

  return {
    world,
    talk,
    sent,
    troubles,
    strangers,
    appointed,
    tick: clockwork.tick,
    hear,
    says: (name: string, text: string, more: Partial<Heard> = {}) => hear(name, { kind: 'words', text }, more),
    presses: (name: string, verb: string, on: { id: string; seen?: string; words?: string; isAutomatic?: boolean }, more = {}) =>
      hear(
        name,
        {
          ...{ kind: 'press', verb, id: on.id, seen: on.seen ?? '', isAutomatic: on.isAutomatic ?? false },
          inputs: { words: on.words ?? '' },
        },
        more,
      ),
    to: (chat: string) => sent.filter((one) => one.to === chat),
  };
};

export const textOf = (said: unknown): string => JSON.stringify(said);
