import { describe, expect, test } from '@jest/globals';
import { Procedure } from '../../src/cases/azure-switch/case.ts';
import { catalogues } from '../../src/languages/catalogues.ts';
import { isWrong } from '../../src/wizards/filled.ts';
import type { Filled } from '../../src/wizards/filled.ts';
import { effectCodes, effectsOf } from '../../src/wizards/switch-azure/effects-of-moving.ts';
import { begun, taken } from '../../src/wizards/switch-azure/filling.ts';
import type { Filling, KnownItem } from '../../src/wizards/switch-azure/filling.ts';
import { allKinds, asKind, isUnclear, kindsFrom } from '../../src/wizards/switch-azure/kinds.ts';
import * as moves from '../../src/wizards/switch-azure/moves.ts';
import * as origin from '../../src/wizards/switch-azure/origin.ts';
import * as own from '../../src/wizards/switch-azure/own-page.ts';
import { procedureOf } from '../../src/wizards/switch-azure/procedure.ts';
import { namedOn, requestOf } from '../../src/wizards/switch-azure/proposal.ts';
import * as subscriptions from '../../src/wizards/switch-azure/subscriptions.ts';
import { house } from '../support/world.ts';

const checks = { checkParagraph: () => null, checkRecipient: () => null };
const reading = { house, today: '2026-03-02', checks };

const contoso = { name: 'Contoso Bakery', tenant: null, domain: 'contoso.example', country: 'IT', isOurs: false };
const partner = { boughtFrom: 'other_csp', partner: 'Granitt IT', which: 'granitt.example' };

const filledWith = (filled: Filling['filled'], more: Partial<Filling> = {}): Filling => ({
  ...begun('global'),
  customer: contoso,
  ...more,
  filled,
});

const item = (id: string, facts: KnownItem['facts']): KnownItem => ({ id, name: id, facts, told: null });
const problemsIn = (read: Parameters<typeof isWrong>[0]): string[] => (isWrong(read) ? Object.keys(read.problems) : []);

describe('where it comes from', () => {
  const read = (typed: Filled, more: Partial<Filling> = {}) => origin.read(filledWith({ origin: typed }, more));

  test.each<readonly [string, Filled, readonly string[]]>([
    ['nothing said', {}, ['boughtFrom']],
    ['what is ours', { boughtFrom: 'own' }, ['boughtFrom']],
    ['of 21Vianet, elsewhere', { boughtFrom: '21vianet_direct' }, ['boughtFrom']],
    ['another partner without a name', { boughtFrom: 'other_csp' }, ['partner']],
    ['something that is neither tenant nor domain', { ...partner, which: 'Granitt' }, ['which']],
    ['an agreement of no kind', { boughtFrom: 'ea' }, ['agreement']],
    ['an agreement', { boughtFrom: 'ea', agreement: 'direct_ea' }, []],
    ['another partner', partner, []],
    ['one of whom nobody knows the tenant', { ...partner, which: '' }, []],
    ['anything else', { boughtFrom: 'open' }, []],
  ])('%s', (_, typed, wrong) => {
    expect(problemsIn(read(typed))).toEqual(wrong);
  });

  test('need not be said where all that is known comes from one place', () => {
    const [open, ea] = [
      item('a', { 'item.boughtFrom': 'open' }),
      item('b', { 'item.boughtFrom': 'ea', 'item.eaKind': 'direct_ea' }),
    ];
    expect(problemsIn(read({}, { known: [open] }))).toEqual([]);
    expect(problemsIn(read({}, { known: [ea] }))).toEqual([]);
    expect(problemsIn(read({}, { known: [open, ea] }))).toEqual(['boughtFrom']);
    expect(problemsIn(read({}, { known: [item('d', { 'item.kind': 'usage', 'item.boughtFrom': 'open' }), ea] }))).toEqual([]);
  });
});

