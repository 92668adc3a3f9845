import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createListedPeople } from '../../src/people/listed-people.ts';
import { instant } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';
import { createTeams, listenTeams } from '../../src/playground/teams/teams.ts';
import type { TeamsWanted } from '../../src/playground/teams/teams.ts';
import { approvals as place, cast } from '../../src/playground/cast.ts';
import type { Name, Somebody } from '../../src/playground/cast.ts';
import { nordlys, openHouse } from '../../src/playground/house.ts';
import type { House } from '../../src/playground/house.ts';
import type { Account } from '../../src/clouds/account.ts';
import type { HouseRules } from '../../src/policy/index.ts';
import { addPartners } from '../../src/sandbox/partners.ts';
import { populate } from '../../src/sandbox/seed/populate.ts';
import { createSandbox, listenSandbox } from '../../src/sandbox/server.ts';
import { instantly } from '../../src/sandbox/timing.ts';
import { createCertificates } from '../../src/sandbox/webhooks/certificates.ts';
import { createMemoryStore } from '../../src/store/lowdb.ts';
import type { People } from '../../src/ports.ts';
import { createMortalStore } from './mortal-store.ts';
import { house as rules } from './world.ts';

const MONDAY = '2026-11-16T09:00:00.000Z' as Instant;

/** Keys take their time: one set is enough for many worlds. */
let certificates: ReturnType<typeof createCertificates> | null = null;

export { cast } from '../../src/playground/cast.ts';
export type { Name } from '../../src/playground/cast.ts';

export interface Setting {
  readonly start?: Instant;
  readonly rules?: HouseRules;
  readonly facts?: Account['facts'];
  /** Where else than in the usual cloud there is a company of ours. */
  readonly alsoIn?: readonly ('us_gov' | 'china_21v')[];
  /** Who does not have the app in Teams yet. */
  readonly without?: readonly Name[];
  readonly mayInstall?: boolean;
  /** Left out: there is one. */
  readonly hasChannel?: boolean;
  /** Where customers find our pages; left out: there are none. */
  readonly customers?: string;
  /** Origins of other programs than our stand-in for Teams in which people have the bot. */
  readonly alsoServing?: readonly string[];
  readonly strangers?: TeamsWanted['people'];
  readonly populate?: Parameters<typeof createSandbox>[0]['populate'];
}

/** Patient enough for a busy machine; a service that is to be slow is slow on purpose. */
const limits = { firstPauseMs: 1, longestPauseMs: 2, longestWaitMs: 50, brokenMs: 1, breakAfter: 1000 } as const;

/**
 * The whole of it on one clock that is set by hand: our people in the stand-in for Teams, our bot behind its real HTTP door, and
 * the made-up Microsoft with its customers.
 */
