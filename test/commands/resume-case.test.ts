import { describe, expect, test } from '@jest/globals';
import { hasNoLetter } from '../../src/commands/resume-case.ts';
import { waysTo } from '../cases/lives/all.ts';
import { wordOf } from '../support/answers.ts';
import { doing } from '../support/requests.ts';
import { given } from '../support/given.ts';
import { createWorld } from '../support/world.ts';
import { reached } from './reached.ts';

describe('resume-case', () => {
  const failed = async () => {
    const world = createWorld();
    const does = doing(world);
    const id = await reached['azure-switch'].moving(world, does);
    await does.transfer(id, 'failed', 'An item could not be moved.');
    expect(await does.status(id)).toBe('stuck');
    return { does, id };
  };

  test.each(['ana', 'ada'] as const)('%s lets a transfer go on that had failed at Microsoft', async (name) => {
    const { does, id } = await failed();
    expect(wordOf(await does.says(name, 'resume-case', id))).toBe('moving');
  });

  test('nobody else does', async () => {
    const { does, id } = await failed();
    expect(wordOf(await does.says('hal', 'resume-case', id))).toBe('refusal.not-yours');
  });

  test('not what a machine has given up: that is tried again from its dead letter', async () => {
    const world = createWorld();
    const does = doing(world);
    const id = await reached['azure-switch'].stuck(world, does);
    expect(wordOf(await does.says('ana', 'resume-case', id))).toBe('refusal.not-now');
  });

  test('what was to be done by hand has no dead letter, so it is this that lets it go on', () => {
    const stuck = given(...(waysTo('admin-relationship').get('stuck') ?? []));
    if (stuck.status !== 'stuck') throw new Error('it is not stuck');
    const trouble = { effect: 'assign-groups', code: 'decision-changed', words: '' };
    expect(hasNoLetter({ ...stuck, trouble, cloud: 'china_21v' })).toBe(true);
    expect(hasNoLetter({ ...stuck, trouble, cloud: 'global' })).toBe(false);
    expect(hasNoLetter({ ...stuck, trouble: { ...trouble, effect: 'make-gdap-invitation' } })).toBe(true);
  });
});
