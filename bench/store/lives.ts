/**
 * Stores that have been lived in. Two lives are led once, along the one road; every case of a large store is a copy of one of
 * them under an id of its own, with its history sealed anew. Each has six events, and one effect that is due. Every other
 * case waits for the customer, and its invitations are watched besides; the others wait for an approver.
 */
import { open } from 'node:fs/promises';
import { laneOf } from '../../src/cases/effect.ts';
import type { Effect } from '../../src/cases/effect.ts';
import { sha256 } from '../../src/cases/digest.ts';
import { NO_EVENT } from '../../src/cases/history.ts';
import type { SealedEvent } from '../../src/cases/history.ts';
import { caseIdFor } from '../../src/cases/ids.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import { seenOf } from '../../src/cases/seen.ts';
import { instant } from '../../src/cases/time.ts';
import type { Handle } from '../../src/commands/handle.ts';
import type { Store } from '../../src/ports.ts';
import { Contents } from '../../src/store/contents.ts';
import { commitOf, headerOf } from '../../src/store/journal-lines.ts';
import { storeOver } from '../../src/store/kept-store.ts';
import { keys } from '../../src/store/keys.ts';
import { MemoryTable } from '../../src/store/memory-table.ts';
import { migrations, versionAfter } from '../../src/store/migrations.ts';
import { pairOf } from '../../src/store/table.ts';
import { ada, answerBack, card, invitation, partnerOver, reminder, sendBack, START, takeOver } from './partner.ts';

const MODEL = 'model-case';
const MODEL_ID = caseIdFor('ADM', MODEL);
/** Cases a line: about as much as a line of a compacted journal holds. */
const LINE = 3;

const openingOf = (n: number): string => `click-${String(n).padStart(7, '0')}`;

/** One of the cases that wait for an approver: every other one. */
export const askingCase = (place: number): CaseId => caseIdFor('ADM', openingOf(2 * place + 1));

/** One of the others. */
export const customersCase = (place: number): CaseId => caseIdFor('ADM', openingOf(2 * place));

export const sent = async (handle: Handle, command: unknown): Promise<void> => {
  const answer = await handle(command);
  if (answer.kind !== 'done') throw new Error(`Not done: ${JSON.stringify(answer)}`);
};

type Live = (handle: Handle, store: Store) => Promise<void>;

const untilTheCustomerIsAsked: Live = async (handle, store) => {
  const kept = await store.case(MODEL_ID);
  const seen = kept === null ? '' : seenOf(kept.case);
  await sent(handle, { name: 'approve-case', key: `${MODEL} 2`, actor: ada, caseId: MODEL_ID, seen, words: 'Agreed.' });
};

const untilAnswersAreIn: Live = async (handle) => {
  for (const turn of [1, 3]) {
    await sent(handle, sendBack(MODEL_ID, `${MODEL} ${turn}`));
    await sent(handle, answerBack(MODEL_ID, `${MODEL} ${turn + 1}`));
  }
  await sent(handle, takeOver(MODEL_ID, `${MODEL} 5`));
};

interface Life {
  readonly events: readonly SealedEvent[];
  /** All other rows, each as it stands in the journal. */
  readonly others: string;
}

const led = async (live: Live, due: Effect): Promise<Life> => {
  const table = new MemoryTable();
  const store = storeOver(new Contents(table, 'a model'));
  const { handle, carryOutDue } = partnerOver(store, 0);
  await sent(handle, { ...invitation, key: MODEL });
  await live(handle, store);
  await carryOutDue();
  const at = instant(START);
  const wanted = { id: `${MODEL_ID}/0.1`, caseId: MODEL_ID, lane: laneOf(due), order: 0, effect: due, since: at, dueAt: at };
  await store.commit({ effects: [wanted] });
  const others = [...table.data].filter(([key]) => !key.startsWith('event/')).map(([key, row]) => pairOf(key, row));
  return { events: await store.history(MODEL_ID), others: others.join() };
};

const lives = await Promise.all([led(untilTheCustomerIsAsked, reminder), led(untilAnswersAreIn, card)]);

/** All rows of a case, as they stand in a journal. */
const pairsOf = (n: number): string[] => {
  const life = lives[n % lives.length];
  if (life === undefined) throw new Error('No life');
  const opening = openingOf(n);
  const id = caseIdFor('ADM', opening);
  const retold = (text: string): string => text.replaceAll(MODEL_ID, id).replaceAll(MODEL, opening);
  let [modelHead, head] = [NO_EVENT, NO_EVENT];
  const events = life.events.map((event) => {
    const text = retold(event.text).replace(modelHead, head);
    modelHead = event.hash;
    head = sha256(text);
    return pairOf(keys.event(id, event.seq), { ...event, caseId: id, text, hash: head });
  });
  return [...events, retold(life.others).replace(modelHead, head)];
};

/** A journal as its last compaction has left it. */
export const fillJournal = async (path: string, cases: number): Promise<void> => {
  const file = await open(path, 'wx');
  await file.appendFile(headerOf(versionAfter(migrations)));
  for (let from = 0; from < cases; from += LINE) {
    const here = Array.from({ length: Math.min(LINE, cases - from) }, (_, place) => pairsOf(from + place));
    await file.appendFile(commitOf(here.flat()));
  }
  await file.datasync();
  await file.close();
};

/** The same rows as stock lowdb keeps them. */
export const stockRows = (cases: number): Record<string, unknown> => {
  const rows: Record<string, unknown> = {};
  for (let n = 0; n < cases; n++) {
    for (const [key, row] of JSON.parse(`[${pairsOf(n).join()}]`) as [string, unknown][]) rows[key] = row;
  }
  return rows;
};
