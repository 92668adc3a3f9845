import { beforeEach, describe, expect, test } from '@jest/globals';
import { seenOf } from '../../src/cases/seen.ts';
import type { Case } from '../../src/cases/case.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import { click, inviting } from '../support/requests.ts';
import { CHANNEL, openHostileHouse, tokens } from './house.ts';
import type { HostileHouse, TokenName } from './house.ts';
import { inChat, pressing, saying, spoken } from './speech.ts';
import type { Activity } from './speech.ts';
import { staff } from './staff.ts';
import type { StaffName } from './staff.ts';
import { fromAbroad } from './attacks-on-the-door.ts';
import { replaced } from './tamper.ts';
import { worstCases } from './words.ts';

// What RELIABILITY.md promises for faults on the way in, each by its name. One case of Ana’s waits for an approval.

let house: HostileHouse;
let id: CaseId;

const send = async (activity: unknown, token: TokenName = 'good') => {
  const raw = Buffer.from(JSON.stringify(activity));
  const { status, text } = await house.door.open({ headers: { authorization: `Bearer ${tokens[token]}` }, raw, from: '' });
  await house.settled();
  return { status, body: text.startsWith('{') ? (JSON.parse(text) as { statusCode: number; value: object }) : null };
};

const current = (): Case => {
  const found = house.cases.get(id);
  if (found === undefined) throw new Error('There is no case');
  return found;
};

const press = (by: StaffName, verb: string, { activity = 'f:1', data = {} }: { activity?: string; data?: object } = {}): Activity =>
  pressing(by, activity, { verb, data: { verb, id, seen: seenOf(current()), ...data }, replyToId: '77' });

/** How often something has happened to the case. */
const changes = (): number => house.kept.filter(({ change }) => change.next).length;

const notes = (beginning: string): number =>
  house.kept.flatMap(({ change }) => change.notes ?? []).filter(({ key }) => key.startsWith(beginning)).length;

beforeEach(async () => {
  house = openHostileHouse();
  const answer = await house.handle({ ...inviting(), key: click(), actor: staff('ana') });
  if (answer.kind !== 'done') throw new Error('There is no case');
  id = answer.caseId;
});

describe('a click', () => {
  test('that comes twice under the same id is one, with the same answer', async () => {
    const approve = press('ada', 'approve');
    const [first, second] = [await send(approve), await send(approve)];
    expect(second).toEqual(first);
    expect([current().status, changes()]).toEqual(['preparing', 2]);
  });

  test('that comes again under another id is one, and is not answered with a no', async () => {
    const [first, second] = [press('ada', 'approve'), press('ada', 'approve', { activity: 'f:2' })];
    await send(first);
    const { status, body } = await send(second);
    expect([status, body?.statusCode, current().approvals.length, changes()]).toEqual([200, 200, 1, 2]);
    expect(JSON.stringify(body)).not.toContain('already');
  });

  test('of which only the retry arrives is not lost', async () => {
    await send(press('ada', 'approve', { activity: 'f:retry' }));
    expect(current().status).toBe('preparing');
  });

  test('before anybody has kept where the card lies counts, and the card shows it when it comes', async () => {
    await send(press('ada', 'approve'));
    await house.tick();
    const shown = house.shown.filter(({ text }) => text.includes(id));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter(({ text }) => text.includes('"verb":"approve"'))).toEqual([]);
  });

  test('on a case that is over shows how it stands, and changes nothing', async () => {
    const approve = press('ada', 'approve', { activity: 'f:late' });
    await send(press('ada', 'decline', { data: { words: 'Not this year.' } }));
    expect(current().status).toBe('declined');
    const before = changes();
    const { body } = await send(approve);
    expect([body?.statusCode, changes()]).toEqual([200, before]);
    expect(JSON.stringify(body)).toContain('Declined');
  });

  test('on an old card decides nothing', async () => {
    await send(press('ada', 'approve', { data: { seen: 'f'.repeat(32) } }));
    expect([current().status, changes()]).toEqual(['awaiting-approval', 1]);
  });

  test('in a chat where no card of ours lies decides nothing', async () => {
    await send(inChat(press('ada', 'approve'), CHANNEL, 'channel'));
    expect(changes()).toBe(1);
  });
});

