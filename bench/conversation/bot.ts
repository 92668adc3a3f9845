/** Our bot as it is, on a store on a disk, behind its own door. Only its services answer at once, instead of Microsoft. */
import { seenOf } from '../../src/cases/seen.ts';
import { instant } from '../../src/cases/time.ts';
import { createApp } from '../../src/app.ts';
import { profiles } from '../../src/clouds/profiles.ts';
import type { BotHosts } from '../../src/clouds/profiles.ts';
import type { AtMicrosoft } from '../../src/services/at-microsoft.ts';
import { createServer, listen } from '../../src/http/server.ts';
import { createListedPeople } from '../../src/people/listed-people.ts';
import type { Company } from '../../src/ports.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { createTeamsEdge } from '../../src/teams/edge.ts';
import { createLine } from '../../src/wire/line.ts';
import { carrier, carriers, facts, house, invitation } from '../store/partner.ts';
import { tenantOf } from '../services/numbered.ts';
import type { Waiting } from './activities.ts';
import { askers, listed, TENANT } from './people.ts';
import { ownWork, serve } from './served.ts';

export interface Setting {
  readonly path: string;
  /** Where Teams is reached. */
  readonly connector: string;
  /** Whether what approvals set going is carried out meanwhile: cards, relationships, letters. */
  readonly hasOutbox: boolean;
}

const { path, connector, hasOutbox } = JSON.parse(process.argv[2] ?? '') as Setting;
const operator = {
  tell: (sentence: string): void => {
    // That a day is closed is the only thing that may happen here: after anything else there is nothing to be measured.
    if (sentence.startsWith('Head of ')) return;
    console.error(sentence);
    process.exit(1);
  },
};
const clock = { now: () => instant(Date.now()) };
let salts = 0;
const chance = { salt: () => `salt-${++salts}`, fraction: () => 0.5 };
const store = await openLowdbStore(path);
const line = createLine();

const contoso: Company = {
  ...{ name: invitation.customer.name, tenant: invitation.customer.tenant, domain: invitation.customer.domain },
  ...{ country: invitation.customer.country, isOurs: true },
};

const hosts: BotHosts = {
  scope: 'bot',
  metadata: `${connector}/keys`,
  issuer: connector,
  tokenService: `${connector}/tokens`,
  services: [connector],
  proactive: `${connector}/teams/`,
};

const app = createApp({
  ports: { store, clock, operator, chance, house: () => house },
  services: {
    // With one account nobody is asked in which cloud a customer is; what is looked for in it has its own bench.
    offices: hasOutbox ? [] : [{ account: { profile: profiles.global, webhook: null } } as AtMicrosoft],
    carriers,
    facts: { partner: facts, customer: facts },
    companies: { find: () => Promise.resolve([contoso]), fellows: () => Promise.resolve([]) },
    holdings: { of: () => Promise.resolve({ held: [], isWhole: false }) },
    shell: { commandsFor: () => [] },
    domainsOf: () => Promise.resolve([]),
  },
  line,
  letters: { facts, carrier },
  people: createListedPeople(listed),
  office: {
    company: 'Nordlys Cloud AS',
    tenant: TENANT,
    tenants: [TENANT],
    senders: () => ({ name: 'Nordlys Cloud AS', partnerId: '6100001' }),
    channels: [{ chat: { id: '19:approvals@thread.tacv2', service: `${connector}/teams/` }, language: 'en' }],
  },
  chat: (conversation) =>
    createTeamsEdge({
      ...{ hosts, line, conversation, clock, chance, operator, isOpen: true },
      app: { id: 'b070b070-0001-4f01-8f01-0000000000f2' },
      authorize: () => Promise.resolve({ ok: true, token: { value: 'a-token' } }),
    }),
});

let prepared = 0;

/** A request that somebody has made, and nobody decided about. */
const request = async (): Promise<Waiting> => {
  const number = prepared++;
  const { id, name, roles } = askers[number % askers.length] ?? { id: '', name: '', roles: [] };
  const customer = { ...invitation.customer, name: `Customer ${number}`, tenant: tenantOf(number) };
  const answer = await app.handle({ ...invitation, key: `bench asks ${number}`, actor: { id, name, roles }, customer });
  if (answer.kind !== 'done') throw new Error(`Not done: ${JSON.stringify(answer)}`);
  const kept = await store.case(answer.caseId);
  return { id: answer.caseId, seen: kept === null ? '' : seenOf(kept.case) };
};

/** Everything that is due now has been carried out. */
const drained = async (): Promise<null> => {
  await app.settled();
  if (hasOutbox) await app.clockwork.tick();
  return null;
};

const answers = {
  ...ownWork,
  drained,
  /** So many cases that wait for an approver, whose cards everybody has. */
  prepare: async (count: number): Promise<Waiting[]> => {
    const waiting = await Promise.all(Array.from({ length: count }, request));
    await app.clockwork.tick();
    return waiting;
  },
  /** How many of these have been approved. */
  approved: async (ids: readonly string[]): Promise<number> => {
    const all = await Promise.all(ids.map((id) => store.case(id as never)));
    return all.filter((kept) => (kept?.case.approvals.length ?? 0) > 0).length;
  },
};

export type Bot = typeof answers;

if (hasOutbox) void app.run();
const port = await listen(createServer([], app.doors), 0, '127.0.0.1');
serve(`http://127.0.0.1:${port}/api/messages`, answers);
