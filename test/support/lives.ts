import { expect, test } from '@jest/globals';
import { dueOf, momentsOf, saidOf } from './given.ts';
import type { Life } from './given.ts';

/** Every step of a life, with all that is expected of it. */
export const testLives = (lives: readonly Life[]): void => {
  test.each(lives.map((life) => [life.title, life] as const))('%s', (_title, { steps }) => {
    const moments = momentsOf(steps.map(([event]) => event));
    const happened = moments.map(({ event, after, effects }, index) => {
      const { due, sets, has } = steps[index]?.[1] ?? {};
      return {
        when: event.type,
        status: after.status,
        ...(due && { due: dueOf(after) }),
        ...(sets && { sets: effects.map(saidOf) }),
        ...(has && { has: after }),
      };
    });
    expect(happened).toMatchObject(steps.map(([event, expected]) => ({ when: event.type, ...expected })));
    for (const [index, [, { due }]] of steps.entries()) {
      if (due) expect(happened[index]?.due).toStrictEqual(due);
    }
  });
};