describe('tampered data', () => {
  const powers = { role: 'admin_agent', roles: ['admin_agent'], actor: staff('ada'), approvers: ['ana'], price: 0 };

  test.each([
    ['a role', powers],
    ['a list for an id', { id: ['ADM'] }],
    ['an object for what was seen', { seen: { toString: 'x' } }],
    ['where objects come from', JSON.parse('{"__proto__":{"roles":["admin_agent"]},"constructor":{"prototype":{"roles":[]}}}')],
  ])('%s makes nobody an approver', async (_, data: object) => {
    for (const name of ['ana', 'sven', 'hal'] as const) await send(press(name, 'approve', { data, activity: name }));
    expect([current().status, changes()]).toEqual(['awaiting-approval', 1]);
  });

  test('with somebody else’s id in it leaves the sender who they are', async () => {
    const { value, ...rest } = press('ana', 'approve');
    await send({ ...rest, value: { ...(value as object), from: { aadObjectId: staff('ada').id } } });
    expect(changes()).toBe(1);
  });

  test('with a verb that is too long to be one of ours is no press of another verb', async () => {
    const { body } = await send(replaced(press('ada', 'approve'), ['value', 'action', 'verb'], 'x'.repeat(5000)));
    expect([body?.statusCode, changes()]).toEqual([400, 1]);
  });
});

describe('a look at a card by itself', () => {
  test.each(['approve', 'decline', 'send-back', 'withdraw', 'take-over'])('does not %s', async (verb) => {
    for (const name of ['ada', 'ana'] as const)
      await send(replaced(press(name, verb, { activity: name, data: { words: 'No.' } }), ['value', 'trigger'], 'automatic'));
    expect(changes()).toBe(1);
  });

  test('says nothing in anybody’s name, and begins nothing', async () => {
    const say = press('ada', 'say', { data: { id: 'request admin contoso.example' } });
    await send(replaced(say, ['value', 'trigger'], 'automatic'));
    expect(notes('draft/')).toBe(0);
    await send({ ...say, id: 'f:2' });
    expect(notes('draft/')).toBeGreaterThan(0);
  });
});

describe('somebody who is not ours', () => {
  const gone: Activity = { ...spoken('ada', 'f:9'), type: 'installationUpdate', action: 'remove' };

  test('cannot make one of us unreachable by leaving', async () => {
    await send(saying('ada', 'f:8', 'help'));
    const before = notes('met/');
    await send(fromAbroad(gone));
    await send({ ...gone, id: 'f:10', conversation: { ...(gone.conversation as object), id: 'a:another' } });
    expect(notes('met/')).toBe(before);
    await send({ ...gone, id: 'f:11' });
    expect(notes('met/')).toBe(before + 1);
  });

  test('and was never here leaves nothing behind', async () => {
    await send(replaced(gone, ['from', 'aadObjectId'], '0b1ec700-0099-4b01-8b01-000000000099'));
    expect(notes('met/')).toBe(0);
  });

  test('gets no answer that was made for somebody else under the same id', async () => {
    const look = press('ada', 'view');
    const [hers, theirs] = [await send(look), await send(replaced(look, ['from', 'aadObjectId'], staff('hal').id))];
    expect(JSON.stringify(hers.body)).toContain('it@contoso.example');
    expect(JSON.stringify(theirs.body)).not.toContain('it@contoso.example');
  });

  test('is not taken for one of us where a tenant is named that cannot be one', async () => {
    const { status } = await send(replaced(press('ada', 'approve'), ['conversation', 'tenantId'], 'gnp.exe'));
    expect([status, changes()]).toEqual([403, 1]);
  });
});

describe('what is no text', () => {
  test('in the id of a chat is refused at the door', async () => {
    expect((await send(replaced(saying('ada', 'f:1', 'help'), ['conversation', 'id'], '\ud800'))).status).toBe(400);
    expect(house.said).toEqual([]);
  });

  test('in what was typed is no trouble', async () => {
    await send(saying('ada', 'f:1', '\ud800 \0 help \udfff'));
    expect(house.shown).toHaveLength(1);
  });
});

/** Whoever calls a pattern that goes back and forth in them does not come back within the time of a test. */
test('texts of 100 KB that are slow to look through are answered, each of them', async () => {
  for (const [number, text] of worstCases().entries()) {
    await send(saying('ada', `words-${number}`, text));
    await send(press('ada', 'say', { activity: `press-${number}`, data: { id: text.slice(0, 4000), words: text } }));
  }
  expect(house.shown).toHaveLength(worstCases().length);
  expect([house.said, changes()]).toEqual([[], 1]);
});
