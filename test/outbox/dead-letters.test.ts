import { describe, expect, test } from '@jest/globals';
import { MOST_FAILURES } from '../../src/outbox/backoff.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import { click, contoso, doing, inviting } from '../support/requests.ts';
import { createWorld, someone } from '../support/world.ts';
import type { Fault, people, World } from '../support/world.ts';
import { agreed, agreedIn, attempts, busy, eventsOf, invited, isDone, no, steps, typesOf } from './moments.ts';

type Name = keyof typeof people;

const onLetter = (
  world: World,
  name: 'retry-dead-letter' | 'close-dead-letter',
  caseId: CaseId,
  effect: string,
  by: Name = 'ana',
) => world.handle({ name, key: click(), actor: someone(by), caseId, effect, words: 'Marta has put it right.' });

const letterOf = async (world: World): Promise<string> => (await world.store.deadLetters())[0]?.id ?? 'none';

const always = (fault: typeof busy) => Array.from({ length: MOST_FAILURES }, () => fault);

describe('what fails again and again is given up', () => {
  test(`after failure ${MOST_FAILURES}, and then it is visible with the reason`, async () => {
    const { world, id } = await agreed();
    world.faults.set('get-reseller-link', always(busy));
    await world.run({ days: 3 });
    expect(attempts(world, 'get-reseller-link')).toHaveLength(MOST_FAILURES);
    const letters = await world.store.deadLetters();
    expect(letters).toMatchObject([
      { caseId: id, effect: { kind: 'get-reseller-link' }, trouble: 'unreachable: busy', state: 'given-up' },
    ]);
  });

  test('the case waits for a person, who is told, and so is the operator', async () => {
    const { world, act, id } = await agreed();
    world.faults.set('get-reseller-link', always(busy));
    await world.run({ days: 3 });
    expect(await act.current(id)).toMatchObject({ status: 'stuck', trouble: { effect: 'get-reseller-link', words: 'busy' } });
    expect(world.told()).toContainEqual(expect.objectContaining({ who: 'ana', says: 'told.stuck' }));
    expect(new Set(world.told().flatMap(({ who, says }) => (says === 'told.stuck' ? [who] : [])))).toEqual(new Set(['ana']));
    expect(world.said.filter((sentence) => sentence.includes('was given up'))).toHaveLength(1);
  });

  test('the other customers go on', async () => {
    const { world } = await agreed();
    world.faults.set('get-reseller-link', always(busy));
    await world.run({ hours: 30 });
    const other = await agreedIn(world, { ...inviting(), customer: { ...contoso, name: 'Fabrikam Mills' } });
    await world.settle();
    expect(await other.act.status(other.id)).toBe('awaiting-customer');
  });

  test('what nobody could ever find out is given up as that', async () => {
    const { world } = await agreed();
    world.faults.set('get-reseller-link', ['throws']);
    world.lookUps.set(
      'get-reseller-link',
      Array.from({ length: 40 }, () => ({ kind: 'unknown', words: 'no trace' }) as const),
    );
    await world.run({ days: 3 });
    expect(steps(world, 'get-reseller-link').filter((step) => step === 'asked')).toHaveLength(1);
    expect(await world.store.deadLetters()).toMatchObject([{ trouble: 'unknown-outcome: no trace', isUncertain: true }]);
  });
});

describe('what is refused is given up at once', () => {
  test('the service knows no such customer: the case is stuck, with the words of the service', async () => {
    const { world, act, id } = await agreed();
    world.faults.set('create-relationship', [no]);
    await world.settle();
    expect(attempts(world, 'create-relationship')).toHaveLength(1);
    expect(await act.current(id)).toMatchObject({
      status: 'stuck',
      trouble: { code: '900145', words: 'The customer is not known here.' },
    });
  });

  test('a mailbox that does not exist leaves an invitation that waits for somebody', async () => {
    const { world, act, id } = await agreed();
    world.faults.set('send-letter', [{ kind: 'refused', code: '550', words: 'No such mailbox.' }]);
    await world.settle();
    expect(await act.status(id)).toBe('stuck');
  });

  test('a letter to a customer who has accepted already is missed, and holds up nothing', async () => {
    const { world, act, id } = await invited({}, inviting({ gdap: null }));
    await act.accept(id);
    world.faults.set('send-letter', [{ kind: 'refused', code: '550', words: 'No such mailbox.' }]);
    await world.settle();
    expect(await act.status(id)).toBe('active');
    expect(await typesOf(world, id)).toContain('effect-given-up');
    expect(world.told().map(({ says }) => says)).toContain('told.letter-not-sent');
  });

  test.each(['show-case', 'tell'] as const)('a %s that cannot be delivered stops no case', async (kind) => {
    const { world, act, id } = await agreed();
    world.faults.set(kind, [no]);
    await world.settle();
    expect(await act.status(id)).toBe('awaiting-customer');
    expect(await world.store.deadLetters()).toMatchObject([{ effect: { kind } }]);
    expect(world.said.filter((sentence) => sentence.includes('was given up'))).toHaveLength(1);
  });

  test('a service that answers with a whole page is noted as far as a case keeps words', async () => {
    const { world, act, id } = await agreed();
    world.faults.set('create-relationship', [{ kind: 'refused', code: 'x'.repeat(500), words: '<html>'.repeat(1000) }]);
    await world.settle();
    expect(await act.status(id)).toBe('stuck');
  });

  test('a service that says it is done, with a link that is none, leaves the case to a person and not to oblivion', async () => {
    const { world, act, id } = await agreed();
    const report = { name: 'record-invitation-ready', what: 'gdap', link: 'see above', relationshipId: 'rel-1' };
    world.faults.set('create-relationship', [{ kind: 'done', report }]);
    await world.settle();
    expect(await act.current(id)).toMatchObject({ status: 'stuck', trouble: { code: 'unreadable-report', words: 'link' } });
  });
});

