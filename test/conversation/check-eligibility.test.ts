import { describe, expect, test } from '@jest/globals';
import { createKeptChecks } from '../../src/conversation/kept-checks.ts';
import { later } from '../../src/cases/time.ts';
import type { Holding, Holdings } from '../../src/ports.ts';
import { atTheWizard, contoso } from '../support/wizard-world.ts';

const holding = (id: string, name: string, facts: Holding['facts'], soldBy: Holding['soldBy'] = 'others'): Holding => ({
  ...{ id, name, facts, soldBy, from: 'Azure' },
});

const licence = {
  'item.kind': 'licence',
  'item.boughtFrom': 'other_csp',
  'item.term': 'active',
  'item.generation': 'nce',
} as const;

const having = (...held: readonly Holding[]): { readonly holdings: Holdings } => ({
  holdings: { of: () => Promise.resolve({ held, isWhole: false }) },
});

const azure = { 'item.boughtFrom': 'other_csp', 'item.generation': 'azure_plan' };
const others = { 'customer.otherCspPartners': '1' };

type At = ReturnType<typeof atTheWizard>;

const ids = (at: At, name: string): string[] => at.questions(name).questions.map(({ id }) => id);

/** Azure of another partner, all the way to the answer. */
const checked = async (at: At): Promise<At> => {
  await at.start('contoso.example');
  await at.does('page', { more: 'said/azure' });
  await at.does('page', azure);
  await at.does('page', others);
  return at;
};

/** The next one, later, at the same store. */
const again = async (before: At, by: 'sven' | 'ada' = 'sven', more: { readonly holdings?: Holdings } = {}): Promise<At> => {
  const start = later(before.world.ports.clock.now(), { days: 30 });
  const at = atTheWizard(more, { store: before.world.store, start }, 'check');
  await at.start('contoso.example', by);
  return { ...at, does: (verb, inputs) => at.does(verb, inputs, by) };
};

