import type { Procedure } from '../../src/cases/azure-switch/case.ts';
import { createLookups } from '../../src/conversation/wizards/lookups.ts';
import type { FactPath } from '../../src/policy/index.ts';
import type { Holding } from '../../src/ports.ts';
import type { ItemSaid } from '../../src/wizards/items.ts';
import { byHandStill } from './requests.ts';
import { atTheWizard, contoso } from './wizard-world.ts';
import { someone } from './world.ts';

type Wizard = ReturnType<typeof atTheWizard>;
type More = Parameters<typeof atTheWizard>[0];

export const granitt = { name: 'Granitt IT', tenant: '7a11c0de-2222-4a10-8a10-0000000000a2' };

/** The answers of somebody who has Azure from another partner on the telephone. */
export const answers = {
  origin: { boughtFrom: 'other_csp', partner: granitt.name, which: granitt.tenant },
  subscriptions: { typed: 'Web shop; 5ab50001-0001-4e01-8e01-0000000000e1', what: 'azure-plan' },
  moves: { reservations: 'false', savings: 'false', marketplace: 'false', inOtherTransfer: 'false', crossCloud: 'false' },
  told: {
    'customer.otherCspPartners': '1',
    'req.expects': '',
    'customer.tenantKind': 'end_customer',
    'customer.relatedTo': 'none',
  },
  letter: { language: 'it', contact: 'it@contoso.example', paragraph: '' },
} as const;

/** Somebody before the wizard “switch Azure”, with a made-up world behind it. */
export const atTheSwitch = (known: Partial<Record<FactPath, unknown>> = {}, sitting = {}, more: More = {}): Wizard => {
  const at = atTheWizard(more, sitting, 'switch-azure');
  for (const [path, value] of Object.entries(known)) at.world.facts.set(path as FactPath, value);
  return at;
};

export const held = (id: string, facts: Holding['facts'], soldBy: Holding['soldBy'] = 'others'): Holding => ({
  ...{ id, name: `Subscription ${id}`, facts, soldBy, from: 'Azure' },
});

/** A service that shows what the customer has. */
export const showing = (...all: readonly Holding[]): NonNullable<More> => ({
  holdings: { of: () => Promise.resolve({ held: all, isWhole: false }) },
});

/** What a check has asked the day before, and Sven has told. */
export const checkedBefore = async ({ means }: Wizard, items: readonly ItemSaid[]): Promise<void> => {
  const lookups = createLookups(means);
  await lookups.remember('global', contoso, { 'customer.otherCspPartners': 1, 'req.expects': [] }, someone('sven'));
  await lookups.rememberItems('global', contoso, items, someone('sven'));
};

type Answers = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** Which page is seen; of what is refused the first button leads elsewhere. */
export const pageOf = (at: Wizard): string => (at.page().screen === 'wizard/review' ? 'review' : at.where());

/** Page by page with these answers, as far as the last page, or to where somebody is kept. */
export const walkOn = async (at: Wizard, given: Answers): Promise<readonly string[]> => {
  const path = [pageOf(at)];
  for (let before = ''; path.at(-1) !== 'review' && path.at(-1) !== before; path.push(pageOf(at))) {
    before = pageOf(at);
    await at.does('page', { ...given[before] });
  }
  return path;
};

const ticked = { 'xfer.customerWrittenRequest': 'true', 'xfer.ticketOpenedBy': 'not_yet', 'xfer.signatures': '' };
export const byHand = { ...ticked, 'xfer.withoutConversion': 'true', sameCountry: 'true' };
const licence = { 'item.term': 'active', 'item.daysSinceTermStart': '90' };

/** What somebody would answer whom each of the procedures is for. */
export const answersFor: Readonly<Record<Procedure, Answers>> = {
  'azure-plan-transfer': answers,
  'manual-switch': {
    ...answers,
    subscriptions: { typed: 'Web shop', what: 'azure-legacy' },
    procedure: { procedure: 'manual-switch' },
    'manual-switch': byHand,
  },
  'licence-transfer': {
    ...answers,
    subscriptions: { typed: 'Business Premium\nExchange', what: 'licence-nce' },
    moves: { ...answers.moves, ...licence },
  },
  'ea-to-csp': {
    ...answers,
    origin: { boughtFrom: 'ea', agreement: 'direct_ea' },
    subscriptions: { typed: 'Web shop', what: 'azure' },
  },
  'new-subscription': {
    ...answers,
    origin: { boughtFrom: 'open' },
    subscriptions: { typed: 'Web shop', what: 'azure' },
    'new-subscription': { ends: 'Das alte Abonnement endet im Mai.' },
  },
};

export const worldFor = (procedure: Procedure, more: Parameters<typeof atTheSwitch>[2] = {}): Wizard =>
  atTheSwitch(
    { 'partner.azureExpertMsp': procedure === 'ea-to-csp', sameCountry: true },
    procedure === 'manual-switch' ? { start: byHandStill } : {},
    more,
  );

export const begin = async (at: Wizard): Promise<Wizard> => {
  await at.start('contoso.example');
  return at;
};

export const rulesOn = (at: Wizard): string[] => at.data('wizard/review').judged.findings.map(({ rule }) => rule);
export const stepsOn = (at: Wizard): readonly string[] => at.data('wizard/review').judged.nextSteps;
