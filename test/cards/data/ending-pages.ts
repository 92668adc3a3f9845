import { drawWhat } from '../../../src/conversation/end/what.ts';
import { drawReview as drawEnd } from '../../../src/conversation/end/review.ts';
import { drawItems } from '../../../src/conversation/hand-out/items.ts';
import { drawReview as drawAgreement } from '../../../src/conversation/hand-out/review.ts';
import { drawReview as drawRenewal } from '../../../src/conversation/renew/review.ts';
import { drawRights } from '../../../src/conversation/renew/rights.ts';
import { drawWhich } from '../../../src/conversation/renew/which.ts';
import type { Drawing, Filled, JourneyName } from '../../../src/conversation/wizards/journey.ts';
import type { Shown } from '../../../src/conversation/show.ts';
import type { Speaker } from '../../../src/languages/speak.ts';
import { checkParagraph, checkRecipient } from '../../../src/letters/checks.ts';
import * as end from '../../../src/wizards/end/filling.ts';
import { requestOf as endOf } from '../../../src/wizards/end/review.ts';
import * as handOut from '../../../src/wizards/hand-out/filling.ts';
import { requestOf as agreementOf } from '../../../src/wizards/hand-out/review.ts';
import * as renew from '../../../src/wizards/renew/filling.ts';
import { requestOf as renewalOf } from '../../../src/wizards/renew/review.ts';
import type { Running } from '../../../src/wizards/running.ts';
import { ruled } from '../../support/cases.ts';
import { scenarios } from '../../support/situations.ts';
import { house, instant, someone } from '../../support/world.ts';

const reading = { house, today: '2026-03-02', checks: { checkParagraph, checkRecipient } };
const free = { ...reading, house: { ...house, longestGdapDays: undefined } };
const at = instant(Date.parse('2026-04-01T09:00:00Z'));

const customer = {
  name: 'Contoso Example Handel AS',
  tenant: 'c0570025-0025-4c25-8c25-000000000c25',
  domain: 'contoso.example',
  country: 'IT',
  isOurs: true,
};

const running: Running = {
  ...{ id: 'ADM-7K2MX-4QD9A' as Running['id'], language: 'it', contact: 'admin@contoso.example', sells: true },
  ...{ relationshipId: 'rel-1', endsAt: at, extendsItself: false, since: at },
  gdap: { durationDays: 365, roles: ['directory_readers', 'user_administrator'], autoExtend: false, purpose: 'other' },
};

const drawing = <F extends Filled>(journey: JourneyName, filling: F, speaker: Speaker): Drawing<F> => ({
  ...{ journey, id: 'draft', filling, reading, problems: {}, wanted: null },
  ...{ person: someone('ada'), speaker, steps: { step: 2, of: 4 } },
});

const renewing: renew.Filling = {
  ...renew.begun('global'),
  ...{ customer, running: [running, { ...running, id: 'ADM-8M3NY-5RE0B' as Running['id'], endsAt: null }], of: running },
};
const wished: renew.Filling = {
  ...renewing,
  page: 'review',
  filled: { rights: { roles: 'directory_readers,exchange_administrator', days: '90' }, letter: { paragraph: 'Come d’accordo.' } },
};
const ending: end.Filling = { ...end.begun('global'), customer, running: [running], isOpenToOthers: true, page: 'what' };

const offer: handOut.Offer = {
  ...{ caseId: 'AZ-7K2MX-4QD9A' as handOut.Offer['caseId'], seen: '0'.repeat(32), partner: 'Granitt IT', expiresAt: at },
  wanted: ['Web shop', 'Archive', 'Old server'].map((name, place) => ({
    ...{ id: name, name, kind: 'azure' },
    whyNot: place === 2 ? [{ key: 'rule.R-XFER-ITEM-ACTIVE', values: { status: { label: 'value.item.status.suspended' } } }] : [],
  })),
};
const offered: handOut.Filling = { ...handOut.begun(offer.caseId), customer, offer, filled: { items: { items: 'i0' } } };

const judged = (id: string) => {
  const scenario = scenarios.find((one) => one.id === id);
  if (scenario === undefined) throw new Error(`No scenario ${id}`);
  const decided = ruled(scenario);
  return {
    decisions: [decided],
    approval: decided.verdict === 'deny' ? null : { people: 1 as const, roles: ['admin_agent' as const] },
  };
};

const filledIn = <R>(request: R | null): R => {
  if (request === null) throw new Error('Not filled in');
  return request;
};

const wishedFor = (speaker: Speaker, id: string): Shown =>
  drawRenewal(drawing('renew', wished, speaker), { request: filledIn(renewalOf(wished, reading)), ...judged(id) });

const chosenToEnd: end.Filling = { ...ending, filled: { what: { what: `admin_roles ${running.id}` } }, page: 'review' };

/** Renewing, ending and handing out, as people get them. */
export const endingPages: Readonly<Record<string, (speaker: Speaker) => Shown>> = {
  'which shall go on': (speaker) => drawWhich(drawing('renew', { ...renewing, page: 'which' }, speaker)),
  'rights as they are now': (speaker) => drawRights(drawing('renew', { ...renewing, page: 'rights' }, speaker)),
  'rights that may be extended': (speaker) =>
    drawRights({ ...drawing('renew', { ...renewing, page: 'rights' }, speaker), reading: free }),
  'a renewal to be sent': (speaker) => wishedFor(speaker, 'G-056'),
  'a renewal that is refused': (speaker) => wishedFor(speaker, 'G-059'),
  'what is to end': (speaker) => drawWhat(drawing('end', ending, speaker)),
  'an end to be sent': (speaker) =>
    drawEnd(drawing('end', chosenToEnd, speaker), { request: filledIn(endOf(chosenToEnd)), ...judged('G-056') }),
  'what may go to another partner': (speaker) => drawItems(drawing('hand-out', offered, speaker), offer),
  'a hand-out to be decided': (speaker) =>
    drawAgreement(
      drawing('hand-out', { ...offered, page: 'review' }, speaker),
      { request: filledIn(agreementOf(offered)), ...judged('G-056') },
      offer,
    ),
};
