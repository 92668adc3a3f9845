import { describe, expect, test } from '@jest/globals';
import { createErase } from '../../src/commands/erase.ts';
import { createHandle } from '../../src/commands/handle.ts';
import { contoso, doing, inquiring } from '../support/requests.ts';
import { createWorld } from '../support/world.ts';
import type { World } from '../support/world.ts';

const lettersIn = ({ asked }: World) => asked.filter(({ kind }) => kind === 'send-letter');

const inquired = async (more: Parameters<typeof inquiring>[0] = {}) => {
  const world = createWorld();
  const does = doing(world);
  return { world, does, id: await does.opened(inquiring(more)) };
};

describe('whoever may carry a case on may ask a customer', () => {
  test('and the letter goes out at once: nobody has to agree, and no rule is asked', async () => {
    const { world, does, id } = await inquired();
    expect(await does.current(id)).toMatchObject({ status: 'awaiting-customer', asks: [], decisions: [], approval: { roles: [] } });
    await world.settle();
    expect(lettersIn(world)).toHaveLength(1);
    expect(await does.current(id)).toMatchObject({ lettersSent: 1 });
  });

  test('pressed twice it is asked once', async () => {
    const { world, id } = await inquired();
    const command = inquiring();
    const [first, second] = [await world.handle(command), await world.handle(command)];
    expect(second).toEqual(first);
    expect(first).not.toMatchObject({ caseId: id });
    await world.settle();
    expect(lettersIn(world)).toHaveLength(2);
  });

  test('others may not, and nothing is kept', async () => {
    const world = createWorld();
    const helpdesk = { ...inquiring().actor, roles: ['helpdesk_agent'] };
    expect(await world.handle({ ...inquiring(), actor: helpdesk })).toMatchObject({ says: { key: 'refusal.not-an-approver' } });
    await world.settle();
    expect(lettersIn(world)).toEqual([]);
  });
});

test('where there is no page to answer on nobody is asked', async () => {
  const world = createWorld();
  const handle = createHandle({ ...world.ports, hasAnswersPage: false });
  expect(await handle(inquiring())).toMatchObject({ kind: 'refused', says: { key: 'refusal.no-answers-page' } });
});

test.each([
  ['to nobody', { customer: { ...contoso, contact: null } }, 'refusal.no-contact'],
  ['about a novel', { about: 'x'.repeat(201) }, 'refusal.unreadable'],
  ['with facts of its own', { told: { 'item.term': 'active' } }, 'refusal.unreadable'],
])('a letter %s is none', async (_title, more, key) => {
  expect(await createWorld().handle({ ...inquiring(), ...more })).toMatchObject({ kind: 'refused', says: { key } });
});

describe('once it is asked', () => {
  test('the answer takes it to its end, and whoever asked is told', async () => {
    const { world, does, id } = await inquired();
    await world.settle();
    expect(await does.tells(id)).toMatchObject({ kind: 'done', status: 'done', happened: ['customer-answered'] });
    await world.settle();
    expect(world.asked.filter(({ kind }) => kind === 'tell')).toHaveLength(1);
    await world.run({ days: 70 });
    expect(lettersIn(world)).toHaveLength(1);
  });

  test('the customer may put it right, and decides nothing by it', async () => {
    const { does, id } = await inquired();
    await does.tells(id);
    const told = { what: 'Archive', answers: { 'item.term': 'ended' } };
    expect(await does.tells(id, told)).toMatchObject({ kind: 'done', happened: ['answers-corrected'] });
    expect(await does.current(id)).toMatchObject({ status: 'done', customerTold: { told } });
  });

  test('a customer who says nothing is reminded, and then left alone', async () => {
    const { world, does, id } = await inquired();
    await world.run({ days: 61 });
    expect(await does.current(id)).toMatchObject({ status: 'ended', why: 'customer-stayed-silent' });
    const before = lettersIn(world).length;
    expect(before).toBeGreaterThan(4);
    await world.run({ days: 60 });
    expect(lettersIn(world)).toHaveLength(before);
    expect(await does.tells(id)).toMatchObject({ kind: 'refused', says: { key: 'refusal.not-now' } });
  });

  test('whoever asked takes it back, and no letter goes out any more', async () => {
    const { world, does, id } = await inquired();
    expect(await does.withdraw(id, 'ana')).toMatchObject({ kind: 'done', status: 'withdrawn' });
    await world.run({ days: 70 });
    expect(lettersIn(world)).toEqual([]);
    expect(await does.tells(id)).toMatchObject({ kind: 'refused' });
  });

  test('a letter that came back is told to whoever asked', async () => {
    const { world, does, id } = await inquired();
    await world.settle();
    const bounced = { letter: 'questions', messageId: '<1@nordlys.example>', words: '550 nobody' };
    expect(await does.reports('record-letter-bounced', id, bounced, 'watch')).toMatchObject({ happened: ['letter-bounced'] });
    await world.settle();
    expect(world.asked.filter(({ kind }) => kind === 'tell')).toHaveLength(1);
  });
});

describe('when the letter may not go out', () => {
  const stuck = async () => {
    const world = createWorld();
    const does = doing(world);
    world.faults.set('send-letter', [{ kind: 'refused', code: 'recipient-mimics', words: 'It only looks like the customer’s.' }]);
    const id = await does.opened(inquiring());
    await world.settle();
    return { world, does, id, letter: (await world.store.deadLetters())[0]?.id ?? '' };
  };

  test('it waits for a person, who sends it after all', async () => {
    const { world, does, id, letter } = await stuck();
    expect(await does.status(id)).toBe('stuck');
    expect(await does.says('ana', 'retry-dead-letter', id, { effect: letter })).toMatchObject({ status: 'awaiting-customer' });
    await world.settle();
    expect(await does.current(id)).toMatchObject({ status: 'awaiting-customer', lettersSent: 1 });
  });

  test('or has written by hand', async () => {
    const { does, id, letter } = await stuck();
    const byHand = { effect: letter, words: 'It went by post.', isDone: true };
    expect(await does.says('ana', 'close-dead-letter', id, byHand)).toMatchObject({ status: 'awaiting-customer' });
  });

  test('or takes it back; and an answer that comes all the same is heard', async () => {
    const one = await stuck();
    expect(await one.does.withdraw(one.id, 'ana')).toMatchObject({ status: 'withdrawn' });
    const other = await stuck();
    expect(await other.does.tells(other.id)).toMatchObject({ status: 'done', happened: ['case-resumed', 'customer-answered'] });
  });
});

test('once it is over it can forget its people, the words of the customer among them', async () => {
  const { world, does, id } = await inquired({ about: 'Marta’s web shop', letter: { paragraph: 'As agreed with Marta.' } });
  await world.settle();
  await does.tells(id, { what: 'The shop of Marta', partner: { name: 'Granitt IT', place: '' } });
  await world.settle();
  expect(await createErase({ store: world.store })(id)).toMatchObject({ kind: 'erased', records: 3 });
  const left = JSON.stringify([await world.store.case(id), await world.store.history(id)]);
  for (const person of ['Marta', 'Ana', contoso.name, 'it@contoso', 'Granitt']) expect(left).not.toContain(person);
  expect(await does.current(id)).toMatchObject({ status: 'done', customerTold: { told: {} } });
});
