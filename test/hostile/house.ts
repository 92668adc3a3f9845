import { createHandle } from '../../src/commands/handle.ts';
import type { Handle } from '../../src/commands/handle.ts';
import { createTalk } from '../../src/conversation/talk.ts';
import { createClockwork } from '../../src/outbox/clockwork.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import type { Instant } from '../../src/cases/time.ts';
import { later } from '../../src/cases/time.ts';
import type { Carrier, Carriers, Company, OutsideKind } from '../../src/ports.ts';
import { createTeamsEdge } from '../../src/teams/edge.ts';
import type { TeamsConversation } from '../../src/teams/turns.ts';
import { app, issuer, nordlys, signed, signingKey } from '../support/teams-edge.ts';
import { contoso } from '../support/requests.ts';
import { createWorld } from '../support/world.ts';
import { base, createConnector, serviceUrl } from './connector.ts';
import { people } from './staff.ts';
import { createWatchedStore } from './watched-store.ts';

const START = '2026-03-02T09:00:00.000Z' as Instant;
export const BOT_TOKEN = 'token-of-the-bot-that-nobody-may-see';
export const CHANNEL = '19:approvals@thread.tacv2';

/** A part of the house that a test breaks, to see that it is noticed. */
export interface Breakable {
  readonly handle?: (handle: Handle) => Handle;
  readonly conversation?: (conversation: TeamsConversation) => TeamsConversation;
}

/** To make one takes longer than a thousand attacks. */
const keys = { ours: await signingKey('ours'), theirs: await signingKey('ours') };

const seconds = (days = 0): number => Math.floor(Date.parse(later(START, { days })) / 1000);
const claims = { iss: issuer, aud: app.id, serviceurl: serviceUrl, nbf: seconds(), exp: seconds(1) };

/** What somebody shows at the door; all but the first are worth nothing. */
export const tokens = {
  good: await signed(keys.ours, claims),
  forged: await signed(keys.theirs, claims),
  expired: await signed(keys.ours, { ...claims, nbf: seconds(-2), exp: seconds(-1) }),
  elsewhere: await signed(keys.ours, { ...claims, aud: 'b070b070-0001-4f01-8f01-0000000000ff' }),
  foreign: await signed(keys.ours, { ...claims, iss: 'https://somebody.example' }),
  service: await signed(keys.ours, { ...claims, serviceurl: `${base}/other/` }),
  none: null,
} as const;
export type TokenName = keyof typeof tokens;

/** Nothing that a service would do is done: nobody but people moves a case here. */
const notYet: Carrier = { carryOut: ({ now }) => Promise.resolve({ kind: 'not-yet', after: later(now, { days: 30 }) }) };
const untouched = [
  ...['get-reseller-link', 'create-relationship', 'extend-relationship', 'assign-groups', 'end-relationship'],
  ...['remove-reseller-relationship', 'create-transfer', 'cancel-transfer', 'accept-transfer', 'watch-invitation'],
  ...['watch-relationship', 'watch-transfer', 'send-letter'],
] as OutsideKind[];
const carriers = Object.fromEntries(untouched.map((kind) => [kind, notYet])) as unknown as Carriers;

const { name, tenant, domain } = contoso;
const companies: readonly Company[] = [
  { name, tenant, domain, country: 'IT', isOurs: false },
  { name: 'Adatum', tenant: 'c0570002-0002-4c02-8c02-0000000000c2', domain: 'adatum.example', country: 'NO', isOurs: true },
];

/** Our bot behind its unchanged door, with everything outside made up and nothing on the network. */
export const openHostileHouse = ({ handle: through = (one) => one, conversation: speaks = (one) => one }: Breakable = {}) => {
  const { store, cases, kept } = createWatchedStore();
  const world = createWorld({ store, start: START });
  const { ports, said } = world;
  const handle = through(createHandle(ports));
  const { line, shown } = createConnector(keys.ours);

  const conversation = speaks({
    hear: (heard) => talk.hear(heard),
    onFailure: (heard, reference) => talk.onFailure(heard, reference),
  });
  const edge = createTeamsEdge({
    hosts: {
      ...{ scope: 'bot', metadata: `${base}/openidconfiguration`, issuer, tokenService: base },
      ...{ services: [base], proactive: `${base}/teams/` },
    },
    app,
    authorize: () => Promise.resolve({ ok: true, token: { value: BOT_TOKEN } }),
    line,
    conversation,
    ...ports,
    // That a machine is held up for a moment is no attack.
    patienceMs: 60_000,
    doorPatienceMs: { invoke: 60_000, other: 60_000 },
  });
  const talk = createTalk({
    ports,
    handle,
    people,
    companies: {
      find: (_, text, limit) => {
        const looked = text.toLowerCase();
        const found = companies.filter(
          (one) => [one.domain, one.tenant].includes(looked) || one.name.toLowerCase().startsWith(looked),
        );
        return Promise.resolve(found.slice(0, limit));
      },
      fellows: () => Promise.resolve([]),
    },
    holdings: { of: () => Promise.resolve({ held: [], isWhole: false }) },
    shell: { commandsFor: () => [] },
    courier: edge.courier,
    office: {
      company: 'Nordlys Cloud AS',
      tenant: nordlys,
      tenants: [nordlys],
      clouds: ['global'],
      senders: () => ({ name: 'Nordlys Cloud AS', partnerId: '6100001' }),
      channels: [{ chat: { id: CHANNEL, service: serviceUrl }, language: 'en' }],
    },
    poke: () => undefined,
    patienceMs: 60_000,
  });
  const carryOutDue = createOutbox({ ...ports, handle, people, carriers: { ...carriers, ...talk.carriers } });
  const clockwork = createClockwork({ ...ports, handle, carryOutDue });

  return {
    world,
    handle,
    cases,
    kept,
    shown,
    said,
    door: edge.door,
    settled: edge.settled,
    /** All that is due is done. */
    tick: () => clockwork.tick(),
  };
};

export type HostileHouse = ReturnType<typeof openHostileHouse>;