describe('the wizard “check”', () => {
  test('leads in four presses from “they have Azure from somebody else” to the way it may move, with who must act', async () => {
    const at = await checked(atTheWizard({}, {}, 'check'));
    const [row] = at.data('check-eligibility/verdict').rows;
    expect(row).toMatchObject({ name: 'Azure', known: 'Usage-based (Azure) · Another CSP partner · Azure plan' });
    expect(row?.answers.map(({ word, way }) => [word, way])).toEqual([
      ['Yes, with conditions', null],
      ['Yes', null],
      ['Yes, with conditions', 'Transfer under an Azure plan'],
    ]);
    expect(row?.answers[2]?.steps.join(' ')).toContain('within 30 days');
    expect(row?.judged.findings.map(({ rule }) => rule)).toContain('R-USAGE-OTHER-PARTNER-SWITCH');
    expect(row?.judged.findings[0]?.sources.join(' ')).toContain('Page');
  });

  test('goes on into the journeys that follow, with the same customer', async () => {
    const at = await checked(atTheWizard({}, {}, 'check'));
    expect(at.buttons().map(({ verb, id }) => (verb === 'say' ? id : verb))).toEqual([
      'switch Azure contoso.example',
      'request admin contoso.example',
      'page',
      'back',
      'cancel',
    ]);
  });

  test('offers no journey where none of ours is the way, and says why not and what would change it', async () => {
    const at = atTheWizard({}, {}, 'check');
    at.world.facts.set('rel.gdap', 'active');
    await at.start('contoso.example');
    await at.does('page', { more: 'said/office365' });
    await at.does('page', { 'item.boughtFrom': 'other_csp', 'item.generation': 'legacy', 'item.term': 'active' });
    await at.does('page', others);
    const move = at.data('check-eligibility/verdict').rows[0]?.answers[2];
    expect(move).toMatchObject({ word: 'No', tone: 'attention', way: null });
    expect([move?.why.length, move?.steps.length]).toEqual([1, 2]);
    expect(at.buttons().map(({ verb }) => verb)).toEqual(['page', 'back', 'cancel']);
  });

  test('asks for nothing that was read', async () => {
    const held = [
      holding('a', 'Exchange Online', licence),
      holding('b', 'Azure', { 'item.kind': 'usage', 'item.boughtFrom': 'own' }, 'us'),
    ];
    const at = atTheWizard(having(...held), {}, 'check');
    await at.start('contoso.example');
    expect(at.data('check-eligibility/subscriptions').rows).toEqual([
      { name: 'Exchange Online', known: 'sold by others · Licence-based · Another CSP partner · New commerce · Running' },
      { name: 'Azure', known: 'sold by us · Usage-based (Azure) · You' },
    ]);
    expect(at.data('check-eligibility/subscriptions').whole).toContain('Others');
    await at.does('page', {});
    expect(ids(at, 'licence')).toEqual(['item.daysSinceTermStart']);
    await at.does('page', { 'item.daysSinceTermStart': '' });
    await at.does('page', others);
    expect(at.data('check-eligibility/verdict').rows.map(({ name, answers }) => [name, answers.length])).toEqual([
      ['Exchange Online', 3],
      // What is ours already need not come to us.
      ['Azure', 1],
    ]);
    expect(at.buttons()[0]).toMatchObject({ title: 'Move it to us', id: 'switch Azure contoso.example' });
  });

  test('wants at least one thing to check, and a place where it was bought', async () => {
    const at = atTheWizard({}, {}, 'check');
    await at.start('contoso.example');
    await at.does('page', { more: '' });
    expect(at.data('check-eligibility/subscriptions').questions[0]?.problem).toContain('at least one');
    await at.does('page', { more: 'said/azure' });
    await at.does('page', { 'item.boughtFrom': '', 'item.generation': '' });
    expect(at.questions('usage').questions.map(({ problem }) => problem !== null)).toEqual([true, false, false]);
    await at.does('page', { 'item.boughtFrom': 'ea' });
    expect(at.questions('usage').questions.map(({ problem }) => problem !== null)).toEqual([false, true, false]);
  });

  test('asks once for all things of a kind, and shows once what is said of all of them', async () => {
    const at = atTheWizard({}, {}, 'check');
    await at.start('contoso.example');
    await at.does('page', { more: 'said/office365,said/ems,said/software' });
    await at.does('page', { 'item.boughtFrom': 'ea', 'item.term': 'active' });
    expect(ids(at, 'software')).toEqual(['item.boughtFrom']);
    await at.does('page', { 'item.boughtFrom': 'ea' });
    await at.does('page', others);
    expect(at.data('check-eligibility/verdict').rows.map(({ name }) => name)).toEqual([
      'Microsoft 365 and Enterprise Mobility + Security',
      'Software',
    ]);
  });

  test('takes the begin of a term as a day or as a number of days, and no day to come', async () => {
    const isTaken = async (typed: string): Promise<boolean> => {
      const at = atTheWizard({}, {}, 'check');
      await at.start('contoso.example');
      await at.does('page', { more: 'said/office365' });
      const page = { 'item.boughtFrom': 'other_csp', 'item.generation': 'nce', 'item.term': 'active' };
      await at.does('page', { ...page, 'item.daysSinceTermStart': typed });
      return at.where() !== 'licence';
    };
    expect(await Promise.all(['2026-02-28', '12', '', '2026-03-03', '2026-02-30', 'soon'].map(isTaken))).toEqual([
      ...[true, true, true],
      ...[false, false, false],
    ]);
  });

  test('shows some at a time where there are many, and the others at a press', async () => {
    const origins = ['microsoft_direct', 'open', 'ea', 'other_csp', 'advisor'];
    const held = origins.map((from, n) =>
      holding(`${n}`, `Licence ${n}`, { ...licence, 'item.boughtFrom': from, 'item.daysSinceTermStart': 3 }),
    );
    const at = atTheWizard(having(...held), {}, 'check');
    await at.start('contoso.example');
    await at.does('page', {});
    await at.does('page', others);
    const names = () => at.data('check-eligibility/verdict').rows.map(({ name }) => name);
    expect([names(), at.data('check-eligibility/verdict').more]).toEqual([['Licence 0', 'Licence 1', 'Licence 2'], '1–3 of 5']);
    await at.does('page');
    expect([names(), at.data('check-eligibility/verdict').more]).toEqual([['Licence 3', 'Licence 4'], '4–5 of 5']);
    await at.does('page');
    expect(names()).toHaveLength(3);
    expect(at.buttons().length).toBeLessThanOrEqual(6);
  });

  test('can be gone on with when a service did not answer', async () => {
    let isDown = true;
    const at = atTheWizard(
      { holdings: { of: () => Promise.resolve(isDown ? { unreachable: 'Azure' } : { held: [], isWhole: false }) } },
      {},
      'check',
    );
    await at.start('contoso.example');
    expect(at.data('wizard/customer').problem).toContain('Azure');
    isDown = false;
    await at.does('page', { typed: 'contoso.example' });
    expect(at.page().screen).toBe('check-eligibility/subscriptions');
  });
});

