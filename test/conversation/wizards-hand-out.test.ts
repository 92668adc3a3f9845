import { describe, expect, test } from '@jest/globals';
import { later } from '../../src/cases/time.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import { doing, offered } from '../support/requests.ts';
import { atTheWizard } from '../support/wizard-world.ts';

type Offer = ReturnType<typeof offered>;

const setting = async (change: (offer: Offer) => void = () => undefined) => {
  const at = atTheWizard({}, {}, 'hand-out');
  const does = doing(at.world);
  const offer = offered(at.world);
  change(offer);
  return { at, does, id: await does.opened(offer) };
};

const agree = (items: readonly string[]) => ({ choice: 'agree', items, words: '' });

const chosen = async (id: CaseId, at: ReturnType<typeof atTheWizard>) => (await at.world.store.case(id))?.case;

describe('the wizard “hand out”', () => {
  test('begins with nothing chosen, and hands out what was chosen and nothing else', async () => {
    const { at, id } = await setting();
    await at.start(id, 'ada');
    const page = at.data('hand-out/items');
    expect(page.lead).toContain('Granitt IT');
    expect(page.lead).toContain('lapses on');
    expect(page.offered).toEqual(['1. Web shop · Azure', '2. Archive · Azure']);
    expect(page.questions[0]).toMatchObject({ value: '', choices: [{ value: 'i0' }, { value: 'i1' }] });
    await at.does('page', { items: 'i1' }, 'ada');
    const said = new Map(at.data('hand-out/review').facts.map(({ name, value }) => [name, value]));
    expect([said.get('Leaves us'), said.get('Stays with us')]).toEqual(['Archive', 'Web shop']);
    expect(said.get('To be decided by')).toContain('Silence means');
    expect(await chosen(id, at)).toMatchObject({ status: 'awaiting-our-decision' });
    const shown = await at.does('page', { words: 'Agreed with the customer.' }, 'ada');
    expect(shown).toMatchObject({ case: id });
    expect(await chosen(id, at)).toMatchObject({ status: 'moving' });
    await at.world.settle();
    expect([...at.world.done.values()]).toContainEqual(expect.objectContaining({ kind: 'accept-transfer', items: ['archive'] }));
  });

  test('speaks the language of whoever decides', async () => {
    const { at, id } = await setting();
    await at.start(id, 'ada', 'de');
    expect(at.data('hand-out/items').lead).toContain('alles bleibt bei uns');
  });

  test('takes along the words that were typed with the decision', async () => {
    const { at, id } = await setting();
    await at.start(`${id}: As agreed: today.`, 'ada');
    await at.does('page', { items: 'i0' }, 'ada');
    expect(at.data('hand-out/review').questions[0]?.value).toBe('As agreed: today.');
  });

  test('goes no further with nothing chosen', async () => {
    const { at, id } = await setting();
    await at.start(id, 'ada');
    expect(at.data('hand-out/items').questions[0]?.problem).toBeNull();
    await at.does('page', { items: '' }, 'ada');
    expect(at.data('hand-out/items').questions[0]?.problem).toContain('at least one');
  });
});

describe('what may not go', () => {
  test('is no choice, and says why', async () => {
    const { at, id } = await setting(({ proposal }) => {
      Object.assign(proposal.subjects[0]?.facts ?? {}, { 'item.status': 'suspended' });
    });
    await at.start(id, 'ada');
    const page = at.data('hand-out/items');
    expect(page.offered).toEqual(['2. Archive · Azure']);
    expect(page.facts).toEqual([{ name: 'Web shop · Azure', value: expect.stringContaining('Only active items') }]);
    await at.does('page', { items: 'i0' }, 'ada');
    expect(at.data('hand-out/items').questions[0]?.problem).toContain('at least one');
  });

  test('may be everything: then there is nothing to go on with', async () => {
    const { at, id } = await setting(({ proposal }) => {
      for (const { facts } of proposal.subjects) Object.assign(facts, { 'item.inOtherTransfer': true });
    });
    await at.start(id, 'ada');
    expect(at.data('hand-out/items')).toMatchObject({ questions: [], keptTitle: expect.stringContaining('None of these') });
    expect(at.buttons().map(({ verb }) => verb)).toEqual(['cancel']);
  });

  test('may turn out only by what people tell', async () => {
    const { at, id } = await setting(({ proposal }) => {
      for (const { facts } of proposal.subjects) delete facts['item.includesReservations'];
    });
    await at.start(id, 'ada');
    await at.does('page', { items: 'i0,i1' }, 'ada');
    expect(at.questions('told').questions.map(({ id: path }) => path)).toEqual(['item.includesReservations']);
    await at.does('page', { 'item.includesReservations': 'false' }, 'ada');
    expect(at.data('hand-out/review').facts.map(({ value }) => value)).toContain('Web shop and Archive');
    await at.does('page', {}, 'ada');
    expect(await chosen(id, at)).toMatchObject({ status: 'moving' });
  });
});

describe('a case that is not to be decided any more', () => {
  test.each(['items', 'review'])('because a colleague was faster is shown with who it was: on page %s', async (page) => {
    const { at, does, id } = await setting();
    await at.start(id, 'ada');
    if (page === 'review') await at.does('page', { items: 'i0' }, 'ada');
    await does.decide(id, 'bo', agree(['archive']));
    const shown = await at.does('page', { items: 'i0' }, 'ada');
    expect(shown).toMatchObject({ case: id, note: expect.stringContaining('Bo Dahl') });
    await at.world.settle();
    expect([...at.world.done.values()].filter(({ kind }) => kind === 'accept-transfer')).toHaveLength(1);
  });

  test('because its time is over is shown as it stands', async () => {
    const { at, id } = await setting();
    await at.start(id, 'ada');
    await at.world.run({ days: 31 });
    const shown = await at.does('page', { items: 'i0' }, 'ada');
    expect(shown).toMatchObject({ case: id });
    expect((await chosen(id, at))?.status).toBe('expired');
    expect(later(at.world.now(), { days: 0 })).toBe(at.world.now());
  });

  test('or never was one for this person is shown with why', async () => {
    const { at, id } = await setting();
    const shown = await at.start(id, 'ana');
    expect(shown).toMatchObject({ case: id, note: expect.stringContaining('takes another role') });
  });

  test('or that nobody has is said to be none', async () => {
    const { at } = await setting();
    await at.start('AZ-00000-00000', 'ada');
    expect(at.data('notice').lines[0]).toContain('AZ-00000-00000');
  });
});

test('a double click decides once', async () => {
  const { at, id } = await setting();
  await at.start(id, 'ada');
  await at.does('page', { items: 'i0' }, 'ada');
  const [button] = at.buttons();
  if (button === undefined) throw new Error('Nothing to press');
  await Promise.all([at.press(at.pressOf(button, {}), 'ada'), at.press(at.pressOf(button, {}), 'ada')]);
  const history = await at.world.store.history(id);
  expect(history.filter((one) => JSON.stringify(one).includes('handing-out-agreed'))).toHaveLength(1);
});
