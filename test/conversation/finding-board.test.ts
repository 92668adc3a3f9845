import { describe, expect, test } from '@jest/globals';
import { inviting } from '../support/requests.ts';
import { atTalk, textOf } from '../support/talk-world.ts';
import { someone } from '../support/world.ts';

type Name = Parameters<typeof someone>[0];

const opened = async (at: ReturnType<typeof atTalk>, by: Name = 'ana', customer: object = {}): Promise<string> => {
  const command = inviting({}, by);
  const answer = await at.world.handle({ ...command, customer: { ...command.customer, ...customer } });
  if (answer.kind !== 'done') throw new Error(`not asked: ${textOf(answer)}`);
  return answer.caseId;
};

describe('the board of a person', () => {
  test('has every open case in which they have a part, before any card of it was shown to them', async () => {
    const at = atTalk();
    const [first, second] = [await opened(at), await opened(at, 'sven')];
    const sees = async (name: Name) => {
      const board = textOf(await at.says(name, 'cases'));
      return [first, second].map((id) => board.includes(id));
    };
    expect(await sees('ana')).toEqual([true, false]);
    expect(await sees('sven')).toEqual([false, true]);
    expect(await sees('ada')).toEqual([true, true]);
    expect(await sees('olav')).toEqual([true, true]);
    expect(await sees('hal')).toEqual([false, false]);
  });

  test('is that of somebody who was made an approver a moment ago', async () => {
    const at = atTalk();
    const id = await opened(at);
    expect(textOf(await at.says('hal', 'cases'))).not.toContain(id);
    at.appointed.set('hal', ['admin_agent']);
    const board = textOf(await at.says('hal', 'cases'));
    expect(board).toContain(id);
    expect(board).toContain('You');
  });

  test('has no case that is over', async () => {
    const at = atTalk();
    const id = await opened(at);
    await at.says('ada', `case ${id}`);
    await at.says('ada', `decline ${id}: no`);
    expect(textOf(await at.says('ada', 'cases'))).not.toContain(id);
  });

  test('shows what waits for them, what they have asked for, and what is about a customer', async () => {
    const at = atTalk();
    const own = await opened(at);
    const sent = await opened(at);
    await at.says('ada', `case ${sent}`);
    await at.says('ada', `send back ${sent}: why?`);
    const other = await opened(at, 'sven', { name: 'Tailspin Toys', domain: 'tailspin.example', tenant: null });
    const listed = async (name: Name, text: string) => {
      const board = textOf(await at.says(name, text));
      return [own, sent, other].map((id) => board.includes(id));
    };
    expect(await listed('ana', 'cases waiting')).toEqual([false, true, false]);
    expect(await listed('ana', 'cases mine')).toEqual([true, true, false]);
    expect(await listed('ada', 'cases waiting')).toEqual([true, false, true]);
    expect(await listed('ada', 'cases mine')).toEqual([false, false, false]);
    expect(await listed('ada', 'cases tailspin')).toEqual([false, false, true]);
    expect(await listed('ada', 'cases of “TAILSPIN toys”')).toEqual([false, false, true]);
    expect(await listed('ana', 'cases tailspin.example')).toEqual([true, true, false]);
    expect(textOf(await at.says('ana', 'cases tailspin.example'))).toContain('No open case of yours is about');
  });

  test('is turned page by page, by what its buttons say', async () => {
    const at = atTalk();
    const ids: string[] = [];
    for (let one = 0; one < 14; one++) ids.push(await opened(at));
    const first = textOf(await at.says('ada', 'cases'));
    const second = textOf(await at.presses('ada', 'say', { id: 'cases page 2' }));
    expect([first.includes('1–12 of 14'), second.includes('13–14 of 14')]).toEqual([true, true]);
    const shownIn = (text: string) => ids.filter((id) => text.includes(id));
    expect([shownIn(first).length, shownIn(second).length]).toEqual([12, 2]);
    expect(new Set([...shownIn(first), ...shownIn(second)])).toEqual(new Set(ids));
    expect(textOf(await at.says('ada', 'cases page 999'))).toContain('13–14 of 14');
  });
});
