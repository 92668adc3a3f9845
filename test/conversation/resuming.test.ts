import { describe, expect, test } from '@jest/globals';
import type { CaseId } from '../../src/cases/ids.ts';
import { seenOf } from '../../src/cases/seen.ts';
import { reached } from '../commands/reached.ts';
import { doing, inviting } from '../support/requests.ts';
import { atTalk, textOf } from '../support/talk-world.ts';

const LINK = 'https://partner.microsoftonline.cn/invite/1';

const stuckCase = async () => {
  const at = atTalk();
  const does = doing(at.world);
  const id: CaseId = await reached['admin-relationship'].stuck(at.world, does);
  return { ...at, does, id, seen: async () => seenOf(await does.current(id)) };
};

describe('a case that is stuck', () => {
  test('says in words what has failed and what was answered, and offers another try', async () => {
    const { says, id } = await stuckCase();
    const text = textOf(await says('ana', `case ${id}`));
    expect(text).toContain('Make the granular admin invitation');
    expect(text).toContain('The customer is not known here.');
    expect(text).toContain('Try again');
  });

  test('says so in words where nobody has answered, and keeps what a machine wrote about it for whoever helps', async () => {
    const at = atTalk();
    const does = doing(at.world);
    const id = await reached['admin-relationship'].preparing(at.world, does);
    const trouble = { effect: 'create-relationship', code: 'unknown-outcome', words: 'Graph, POST /v1.0/x: 503' };
    await does.reports('record-trouble', id, { trouble, isAwaited: true });
    const text = textOf(await at.says('ana', `case ${id}`));
    expect(text).toContain('Nothing that says whether it was done.');
    expect(text).not.toContain('What the service said');
    expect(text).toContain('create-relationship · unknown-outcome · Graph, POST /v1.0/x: 503');
  });

  test('goes on by its button', async () => {
    const { presses, id, seen, does } = await stuckCase();
    expect(textOf(await presses('ana', 'resume', { id, seen: await seen() }))).toContain('It goes on from here.');
    expect(await does.status(id)).toBe('preparing');
  });

  test('goes on by a word, once it was looked at', async () => {
    const { says, id, does } = await stuckCase();
    await says('olav', `resume ${id}`);
    expect(await does.status(id)).toBe('stuck');
    await says('olav', `try ${id} again`);
    expect(await does.status(id)).toBe('preparing');
  });

  test('goes on as well where it was the transfer at Microsoft that had failed', async () => {
    const { presses, world } = atTalk();
    const does = doing(world);
    const id = await reached['azure-switch'].moving(world, does);
    await does.transfer(id, 'failed', 'An item could not be moved.');
    const seen = async () => seenOf(await does.current(id));
    await presses('ana', 'resume', { id, seen: await seen() });
    expect(await does.status(id)).toBe('moving');
  });

  test('waits, whatever those say who have no part in it', async () => {
    const { says, presses, id, seen, does } = await stuckCase();
    expect(textOf(await says('hal', `case ${id}`))).not.toContain('Try again');
    await presses('hal', 'resume', { id, seen: await seen() });
    expect(await does.status(id)).toBe('stuck');
  });
});

describe('a customer who has accepted where no service shows it', () => {
  const invited = async () => {
    const at = atTalk();
    const does = doing(at.world);
    const id = await does.opened({ ...inviting(), cloud: 'china_21v' });
    await does.approve(id, 'ada', 'It was confirmed.');
    await at.world.settle();
    await does.tickAll(id, 'ana', LINK);
    return { ...at, does, id };
  };

  test('is noted by a word, with what shows it', async () => {
    const { says, does, id } = await invited();
    expect(textOf(await says('ana', `case ${id}`))).toContain('Customer has accepted');
    await says('ana', `accepted ${id}`);
    expect(await does.current(id)).toMatchObject({ invitations: [{ acceptedAt: null }, { acceptedAt: null }] });
    await says('ana', `accepted ${id} seen in the portal of 21Vianet`);
    expect(await does.current(id)).toMatchObject({
      invitations: [{ acceptedAt: null }, { what: 'gdap', acceptedAt: expect.anything() }],
    });
  });

  test('is not asked of anybody where a service shows it', async () => {
    const at = atTalk();
    const id = await reached['admin-relationship']['awaiting-customer'](at.world, doing(at.world));
    expect(textOf(await at.says('ana', `case ${id}`))).not.toContain('Customer has accepted');
  });
});