describe('a dead letter is tried again', () => {
  test('by whoever asked: the case goes on where it was, and nothing is done twice', async () => {
    const { world, act, id } = await agreed();
    world.faults.set('create-relationship', [no]);
    await world.settle();
    expect(await onLetter(world, 'retry-dead-letter', id, await letterOf(world))).toMatchObject({
      kind: 'done',
      status: 'preparing',
    });
    await world.settle();
    expect(await act.status(id)).toBe('awaiting-customer');
    expect(attempts(world, 'get-reseller-link')).toHaveLength(1);
    expect(new Set(attempts(world, 'create-relationship').map(({ key }) => key)).size).toBe(1);
    expect(await world.store.deadLetters()).toEqual([]);
  });

  test('what was to follow it has waited with the case, and follows', async () => {
    const { world, act, id } = await agreed();
    world.faults.set('get-reseller-link', [no]);
    await world.run({ days: 3 });
    expect(isDone(world, 'create-relationship')).toBe(false);
    expect(await world.store.deadLetters()).toHaveLength(1);
    await onLetter(world, 'retry-dead-letter', id, await letterOf(world));
    await world.run({ hours: 1 });
    expect(await act.status(id)).toBe('awaiting-customer');
  });

  test('or it is not needed any more: a customer who accepts while the case is stuck gets it going again', async () => {
    const { world, act, id } = await agreed({}, inviting({ gdap: null }));
    world.faults.set('send-letter', [{ kind: 'refused', code: '550', words: 'No such mailbox.' }]);
    await world.run({ days: 1 });
    expect(await act.status(id)).toBe('stuck');
    world.seen.set(`${id} reseller`, {
      kind: 'done',
      report: { name: 'record-customer-accepted', what: 'reseller', acceptedAt: world.now(), endsAt: null },
    });
    await world.run({ hours: 7 });
    expect(await act.status(id)).toBe('active');
  });

  test('with all its tries before it', async () => {
    const { world, act, id } = await agreed();
    world.faults.set('create-relationship', [...always(busy), ...always(busy).slice(1)]);
    await world.run({ days: 2 });
    await onLetter(world, 'retry-dead-letter', id, await letterOf(world));
    await world.run({ days: 2 });
    expect(attempts(world, 'create-relationship')).toHaveLength(2 * MOST_FAILURES);
    expect(await act.status(id)).toBe('awaiting-customer');
  });

  test('what may have happened is looked up first', async () => {
    const { world, id } = await agreed();
    world.faults.set('create-relationship', ['lost answer']);
    world.lookUps.set(
      'create-relationship',
      Array.from({ length: MOST_FAILURES - 1 }, () => ({ kind: 'unknown', words: '?' }) as const),
    );
    await world.run({ days: 2 });
    await onLetter(world, 'retry-dead-letter', id, await letterOf(world));
    await world.settle();
    expect(steps(world, 'create-relationship').at(-1)).toBe('looked up');
    expect(attempts(world, 'create-relationship')).toHaveLength(1);
  });

  test.each<readonly [string, readonly Fault[]]>([
    ['refused', [no]],
    ['refused when nobody knew whether it was done', ['throws', no]],
  ])('one that was %s does not overtake a card that may have been posted meanwhile: there is one', async (_how, faults) => {
    const world = createWorld();
    const act = doing(world);
    const id = await act.opened(inviting());
    world.faults.set('show-case', [...faults, 'lost answer']);
    await world.run({ minutes: 1 });
    await act.approve(id, 'ada');
    await world.settle();
    await onLetter(world, 'retry-dead-letter', id, await letterOf(world));
    await world.run({ hours: 1 });
    const shown = world.errands.filter(({ effect, key }) => effect.kind === 'show-case' && world.done.has(key));
    const lastTries = [...new Map(shown.map((errand) => [errand.key, errand])).values()];
    expect(lastTries.filter(({ sent }) => sent.length === 0).map(({ key }) => key)).toEqual([`${id}/3.1`]);
    expect(await world.store.deadLetters()).toEqual([]);
  });

  test('not by somebody who has no part in it', async () => {
    const { world, id } = await agreed();
    world.faults.set('create-relationship', [no]);
    await world.settle();
    expect(await onLetter(world, 'retry-dead-letter', id, await letterOf(world), 'hal')).toMatchObject({ kind: 'refused' });
    expect(await world.store.deadLetters()).toHaveLength(1);
  });

  test('after its case was closed it is dropped, and nothing happens at Microsoft', async () => {
    const { world, act, id } = await agreed();
    world.faults.set('create-relationship', [no]);
    await world.settle();
    const letter = await letterOf(world);
    await act.withdraw(id, 'ana', 'Marta wants to begin anew.');
    await onLetter(world, 'retry-dead-letter', id, letter);
    await world.settle();
    expect(isDone(world, 'create-relationship')).toBe(false);
    expect(await world.store.deadLetters()).toEqual([]);
  });
});

test('a dead letter that the operator closes is gone, and the history says why', async () => {
  const { world, id } = await agreed();
  world.faults.set('create-relationship', [no]);
  await world.settle();
  const letter = await letterOf(world);
  expect(await onLetter(world, 'close-dead-letter', id, letter, 'olav')).toMatchObject({ kind: 'done' });
  expect(await world.store.deadLetters()).toEqual([]);
  expect((await eventsOf(world, id)).find(({ type }) => type === 'dead-letter-closed')).toMatchObject({
    effect: letter,
    words: 'Marta has put it right.',
    actor: { id: 'olav' },
  });
});
