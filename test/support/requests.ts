import type { Command } from '../../src/commands/catalog.ts';
import type { Handled } from '../../src/commands/handle.ts';
import { seenOf } from '../../src/cases/seen.ts';
import type { CustomerTold } from '../../src/cases/asking/states.ts';
import type { Case } from '../../src/cases/case.ts';
import type { Person } from '../../src/cases/people.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import { later } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';
import { someone } from './world.ts';
import type { people, World } from './world.ts';

export type Name = keyof typeof people;

export const contoso: Case['customer'] = {
  name: 'Contoso Bakery',
  tenant: 'c0570001-0001-4c01-8c01-0000000000c1',
  domain: 'contoso.example',
  country: 'DE',
  language: 'de',
  contact: 'it@contoso.example',
};

let clicks = 0;
/** Every click has a key of its own. */
export const click = (): string => `click-${String(++clicks).padStart(6, '0')}`;

const told = {
  'customer.tenantKind': 'end_customer',
  'customer.relatedTo': 'none',
  'customer.otherCspPartners': 1,
  'req.expects': [],
  'item.boughtFrom': null,
  'gdap.azureGroupNested': null,
  providerResellerSameRegion: null,
};

const gdap = {
  durationDays: 180,
  roles: ['directory_readers', 'service_support_administrator'],
  autoExtend: false,
  purpose: 'other',
} as const;

type Invite = Extract<Command, { name: 'request-admin' }>;

/** A sales agent asks Contoso Bakery for both: to sell, and to manage. */
export const inviting = (more: Partial<Invite['proposal']> = {}, by: Name = 'ana'): Invite => ({
  name: 'request-admin',
  key: click(),
  actor: someone(by),
  cloud: 'global',
  customer: contoso,
  proposal: {
    wants: 'invite',
    reseller: { model: 'direct', includeDap: false },
    gdap: { ...gdap, roles: [...gdap.roles] },
    letter: { paragraph: 'As agreed on the telephone.' },
    told: { ...told },
    ...more,
  },
});

type Switch = Extract<Command, { name: 'switch-azure' }>;

/** The last spring in which legacy Azure still changed its partner by hand. */
export const byHandStill = '2022-03-02T09:00:00.000Z' as Instant;

const item = {
  'item.kind': 'usage',
  'item.product': 'azure',
  'item.generation': 'azure_plan',
  'item.boughtFrom': 'other_csp',
  'item.term': 'active',
  'item.status': 'active',
  'item.daysSinceTermStart': null,
  'item.includesReservations': false,
  'item.includesSavingsPlan': false,
  'item.reservationPayment': null,
  'item.marketplace': null,
  'item.inOtherTransfer': false,
  'item.crossCloudMove': false,
};

/** What each procedure moves, as the policy has it; `ea-to-csp` only for an Azure Expert MSP, by hand only `byHandStill`. */
export const movedBy = {
  'new-subscription': { ...item, 'item.boughtFrom': 'open' },
  'manual-switch': { ...item, 'item.generation': 'azure_0145p' },
  'azure-plan-transfer': item,
  'licence-transfer': {
    ...item,
    'item.kind': 'licence',
    'item.product': 'office365',
    'item.generation': 'nce',
    'item.daysSinceTermStart': 90,
  },
  'ea-to-csp': { ...item, 'item.generation': null, 'item.boughtFrom': 'ea', 'item.eaKind': 'direct_ea' },
} as const satisfies Record<Switch['proposal']['procedure'], Readonly<Record<string, unknown>>>;

const granitt = { name: 'Granitt IT', tenant: '7a11c0de-2222-4a10-8a10-0000000000a2', domain: 'granitt.example' };

