import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseId } from '../../../src/cases/ids.ts';
import { later } from '../../../src/cases/time.ts';
import type { Open } from '../contract.ts';
import { claimAll, days, giveUp, idOf, keptCase, minutes, MONDAY, opens, sealedEvent, want, withoutDeadlines } from '../records.ts';

/** What `clean` lets through: any well-formed text without NUL. */
const cleanText = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\0', ''));

export const reading = ({ store, reopened }: Open): void => {
  test('any clean text comes back as it was, from wherever it stands', async () => {
    const texts = fc.tuple(cleanText, cleanText, cleanText);
    const samples = [['\u2028\u{1F600}"\\', '__proto__', 'e\u0301\uFEFF'], ...fc.sample(texts, 50)] as [string, string, string][];
    for (const [n, [one, two, three]] of samples.entries()) {
      await store().commit({
        next: { kept: keptCase(n, 1, MONDAY, one), expected: 0 },
        answer: { key: `${n}/${one}`, command: two, answer: { [two]: [three] }, at: MONDAY },
        sent: [{ caseId: idOf(n), place: three, activityId: one, at: MONDAY }],
      });
    }
    const again = await reopened();
    for (const [n, [one, two, three]] of samples.entries()) {
      expect(await again.case(idOf(n))).toEqual(keptCase(n, 1, MONDAY, one));
      expect(await again.answer(`${n}/${one}`)).toMatchObject({ command: two, answer: { [two]: [three] } });
      expect(await again.sentCards(idOf(n))).toMatchObject([{ place: three, activityId: one }]);
    }
  });

  test('a history comes back in its order, however long it is', async () => {
    const all = Array.from({ length: 3000 }, (_, at) => sealedEvent(1, at + 1));
    for (let at = 0; at < all.length; at += 1000) await store().commit({ events: all.slice(at, at + 1000) });
    expect(await (await reopened()).history(idOf(1))).toEqual(all);
    expect(await store().history(idOf(2))).toEqual([]);
  });

  test('cases are read page by page, in the order of their ids, each once', async () => {
    for (let n = 0; n < 7; n++) await store().commit(opens(n));
    const again = await reopened();
    const pages: CaseId[][] = [];
    do {
      const page = await again.cases(pages.at(-1)?.at(-1) ?? null, 3);
      pages.push(page.map((kept) => kept.case.id));
    } while (pages.at(-1)?.length === 3);
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 1]);
    expect(pages.flat()).toEqual([0, 1, 2, 3, 4, 5, 6].map(idOf).sort());
  });

  test('cases with a deadline that has come are told, the longest due first, and no more than were asked for', async () => {
    await store().commit(opens(1, days(2)));
    await store().commit(opens(2, days(1)));
    await store().commit({ next: { kept: withoutDeadlines(keptCase(3)), expected: 0 } });
    const due = async (day: number, limit = 9) => (await store().dueCases(days(day), limit)).map((kept) => kept.case.id);
    await reopened();
    expect([await due(1), await due(2), await due(3), await due(3, 1)]).toEqual([[], [idOf(2)], [idOf(2), idOf(1)], [idOf(2)]]);
  });

  test('a case whose deadline has been met is no longer due', async () => {
    await store().commit(opens(1));
    await store().commit({ next: { kept: withoutDeadlines(keptCase(1, 2)), expected: 1 } });
    expect([await store().dueCases(days(99), 9), await store().nextDue()]).toEqual([[], null]);
  });

  test('what is to be done next is the earliest of all: a deadline, an effect that waits, a claim that lapses', async () => {
    expect(await store().nextDue()).toBeNull();
    await store().commit(opens(1));
    expect(await store().nextDue()).toBe(days(1));
    await want(store(), { dueAt: minutes(5) }, { order: 2, dueAt: minutes(1) });
    expect(await store().nextDue()).toBe(minutes(5));
    const [claim] = await store().claim(minutes(5), minutes(7), 1);
    expect(await store().nextDue()).toBe(minutes(7));
    await giveUp(store(), claim ?? { id: '', claim: 0 });
    expect(await (await reopened()).nextDue()).toBe(minutes(1));
    await claimAll(store(), minutes(1));
    await store().commit({ settles: { id: '1-cards-2', claim: 1, as: 'done' } });
    expect(await store().nextDue()).toBe(days(1));
  });

  test('what is next after an instant is due later than that: cases, effects, claims; several of one instant are passed by', async () => {
    for (const n of [1, 2]) await store().commit(opens(n));
    await store().commit(opens(3, days(1)));
    await want(store(), { dueAt: minutes(5) }, { n: 2, dueAt: minutes(5) }, { n: 3, dueAt: minutes(7) });
    await store().claim(minutes(7), minutes(9), 3);
    await want(store(), { n: 4, dueAt: minutes(8) }, { n: 5, dueAt: minutes(8) });
    const stops = async () => {
      const found: (string | null)[] = [];
      for (let next = await store().nextDue(); ; next = await store().nextDue(next)) {
        found.push(next);
        // One that does not go on would be told for ever.
        if (next === null || found.length > 9) return found;
      }
    };
    const wanted = [minutes(8), minutes(9), days(1), days(2), null];
    expect(await stops()).toEqual(wanted);
    await reopened();
    expect([await stops(), await store().nextDue(null), await store().nextDue(minutes(0))]).toEqual([
      wanted,
      minutes(8),
      minutes(8),
    ]);
    expect(await store().nextDue(later(minutes(8), { minutes: -1 }))).toBe(minutes(8));
  });

  test('heads are told day by day, in the order of their days', async () => {
    const head = (day: string) => ({ day, cases: 1, events: 2, hash: `hash of ${day}` });
    for (const day of ['2026-03-03', '2026-03-01', '2026-03-02']) await store().commit({ head: head(day) });
    expect(await (await reopened()).heads()).toEqual(['2026-03-01', '2026-03-02', '2026-03-03'].map(head));
  });

  test('a caller who writes into what was handed out changes nothing for others', async () => {
    await store().commit(opens(1));
    const mine = (await store().case(idOf(1))) as { case: { customer: { name: string } } } | null;
    const write = () => {
      if (mine) mine.case.customer.name = 'Somebody else';
    };
    expect(write).toThrow(TypeError);
    expect(await store().case(idOf(1))).toEqual(keptCase(1));
  });
};