export const openStage = async (setting: Setting = {}) => {
  let now = setting.start ?? MONDAY;
  let salts = 0;
  let house: House | null = null;
  const said: string[] = [];
  const tell = (sentence: string): void => void said.push(sentence);
  const clock = { now: () => now };

  const sandbox = createSandbox({
    now: clock.now,
    timing: instantly,
    certificates: (certificates ??= createCertificates(MONDAY)),
    limits: { customers: null },
    tell,
    populate: (world) => {
      addPartners(world);
      populate(world);
      setting.populate?.(world);
    },
  });
  const microsoft = await listenSandbox(sandbox, 0);
  const everybody = Object.entries(cast).map(([name, { id, name: full, locale }]) => ({
    ...{ id, name: full, locale },
    hasApp: !(setting.without ?? []).includes(name as Name),
  }));
  const teams = createTeams({
    tenant: nordlys.tenant,
    bot: nordlys.bot,
    issuer: nordlys.issuer,
    people: [...everybody, ...(setting.strangers ?? [])],
    now: clock.now,
    endpoint: () => house?.endpoint ?? null,
    mayInstall: () => setting.mayInstall ?? false,
    tell,
  });
  const listening = await listenTeams(teams, 0);
  const approvals = teams.channel(place);
  const folder = mkdtempSync(join(tmpdir(), 'handshake-stage-'));
  const store = createMemoryStore();
  let ruled = setting.rules ?? rules;
  const appointed = new Map<string, Somebody['roles']>();
  const listed = () =>
    createListedPeople(
      Object.values(cast).map(({ id, name, roles }) => ({
        ...{ id, name, roles: [...roles, ...(appointed.get(id) ?? [])], timeZone: 'Europe/Oslo', quiet: null },
        days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const,
      })) as never,
    );
  const people: People = {
    known: (id) => listed().known(id),
    withRoles: (roles) => listed().withRoles(roles),
    mayTell: (person, at) => listed().mayTell(person, at),
  };
  let mortal = createMortalStore(store);
  const open = ({ patienceMs = 5_000 }: { readonly patienceMs?: number } = {}): Promise<House> =>
    openHouse({
      ...{ clock, store: mortal.store, sandbox, teams, people, tell, limits },
      rules: () => ruled,
      salt: () => `salt${String(++salts).padStart(6, '0')}`,
      letters: { folder },
      ...(setting.hasChannel !== false && { approvals: { channel: approvals, language: 'en' } }),
      ...(setting.facts && { facts: setting.facts }),
      ...(setting.customers !== undefined && { customers: setting.customers }),
      ...(setting.alsoIn && { alsoIn: setting.alsoIn }),
      ...(setting.alsoServing && { alsoServing: setting.alsoServing }),
      patienceMs,
    });
  house = await open();

  const set = (to: Instant): void => {
    now = to;
    sandbox.world.settle();
  };

  const current = (): House => {
    if (house === null) throw new Error('The bot is not running');
    return house;
  };

  return {
    teams,
    sandbox,
    store,
    approvals,
    /** What the operator was told. */
    said,
    letters: folder,
    now: clock.now,
    actor: (name: Name) => teams.person(cast[name].id),
    chat: (name: Name) => teams.personal(cast[name].id),
    house: current,
    /** Somebody has these roles as well from now on. */
    appoint: (name: Name, ...roles: Somebody['roles']): void => void appointed.set(cast[name].id, roles),
    /** From now on these are the rules of the house. */
    decree: (anew: HouseRules): void => {
      ruled = anew;
    },
    /** All that is due is done, and everybody has seen it. */
    settle: async (): Promise<void> => {
      await current().settled();
      await current().clockwork.tick();
      await teams.settled(5);
    },
    /** The bot looks for what was announced and never arrived, as it does once an hour. */
    looksAround: async (): Promise<void> => {
      await current().lookAround();
      await current().clockwork.tick();
      await teams.settled(5);
    },
    /** Some time later, through everything that is due on the way. */
    later: async ({ days = 0, hours = 0, minutes = 0 }: { days?: number; hours?: number; minutes?: number }): Promise<void> => {
      const until = instant(Date.parse(now) + ((days * 24 + hours) * 60 + minutes) * 60_000);
      await current().clockwork.runForward(until, set);
      await teams.settled(5);
    },
    /** Some time later, in one leap: whatever fell due on the way is done now, once. */
    leap: async ({ days = 0, hours = 0 }: { days?: number; hours?: number }): Promise<void> => {
      set(instant(Date.parse(now) + (days * 24 + hours) * 3_600_000));
      await current().clockwork.tick();
      await teams.settled(5);
    },
    /** The bot is stopped, and starts again on what it has kept. */
    restart: async (how: { readonly patienceMs?: number } = {}): Promise<void> => {
      await current().close();
      house = await open(how);
      await house.resume();
    },
    /** The bot is ended in the middle of whatever it does, and started again. */
    crash: async (): Promise<void> => {
      mortal.die();
      await current().kill();
      mortal = createMortalStore(store);
      house = await open();
      await house.resume();
    },
    close: async (): Promise<void> => {
      await house?.close();
      await listening.close();
      await microsoft.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type Stage = Awaited<ReturnType<typeof openStage>>;
