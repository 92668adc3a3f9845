import { describe, expect, test } from '@jest/globals';
import { createSightings } from '../../src/services/sightings.ts';
import { failed } from '../../src/wire/failure.ts';
import type { Sent } from '../../src/wire/failure.ts';

interface Seen {
  readonly id: string;
  readonly look: number;
}

const unreachable = failed({ kind: 'unreachable', words: 'nobody there' });

/** Everybody is there, and each carries the number of the look; unless the next look goes wrong. */
const looking = () => {
  let looks = 0;
  const clock = { elapsed: 0 };
  const troubles: (() => Promise<Sent<readonly Seen[]>>)[] = [];
  const sightings = createSightings<Seen>({
    all: () => {
      looks += 1;
      const seen = ['ada', 'bo'].map((id) => ({ id, look: looks }));
      return troubles.shift()?.() ?? Promise.resolve({ ok: true, status: 200, headers: {}, body: seen });
    },
    idOf: ({ id }) => id,
    goodForMs: 1000,
    elapsed: () => clock.elapsed,
  });
  const lookOf = async (id: string): Promise<number | null | undefined> => {
    const sent = await sightings.of(id);
    return sent.ok ? (sent.body?.look ?? null) : undefined;
  };
  return { ...sightings, lookOf, clock, troubles, looks: () => looks };
};

describe('sightings', () => {
  test('serve everybody who asks within a while with one look', async () => {
    const { lookOf, clock, looks } = looking();
    expect(await Promise.all(['ada', 'bo', 'ada'].map(lookOf))).toEqual([1, 1, 1]);
    clock.elapsed = 999;
    expect(await lookOf('bo')).toBe(1);
    expect(looks()).toBe(1);
  });

  test('look anew after that', async () => {
    const { lookOf, clock } = looking();
    await lookOf('ada');
    clock.elapsed = 1000;
    expect(await lookOf('ada')).toBe(2);
  });

  test('tell that somebody is not there', async () => {
    const { lookOf } = looking();
    expect(await lookOf('carl')).toBeNull();
  });

  test('that are forgotten are looked for anew', async () => {
    const { lookOf, forget } = looking();
    await lookOf('ada');
    forget();
    expect(await lookOf('ada')).toBe(2);
  });

  test('that are forgotten while somebody looks are not what the next one gets', async () => {
    const { lookOf, forget } = looking();
    const first = lookOf('ada');
    forget();
    expect(await lookOf('ada')).toBe(2);
    expect(await first).toBe(1);
    expect(await lookOf('bo')).toBe(2);
  });

  test('that failed are told as failed to all who waited, and looked for again by the next', async () => {
    const { lookOf, of, troubles, looks } = looking();
    troubles.push(() => Promise.resolve(unreachable));
    expect(await Promise.all([of('ada'), of('bo')])).toEqual([unreachable, unreachable]);
    expect(looks()).toBe(1);
    expect(await lookOf('ada')).toBe(2);
  });

  test('that broke are no reason to stay blind', async () => {
    const { lookOf, of, troubles } = looking();
    troubles.push(() => Promise.reject(new Error('broken')));
    await expect(of('ada')).rejects.toThrow('broken');
    expect(await lookOf('ada')).toBe(2);
  });

  test('that failed late do not take away what was seen since', async () => {
    const { lookOf, of, forget, troubles, looks } = looking();
    let fail = (): void => undefined;
    troubles.push(
      () =>
        new Promise((resolve) => {
          fail = () => {
            resolve(unreachable);
          };
        }),
    );
    const first = of('ada');
    forget();
    expect(await lookOf('ada')).toBe(2);
    fail();
    expect(await first).toEqual(unreachable);
    expect(await lookOf('ada')).toBe(2);
    expect(looks()).toBe(2);
  });
});
