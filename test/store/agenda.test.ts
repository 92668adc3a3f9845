import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { copyFileSync } from 'node:fs';
import type { Instant } from '../../src/cases/time.ts';
import type { Change, KeptEffect, Settlement, Store } from '../../src/ports.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { faultyDisk, ioError } from './faulty-disk.ts';
import { newFile, outcomeOf } from './journals.ts';
import { days, everything, idOf, keptCase, minutes, newEffect, withoutDeadlines } from './records.ts';

const N = 3;
const LANES = ['cards', 'letters'];
const ORDERS = 4;

const somewhere = { n: fc.nat(N - 1), lane: fc.constantFrom(...LANES), order: fc.nat(ORDERS - 1) };
const at = fc.nat(30);

/** Anything that anybody may ask for, sensible or not. */
const step = fc.record({
  ...somewhere,
  at,
  what: fc.constantFrom('want', 'want', 'claim', 'claim', 'done', 'again', 'given-up', 'revive', 'close', 'open'),
  failsOnDisk: fc.boolean(),
  isAwaited: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const changeOf = ({ n, lane, order, what, at }: Step, claim: number): Change => {
  const effect = newEffect({ n, lane, order, dueAt: minutes(at) });
  const { id } = effect;
  switch (what) {
    case 'want':
      return { effects: [effect] };
    case 'revive':
      return { revives: { id, dueAt: minutes(at) } };
    case 'close':
      return { closes: { id } };
    case 'open': {
      const kept = keptCase(n, order + 1, minutes(at));
      return { next: { kept: at % 2 ? withoutDeadlines(kept) : kept, expected: order } };
    }
    default: {
      const more = { dueAt: minutes(at), failures: 1, isUncertain: order % 2 === 0, trouble: 'busy' };
      return { settles: { id, claim, as: what, ...more } as Settlement };
    }
  }
};

const take = async (store: Store, one: Step): Promise<void> => {
  const { n, lane, order, what, at } = one;
  if (what === 'claim') await store.claim(minutes(at), minutes(at + 5), order + 1);
  else await store.commit(changeOf(one, (await store.effect(newEffect({ n, lane, order }).id))?.claim ?? 0));
};

/** Wrong steps are part of it. */
const orRefused = (work: Promise<unknown>): Promise<unknown> =>
  outcomeOf(work).catch((error: unknown) => {
    if (!String(error).includes('is there already')) throw error;
  });

/** What may be happening, and then what may have happened, comes before everything else. */
const rankOf = ({ state, isUncertain, failures }: KeptEffect): number =>
  state === 'claimed' ? 0 : isUncertain && failures > 0 ? 1 : 2;

/** What may be claimed, found by looking at every effect. */
const claimable = (effects: readonly KeptEffect[], now: Instant): string[] => {
  const open = effects
    .filter(({ state }) => state !== 'given-up')
    .toSorted((one, other) => rankOf(one) - rankOf(other) || one.order - other.order);
  const heads = Object.values(Object.groupBy(open, ({ caseId, lane }) => `${caseId} ${lane}`)).flatMap(
    (lane) => lane?.slice(0, 1) ?? [],
  );
  return heads.filter(({ dueAt }) => dueAt <= now).map(({ dueAt, id }) => `${dueAt} ${id}`);
};

const allEffects = async (store: Store): Promise<KeptEffect[]> => {
  const wanted = [0, 1, 2].flatMap((n) =>
    LANES.flatMap((lane) => Array.from({ length: ORDERS }, (_, order) => ({ n, lane, order }))),
  );
  const found = await Promise.all(wanted.map((one) => store.effect(newEffect(one).id)));
  return found.filter((effect) => effect !== null);
};

test('whatever was asked for, and whatever of it the disk refused: what is due is what stands in the file, and in memory', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), at, async (steps, now) => {
      const path = newFile();
      const plan = { fails: false };
      const disk = faultyDisk((call) => (plan.fails && call === 'append' ? { half: true, error: ioError('ENOSPC') } : undefined));
      const store = await openLowdbStore(path, { disk, slack: 20 });
      let going: Promise<unknown>[] = [];
      for (const one of steps) {
        plan.fails = one.failsOnDisk;
        going.push(orRefused(take(store, one)));
        if (!one.isAwaited) continue;
        await Promise.all(going);
        going = [];
      }
      await Promise.all(going);
      plan.fails = false;

      const copy = newFile();
      copyFileSync(path, copy);
      const afresh = await openLowdbStore(copy);
      expect(await everything(store)).toEqual(await everything(afresh));
      const effects = await allEffects(store);
      expect(await allEffects(afresh)).toEqual(effects);
      const before = new Map(effects.map((effect) => [effect.id, effect.dueAt]));
      for (const one of [store, afresh]) {
        const claimed = (await one.claim(minutes(now), days(1), 99)).map(({ id }) => `${before.get(id) ?? ''} ${id}`);
        expect(claimed.map((text) => text.slice(0, 24))).toEqual(claimed.map((text) => text.slice(0, 24)).toSorted());
        expect(claimed.toSorted()).toEqual(claimable(effects, minutes(now)).toSorted());
      }
      expect(await store.case(idOf(0))).toEqual(await afresh.case(idOf(0)));
      await Promise.all([store.close(), afresh.close()]);
    }),
    { numRuns: 60 },
  );
}, 20_000);
