import { readFileSync } from 'node:fs';
import { createHandle } from '../../src/commands/handle.ts';
import type { Handle } from '../../src/commands/handle.ts';
import { createClockwork } from '../../src/outbox/clockwork.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import type { Effect } from '../../src/cases/effect.ts';
import type { Person } from '../../src/cases/people.ts';
import type { Instant } from '../../src/cases/time.ts';
import { instant, later } from '../../src/cases/time.ts';
import { HouseRules } from '../../src/policy/index.ts';
import type { FactPath, Role } from '../../src/policy/index.ts';
import type { Carrier, Carriers, Errand, FactSource, LookedUp, Outcome, OutsideKind, Ports, Store } from '../../src/ports.ts';
import { createMemoryStore } from '../../src/store/lowdb.ts';

/** People of the partner Nordlys Cloud; all of them made up. */
export const people = {
  ana: { id: 'ana', name: 'Ana Ruiz', roles: ['sales_agent'] },
  sven: { id: 'sven', name: 'Sven Lund', roles: ['sales_agent'] },
  ada: { id: 'ada', name: 'Ada Berg', roles: ['admin_agent'] },
  bo: { id: 'bo', name: 'Bo Dahl', roles: ['admin_agent'] },
  gunn: { id: 'gunn', name: 'Gunn Moe', roles: ['global_admin'] },
  hal: { id: 'hal', name: 'Hal Vik', roles: ['helpdesk_agent'] },
  olav: { id: 'olav', name: 'Olav Nes', roles: ['operator'] },
} as const satisfies Record<string, { id: string; name: string; roles: readonly (Role | 'operator')[] }>;

export const someone = (name: keyof typeof people): Person => ({ ...people[name], roles: [...people[name].roles] });

/** Who has this id; null for a stranger. */
export const personKnown = (id: string): Person | null => (Object.hasOwn(people, id) ? someone(id as keyof typeof people) : null);

/** One Admin agent for most things, two for what moves subscriptions, a Global admin for an end. */
export const house = HouseRules.parse(JSON.parse(readFileSync(new URL('../../house-rules.example.json', import.meta.url), 'utf8')));

const usual = (
  JSON.parse(readFileSync(new URL('../../src/playground/ask/usual.json', import.meta.url), 'utf8')) as {
    defaults: Record<string, unknown>;
  }
).defaults;

const valueAt = (path: FactPath): unknown => {
  const [group = '', leaf] = path.split('.');
  const found = usual[group];
  return leaf === undefined ? found : (found as Record<string, unknown> | undefined)?.[leaf];
};

export interface Sitting {
  readonly house?: HouseRules;
  readonly start?: Instant;
  readonly store?: Store;
  /** Real ones instead of the made-up: what they do not carry out, or do not know, is made up as ever. */
  readonly outside?: Outside;
  /** How long a service may take at most. */
  readonly longestMs?: number;
  /** For how long new errands are begun. */
  readonly longestRoundMs?: number;
}

interface Outside {
  readonly carriers: Partial<Carriers>;
  readonly facts: Pick<Ports['facts'], 'partner' | 'customer'>;
}

/** What the first does not tell, the second makes up. */
const orElse = (first: FactSource, second: FactSource): FactSource => ({
  read: async (paths, about) => {
    const read = await first.read(paths, about);
    return 'unreachable' in read ? read : { ...(await second.read(paths, about)), ...read };
  },
});

/** A fault of the next attempt at something: before it happens, or after. */
export type Fault =
  Outcome | 'lost answer' | 'throws' | 'throws afterwards' | 'never answers' | 'done, never answers' | (() => Promise<Outcome>);

/**
 * Everything outside, made up: services that do a thing once for each key however often they are asked, people who sleep,
 * a clock that is set by hand. What it is asked can be read afterwards.
 */
