import { TRANSFER_FAILED } from '../../src/cases/azure-switch/effects.ts';
import type { Case, CaseEvent, EventType } from '../../src/cases/case.ts';
import { decidedOf } from '../../src/cases/decided.ts';
import type { Answered, Decided } from '../../src/cases/decided.ts';
import { caseIdFor } from '../../src/cases/ids.ts';
import type { Person } from '../../src/cases/people.ts';
import { instant } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';
import { decide } from '../../src/policy/index.ts';
import { given as situationGiven, situationOf } from './situations.ts';
import type { Example } from './situations.ts';

// Who and what: nobody of these exists.

export const ana: Person = { id: 'ana', name: 'Ana Lindqvist', roles: ['sales_agent'] };
export const bruno: Person = { id: 'bruno', name: 'Bruno Okafor', roles: ['admin_agent'] };
export const chiara: Person = { id: 'chiara', name: 'Chiara Moreau', roles: ['admin_agent', 'global_admin'] };
export const dov: Person = { id: 'dov', name: 'Dov Castellan', roles: ['sales_agent'] };

export const contoso: Case['customer'] = {
  name: 'Contoso Bakeries',
  tenant: '11111111-1111-4111-8111-111111111111',
  domain: 'contoso.example',
  country: 'PT',
  language: 'pt',
  contact: 'it@contoso.example',
};

const fabrikam = {
  name: 'Fabrikam Cloud Services',
  tenant: '22222222-2222-4222-8222-222222222222',
  domain: 'fabrikam.example',
};

export const adminId = caseIdFor('ADM', 'contoso, March 2026');
export const otherAdminId = caseIdFor('ADM', 'contoso, March 2027');
export const azureId = caseIdFor('AZ', 'contoso, March 2026');
const inquiryId = caseIdFor('ASK', 'contoso, March 2026');

// When: in 2026, unless it is said.

/** `03-02 09:00` is the second of March 2026 at nine o’clock. */
export const on = (text: string): Instant => {
  const [day = '', time = ''] = text.split(' ');
  return instant(Date.parse(`${day.length === 5 ? '2026-' : ''}${day}T${time}Z`));
};

/** The same the other way round. */
export const shown = (at: Instant): string =>
  at
    .replace(/^2026-/, '')
    .replace('T', ' ')
    .replace(/:00\.000Z$/, '');

// What the rules said: real decisions.

export const ruled = (example: Example, about: string | null = null): Decided =>
  decidedOf({ flow: example.flow, about, facts: {} }, situationGiven(example).facts, decide(situationOf(example)), [
    'customer.tenantKind',
  ]);

const day = { asOf: '2026-03-02', cloud: 'global' } as const;
export const aboutReseller = ruled({ ...day, flow: 'relationship_request' });
export const aboutGdap = ruled({ ...day, flow: 'gdap_request', facts: { gdap: { name: 'Handshake', durationDays: 365 } } });
export const aboutTransfer = ruled({ ...day, flow: 'azure_plan_transfer', facts: { item: { generation: 'azure_plan' } } }, 'sub-1');
/** Asked right before a letter is sent, and before groups get their roles. */
export const aboutLetter = ruled({ ...day, flow: 'invitation_message' });
export const aboutGroups = ruled({ ...day, flow: 'gdap_groups' });
/** The same on another day. */
export const aboutGdapLater = ruled({
  ...day,
  asOf: '2026-03-05',
  flow: 'gdap_request',
  facts: { gdap: { name: 'Handshake', durationDays: 365 } },
});
export const aboutTransferLater = ruled(
  { ...day, asOf: '2026-03-10', flow: 'azure_plan_transfer', facts: { item: { generation: 'azure_plan' } } },
  'sub-1',
);

/** What a person has answered to what the rules had left open. */
export const answered: Answered = { questions: ['5'.repeat(64)], reviewer: bruno, words: 'Marta has explained it.' };

// What is wanted

type Proposal<W extends Case['proposal']['wants']> = Extract<Case['proposal'], { wants: W }>;
type Switch = Proposal<'switch'>;

const letter = { paragraph: 'We met on Tuesday, and Marta asked for it.' };
const gdap = { durationDays: 365, roles: ['Directory Readers'], autoExtend: false, purpose: 'other' } as const;
const reseller = { model: 'direct', includeDap: false } as const;

const told = { 'customer.tenantKind': 'end_customer' };

export const invite = (wanted: 'both' | 'reseller' | 'gdap', terms: Partial<NonNullable<Proposal<'invite'>['gdap']>> = {}) => ({
  wants: 'invite' as const,
  reseller: wanted === 'gdap' ? null : reseller,
  gdap: wanted === 'reseller' ? null : { ...gdap, roles: [...gdap.roles], ...terms },
  letter,
  told,
});

