import { factShapes } from '../../policy/index.ts';
import { PAGE, readAs, says } from '../filled.ts';
import type { Filled, Problems, Read } from '../filled.ts';
import type { ItemSaid } from '../items.ts';
import { factIn, noAnswer } from '../telling.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';
import type { ItemFacts } from './kinds.ts';

/** The four that decide whether a product of the marketplace goes along. */
const marketplaceShape = factShapes.get('item.marketplace');
export const marketplaceFlags: readonly string[] = marketplaceShape?.kind === 'flags' ? marketplaceShape.names : [];

/** What is answered with a yes or a no, and of which fact it is. */
export const toggles = {
  reservations: 'item.includesReservations',
  savings: 'item.includesSavingsPlan',
  inOtherTransfer: 'item.inOtherTransfer',
  crossCloud: 'item.crossCloudMove',
} as const;
export type Toggle = keyof typeof toggles | 'marketplace';

/** What is answered in the rulebook’s own words. */
const asked = ['item.reservationPayment', 'xfer.sameCurrency', 'item.term', 'item.daysSinceTermStart', 'item.status'] as const;
type Asked = (typeof asked)[number];

export const inputs: readonly string[] = [...Object.keys(toggles), 'marketplace', ...marketplaceFlags, ...asked];

type Subjects = readonly ItemSaid[];

const someIs = (subjects: Subjects, path: string, value: unknown): boolean => subjects.some(({ facts }) => facts[path] === value);

const lacks = (subjects: Subjects, path: string): boolean => subjects.some(({ facts }) => facts[path] === undefined);

const isFromPartner = (subjects: Subjects): boolean => someIs(subjects, 'item.boughtFrom', 'other_csp');

const isFlags = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const paymentKnown = (subjects: Subjects): string | undefined =>
  subjects.map(({ facts }) => facts['item.reservationPayment']).find((one) => typeof one === 'string');

/** As the page is shown: what was answered, else what is known. */
export const shownOn = (filling: Filling, subjects: Subjects): Filled => {
  const product = subjects.map(({ facts }) => facts['item.marketplace']).find(isFlags);
  const payment = paymentKnown(subjects);
  const known = Object.entries(toggles).map(([id, path]) => [id, String(someIs(subjects, path, true))] as const);
  return {
    ...Object.fromEntries(known),
    marketplace: String(product !== undefined),
    ...(product && Object.fromEntries(marketplaceFlags.map((flag) => [flag, String(product[flag] === true)]))),
    ...(payment && { 'item.reservationPayment': payment }),
    'xfer.sameCurrency': String(filling.before?.facts['xfer.sameCurrency'] !== false),
    'item.status': 'active',
    ...filledOn(filling, 'moves'),
  };
};

const holdsPlans = ({ reservations, savings }: Filled): boolean => reservations === 'true' || savings === 'true';

/** Which of the yes and no are asked of these. */
export const togglesFor = (subjects: Subjects): readonly Toggle[] => {
  const isUsage = someIs(subjects, 'item.kind', 'usage');
  return [
    ...(isUsage ? (['reservations', 'savings', 'marketplace'] as const) : []),
    ...(isFromPartner(subjects) ? (['inOtherTransfer'] as const) : []),
    'crossCloud',
  ];
};

/** What follows from the answers so far, or is not known of all. */
export const askedFor = (subjects: Subjects, filled: Filled): readonly Asked[] => {
  const licences = subjects.filter(({ facts }) => facts['item.kind'] === 'licence');
  return [
    ...(holdsPlans(filled) && someIs(subjects, 'item.kind', 'usage') ? (['item.reservationPayment'] as const) : []),
    ...(isFromPartner(subjects) && someIs(subjects, 'item.kind', 'usage') ? (['xfer.sameCurrency'] as const) : []),
    ...(lacks(licences, 'item.term') ? (['item.term'] as const) : []),
    ...(lacks(licences, 'item.daysSinceTermStart') ? (['item.daysSinceTermStart'] as const) : []),
    ...(isFromPartner(subjects) && lacks(subjects, 'item.status') ? (['item.status'] as const) : []),
  ];
};

export const asksAboutMarketplace = (subjects: Subjects, { marketplace }: Filled): boolean =>
  marketplace === 'true' && togglesFor(subjects).includes('marketplace');

/** What is to move with what was said of all of it, and how both partners are billed. */
export interface Moves {
  readonly subjects: readonly ItemSaid[];
  readonly sameCurrency: boolean;
}

const marketplaceOf = (filled: Filled): Readonly<Record<string, boolean>> =>
  Object.fromEntries(marketplaceFlags.map((flag) => [flag, filled[flag] === 'true']));

/** An answer that says nothing new leaves each as it is known; any other holds for all. */
const flagsFor = (item: ItemFacts, subjects: Subjects, filled: Filled): ItemFacts =>
  Object.fromEntries(
    Object.entries(toggles).map(([id, path]) => {
      if (item['item.kind'] !== 'usage' && isOfUsage(path)) return [path, false];
      const said = filled[id] === 'true';
      const before = item[path];
      return [path, typeof before === 'boolean' && someIs(subjects, path, true) === said ? before : said];
    }),
  );

const isOfUsage = (path: string): boolean => path === toggles.reservations || path === toggles.savings;

const ofUsage = (subjects: Subjects, filled: Filled): ItemFacts => ({
  'item.reservationPayment': holdsPlans(filled) ? factIn('item.reservationPayment', filled['item.reservationPayment'] ?? '') : null,
  'item.marketplace': asksAboutMarketplace(subjects, filled) ? marketplaceOf(filled) : null,
});

const ofOthers: ItemFacts = { 'item.reservationPayment': null, 'item.marketplace': null };

const answersOn = (subjects: Subjects, filled: Filled): ItemFacts =>
  Object.fromEntries(askedFor(subjects, filled).map((path) => [path, factIn(path, filled[path] ?? '')]));

const ofItems = (answers: ItemFacts): ItemFacts =>
  Object.fromEntries(Object.entries(answers).filter(([path]) => path.startsWith('item.')));

/** Asked only of what has one: plans are paid somehow, and a licence stands somewhere in its term. */
const neverNone: readonly string[] = ['item.reservationPayment', 'item.term'];

const problemsOn = (subjects: Subjects, filled: Filled): Problems => ({
  ...Object.fromEntries(
    Object.entries(answersOn(subjects, filled)).flatMap(([path, value]) =>
      value === undefined || (value === null && neverNone.includes(path)) ? [[path, noAnswer(path as Asked)] as const] : [],
    ),
  ),
  // They are not shown before somebody has said that there is something of the marketplace.
  ...(asksAboutMarketplace(subjects, filled) &&
    marketplaceFlags.some((flag) => filled[flag] === undefined) && { [PAGE]: says('wizard.problem.marketplace') }),
});

const withAnswers = ({ id, name, facts }: ItemSaid, subjects: Subjects, filled: Filled): ItemSaid => ({
  id,
  name,
  facts: {
    ...ofItems(answersOn(subjects, filled)),
    ...facts,
    ...flagsFor(facts, subjects, filled),
    ...(facts['item.kind'] === 'usage' ? ofUsage(subjects, filled) : ofOthers),
  },
});

export const read = (filling: Filling, subjects: Subjects): Read<Moves> => {
  const filled = shownOn(filling, subjects);
  return readAs(problemsOn(subjects, filled), {
    subjects: subjects.map((item) => withAnswers(item, subjects, filled)),
    sameCurrency: filled['xfer.sameCurrency'] === 'true',
  });
};