export const createWorld = (sitting: Sitting = {}) => {
  let now = sitting.start ?? ('2026-03-02T09:00:00.000Z' as Instant);
  let salts = 0;
  const store = sitting.store ?? createMemoryStore();
  const facts = new Map<FactPath, unknown>([['partner.country', 'NO']]);
  const said: string[] = [];
  const unreachable = new Set<string>();
  /** Whoever is asked and never answers. */
  const silent = new Set<'withRoles' | 'mayTell'>();
  /** Services that have no time for anybody, until an instant. */
  const down = new Map<OutsideKind, Instant>();

  const source = (name: string): FactSource => ({
    read: (paths) =>
      Promise.resolve(
        unreachable.has(name)
          ? { unreachable: name }
          : Object.fromEntries(paths.map((path) => [path, facts.has(path) ? facts.get(path) : valueAt(path)])),
      ),
  });

  /** What was done, by its key; and every time somebody asked. */
  const done = new Map<string, Effect>();
  const doneAt = new Map<string, Instant>();
  const asked: { readonly kind: Effect['kind']; readonly key: string; readonly looksUp: boolean; readonly at: Instant }[] = [];
  const faults = new Map<OutsideKind, Fault[]>();
  /** All that a service was told at each attempt, and what it says when it is looked up; usually the truth. */
  const errands: Errand[] = [];
  const lookUps = new Map<OutsideKind, (LookedUp | (() => Promise<LookedUp>))[]>();
  const nights = new Map<string, Instant>();
  /** What the watch sees; nothing so far. */
  const seen = new Map<string, Outcome>();

  const doneOnce = ({ key, effect, case: current }: Errand): Outcome => {
    done.set(key, effect);
    if (!doneAt.has(key)) doneAt.set(key, now);
    switch (effect.kind) {
      case 'get-reseller-link':
        return prepared('reseller', 'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship', null);
      case 'create-relationship':
        return prepared(
          'gdap',
          `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/${current.id}`,
          `rel-${current.id}`,
        );
      case 'extend-relationship':
        return { kind: 'done', report: { name: 'record-relationship-extended', endsAt: later(now, { days: 180 }) } };
      case 'assign-groups':
        return { kind: 'done', report: { name: 'record-groups-assigned', endsAt: null } };
      case 'end-relationship':
      case 'remove-reseller-relationship':
        return { kind: 'done', report: { name: 'record-relationship-ended', by: 'us' } };
      case 'create-transfer':
        return { kind: 'done', report: { name: 'record-transfer-created', transferId: `transfer-${current.id}`, expiresAt: null } };
      case 'cancel-transfer':
        return { kind: 'done', report: { name: 'record-transfer-changed', state: 'cancelled', words: '' } };
      case 'send-letter':
        return {
          kind: 'done',
          report: { name: 'record-letter-sent', letter: effect.letter, messageId: `<${key}@nordlys.example>` },
        };
      case 'show-case':
        return { kind: 'done', sent: [{ caseId: current.id, place: 'chat', activityId: `card-${current.id}`, at: now }] };
      default:
        return { kind: 'done' };
    }
  };

  const prepared = (what: string, link: string, relationshipId: string | null): Outcome => ({
    kind: 'done',
    report: { name: 'record-invitation-ready', what, link, relationshipId },
  });

  const watch = (errand: Errand): Outcome => {
    const { effect } = errand;
    const what = effect.kind === 'watch-invitation' ? effect.what : 'transfer';
    return seen.get(`${errand.case.id} ${what}`) ?? { kind: 'not-yet', after: later(now, { hours: 6 }) };
  };

  const isDown = (kind: OutsideKind): boolean => (down.get(kind) ?? now) > now;

  const carryOut = (errand: Errand): Promise<Outcome> => {
    const { effect, key } = errand;
    asked.push({ kind: effect.kind, key, looksUp: false, at: now });
    errands.push(errand);
    if (isDown(effect.kind as OutsideKind)) return Promise.resolve({ kind: 'again', words: 'down' });
    const fault = faults.get(effect.kind as OutsideKind)?.shift();
    if (fault === 'throws') return Promise.reject(new Error('the line went dead'));
    if (fault === 'never answers') return new Promise(() => undefined);
    if (typeof fault === 'function') return fault();
    if (typeof fault === 'object') return Promise.resolve(fault);
    const outcome = effect.kind === 'watch-invitation' || effect.kind === 'watch-transfer' ? watch(errand) : doneOnce(errand);
    if (fault === 'done, never answers') return new Promise(() => undefined);
    if (fault === 'throws afterwards') return Promise.reject(new Error('the line went dead'));
    return Promise.resolve(fault === 'lost answer' ? { kind: 'unknown', words: 'the answer was lost' } : outcome);
  };

  const carrier: Carrier = {
    carryOut,
    lookUp: (errand) => {
      asked.push({ kind: errand.effect.kind, key: errand.key, looksUp: true, at: now });
      const said = lookUps.get(errand.effect.kind as OutsideKind)?.shift();
      if (said !== undefined) return typeof said === 'function' ? said() : Promise.resolve(said);
      return Promise.resolve(done.has(errand.key) ? (doneOnce(errand) as { kind: 'done' }) : { kind: 'absent' });
    },
  };
  const kinds: readonly OutsideKind[] = [
    'get-reseller-link',
    'create-relationship',
    'extend-relationship',
    'assign-groups',
    'end-relationship',
    'remove-reseller-relationship',
    'create-transfer',
    'cancel-transfer',
    'accept-transfer',
    'watch-invitation',
    'watch-relationship',
    'watch-transfer',
    'send-letter',
    'show-case',
    'tell',
  ];
  const { outside } = sitting;
  const madeUp = Object.fromEntries(kinds.map((kind) => [kind, carrier])) as unknown as Carriers;
  const carriers: Carriers = { ...madeUp, ...outside?.carriers };
  const madeUpFacts = { partner: source('Partner Center'), customer: source('Microsoft Graph') };
  const read = (name: 'partner' | 'customer'): FactSource =>
    outside === undefined ? madeUpFacts[name] : orElse(outside.facts[name], madeUpFacts[name]);

  const ports: Ports = {
    store,
    clock: { now: () => now },
    chance: { salt: () => `salt-${++salts}`, fraction: () => 0.5 },
    house: () => sitting.house ?? house,
    operator: { tell: (sentence) => void said.push(sentence) },
    facts: { partner: read('partner'), customer: read('customer'), letter: source('the letters') },
    hasAnswersPage: true,
  };
  const set = (to: Instant): void => {
    now = to;
  };

  /** One process of ours; what it has in memory is gone with it. */
  const started = () => {
    const handle: Handle = createHandle(ports);
    const carryOutDue = createOutbox({
      ...ports,
      ...(sitting.longestMs !== undefined && { longestMs: sitting.longestMs }),
      ...(sitting.longestRoundMs !== undefined && { longestRoundMs: sitting.longestRoundMs }),
      handle,
      carriers,
      people: {
        known: (id) => Promise.resolve(personKnown(id)),
        withRoles: (roles) => {
          if (silent.has('withRoles')) return new Promise(() => undefined);
          if (unreachable.has('the directory')) return Promise.reject(new Error('the directory does not answer'));
          const everyone = (Object.keys(people) as (keyof typeof people)[]).map(someone);
          return Promise.resolve(everyone.filter((one) => one.roles.some((role) => (roles as readonly string[]).includes(role))));
        },
        mayTell: (person, at) =>
          silent.has('mayTell') ? new Promise(() => undefined) : Promise.resolve(nights.get(person.id) ?? at),
      },
    });
    const clockwork = createClockwork({ ...ports, handle, carryOutDue });
    return {
      handle,
      carryOutDue,
      clockwork,
      /** Through everything that is due on the way. */
      run: (span: Parameters<typeof later>[1]) => clockwork.runForward(later(now, span), set),
      settle: () => clockwork.tick(),
    };
  };

  return {
    ...ports,
    /** As they are handed to what is tested; one of them may be exchanged. */
    ports,
    ...started(),
    /** Another process over the same store: after a restart, or beside the first. */
    started,
    errands,
    lookUps,
    /** Who was told what, and when. */
    told: () =>
      [...done].flatMap(([key, effect]) =>
        effect.kind === 'tell' ? [{ who: effect.person.id, says: effect.says, at: doneAt.get(key) ?? now }] : [],
      ),
    facts,
    unreachable,
    silent,
    down,
    done,
    asked,
    faults,
    nights,
    seen,
    said,
    now: () => now,
    set,
    /** Some time later, without anything that is due on the way. */
    wait: (span: Parameters<typeof later>[1]) => {
      set(later(now, span));
    },
  };
};

export type World = ReturnType<typeof createWorld>;
export { instant };