export const renew = (how: 'anew' | 'extend'): Proposal<'renew'> => ({
  wants: 'renew',
  of: otherAdminId,
  how,
  relationshipId: 'gdap-old',
  endsAt: on('03-05 08:00'),
  gdap: { ...gdap, roles: [...gdap.roles] },
  letter,
  told,
});

export const end = (fields: Partial<Proposal<'end'>> = {}): Proposal<'end'> => ({
  wants: 'end',
  of: null,
  what: 'admin_roles',
  relationshipId: 'gdap-old',
  told,
  ...fields,
});

const subjects = [{ id: 'sub-1', name: 'Production', facts: { 'item.generation': 'azure_plan' } }];

export const moveAzure = (procedure: Switch['procedure'], fields: Partial<Switch> = {}): Switch => ({
  wants: 'switch',
  procedure,
  otherPartner: fabrikam,
  subjects,
  reservations: false,
  marketplace: false,
  letter,
  told,
  ...fields,
});

export const handOut: Proposal<'hand-out'> = {
  wants: 'hand-out',
  procedure: 'azure-plan-transfer',
  otherPartner: fabrikam,
  transferId: 'transfer-9',
  subjects,
  told: {},
};

// What happens

type Fields<T extends EventType> = Omit<Extract<CaseEvent, { type: T }>, 'type' | 'at'>;

const approval = { people: 1 as const, roles: ['admin_agent' as const] };
const clock = { actor: 'clock' } as const;
const watch = { actor: 'watch' } as const;
const outbox = { actor: 'outbox' } as const;
const trouble = { effect: 'create-relationship', code: '900145', words: 'The customer is not known here.' };
const asked = { cloud: 'global', customer: contoso, approval } as const;

