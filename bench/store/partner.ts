/** A partner as the bench needs one: people, facts, services that answer at once, and what is sent to the one road. */
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { Effect } from '../../src/cases/effect.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import type { Person } from '../../src/cases/people.ts';
import { instant, later } from '../../src/cases/time.ts';
import { createHandle } from '../../src/commands/handle.ts';
import type { Handle } from '../../src/commands/handle.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import type { OutboxPorts } from '../../src/outbox/outbox.ts';
import { HouseRules } from '../../src/policy/index.ts';
import type { FactPath } from '../../src/policy/index.ts';
import type { Carrier, Carriers, Errand, FactSource, Outcome, OutsideKind, Ports, Store } from '../../src/ports.ts';

const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));

const person = (id: string, name: string, role: Person['roles'][number]): Person => ({ id, name, roles: [role] });
const ana = person('ana', 'Ana Ruiz', 'sales_agent');
const sven = person('sven', 'Sven Lund', 'sales_agent');
export const ada = person('ada', 'Ada Berg', 'admin_agent');

const usual = (readJson('src/playground/ask/usual.json') as { defaults: Record<string, Record<string, unknown>> }).defaults;
export const house = HouseRules.parse(readJson('house-rules.example.json'));

const factAt = (path: FactPath): unknown => {
  const [group = '', leaf] = path.split('.');
  return path === 'partner.country' ? 'NO' : leaf === undefined ? usual[group] : usual[group]?.[leaf];
};

/** What there is to know, told at once. */
export const facts: FactSource = {
  read: (paths) => Promise.resolve(Object.fromEntries(paths.map((path) => [path, factAt(path)]))),
};

/** Every store begins its life here; what it wants done is due by then. */
export const START = Date.parse('2026-03-02T09:00:00.000Z');

const portsOver = (store: Store, hours: number): Ports => ({
  store,
  clock: { now: () => instant(START + hours * 3_600_000 + performance.now()) },
  chance: { salt: () => randomUUID(), fraction: () => 0.5 },
  house: () => house,
  operator: {
    tell: (sentence) => {
      console.error(sentence);
    },
  },
  facts: { partner: facts, customer: facts, letter: facts },
});

const outcomeOf = ({ effect, case: current, now }: Errand): Outcome => {
  const prepared = (what: 'reseller' | 'gdap', relationshipId: string | null): Outcome => ({
    kind: 'done',
    report: { name: 'record-invitation-ready', what, link: `https://admin.microsoft.com/?invite=${current.id}`, relationshipId },
  });
  switch (effect.kind) {
    case 'get-reseller-link':
      return prepared('reseller', null);
    case 'create-relationship':
      return prepared('gdap', `relationship-${current.id}`);
    case 'send-letter':
      return {
        kind: 'done',
        report: { name: 'record-letter-sent', letter: effect.letter, messageId: '<letter@nordlys.example>' },
      };
    case 'show-case':
      return { kind: 'done', sent: [{ caseId: current.id, place: 'chat', activityId: `card-${current.id}`, at: now }] };
    case 'watch-invitation':
      return { kind: 'not-yet', after: later(now, { hours: 6 }) };
    default:
      return { kind: 'done' };
  }
};

export const carrier: Carrier = { carryOut: (errand) => Promise.resolve(outcomeOf(errand)) };

/** Whatever kind it is of, the same one carries it out. */
export const carriers = Object.fromEntries(Effect.options.map(({ shape }) => [shape.kind.value, carrier])) as Record<
  OutsideKind,
  Carrier
>;

const outboxOver = (ports: Ports, handle: Handle, real: Partial<Carriers>): (() => Promise<number>) =>
  createOutbox({
    ...ports,
    handle,
    carriers: { ...carriers, ...real },
    people: {
      known: () => Promise.resolve(ada),
      withRoles: () => Promise.resolve([ada]),
      mayTell: (_, now) => Promise.resolve(now),
    },
  } satisfies OutboxPorts);

/** The road of commands and the outbox, over one store, at so many hours after the beginning; with these services for real. */
export const partnerOver = (store: Store, hours = 1, real: Partial<Carriers> = {}) => {
  const ports = portsOver(store, hours);
  const handle = createHandle(ports);
  return { handle, clock: ports.clock, carryOutDue: outboxOver(ports, handle, real) };
};

export const invitation = {
  name: 'request-admin',
  actor: ana,
  cloud: 'global',
  customer: {
    name: 'Contoso Bakery',
    tenant: 'c0570001-0001-4c01-8c01-0000000000c1',
    domain: 'contoso.example',
    country: 'DE',
    language: 'de',
    contact: 'it@contoso.example',
  },
  proposal: {
    wants: 'invite',
    reseller: { model: 'direct', includeDap: false },
    gdap: {
      durationDays: 180,
      roles: ['directory_readers', 'service_support_administrator'],
      autoExtend: false,
      purpose: 'other',
    },
    letter: { paragraph: 'As agreed on the telephone.' },
    told: {
      'customer.tenantKind': 'end_customer',
      'customer.relatedTo': 'none',
      'customer.otherCspPartners': 1,
      'req.expects': [],
      'item.boughtFrom': null,
      'gdap.azureGroupNested': null,
      providerResellerSameRegion: null,
    },
  },
} as const;

/** An approver asks back: what a person decides, without the rules. */
export const sendBack = (caseId: CaseId, key: string) => ({
  ...{ name: 'send-back-case', key, actor: ada, caseId },
  words: 'Why half a year?',
});

/** The answer to it: the rules are asked anew about all that is proposed. */
export const answerBack = (caseId: CaseId, key: string) => ({
  ...{ name: 'answer-question', key, actor: ana, caseId },
  words: 'The project takes that long.',
  proposal: null,
});

export const takeOver = (caseId: CaseId, key: string) => ({ name: 'take-over-case', key, actor: sven, caseId, words: '' });

export const card: Effect = { kind: 'show-case' };
export const reminder: Effect = { kind: 'send-letter', letter: 'reminder' };
