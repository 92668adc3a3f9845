import { isOver, replay } from '../cases/case.ts';
import type { Case } from '../cases/case.ts';
import { erase, unseal } from '../cases/history.ts';
import type { CaseId } from '../cases/ids.ts';
import { flawIn } from '../cases/proof.ts';
import type { Erasure, KeptEffect, NoteChange, Ports, Store } from '../ports.ts';
import { forgettingNotesAbout } from './notes-about.ts';

/** Why a case is not erased, in words for whoever runs the bot. */
export interface NotErasable {
  readonly kind: 'refused';
  readonly words: string;
}

export interface Erasable {
  readonly kind: 'erasable';
  readonly current: Case;
  /** How many values go, and from how many records. */
  readonly values: number;
  readonly records: number;
  /** What was noted of its people and its customer beside it. */
  readonly notes: readonly NoteChange[];
  readonly erasure: Erasure;
}

/** not-purged: nobody is shown the values any more, and yet they still stand somewhere in the store. */
export type ErasureOutcome =
  | NotErasable
  | (Pick<Erasable, 'values' | 'records' | 'notes'> & { readonly kind: 'erased' | 'not-purged'; readonly words: string });

const refused = (words: string): NotErasable => ({ kind: 'refused', words });

const underWay = (id: CaseId, effects: readonly KeptEffect[]): string => {
  const names = effects.map(({ id, effect, state }) => `${id} (${effect.kind}, ${state})`).join(', ');
  return (
    `${id}: not everything that it wants done is done: ${names}. What waits is carried out by the bot; ` +
    'what was given up has to be tried again or closed first.'
  );
};

/** What would be left of a case, and what would go; or why it may not. */
export const erasable = async (
  store: Pick<Store, 'case' | 'history' | 'effectsOf' | 'note' | 'notes'>,
  id: CaseId,
): Promise<Erasable | NotErasable> => {
  const kept = await store.case(id);
  if (kept === null) return refused(`There is no case ${id} in this store.`);
  if (!isOver(kept.case)) return refused(`${id} is ${kept.case.status}: only a case that is over can forget its people.`);
  // An effect may hold people too, and what it reports would be written into the history after the erasing.
  const effects = await store.effectsOf(id);
  if (effects.length > 0) return refused(underWay(id, effects));
  const history = await store.history(id);
  const flaw = flawIn(kept, history);
  // Whoever looks into it needs everything that is there.
  if (flaw)
    return refused(
      `${id}: its history cannot be believed (record ${flaw.seq ?? 'none'}: ${flaw.why}), so nothing is erased from it.`,
    );
  const events = history.map(erase);
  const left = replay(events.map(unseal));
  if (left?.status !== kept.case.status) throw new TypeError(`${id}: without its people it would be ${left?.status ?? 'no case'}`);
  return {
    kind: 'erasable',
    current: kept.case,
    values: history.reduce((sum, { personal }) => sum + Object.keys(personal).length, 0),
    records: history.length,
    notes: await forgettingNotesAbout(store, kept.case),
    erasure: { kept: { ...kept, case: left }, events },
  };
};

/**
 * Makes a case that is over forget its people. What has happened when, and by which rules, stays and can still be proved.
 * It is no command about a case: nothing happens to the case, and nothing new stands in its history.
 */
export const createErase =
  ({ store }: Pick<Ports, 'store'>) =>
  async (id: CaseId): Promise<ErasureOutcome> => {
    const found = await erasable(store, id);
    if (found.kind === 'refused') return found;
    const { values, records, notes, erasure } = found;
    // First, as what is forgotten leaves the store only when the history does.
    const kept = await store.commit({ notes });
    const erased = kept === 'kept' ? await store.erase(erasure) : { kind: 'conflict' as const };
    switch (erased.kind) {
      case 'conflict':
        return refused(`${id} has been changed meanwhile, and nothing was erased from its history. Look at it again.`);
      case 'not-purged':
        return { kind: 'not-purged', values, records, notes, words: erased.words };
      case 'erased':
        return { kind: 'erased', values, records, notes, words: '' };
    }
  };
