import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseId } from '../../../src/cases/ids.ts';
import { later } from '../../../src/cases/time.ts';
import type { KeptCase } from '../../../src/ports.ts';
import type { Open } from '../contract.ts';
import { NO_EVENT } from '../../../src/cases/history.ts';
import {
  claimAll,
  days,
  declined,
  giveUp,
  idOf,
  keptCase,
  minutes,
  MONDAY,
  openedEvent,
  opens,
  sealedEvent,
  want,
  withoutDeadlines,
  withoutPeople,
} from '../records.ts';
import { anyCharacter } from '../../support/any-text.ts';

const ends = { wants: 'end', what: 'admin_roles', relationshipId: null, told: {} } as const;

/** What `clean` lets through: any well-formed text without NUL. */
const cleanText = fc.string({ unit: anyCharacter, maxLength: 20 }).map((text) => text.replaceAll('\0', ''));

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

  test('the newest instant is that of the event that was kept last, in whatever case, also after the store was opened anew', async () => {
    expect(await store().lastEventAt()).toBeNull();
    const last = declined(1);
    const at = (n: number, minute: number) => sealedEvent(n, 1, NO_EVENT, openedEvent(n, minutes(minute)));
    await store().commit({ next: { kept: last.kept, expected: 0 }, events: last.events });
    await store().commit({ events: [at(2, 7)] });
    await store().commit(opens(3, days(1)));
    expect(await store().lastEventAt()).toBe(minutes(7));
    // Forgetting people is no event.
    await store().erase(withoutPeople(last));
    expect([await store().lastEventAt(), await (await reopened()).lastEventAt()]).toEqual([minutes(7), minutes(7)]);
    await store().commit({ events: [at(4, 8)] });
    expect(await (await reopened()).lastEventAt()).toBe(minutes(8));
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

  test('open cases are read page by page, in the order of their ids, without those that are over', async () => {
    for (let n = 0; n < 7; n++) await store().commit(opens(n));
    const over = declined(3).kept;
    await store().commit({ next: { kept: over, expected: 1 } });
    await store().commit({ next: { kept: declined(9).kept, expected: 0 } });
    const left = [0, 1, 2, 4, 5, 6].map(idOf).sort();
    for (const open of [store, reopened]) {
      const one = await open();
      const first = await one.openCases(null, 4);
      const rest = await one.openCases(first.at(-1)?.case.id ?? null, 4);
      expect([first.length, rest.length]).toEqual([4, 2]);
      expect([...first, ...rest].map((kept) => kept.case.id)).toEqual(left);
    }
  });

  test('a case that ends while a page is read is not on it, and leaves no gap', async () => {
    for (let n = 0; n < 4; n++) await store().commit(opens(n));
    const [first = 0] = [0, 1, 2, 3].toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
    const ending = store().commit({ next: { kept: declined(first).kept, expected: 1 } });
    const page = await store().openCases(null, 3);
    await ending;
    expect(page.map((kept) => kept.case.id)).toEqual(
      [0, 1, 2, 3]
        .filter((n) => n !== first)
        .map(idOf)
        .sort(),
    );
  });

  test('cases that are about another one are found by it, as they stand, also after the store was opened anew', async () => {
    const about = (n: number, of: number, version = 1): KeptCase => {
      const kept = keptCase(n, version);
      return { ...kept, case: { ...kept.case, proposal: { ...ends, of: idOf(of) } } as KeptCase['case'] };
    };
    await store().commit(opens(1));
    for (const [n, of] of [
      [2, 1],
      [3, 1],
      [4, 2],
    ] as const)
      await store().commit({ next: { kept: about(n, of), expected: 0 } });
    await store().commit({ next: { kept: about(3, 1, 2), expected: 1 } });
    for (const open of [store, reopened]) {
      const one = await open();
      expect(await one.casesAbout(idOf(1))).toEqual([about(2, 1), about(3, 1, 2)]);
      expect([await one.casesAbout(idOf(2)), await one.casesAbout(idOf(3))]).toEqual([[about(4, 2)], []]);
    }
  });

  test('the cases of a customer are found by the tenant, in whatever case it is written, also after the store was opened anew', async () => {
    const of = (n: number, tenant: string | null): KeptCase => {
      const kept = keptCase(n);
      return { ...kept, case: { ...kept.case, customer: { ...kept.case.customer, tenant } } };
    };
    const [one, other] = ['c0570001-0001-4c01-8c01-0000000000c1', 'C0570002-0002-4C02-8C02-0000000000C2'];
    for (const [n, tenant] of [
      [1, one],
      [2, other],
      [3, one],
      [4, null],
    ] as const) {
      await store().commit({ next: { kept: of(n, tenant), expected: 0 } });
    }
    for (const open of [store, reopened]) {
      const opened = await open();
      expect(await opened.casesOf(one)).toEqual([of(1, one), of(3, one)]);
      expect(await opened.casesOf(other.toLowerCase())).toEqual([of(2, other)]);
      expect(await opened.casesOf('c0570009-0009-4c09-8c09-0000000000c9')).toEqual([]);
    }
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