const usual: { readonly [T in EventType]: Fields<T> } = {
  'case-opened': {
    ...asked,
    actor: ana,
    requester: ana,
    kind: 'admin-relationship',
    id: adminId,
    proposal: invite('both'),
    asks: [
      { flow: 'relationship_request', about: null, facts: { 'req.model': 'direct' } },
      { flow: 'gdap_request', about: null, facts: { 'gdap.durationDays': 365 } },
    ],
    decisions: [aboutReseller, aboutGdap],
  },
  'transfer-offered': {
    ...asked,
    ...watch,
    kind: 'azure-switch',
    id: azureId,
    proposal: handOut,
    asks: [{ flow: 'azure_plan_transfer', about: 'sub-1', facts: { 'xfer.action': 'accept' } }],
    expiresAt: on('04-01 09:00'),
  },
  'approval-given': {
    actor: bruno,
    words: 'Marta confirmed it by telephone.',
    decisions: [aboutReseller, aboutGdap],
    answered: null,
  },
  'decisions-renewed': { actor: bruno, decisions: [aboutReseller], approval },
  'case-approved': { actor: bruno },
  'case-declined': { actor: bruno, words: 'They are leaving us in May.' },
  'case-sent-back': { actor: bruno, words: 'For how long does Marta want it?' },
  'question-answered': {
    actor: ana,
    words: 'For half a year.',
    proposal: invite('both', { durationDays: 180 }),
    asks: [{ flow: 'gdap_request', about: null, facts: { 'gdap.durationDays': 180 } }],
    decisions: [aboutGdap],
    approval,
  },
  'customer-answered': {
    ...watch,
    told: { what: 'Marta’s web shop', answers: { 'item.boughtFrom': 'other_csp' }, partner: null, writtenOn: null },
  },
  'answers-corrected': {
    ...watch,
    told: { what: 'Marta’s other shop', answers: { 'item.term': 'ended' }, partner: null, writtenOn: null },
  },
  'case-withdrawn': { actor: ana, words: 'Marta has changed her mind.' },
  'case-taken-over': { actor: dov, words: 'Ana is on leave.' },
  'approvers-reminded': { ...clock, waitingDays: 1 },
  'requester-reminded': { ...clock, waitingDays: 2 },
  'stuck-reminded': { ...clock, waitingDays: 1 },
  'case-escalated': { ...clock, waitingDays: 3 },
  'request-lapsed': { ...clock, waitingDays: 30 },
  'execution-cleared': { ...outbox, effect: 'create-relationship', decisions: [aboutGdap] },
  'decision-changed': { ...outbox, effect: 'create-relationship', decisions: [aboutGdap], approval },
  'item-confirmed': { actor: ana, item: 'relationship-in-place', evidence: 'Seen in Partner Center with Marta.' },
  'items-reminded': { ...clock, items: ['relationship-in-place'] },
  'effect-given-up': { ...outbox, trouble: { effect: 'send-letter', code: 'mail', words: 'No such mailbox: marta.' } },
  'case-stuck': { ...outbox, trouble },
  'review-answered': { actor: bruno, answered },
  'case-resumed': { actor: ana, words: 'Marta has put it right.', answered: null },
  'case-closed': { actor: ana, words: 'Marta wants to begin anew.' },
  'dead-letter-retried': { actor: bruno, effect: 'send-letter', words: 'Marta has a mailbox again.' },
  'dead-letter-closed': { actor: bruno, effect: 'send-letter', words: 'Marta has it on paper.' },
  'letter-bounced': { ...watch, letter: 'invitation', messageId: '<1@handshake.example>', words: '550 5.1.1 Nobody called marta.' },
  'letter-sent': { ...outbox, letter: 'invitation', messageId: '<1@handshake.example>' },
  'invitation-prepared': { ...outbox, what: 'gdap', link: 'https://admin.microsoft.com/gdap', relationshipId: 'gdap-1' },
  'invitation-ready': outbox,
  'customer-reminded': { ...clock, waitingDays: 3 },
  'lapse-announced': { ...clock, daysLeft: 15 },
  'follow-ups-paused': { actor: ana, until: on('03-20 00:00') },
  'follow-ups-resumed': { actor: ana },
  'customer-accepted': { ...watch, what: 'gdap', acceptedAt: on('03-05 08:00'), endsAt: null, evidence: '' },
  'customer-stayed-silent': { ...clock, waitingDays: 90 },
  'invitation-recalled': { actor: ana, words: 'Wrong customer.' },
  'groups-missing': outbox,
  'groups-assigned': { ...outbox, endsAt: null },
  'end-announced': { ...clock, daysLeft: 30 },
  'relationship-extended': { ...outbox, endsAt: null },
  'relationship-renewed': { ...outbox, by: otherAdminId },
  'relationship-carried-on': { ...outbox, by: otherAdminId },
  'relationship-ended': { ...watch, by: 'customer', part: 'all' },
  'end-reached': clock,
  'preparation-completed': { actor: ana },
  'transfer-requested': { ...outbox, transferId: 'transfer-1', expiresAt: null },
  'other-partner-reminded': { ...clock, waitingDays: 7 },
  'transfer-accepted': { ...watch, acceptedAt: on('03-10 08:00') },
  'transfer-refused': { ...watch, words: 'They owe us for February.' },
  'transfer-expired': clock,
  'cancel-asked': { actor: ana, words: 'Contoso stays where it is.' },
  'transfer-cancelled': { ...watch, words: '' },
  'handing-out-agreed': { actor: bruno, items: ['sub-1'], words: 'Marta has told us.', decisions: [aboutTransfer], told: {} },
  'handing-out-refused': { actor: bruno, words: 'Nobody there has told us.' },
  'move-slowed': clock,
  'microsoft-asked': clock,
  'move-reminded': { ...clock, waitingDays: 7 },
  'subscriptions-moved': { ...watch, complete: true },
  'move-failed': { ...watch, trouble: { effect: 'watch-transfer', code: TRANSFER_FAILED, words: 'The transfer has failed.' } },
  'handover-completed': { actor: ana },
};

/** An event as it usually is, but for what is said. */
export const happens = <T extends EventType>(type: T, at: string, fields: Partial<Fields<T>> = {}): CaseEvent =>
  ({ ...usual[type], ...fields, type, at: on(at) }) as unknown as CaseEvent;

export const askCustomer = (about = 'Marta’s web shop'): Proposal<'ask-customer'> => ({
  wants: 'ask-customer',
  subject: about,
  letter,
  told: {},
});

/** A customer is asked what only it knows. */
export const inquiryOpened = (at: string, proposal = askCustomer()): CaseEvent =>
  happens('case-opened', at, {
    kind: 'customer-inquiry',
    id: inquiryId,
    proposal,
    asks: [],
    decisions: [],
    approval: { people: 1, roles: [] },
  });

/** A switch of Azure is asked for. */
export const switchOpened = (at: string, proposal: Switch): CaseEvent =>
  happens('case-opened', at, {
    kind: 'azure-switch',
    id: azureId,
    proposal,
    asks: [{ flow: 'azure_plan_transfer', about: 'sub-1', facts: {} }],
    decisions: [aboutTransfer],
  });
