import { describe, expect, test } from '@jest/globals';
import { seenOf } from '../../src/cases/seen.ts';
import { CaseId } from '../../src/cases/ids.ts';
import { click, inviting } from '../support/requests.ts';
import { someone } from '../support/world.ts';
import { atTalk, textOf } from '../support/talk-world.ts';

/** A case of Ana's that waits for approval, and everybody has their card. */
const waiting = async (wanted: Parameters<typeof atTalk>[0] = {}) => {
  const at = atTalk(wanted);
  const answer = await at.world.handle(inviting());
  if (answer.kind !== 'done') throw new Error(`not asked: ${textOf(answer)}`);
  const id = CaseId.parse(answer.caseId);
  const current = async () => {
    const kept = await at.world.store.case(id);
    if (kept === null) throw new Error('no case');
    return kept.case;
  };
  await at.tick();
  return { ...at, id, current, seen: seenOf(await current()) };
};

const otherwise = '0'.repeat(32);

describe('a decision is bound to what was seen', () => {
  test.each(['approve', 'decline', 'send-back'])('%s pressed on a card that shows something else', async (verb) => {
    const { presses, id, current } = await waiting();
    const reply = await presses('ada', verb, { id, seen: otherwise, words: 'My words' });
    expect(textOf(reply)).toContain('Something has changed since you saw it');
    expect(textOf(reply)).toContain('My words');
    expect(await current()).toMatchObject({ status: 'awaiting-approval', approvals: [] });
  });

  test.each([
    ['approve', 'preparing'],
    ['decline', 'declined'],
    ['send-back', 'sent-back'],
  ])('%s pressed on a card that shows the case as it stands', async (verb, status) => {
    const { presses, id, seen, current } = await waiting();
    await presses('ada', verb, { id, seen, words: 'My words' });
    expect(await current()).toMatchObject({ status });
  });

  test('what is typed counts only once they have been shown the case', async () => {
    const at = await waiting();
    const gunn = await at.says('gunn', `decline ${at.id}: no`);
    expect(textOf(gunn)).toContain('This takes another role');
    at.strangers.add('bo');
    expect(textOf(await at.says('ada', `decline ${at.id}: no reason`))).toContain('You have declined it');
  });

  test('who has no card yet is shown it before they may type', async () => {
    const at = atTalk();
    const answer = await at.world.handle(inviting());
    const id = answer.kind === 'done' ? answer.caseId : '';
    expect(textOf(await at.says('ada', `approve ${id}`))).toContain('Look at it, then say it again');
    expect(textOf(await at.says('ada', `approve ${id}`))).toContain('Your approval is kept');
  });
});

describe('the same words once more', () => {
  test('are a second question where the first was answered meanwhile', async () => {
    const { presses, id, seen, current, world } = await waiting();
    const asks = () => presses('ada', 'send-back', { id, seen, words: 'Really?' });
    await asks();
    const answer = { name: 'answer-question', caseId: id, words: 'Yes.', proposal: null };
    await world.handle({ ...answer, key: click(), actor: someone('ana') });
    expect(await current()).toMatchObject({ status: 'awaiting-approval' });
    await asks();
    expect(await current()).toMatchObject({ status: 'sent-back', exchanges: [{ question: 'Really?' }] });
  });

  test('in another activity are the same click, and answered alike', async () => {
    const { presses, id, seen, current } = await waiting();
    const [first, second] = await Promise.all([1, 2].map(() => presses('ada', 'send-back', { id, seen, words: 'Really?' })));
    expect(textOf(first)).toContain('Your question is on its way');
    expect(textOf(second)).toContain('Your question is on its way');
    expect(await current()).toMatchObject({ status: 'sent-back', exchanges: [] });
  });
});

describe('whoever comes too late', () => {
  test('is told so, and not to give a reason first', async () => {
    const { presses, id, seen } = await waiting();
    await presses('ada', 'decline', { id, seen, words: 'No.' });
    const reply = textOf(await presses('bo', 'decline', { id, seen }));
    expect(reply).toContain('This is not possible while the case is in this state');
    expect(reply).not.toContain('Say it in your own words');
  });

  test('or gives no reason, where one is wanted, is asked for it', async () => {
    const { presses, id, seen, current } = await waiting();
    expect(textOf(await presses('ada', 'decline', { id, seen }))).toContain('Say it in your own words');
    expect(await current()).toMatchObject({ status: 'awaiting-approval' });
  });
});

describe('an answer that takes longer', () => {
  /** A road on which commands of people break down, or wait until they may go on. */
  const held = () => {
    const gate = Promise.withResolvers<undefined>();
    return {
      gate,
      wanted: {
        patienceMs: 80,
        handle:
          (road) =>
          async (...all) =>
            gate.promise.then(() => road(...all)),
      } as const satisfies Parameters<typeof atTalk>[0],
    };
  };

  test('is told at once as being under way, and a no is told with the case it is about', async () => {
    const { gate, wanted } = held();
    const at = await waiting(wanted);
    const reply = await at.presses('hal', 'approve', { id: at.id, seen: at.seen });
    expect(textOf(reply)).toContain('This takes a little longer');
    gate.resolve(undefined);
    await at.talk.settled();
    expect(textOf(at.to('a:hal').at(-1))).toContain(`${at.id}: This takes another role`);
  });

  test('that cannot be told is told to the operator', async () => {
    const { gate, wanted } = held();
    const at = await waiting(wanted);
    at.troubles.set('a:hal', () => ({ kind: 'gone', words: 'blocked' }));
    await at.presses('hal', 'approve', { id: at.id, seen: at.seen });
    gate.resolve(undefined);
    await at.talk.settled();
    expect(at.world.said).toContainEqual(expect.stringMatching(/hal was not told what came of a late click: blocked/));
  });
});
