import { earliest } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import { unsealedAt } from '../cases/history.ts';
import type { CaseId } from '../cases/ids.ts';
import type { Change, Committed, Erasure, KeptCase, KeptEffect, Store } from '../ports.ts';
import { laneOf } from './agenda.ts';
import { places, placesOf, rowsOf, verdictOn } from './changes.ts';
import type { Contents } from './contents.ts';
import { isElsewhere, rowsOfErasure } from './erasure.ts';
import { keys } from './keys.ts';
import { byTurn, readsOf } from './reads.ts';
import { reasonOf } from './store-error.ts';

const isThere = <T>(value: T | null): value is T => value !== null;

const claimed = (effect: KeptEffect, until: Instant): KeptEffect => ({
  ...effect,
  state: 'claimed',
  claim: effect.claim + 1,
  dueAt: until,
  // Whoever held the claim that has lapsed may have done it, and gone before saying so.
  isUncertain: effect.isUncertain || effect.state === 'claimed',
});

const isDue = ({ case: { deadlines } }: KeptCase, now: Instant): boolean => {
  const first = earliest(deadlines.map(({ at }) => at));
  return first !== null && first <= now;
};

/** The store, whatever keeps its rows. */
export const storeOver = (contents: Contents): Store => {
  const { rows, agenda, catalogue, unsettled } = contents;
  const reads = readsOf(rows, catalogue, unsettled);

  const isOnItsWay = (place: string): boolean => unsettled.has(place);

  const effect = (id: string): Promise<KeptEffect | null> =>
    unsettled.whenSettled([places.effect(id)], () => rows.read('effect', keys.effect(id)));

  // Begins in the turn in which its places have become free, and has taken them before that turn ends.
  const keep = async (change: Change, at: readonly string[]): Promise<Committed> => {
    const verdict = verdictOn(change, rows);
    if (verdict === 'kept') await contents.put(at, rowsOf(change, rows));
    return verdict;
  };

  const drop = async (erasure: Erasure, at: readonly string[]): Promise<boolean> => {
    if (isElsewhere(erasure, rows)) return false;
    await contents.put(at, rowsOfErasure(erasure, rows));
    return true;
  };

  return {
    ...reads,
    effect,
    answer: (key) => unsettled.whenSettled([places.answer(key)], () => rows.read('answer', keys.answer(key))),
    sentCards: (id) =>
      unsettled.whenSettled([places.sent(id)], () =>
        catalogue
          .sent(id)
          .map((key) => rows.read('sent', key))
          .filter(isThere),
      ),
    commit: (change) => {
      const at = placesOf(change);
      return unsettled.whenSettled(at, () => keep(change, at));
    },

    casesOf: async (tenant) => (await Promise.all(catalogue.about(tenant.toLowerCase()).map(reads.case))).filter(isThere),
    casesAbout: async (id) => (await Promise.all(catalogue.about(id).map(reads.case))).filter(isThere),
    dueCases: async (now, limit) => {
      const ids = agenda.deadlines.dueBy(now).take(limit).toArray() as CaseId[];
      // What was on its way to one of them may have been what was due.
      return (await Promise.all(ids.map(reads.case))).filter(isThere).filter((kept) => isDue(kept, now));
    },
    claim: async (now, until, limit) => {
      const ready = agenda.ready(now).filter(({ id, lane }) => ![places.effect(id), places.lane(lane)].some(isOnItsWay));
      const taken = ready
        .take(limit)
        .map(({ id }) => rows.read('effect', keys.effect(id)))
        .filter(isThere)
        .map((one) => claimed(one, until))
        .toArray();
      await contents.put(
        taken.flatMap((one) => [places.effect(one.id), places.lane(laneOf(one))]),
        taken.map((one) => [keys.effect(one.id), one]),
      );
      return taken;
    },
    nextDue: async (after = null) => {
      // What is due is often on its way to being done: whoever was told of it now would ask again and again.
      for (let next; (next = agenda.next(after)) !== null;) {
        if (!unsettled.has(next.key)) return next.at;
        await unsettled.whenSettled([next.key], () => undefined);
      }
      return null;
    },
    deadLetters: async () => {
      const ids = agenda.deadLetters.inOrder().map(([id]) => id);
      return (await Promise.all(ids.map(effect))).filter(isThere).filter(({ state }) => state === 'given-up');
    },
    effectsOf: async (id) => {
      const ids = await unsettled.whenSettled([places.case(id)], () => agenda.effectsOf(id));
      return (await Promise.all(ids.map(effect))).filter(isThere).sort(byTurn);
    },

    lastEventAt: () =>
      unsettled.whenSettled([], () => {
        const key = catalogue.newestEvent();
        const event = key && rows.read('event', key);
        return event && unsealedAt(event);
      }),
    forgetAnswers: async (before, limit) => {
      const old = agenda.answers
        .dueBy(before)
        .filter((key) => agenda.answers.of(key) !== before && !unsettled.has(places.answer(key)))
        .take(limit)
        .toArray();
      await contents.put(
        old.map(places.answer),
        old.map((key) => [keys.answer(key), null]),
      );
      return old.length;
    },
    erase: async (erasure) => {
      const { id } = erasure.kept.case;
      const at = [places.case(id), places.history(id)];
      if (!(await unsettled.whenSettled(at, () => drop(erasure, at)))) return { kind: 'conflict' };
      try {
        await contents.purge();
        return { kind: 'erased' };
      } catch (error) {
        return { kind: 'not-purged', words: reasonOf(error) };
      }
    },
    close: () => contents.close(),
  };
};
