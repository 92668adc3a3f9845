import { describe, expect, test } from '@jest/globals';
import type { Case } from '../../src/cases/case.ts';
import { leftBehind, nameIn } from '../../src/services/left-behind.ts';
import { handOut, moveAzure, switchOpened } from '../support/cases.ts';
import { given } from '../support/given.ts';
import { azureIds } from '../support/sandbox-world.ts';

const [shop, archive, sensors] = azureIds;

const asking = (...subjects: readonly (readonly [id: string, name: string])[]): Case =>
  given(
    switchOpened(
      '03-02 09:00',
      moveAzure('azure-plan-transfer', { subjects: subjects.map(([id, name]) => ({ id, name, facts: {} })) }),
    ),
  );

const moved = (...ids: readonly string[]) => ({
  items: ids.map((subscriptionId) => ({ id: null, subscriptionId, status: 'complete' as const, error: null, orderId: null })),
});

const three = asking([shop.toUpperCase(), 'Web shop'], [archive, 'Archive'], [sensors, 'Sensors']);

describe('what stays behind when the other partner lets a part go', () => {
  test('is named as people know it', () => {
    expect(leftBehind(three, moved(shop, sensors))).toEqual(['Archive']);
    expect(nameIn(three, shop)).toBe('Web shop');
    expect(nameIn(three, 'somebody-else')).toBe('somebody-else');
  });

  test('is also what was let go and has failed', () => {
    const { items } = moved(shop, archive, sensors);
    expect(leftBehind(three, { items: items.map((one, place) => (place === 1 ? { ...one, error: '900103' } : one)) })).toEqual([
      'Archive',
    ]);
  });

  test('is nothing where all of it has moved', () => {
    expect(leftBehind(three, moved(shop, archive, sensors))).toEqual([]);
  });

  test('is not guessed: not of a name that was typed, not where nothing is shown, not of ids that are none of theirs', () => {
    expect(leftBehind(asking([shop, 'Web shop'], ['Archive', 'Archive']), moved(shop))).toEqual([]);
    expect(leftBehind(three, { items: null })).toEqual([]);
    expect(leftBehind(three, moved('5b5c0004-0004-4d04-8d04-0000000000d4'))).toEqual([]);
  });

  test('is nobody’s business where we hand something out: it is what we chose', () => {
    const theirs: Case = { ...three, proposal: handOut } as Case;
    expect(leftBehind(theirs, moved(shop))).toEqual([]);
  });
});
