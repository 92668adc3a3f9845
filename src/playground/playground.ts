import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Page } from '../http/server.ts';
import { createListedPeople } from '../people/listed-people.ts';
import { HouseRules } from '../policy/index.ts';
import { resume as resumeSandbox } from '../sandbox/keep.ts';
import { createPages } from '../sandbox/pages/create-pages.ts';
import { addPartners } from '../sandbox/partners.ts';
import { populate } from '../sandbox/seed/populate.ts';
import { createSandbox, listenSandbox } from '../sandbox/server.ts';
import type { Sandbox } from '../sandbox/server.ts';
import { instantly, lifelike } from '../sandbox/timing.ts';
import { StoreError } from '../ports.ts';
import { openLowdbStore } from '../store/lowdb.ts';
import { approvals, cast } from './cast.ts';
import { nordlys, openHouse } from './house.ts';
import { createPlayClock } from './play/clock.ts';
import type { PlayClock } from './play/clock.ts';
import { createDoing, placeIn } from './play/do.ts';
import { createPlayDoors } from './play/doors.ts';
import { createHurry } from './play/hurry.ts';
import { createKeptFile } from './play/kept-file.ts';
import type { Kept } from './play/kept-file.ts';
import { createKeeping } from './play/keeping.ts';
import { createJump } from './play/jump.ts';
import { createInbox } from './play/inbox.ts';
import { createNews } from './play/news.ts';
import type { News } from './play/news.ts';
import { chatShown, customersShown, partnersShown, peopleShown } from './play/show.ts';
import { resume as resumeTeams } from './teams/keep.ts';
import { createTeams, listenTeams } from './teams/teams.ts';
import type { Teams } from './teams/teams.ts';

interface Wanted {
  /** Where everything is kept. */
  readonly folder: string;
  /** Asked for when it is clear that nobody else is at it. */
  readonly ports: () => Promise<{ readonly page: number; readonly outside: number }>;
  readonly pages: (outside: string) => Promise<readonly Page[]>;
  readonly tell: (sentence: string) => void;
}

export interface Playground {
  readonly page: string;
  readonly outside: string;
  readonly close: () => Promise<void>;
}

const LOOK_MS = 300;
const storeIn = (folder: string): string => join(folder, 'handshake.jsonl');

const MAILBOX = 'letters@nordlys.example';

const houseRules = async (): Promise<HouseRules> =>
  HouseRules.parse(JSON.parse(await readFile(new URL('../../house-rules.example.json', import.meta.url), 'utf8')));

const peopleHere = () =>
  createListedPeople(
    Object.values(cast).map(({ id, name, roles }) => ({
      ...{ id, name, roles: [...roles], timeZone: 'Europe/Oslo', quiet: null },
      days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
    })),
  );

interface Beginning {
  readonly clock: PlayClock;
  readonly kept: Kept | null;
  readonly tell: Wanted['tell'];
}

const sandboxFor = ({ clock, kept, tell }: Beginning, page: string): Sandbox =>
  createSandbox({
    now: clock.now,
    // What ends can be seen ending; for all else nobody waits.
    timing: { ...instantly, termination: lifelike.termination },
    tell,
    pages: (world) => createPages(world, `${page} ${page.replace('localhost', '127.0.0.1')}`),
    populate: (world) => {
      addPartners(world);
      populate(world);
      if (kept !== null) resumeSandbox(world, kept.sandbox);
    },
  });

const teamsFor = ({ clock, kept, tell }: Beginning, news: News, endpoint: () => string): Teams => {
  const teams = createTeams({
    tenant: nordlys.tenant,
    bot: nordlys.bot,
    issuer: nordlys.issuer,
    // Each gets the app when they are first looked at.
    people: Object.values(cast).map(({ id, name, locale }) => ({ id, name, locale, hasApp: false })),
    now: clock.now,
    endpoint,
    hear: news.heard,
    tell,
  });
  teams.channel(approvals);
  teams.group({ name: 'Sales', people: Object.values(cast).map(({ id }) => id) });
  if (kept !== null) resumeTeams(teams.world, kept.teams);
  return teams;
};

