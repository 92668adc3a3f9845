import { describe, expect, test } from '@jest/globals';
import type { CustomerTold } from '../../src/cases/asking/states.ts';
import { answersFor, atTheSwitch, begin, granitt, showing, worldFor } from '../support/switch-world.ts';
import { atTheWizard, letter } from '../support/wizard-world.ts';

type At = ReturnType<typeof atTheWizard>;

const told: CustomerTold = {
  what: 'Negozio',
  answers: { 'item.boughtFrom': 'other_csp', 'item.term': 'ended', 'xfer.customerWrittenRequest': true },
  partner: { name: granitt.name, place: granitt.tenant },
  writtenOn: '2026-02-20',
};

/** The customer was asked, and has answered this. */
const answered = async ({ means, world }: At, says: CustomerTold = told): Promise<void> => {
  const asking = atTheWizard({ ...means }, { store: world.store, start: world.ports.clock.now() }, 'ask-customer');
  await asking.start('contoso.example\nMicrosoft 365');
  await asking.does('page', letter);
  await asking.does('page');
  const shown = asking.shown();
  if (!('case' in shown)) throw new Error('Nobody was asked');
  const command = { name: 'record-customer-answers', key: `answers ${shown.case}`, actor: 'watch', caseId: shown.case };
  const handled = await world.handle({ ...command, told: says });
  if (handled.kind !== 'done') throw new Error(JSON.stringify(handled));
};

const byCustomer = 'Told by the customer on 2 March 2026 about “Negozio”.';
const asksOn = (at: At): string[] => at.buttons().flatMap(({ verb, id }) => (verb === 'say' ? [id] : []));

describe('the wizard “switch Azure” after the customer has told where it was bought, and from whom', () => {
  test('begins with its answers filled in, says beside each who has told it and about what, and waits for a person to confirm them', async () => {
    const at = atTheSwitch();
    await answered(at);
    await at.start('contoso.example');
    const [from, partner, which] = at.questions('origin').questions;
    expect([from, partner, which]).toMatchObject([
      { id: 'boughtFrom', value: 'other_csp', hint: byCustomer },
      { id: 'partner', value: granitt.name, hint: byCustomer },
      { id: 'which', value: granitt.tenant, hint: byCustomer },
    ]);
    await at.does('page');
    expect(at.where()).toBe('subscriptions');
  });

  test('waits for that even where nobody would be asked if one of ours had said it', async () => {
    const at = atTheSwitch();
    await answered(at, { ...told, answers: { 'item.boughtFrom': 'volume_licensing' }, partner: null });
    await at.start('contoso.example');
    expect(at.questions('origin').questions[0]).toMatchObject({ value: 'volume_licensing', hint: byCustomer });
  });

  test('believes what a service shows before what was told', async () => {
    const facts = { 'item.kind': 'usage', 'item.boughtFrom': 'ea', 'item.eaKind': 'direct_ea' };
    const at = atTheSwitch({}, {}, showing({ id: 'web', name: 'Web', facts, soldBy: 'others', from: 'Azure' }));
    await answered(at);
    await at.start('contoso.example');
    expect(at.where()).toBe('subscriptions');
  });

  test('says when the customer has written to its present partner, as it has told it', async () => {
    const at = worldFor('manual-switch');
    await answered(at);
    await begin(at);
    for (const page of ['origin', 'subscriptions', 'moves', 'procedure'])
      if (at.where() === page) await at.does('page', { ...answersFor['manual-switch'][page] });
    const wish = at.questions('manual-switch').questions.find(({ id }) => id === 'xfer.customerWrittenRequest');
    expect(wish).toMatchObject({ value: 'true' });
    expect(wish?.hint).toContain('about “Negozio”: it wrote to its present partner on 20 February 2026');
  });

  test('takes over nothing that it could not have asked', async () => {
    const at = atTheSwitch();
    await answered(at, { ...told, answers: { 'item.boughtFrom': 'own' } });
    await at.start('contoso.example');
    expect(at.questions('origin').questions[0]).toMatchObject({ value: '', hint: null });
  });
});

describe('the wizard “check” after the customer has answered', () => {
  test('shows its answers in the questions, says who has told them, and of what', async () => {
    const at = atTheWizard({}, {}, 'check');
    await answered(at);
    await at.start('contoso.example');
    const { questions: first } = at.data('check-eligibility/subscriptions');
    // What it was asked about is chosen already.
    expect(first[0]).toMatchObject({ id: 'more', value: 'said/office365' });
    await at.does('page', { more: 'said/office365' });
    const { questions, lead } = at.questions('licence');
    expect(questions.map(({ id, value }) => [id, value])).toEqual(
      expect.arrayContaining([
        ['item.boughtFrom', 'other_csp'],
        ['item.term', 'ended'],
      ]),
    );
    expect(lead).toContain('as the customer told it on 2 March 2026 about “Negozio”');
  });
});

describe('“Ask the customer”', () => {
  test('is offered where it is not known where something was bought, with what that is', async () => {
    const at = atTheWizard({}, {}, 'check');
    await at.start('contoso.example');
    await at.does('page', { more: 'said/office365,said/azure' });
    expect(asksOn(at)).toEqual(['ask contoso.example: Microsoft 365']);
    const move = atTheSwitch();
    await move.start('contoso.example');
    expect(asksOn(move)).toEqual(['ask contoso.example']);
  });

  test('is still offered once the customer has answered: that may have been about another thing', async () => {
    const at = atTheWizard({}, {}, 'check');
    await answered(at);
    await at.start('contoso.example');
    await at.does('page', { more: 'said/office365' });
    expect(asksOn(at)).toEqual(['ask contoso.example: Microsoft 365']);
    const move = atTheSwitch();
    await answered(move);
    await move.start('contoso.example');
    expect(move.questions('origin').questions[0]).toMatchObject({ value: 'other_csp', hint: byCustomer });
    expect(asksOn(move)).toEqual(['ask contoso.example']);
  });

  test('names what it was asked about where the customer has not said it', async () => {
    const at = atTheSwitch();
    await answered(at, { answers: { 'item.boughtFrom': 'ea' } });
    await at.start('contoso.example');
    expect(at.questions('origin').questions[0]?.hint).toBe('Told by the customer on 2 March 2026 about “Microsoft 365”.');
  });

  test('is not offered where customers have no page to answer on', async () => {
    for (const wizard of ['check', 'switch-azure'] as const) {
      const at = atTheWizard({ asksCustomers: false }, {}, wizard);
      await at.start('contoso.example');
      if (wizard === 'check') await at.does('page', { more: 'said/azure' });
      expect(asksOn(at)).toEqual([]);
    }
  });

  test('asks of another customer nothing of this one’s', async () => {
    const at = atTheSwitch();
    await answered(at);
    await at.start('adatum.example');
    expect(at.questions('origin').questions.map(({ value }) => value)).toEqual(['', '', '']);
  });
});
