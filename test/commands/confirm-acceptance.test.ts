import { describe, expect, test } from '@jest/globals';
import { unseal } from '../../src/cases/history.ts';
import { doing, inviting } from '../support/requests.ts';
import { valuesOf, wordOf } from '../support/answers.ts';
import { createWorld } from '../support/world.ts';
import { reached } from './reached.ts';

const setting = () => {
  const world = createWorld();
  return { world, does: doing(world) };
};

const LINK = 'https://partner.microsoftonline.cn/invite/1';

describe('confirm-acceptance', () => {
  const invited = async (cloud: 'china_21v' | 'us_gov' | 'global') => {
    const { world, does } = setting();
    const id = await does.opened({ ...inviting(), cloud });
    await does.approve(id, 'ada', 'It was confirmed.');
    await world.settle();
    await does.tickAll(id, 'ana', LINK);
    expect(await does.status(id)).toBe('awaiting-customer');
    return { world, does, id };
  };
  const said = (what: 'reseller' | 'gdap', evidence = 'Seen in the portal of 21Vianet.') => ({ what, evidence });

  test('where 21Vianet has no interface somebody says that the customer has accepted, with what shows it', async () => {
    const { world, does, id } = await invited('china_21v');
    expect(wordOf(await does.says('ana', 'confirm-acceptance', id, said('gdap')))).toBe('awaiting-customer');
    expect(await does.current(id)).toMatchObject({
      invitations: [
        { what: 'reseller', acceptedAt: null },
        { what: 'gdap', acceptedAt: world.now() },
      ],
    });
    const [last] = (await world.store.history(id)).slice(-1).map(unseal);
    expect(last).toMatchObject({ type: 'customer-accepted', actor: { id: 'ana' }, evidence: 'Seen in the portal of 21Vianet.' });
    await does.reports('record-customer-accepted', id, { what: 'reseller', acceptedAt: world.now(), endsAt: null }, 'watch');
    expect(await does.status(id)).toBe('granting');
  });

  test.each([
    ['china_21v', 'reseller'],
    ['us_gov', 'gdap'],
    ['global', 'gdap'],
    ['global', 'reseller'],
  ] as const)('in %s not of %s: there a service tells', async (cloud, what) => {
    const { does, id } = await invited(cloud);
    expect(wordOf(await does.says('ana', 'confirm-acceptance', id, said(what)))).toBe('refusal.unknown-item');
    expect(await does.status(id)).toBe('awaiting-customer');
  });

  test('the tie in the US Government cloud is told by nobody else', async () => {
    const { world, does, id } = await invited('us_gov');
    expect(wordOf(await does.says('ada', 'confirm-acceptance', id, said('reseller')))).toBe('awaiting-customer');
    expect(await does.current(id)).toMatchObject({
      invitations: [
        { what: 'gdap', acceptedAt: null },
        { what: 'reseller', acceptedAt: world.now() },
      ],
    });
  });

  test('not twice, not by somebody who has no part in it, not without what shows it, and not before or after', async () => {
    const { world, does, id } = await invited('china_21v');
    for (const name of ['sven', 'olav'] as const)
      expect(wordOf(await does.says(name, 'confirm-acceptance', id, said('gdap')))).toBe('refusal.not-yours');
    expect(valuesOf(await does.says('ana', 'confirm-acceptance', id, said('gdap', ' ')))).toStrictEqual({ paths: 'evidence' });
    await does.says('ana', 'confirm-acceptance', id, said('gdap'));
    expect(wordOf(await does.says('ana', 'confirm-acceptance', id, said('gdap')))).toBe('refusal.unknown-item');
    const { preparing, granting } = reached['admin-relationship'];
    for (const way of [preparing, granting])
      expect(wordOf(await does.says('ana', 'confirm-acceptance', await way(world, does), said('gdap')))).toBe('refusal.not-now');
  });
});