/** Whatever was kept is forgotten, unless somebody is at it. */
export const beginAnew = async (folder: string): Promise<void> => {
  try {
    await (await openLowdbStore(storeIn(folder))).close();
  } catch (error) {
    if (!(error instanceof StoreError) || error.trouble === 'in-use') throw error;
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
};

/** The whole of it on this machine: our people, our bot, a made-up Microsoft with its customers, and a clock that can be turned. */
export const openPlayground = async ({ folder, ports: choose, pages, tell }: Wanted): Promise<Playground> => {
  const store = await openLowdbStore(storeIn(folder), { tell });
  const ports = await choose();
  const file = createKeptFile(join(folder, 'world'));
  const kept = await file.read();
  const clock = createPlayClock(kept?.aheadMs);
  const news = createNews();
  const page = `http://localhost:${ports.page}`;
  const sandbox = sandboxFor({ clock, kept, tell }, page);
  const microsoft = await listenSandbox(sandbox, ports.outside);
  const outside = microsoft.base.replace('127.0.0.1', 'localhost');
  const teams = teamsFor({ clock, kept, tell }, news, () => `http://127.0.0.1:${ports.page}/api/messages`);
  const chats = await listenTeams(teams, 0);
  const keep = createKeeping({ file, clock, news, sandbox: sandbox.world, teams: teams.world });
  // No two lives begin from the same.
  await keep();
  const inbox = createInbox(sandbox.world);
  const rules = await houseRules();
  const jumping = createJump({
    clock,
    runForward: (until, set) => house.clockwork.runForward(until, set),
    moved: () => {
      sandbox.world.settle();
      news.changed();
    },
    tell,
  });
  const doing = createDoing(teams, jumping.jump);
  const hurry = createHurry({ clock, store, isJumping: () => jumping.until() !== null });
  const doors = createPlayDoors({
    news,
    inbox,
    state: async () => ({
      version: news.version(),
      begun: news.begun,
      people: peopleShown(teams, news),
      clock: { now: clock.now(), until: jumping.until() },
      outside,
      customers: customersShown(sandbox.world),
      partners: partnersShown(sandbox.world, nordlys.tenant),
      letters: await inbox.lines(),
    }),
    chat: (person, chat) => {
      const { actor, chat: found } = placeIn(teams, { person, chat });
      return chatShown(teams, news, actor, found);
    },
    act: async (act) => {
      if (act.do !== 'open') hurry.somebodyActed();
      const answer = await doing(act);
      // Chats tell what is new in them; who reads which language stands in none.
      if (act.do === 'set-language') news.changed();
      return answer;
    },
  });

  const channel = [...teams.world.chats.values()].find(({ kind }) => kind === 'channel');
  const house = await openHouse({
    ...{ clock, store, sandbox, teams, tell },
    people: peopleHere(),
    rules: () => rules,
    salt: randomUUID,
    pages: await pages(outside),
    doors,
    port: ports.page,
    letters: { mailbox: MAILBOX },
    customers: `localhost:${ports.page}`,
    hearsNews: true,
    ...(channel && { approvals: { channel, language: 'en' } }),
  });
  await house.resume();
  // Whoever has just got the bot is greeted, and it knows their language from then on.
  if (kept === null) for (const { id } of peopleShown(teams, news)) await teams.person(id).install();
  const running = house.run();

  const seen = { letters: inbox.count(), records: sandbox.world.audit.length };
  const look = async (): Promise<void> => {
    const { length } = sandbox.world.audit;
    if (length !== seen.records) hurry.somebodyActed();
    if (inbox.count() !== seen.letters || length !== seen.records) news.changed();
    Object.assign(seen, { letters: inbox.count(), records: length });
    if (!(await hurry.on())) return;
    sandbox.world.settle();
    house.clockwork.poke();
  };
  const looking = setInterval(() => {
    look()
      .then(keep)
      .catch((error: unknown) => {
        tell(`Looking around: ${String(error)}`);
      });
  }, LOOK_MS);

  return {
    page: `${page}/`,
    outside: `${outside}/`,
    close: async () => {
      clearInterval(looking);
      await house.close();
      await running;
      await keep();
      await chats.close();
      await microsoft.close();
      await store.close();
    },
  };
};
