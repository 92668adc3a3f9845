import { drawBefore } from '../../../src/conversation/switch-azure/before.ts';
import { drawMoves } from '../../../src/conversation/switch-azure/moves.ts';
import { drawOrigin } from '../../../src/conversation/switch-azure/origin.ts';
import { drawOwn } from '../../../src/conversation/switch-azure/own.ts';
import { drawReview } from '../../../src/conversation/switch-azure/review.ts';
import { drawSubscriptions } from '../../../src/conversation/switch-azure/subscriptions.ts';
import type { Drawing } from '../../../src/conversation/wizards/journey.ts';
import type { Shown } from '../../../src/conversation/show.ts';
import type { Speaker } from '../../../src/languages/speak.ts';
import { stepsOf } from '../../../src/wizards/switch-azure.ts';
import { begun } from '../../../src/wizards/switch-azure/filling.ts';
import type { Filling, Page } from '../../../src/wizards/switch-azure/filling.ts';
import { requestOf } from '../../../src/wizards/switch-azure/proposal.ts';
import { turnedTo } from '../../../src/wizards/walk.ts';
import { ruled } from '../../support/cases.ts';
import { scenarios } from '../../support/situations.ts';
import { house, someone } from '../../support/world.ts';

const reading = { house, today: '2026-03-02', checks: { checkParagraph: () => null, checkRecipient: () => null } };

const plan = { 'item.kind': 'usage', 'item.generation': 'azure_plan', 'item.boughtFrom': 'other_csp' };

const filling: Filling = {
  ...begun('global'),
  customer: {
    name: 'Contoso Example Handel AS',
    tenant: 'c0570025-0025-4c25-8c25-000000000c25',
    domain: 'contoso.example',
    country: 'IT',
    isOurs: true,
  },
  ourselves: { type: 'direct_bill', fellows: [] },
  known: [
    { id: 'shop', name: 'Web shop [click](javascript:alert)', facts: plan, told: { by: 'sven', on: '2026-03-01' } },
    { id: 'archive', name: 'Archive', facts: { ...plan, 'item.status': 'suspended' }, told: null },
  ],
  partner: { name: 'Granitt IT', tenant: null, domain: 'granitt.example', isUs: false },
  ways: ['azure-plan-transfer'],
  missing: ['customer.mca'],
  filled: {
    origin: { boughtFrom: 'other_csp', partner: 'Granitt IT', which: 'granitt.example' },
    subscriptions: { chosen: '0' },
    moves: { reservations: 'true', 'item.reservationPayment': 'monthly' },
    letter: { language: 'it', contact: 'admin@contoso.example', paragraph: '' },
  },
};

const drawing = (page: Page, speaker: Speaker, more: Partial<Filling> = {}): Drawing<Filling> => {
  const at = { ...turnedTo(filling, page), ...more };
  const who = { person: someone('ana'), speaker };
  return { journey: 'switch-azure', id: 'draft', filling: at, reading, problems: {}, ...who, steps: stepsOf(at), wanted: null };
};

const requestFor = (drawn: Drawing<Filling>) => {
  const request = requestOf(drawn.filling, reading);
  if (request === null) throw new Error('Not filled in');
  return request;
};

const review = (speaker: Speaker, id: string): Shown => {
  const scenario = scenarios.find((one) => one.id === id);
  if (scenario === undefined) throw new Error(`No scenario ${id}`);
  const drawn = drawing('review', speaker);
  const decided = ruled(scenario);
  const approval = decided.verdict === 'deny' ? null : { people: 2 as const, roles: ['admin_agent' as const] };
  return drawReview(drawn, { request: requestFor(drawn), decisions: [decided], approval }, 'Sven Lund');
};

/** The pages of the wizard “switch Azure” as people get them. */
export const switchPages: Readonly<Record<string, (speaker: Speaker) => Shown>> = {
  'switch: where from': (speaker) => drawOrigin(drawing('origin', speaker, { filled: {} }), []),
  'switch: an agreement': (speaker) => drawOrigin(drawing('origin', speaker, { filled: { origin: { boughtFrom: 'ea' } } }), []),
  'switch: which ones': (speaker) => drawSubscriptions(drawing('subscriptions', speaker), 'Sven Lund'),
  'switch: nothing known': (speaker) => drawSubscriptions(drawing('subscriptions', speaker, { known: [], unread: 'Azure' }), null),
  'switch: what moves': (speaker) => drawMoves(drawing('moves', speaker)),
  'switch: what only a transfer needs': (speaker) => drawOwn(drawing('azure-plan-transfer', speaker), 'azure-plan-transfer', []),
  'switch: before it goes out': (speaker) => {
    const drawn = drawing('before', speaker);
    return drawBefore(drawn, requestFor(drawn));
  },
  'switch: ready to be sent': (speaker) => review(speaker, 'G-037'),
};
