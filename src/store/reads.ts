import { setImmediate as nextTurn } from 'node:timers/promises';
import { isOver } from '../cases/case.ts';
import type { CaseId } from '../cases/ids.ts';
import type { SealedEvent } from '../cases/history.ts';
import type { KeptCase, KeptEffect, Note, Store } from '../ports.ts';
import type { Catalogue } from './catalogue.ts';
import { places } from './changes.ts';
import { keys } from './keys.ts';
import type { Rows } from './rows.ts';
import { Unsettled } from './unsettled.ts';

/** How much of a long history is read before somebody else has a turn. */
const STRETCH = 1000;

/** Effects of a case, in the order in which they were wanted. */
export const byTurn = (one: KeptEffect, other: KeptEffect): number => one.order - other.order || (one.id < other.id ? -1 : 1);

export type Reads = Pick<Store, 'case' | 'cases' | 'openCases' | 'history' | 'heads' | 'note' | 'notes'>;

/** What may be read of any journal, one's own or somebody else's. */
export const readsOf = (rows: Rows, catalogue: Catalogue, unsettled = new Unsettled()): Reads => {
  const oneCase = (id: CaseId): Promise<KeptCase | null> =>
    unsettled.whenSettled([places.case(id)], () => rows.read('case', keys.case(id)));
  const note = (key: string): Promise<Note | null> =>
    unsettled.whenSettled([places.note(key)], () => rows.read('note', keys.note(key)));
  return {
    case: oneCase,
    note,
    notes: async (prefix, after, limit) => {
      const found: Note[] = [];
      let last = after;
      // One that was being forgotten leaves room for another: a short page says that there are no more.
      for (let page; (page = catalogue.notes(prefix, last, limit - found.length)).length > 0; last = page.at(-1) ?? last)
        found.push(...(await Promise.all(page.map(note))).filter((one) => one !== null));
      return found;
    },
    // Each waits for what is on its way to itself alone: under load there is always something on its way to one of many.
    cases: async (after, limit) => (await Promise.all(catalogue.cases(after, limit).map(oneCase))).filter((kept) => kept !== null),
    openCases: async (after, limit) => {
      const found: KeptCase[] = [];
      let last = after;
      // One that has ended meanwhile leaves room for another: a short page says that there are no more.
      for (let page; (page = catalogue.openCases(last, limit - found.length)).length > 0; last = page.at(-1) ?? last)
        found.push(...(await Promise.all(page.map(oneCase))).filter((kept) => kept !== null).filter((kept) => !isOver(kept.case)));
      return found;
    },
    history: async (id) => {
      const last = await unsettled.whenSettled([places.case(id), places.history(id)], () => catalogue.lastEvent(id));
      const events: SealedEvent[] = [];
      for (let seq = 1; seq <= last; seq++) {
        // A gap is not hidden: the events behind it do not follow from those before it.
        const event = rows.read('event', keys.event(id, seq));
        if (event !== null) events.push(event);
        if (seq % STRETCH === 0) await nextTurn();
      }
      return events;
    },
    heads: () =>
      unsettled.whenSettled([places.heads], () =>
        catalogue
          .days()
          .map((day) => rows.read('head', keys.head(day)))
          .filter((head) => head !== null),
      ),
  };
};