/** A sales agent wants to move one subscription to us; from another partner, where it was bought from one. */
export const switching = (procedure: Switch['proposal']['procedure'] = 'azure-plan-transfer', by: Name = 'ana'): Switch => ({
  name: 'switch-azure',
  key: click(),
  actor: someone(by),
  cloud: 'global',
  customer: contoso,
  proposal: {
    wants: 'switch',
    procedure,
    otherPartner: movedBy[procedure]['item.boughtFrom'] === 'other_csp' ? granitt : null,
    subjects: [{ id: '5ab50001-0001-4e01-8e01-0000000000e1', name: 'Web shop', facts: { ...movedBy[procedure] } }],
    reservations: false,
    marketplace: false,
    letter: { paragraph: '' },
    told: {
      ...told,
      sameMarket: true,
      sameCountry: true,
      'xfer.status': null,
      'xfer.requestAgeDays': null,
      'xfer.daysSinceAccept': null,
      'xfer.sameCurrency': true,
      'xfer.sourceEqualsTarget': false,
      'xfer.resellerPartnerId': null,
      'xfer.customerWrittenRequest': true,
      'xfer.ticketOpenedBy': 'current_partner',
      'xfer.signatures': [],
      'xfer.withoutConversion': false,
      'req.model': 'direct',
      'req.isUpgrade': false,
      providerResellerSameRegion: null,
      'customer.gccValidated': null,
    },
  },
});

/** The same, with subjects that are like what the procedure moves but for this. */
export const moving = (
  procedure: Switch['proposal']['procedure'],
  ...subjects: readonly Readonly<Record<string, unknown>>[]
): Switch => {
  const asked = switching(procedure);
  const named = subjects.map((facts, n) => ({
    id: `subject-${n}`,
    name: `Subject ${n}`,
    facts: { ...movedBy[procedure], ...facts },
  }));
  return { ...asked, proposal: { ...asked.proposal, subjects: named } };
};

type Offer = Extract<Command, { name: 'record-transfer-offered' }>;

/** Another partner asks for two subscriptions that are ours; the watch has seen it. */
export const offered = (world: World, more: Partial<Offer['proposal']> = {}): Offer => {
  const { otherPartner, subjects, told: known } = switching().proposal;
  if (otherPartner === null) throw new TypeError('The example has another partner');
  const [first] = subjects;
  if (first === undefined) throw new TypeError('The example has a subscription');
  return {
    name: 'record-transfer-offered',
    key: click(),
    actor: 'watch',
    cloud: 'global',
    customer: contoso,
    expiresAt: later(world.now(), { days: 30 }),
    proposal: {
      wants: 'hand-out',
      procedure: 'azure-plan-transfer',
      otherPartner,
      transferId: 'transfer-9',
      subjects: [
        { id: 'web-shop', name: 'Web shop', facts: { ...first.facts } },
        { id: 'archive', name: 'Archive', facts: { ...first.facts } },
      ],
      told: { ...known },
      ...more,
    },
  };
};

type Renewal = Extract<Command, { name: 'renew-admin' }>;

/** What is about to end shall go on. */
export const renewing = (of: CaseId, how: Renewal['how'] = 'anew', by: Name = 'ana'): Renewal => ({
  name: 'renew-admin',
  key: click(),
  actor: someone(by),
  of,
  how,
  gdap: { ...gdap, roles: [...gdap.roles] },
  letter: { paragraph: '' },
  told: { ...told },
});

type End = Extract<Command, { name: 'end-admin' }>;

/** An Admin agent wants it to end. */
export const ending = (of: CaseId | null, more: Partial<End> = {}, by: Name = 'ada'): End => ({
  name: 'end-admin',
  key: click(),
  actor: someone(by),
  cloud: 'global',
  customer: contoso,
  of,
  what: 'admin_roles',
  relationshipId: null,
  told: { ...told },
  ...more,
});

type Question = Extract<Command, { name: 'ask-customer' }>;

/** A sales agent asks Contoso Bakery what only it knows. */
export const inquiring = (more: Partial<Question> = {}, by: Name = 'ana'): Question => ({
  name: 'ask-customer',
  key: click(),
  actor: someone(by),
  cloud: 'global',
  customer: contoso,
  about: 'Web shop',
  letter: { paragraph: '' },
  ...more,
});

type Said = Readonly<Record<string, unknown>>;