describe('what is to move', () => {
  const read = (typed: Filled, known: readonly KnownItem[] = []) =>
    subscriptions.read(filledWith({ origin: partner, subscriptions: typed }, { known: [...known] }));
  const shop = item('shop', { 'item.kind': 'usage', 'item.generation': 'azure_plan', 'item.boughtFrom': 'other_csp' });

  test('is typed one on each line, with an id where it is known', () => {
    const said = read({ typed: ' Web shop ; 5ab5 \n\nArchive\n; 77\n', what: 'azure-plan' });
    expect(isWrong(said) ? [] : said.answer.map(({ id, name }) => [id, name])).toEqual([
      ['5ab5', 'Web shop'],
      ['Archive', 'Archive'],
      ['77', '77'],
    ]);
  });

  test.each<readonly [string, Filled, readonly KnownItem[], readonly string[]]>([
    ['nothing', {}, [], ['']],
    ['nothing of what is known', { chosen: '' }, [shop], ['']],
    [
      'more than twenty lines',
      { typed: Array.from({ length: 21 }, (_, n) => `Shop ${n}`).join('\n'), what: 'azure-plan' },
      [],
      ['typed'],
    ],
    ['a line that is too long', { typed: 'x'.repeat(201), what: 'azure-plan' }, [], ['typed']],
    ['nobody says what it is', { typed: 'Web shop' }, [], ['what']],
    ['what only others sell', { typed: 'Web shop', what: 'azure' }, [], ['what']],
    ['what is known to be something else', { chosen: '0', what: 'licence-nce' }, [item('x', { 'item.kind': 'usage' })], ['what']],
    ['what is known', { chosen: '0' }, [shop], []],
    ['what was not offered', { chosen: '1' }, [shop, item('y', { 'item.boughtFrom': 'open' })], ['']],
    ['what is suspended', { chosen: '0' }, [{ ...shop, facts: { ...shop.facts, 'item.status': 'suspended' } }], ['']],
  ])('%s', (_, typed, known, wrong) => {
    expect(problemsIn(read(typed, known))).toEqual(wrong);
  });

  test('is Azure at first, as licences go another way', () => {
    const office = item('office', { 'item.kind': 'licence', 'item.boughtFrom': 'other_csp' });
    const namesOf = (known: readonly KnownItem[]) =>
      subscriptions.chosenOn(filledWith({ origin: partner }, { known: [...known] })).map(({ name }) => name);
    expect([namesOf([office, shop]), namesOf([office])]).toEqual([['shop'], ['office']]);
  });

  test('the same thing chosen and typed moves once', () => {
    const said = read({ chosen: '0', typed: 'Shop; shop', what: 'azure-plan' }, [shop]);
    expect(isWrong(said) ? [] : said.answer).toHaveLength(1);
  });

  test('what something is makes it clear, wherever it was bought', () => {
    for (const from of ['other_csp', 'open', 'ea'])
      for (const kind of kindsFrom(from)) expect(isUnclear(asKind({}, kind) ?? {}, from)).toBe(false);
    expect(allKinds.filter((kind) => ![...kindsFrom('other_csp'), ...kindsFrom('open')].includes(kind))).toEqual([]);
  });
});

describe('what has to be known of it', () => {
  const shop = { 'item.kind': 'usage', 'item.generation': 'azure_plan', 'item.boughtFrom': 'other_csp', 'item.status': 'active' };
  const at = (typed: Filled, ...known: readonly KnownItem[]): Filling =>
    filledWith(
      { origin: partner, subscriptions: { chosen: known.map((_, n) => n).join(',') }, moves: typed },
      { known: [...known] },
    );
  const read = (typed: Filled, ...known: readonly KnownItem[]) => {
    const filling = at(typed, ...known);
    return moves.read(filling, namedOn(filling));
  };
  const factsOf = (said: ReturnType<typeof read>) => (isWrong(said) ? [] : said.answer.subjects.map(({ facts }) => facts));

  test('an answer that says nothing new leaves each as it is known', () => {
    const some = item('a', { ...shop, 'item.includesReservations': true, 'item.reservationPayment': 'monthly' });
    const none = item('b', { ...shop, 'item.includesReservations': false });
    const said = factsOf(read({ reservations: 'true' }, some, none));
    expect(said.map((facts) => facts['item.includesReservations'])).toEqual([true, false]);
    const other = factsOf(read({ reservations: 'false' }, some, none));
    expect(other.map((facts) => facts['item.includesReservations'])).toEqual([false, false]);
  });

  test('a licence has no reservations, whatever moves beside it', () => {
    const licence = item('e3', {
      'item.kind': 'licence',
      'item.generation': 'nce',
      'item.boughtFrom': 'other_csp',
      'item.status': 'active',
    });
    const said = read(
      { reservations: 'true', 'item.reservationPayment': 'monthly', 'item.term': 'active', 'item.daysSinceTermStart': '3' },
      item('a', shop),
      licence,
    );
    expect(factsOf(said)[1]).toMatchObject({
      'item.includesReservations': false,
      'item.reservationPayment': null,
      'item.term': 'active',
    });
  });

  test('a licence stands somewhere in its term: “does not apply” is no answer', () => {
    const licence = item('e3', { 'item.kind': 'licence', 'item.generation': 'nce', 'item.boughtFrom': 'other_csp' });
    const said = read({ 'item.term': 'null', 'item.daysSinceTermStart': '3' }, item('a', shop), licence);
    expect(problemsIn(said)).toEqual(['item.term']);
  });

  test('a product of the marketplace has all four answers, or none is taken for given', () => {
    expect(problemsIn(read({ marketplace: 'true' }, item('a', shop)))).toEqual(['']);
    const flags = Object.fromEntries(moves.marketplaceFlags.map((flag) => [flag, 'false']));
    const [facts] = factsOf(read({ marketplace: 'true', ...flags, publisherAllowlisted: 'true' }, item('a', shop)));
    expect(facts?.['item.marketplace']).toEqual({
      specialDiscount: false,
      regionRestricted: false,
      subscriptionBased: false,
      publisherAllowlisted: true,
    });
  });
});