test('the answer of a check can be passed on as a card of its own', async () => {
  const at = await checked(atTheWizard({}, {}, 'check'));
  await at.does('page');
  const card = at.data('check-eligibility/kept');
  expect(card).toMatchObject({ customer: 'Contoso Bakery', lead: 'Checked by Ana Ruiz on 2 March 2026.' });
  expect(card.rows).toEqual([
    {
      ...{ name: 'Azure', way: 'Transfer under an Azure plan', until: null },
      support: { word: 'Yes, with conditions', tone: 'accent' },
      move: { word: 'Yes, with conditions', tone: 'accent' },
    },
  ]);
  expect(at.buttons().map(({ verb, id }) => [verb, id])).toEqual([['say', 'check contoso.example']]);
});

describe('what a check has learnt', () => {
  test('is not asked of the next one, who sees who told it and when', async () => {
    const at = await again(await checked(atTheWizard({}, {}, 'check')));
    const page = at.data('check-eligibility/subscriptions');
    expect(page.before).toEqual([
      'Checked by Ana Ruiz on 2 March 2026.',
      'Azure: support – Yes, with conditions; move to us – Yes, with conditions.',
    ]);
    expect(page.rows).toEqual([
      { name: 'Azure', known: 'Usage-based (Azure) · Another CSP partner · Azure plan · Told by Ana Ruiz on 2 March 2026.' },
    ]);
    await at.does('page', {});
    expect(at.data('check-eligibility/verdict').told).toEqual([
      'How many other CSP partners does the customer have? 1',
      'Told by Ana Ruiz on 2 March 2026.',
    ]);
  });

  test('can be corrected: it is asked again, with what was said', async () => {
    const at = await again(await checked(atTheWizard({}, {}, 'check')));
    await at.does('page', { anew: 'true' });
    expect(at.questions('usage').lead).toContain('Told by Ana Ruiz');
    expect(at.questions('usage').questions.map(({ value }) => value)).toEqual(['other_csp', '', 'azure_plan']);
    await at.does('page', { 'item.boughtFrom': 'microsoft_direct' });
    expect(at.questions('told').questions[0]?.value).toBe(1);
    await at.does('page', { 'customer.otherCspPartners': '0' });
    expect(at.data('check-eligibility/verdict').rows[0]?.answers[2]?.way).toBe('New subscription beside the old one');
    const third = await again(at, 'ada');
    expect(third.data('check-eligibility/subscriptions').rows[0]?.known).toContain('Microsoft directly');
  });

  test('can be dropped, and is gone for the next one too', async () => {
    const at = await again(await checked(atTheWizard({}, {}, 'check')));
    await at.does('page', { drop: 'said/azure', more: 'said/saas' });
    await at.does('page', { 'item.boughtFrom': 'microsoft_direct' });
    expect(at.data('check-eligibility/verdict').rows.map(({ name }) => name)).toEqual(['Something from the marketplace']);
    const third = await again(at, 'ada');
    expect(third.data('check-eligibility/subscriptions').rows.map(({ name }) => name)).toEqual(['Something from the marketplace']);
  });

  test('gives way to what a service shows by then', async () => {
    const at = await checked(atTheWizard({}, {}, 'check'));
    const id = 'said/azure';
    const now = await again(
      at,
      'sven',
      having(holding(id, 'Azure subscription 1', { 'item.kind': 'usage', 'item.boughtFrom': 'own' }, 'us')),
    );
    await now.does('page', {});
    expect(now.data('check-eligibility/verdict').rows[0]?.known).toContain('You');
  });

  test('is kept with the customer, for whoever looks for it', async () => {
    const at = await checked(atTheWizard({}, {}, 'check'));
    const checks = createKeptChecks(at.world.store);
    const kept = await checks.of('global', contoso);
    expect(kept).toEqual({
      cloud: 'global',
      customer: { name: contoso.name, tenant: contoso.tenant, domain: contoso.domain },
      by: 'ana',
      on: '2026-03-02',
      items: [
        {
          ...{ name: 'Azure', thing: 'azure', support: 'allow_with_conditions', move: 'allow_with_conditions' },
          ...{ procedures: ['azure-plan-transfer'], deadline: null },
        },
      ],
    });
    expect(await checks.newest(5)).toEqual([kept]);
    expect(await checks.of('us_gov', contoso)).toBeNull();
  });
});

test('the newest checks come first, each customer once', async () => {
  const { store } = atTheWizard().world;
  const checks = createKeptChecks(store);
  const keep = (name: string) =>
    checks.keep('global', { name, tenant: null, domain: null }, { by: 'ana', on: '2026-03-02', items: [] });
  for (const name of ['one', 'two', 'one', 'three']) await keep(name);
  expect((await checks.newest(2)).map(({ customer }) => customer.name)).toEqual(['three', 'one']);
  expect((await checks.newest(9)).map(({ customer }) => customer.name)).toEqual(['three', 'one', 'two']);
});