/** What a person does next in a world: the card is looked at right before, unless something else is said. */
export const doing = (world: World) => {
  const current = async (id: CaseId): Promise<Case> => {
    const kept = await world.store.case(id);
    if (kept === null) throw new Error(`No case ${id}`);
    return kept.case;
  };
  const opened = async (command: Command): Promise<CaseId> => {
    const answer = await world.handle(command);
    if (answer.kind !== 'done') throw new Error(`Not opened: ${JSON.stringify(answer)}`);
    return answer.caseId;
  };
  const send = (actor: Person | 'watch' | 'outbox' | 'clock', name: Command['name'], fields: Said): Promise<Handled> =>
    world.handle({ name, key: click(), actor, ...fields });
  return {
    current,
    opened,
    /** A person’s command about a case, as it is sent. */
    says: (by: Name, name: Command['name'], caseId: CaseId, fields: Said = {}) => send(someone(by), name, { caseId, ...fields }),
    /** What a machine reports about a case. */
    reports: (name: Command['name'], caseId: CaseId, fields: Said = {}, by: 'watch' | 'outbox' | 'clock' = 'outbox') =>
      send(by, name, { caseId, ...fields }),
    decide: async (id: CaseId, by: Name, decision: Said) =>
      send(someone(by), 'decide-hand-out', { caseId: id, seen: seenOf(await current(id)), decision }),
    /** What the case waits for could not be done. */
    getsStuck: (id: CaseId, effect: string) =>
      send('outbox', 'record-trouble', { caseId: id, trouble: { effect, code: '900145', words: '' }, isAwaited: true }),
    /** The tool says how the transfer stands. */
    transfer: (id: CaseId, state: string, words = '') => send('watch', 'record-transfer-changed', { caseId: id, state, words }),
    /** Everything that is still open on the list. */
    tickAll: async (id: CaseId, by: Name, evidence = 'Seen in the portal.') => {
      const kept = await current(id);
      const open = 'items' in kept ? kept.items.filter(({ done }) => done === null) : [];
      for (const { code } of open) await send(someone(by), 'confirm-item', { caseId: id, item: code, evidence });
    },
    approve: async (id: CaseId, by: Name, words = '') =>
      world.handle({ name: 'approve-case', key: click(), actor: someone(by), caseId: id, seen: seenOf(await current(id)), words }),
    decline: (id: CaseId, by: Name, words = 'Not this year.') =>
      world.handle({ name: 'decline-case', key: click(), actor: someone(by), caseId: id, words }),
    sendBack: (id: CaseId, by: Name, words = 'Why half a year?') =>
      world.handle({ name: 'send-back-case', key: click(), actor: someone(by), caseId: id, words }),
    answer: (id: CaseId, by: Name, words = 'The project takes that long.', proposal: Case['proposal'] | null = null) =>
      world.handle({ name: 'answer-question', key: click(), actor: someone(by), caseId: id, words, proposal }),
    withdraw: (id: CaseId, by: Name, words = '') =>
      world.handle({ name: 'withdraw-case', key: click(), actor: someone(by), caseId: id, words }),
    takeOver: (id: CaseId, by: Name) =>
      world.handle({ name: 'take-over-case', key: click(), actor: someone(by), caseId: id, words: '' }),
    confirm: (id: CaseId, by: Name, item: string, evidence = 'Seen in the portal.') =>
      world.handle({ name: 'confirm-item', key: click(), actor: someone(by), caseId: id, item, evidence }),
    /** The customer's administrator says yes to all that was sent. */
    accept: async (id: CaseId) => {
      const { status, ...rest } = await current(id);
      if (status !== 'awaiting-customer') throw new Error(`The customer is not asked while it is ${status}`);
      const { invitations } = rest as Extract<Case, { status: 'awaiting-customer'; kind: 'admin-relationship' }>;
      for (const { what } of invitations) {
        await world.handle({
          name: 'record-customer-accepted',
          key: click(),
          actor: 'watch',
          caseId: id,
          what,
          acceptedAt: world.now(),
          endsAt: null,
        });
      }
    },
    /** The customer has filled in the page to which the letter invited. */
    tells: (id: CaseId, told: CustomerTold = { what: 'Web shop', answers: { 'item.boughtFrom': 'other_csp' } }) =>
      send('watch', 'record-customer-answers', { caseId: id, told }),
    status: async (id: CaseId) => (await current(id)).status,
  };
};