describe('what moving does', () => {
  test.each(Procedure.options)('%s: something moves, something stays, something cannot', (procedure) => {
    const told = effectsOf({ procedure, on: '2026-03-02', isLegacy: true });
    expect(Object.values(told).every((codes) => codes.length > 0)).toBe(true);
  });

  test.each([
    ['2021-07-31', 'stays', 'reservations-stay'],
    ['2021-08-01', 'stays', 'reservations-undated'],
    ['2023-09-13', 'stays', 'reservations-undated'],
    ['2023-09-14', 'moves', 'reservations-move'],
  ] as const)('on %s reservations of a transfer: %s, %s', (on, group, code) => {
    const told = effectsOf({ procedure: 'azure-plan-transfer', on, isLegacy: false });
    const all = Object.values(told).flat();
    expect(told[group]).toContain(code);
    expect(all.filter((one) => one.startsWith('reservations-'))).toEqual([code]);
  });

  test('only the old kind becomes a plan', () => {
    const codes = (isLegacy: boolean) => effectsOf({ procedure: 'azure-plan-transfer', on: '2026-03-02', isLegacy }).moves;
    expect([codes(true).includes('becomes-plan'), codes(false).includes('becomes-plan')]).toEqual([true, false]);
  });

  test('every effect is said, and happens somewhere', () => {
    const days = ['2020-10-01', '2022-01-01', '2026-03-02'];
    const told = new Set(
      Procedure.options.flatMap((procedure) =>
        days.flatMap((on) => Object.values(effectsOf({ procedure, on, isLegacy: true })).flat()),
      ),
    );
    expect(effectCodes.filter((code) => !told.has(code))).toEqual([]);
    expect(effectCodes.filter((code) => !(`wizard.effect.${code}` in catalogues.en))).toEqual([]);
  });
});

describe('the way', () => {
  test('is the only one that is left, or the one that was chosen among those', () => {
    expect(procedureOf(filledWith({}))).toBeNull();
    expect(procedureOf(filledWith({}, { ways: ['ea-to-csp'] }))).toBe('ea-to-csp');
    const both: Partial<Filling> = { ways: ['manual-switch', 'azure-plan-transfer'] };
    expect(procedureOf(filledWith({}, both))).toBeNull();
    expect(procedureOf(filledWith({ procedure: { procedure: 'manual-switch' } }, both))).toBe('manual-switch');
    expect(procedureOf(filledWith({ procedure: { procedure: 'ea-to-csp' } }, both))).toBeNull();
  });

  test('nothing is asked on its own page that another way needs', () => {
    const missing = ['xfer.signatures', 'customer.mca', 'customer.sameOfferElsewhere', 'customer.otherCspPartners'];
    for (const procedure of Procedure.options) {
      const filling = filledWith({}, { missing });
      const asked = [...own.ownMissing(filling, procedure), ...own.sharedMissing(filling, procedure)];
      expect(asked.toSorted()).toEqual(missing.toSorted());
      expect(own.ownMissing(filling, procedure)).not.toContain('customer.otherCspPartners');
    }
  });
});

describe('what was filled in', () => {
  test('is none of the next customer’s', () => {
    const filling = filledWith({ customer: { typed: 'c' }, origin: partner }, { ways: ['ea-to-csp'], missing: ['customer.mca'] });
    expect(taken(filling, contoso).filled.origin).toEqual(partner);
    const other = taken(filling, { ...contoso, domain: 'adatum.example' });
    expect([other.filled, other.ways, other.missing]).toEqual([{ customer: { typed: 'c' } }, [], []]);
  });

  test('asks for nothing before it is clear what, and how', () => {
    expect(requestOf(filledWith({ origin: partner }), reading)).toBeNull();
    const clear = filledWith(
      { origin: partner, subscriptions: { typed: 'Web shop', what: 'azure-plan' } },
      { ways: ['azure-plan-transfer'], partner: { name: 'Granitt IT', tenant: null, domain: null, isUs: true } },
    );
    expect(requestOf(clear, reading)?.proposal).toMatchObject({ told: { 'xfer.sourceEqualsTarget': true }, reservations: false });
  });
});
