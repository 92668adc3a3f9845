import { CaseEvent, kinds } from '../../src/cases/case.ts';
import type { Case } from '../../src/cases/case.ts';
import { flawOf, NO_EVENT, seal, SealedEvent } from '../../src/cases/history.ts';
import { examples } from './lives/all.ts';

let salts = 0;
export const salt = (): string => `salt ${++salts}`;

export const sealed = (events: readonly CaseEvent[], caseId: Case['id']): SealedEvent[] => {
  const records: SealedEvent[] = [];
  for (const event of events) {
    records.push(seal({ caseId, seq: records.length + 1, previous: records.at(-1)?.hash ?? NO_EVENT }, event, salt));
  }
  return records;
};

/** The first record of a history that cannot be believed, and why. */
export const flawIn = (records: readonly SealedEvent[], caseId: Case['id']): string | null => {
  let previous = NO_EVENT;
  for (const [index, record] of records.entries()) {
    const flaw = flawOf(record, { caseId, seq: index + 1, previous });
    if (flaw !== null) return `${index + 1}: ${flaw}`;
    previous = record.hash;
  }
  return null;
};

export const histories = kinds.flatMap((kind) =>
  examples[kind].map((moments) => {
    const events = moments.map(({ event }) => event);
    const last = moments.at(-1)?.after;
    if (last === undefined) throw new Error('An example begins');
    return { id: last.id, events, last, records: sealed(events, last.id) };
  }),
);
