import type { SealedEvent } from '../cases/history.ts';
import type { Change, Committed, DayHead, KeptAnswer, KeptCase, KeptEffect, NewEffect, SentCard, Settlement } from '../ports.ts';
import { keys } from './keys.ts';
import { areElsewhere, noteRow } from './noted.ts';
import type { Rows } from './rows.ts';
import type { Key } from './table.ts';

/** A key with what it shall hold; null for what is to be deleted. */
export type NewRow = readonly [Key, object | null];

const newEffectsIn = ({ effects = [], settles }: Change): readonly NewEffect[] =>
  settles?.as === 'done' ? [...(settles.instead ?? []), ...effects] : effects;

/** Where a change looks and where it writes. A history, the cards of a case and the heads are one place each. */
export const places = {
  case: keys.case,
  effect: keys.effect,
  /** Taken by whoever claims the first of it, so that nobody claims another before the claim is kept. */
  lane: (name: string): string => `lane/${name}`,
  answer: keys.answer,
  note: keys.note,
  history: (caseId: string): string => `event/${caseId}`,
  sent: (caseId: string): string => `sent/${caseId}`,
  heads: 'head',
};

export const placesOf = (change: Change): string[] => {
  const { next, events = [], answer, settles, revives, closes, hastens, sent = [], head, notes = [] } = change;
  return [
    ...(next ? [places.case(next.kept.case.id)] : []),
    ...events.map(({ caseId }) => places.history(caseId)),
    ...(answer ? [places.answer(answer.key)] : []),
    ...[...newEffectsIn(change), settles, revives, closes, hastens].flatMap((one) => (one ? [places.effect(one.id)] : [])),
    ...sent.map(({ caseId }) => places.sent(caseId)),
    ...(head ? [places.heads] : []),
    ...notes.map(({ key }) => places.note(key)),
  ];
};

const isHeld = ({ id, claim }: Settlement, rows: Rows): boolean => {
  const effect = rows.read('effect', keys.effect(id));
  return effect?.state === 'claimed' && effect.claim === claim;
};

const isElse = (one: { readonly id: string } | undefined, than: KeptEffect['state'], rows: Rows): boolean =>
  one !== undefined && rows.read('effect', keys.effect(one.id))?.state !== than;

/** May this be kept? */
export const verdictOn = (change: Change, rows: Rows): Committed => {
  const { next, events = [], answer, settles, revives, closes, hastens, head } = change;
  if (settles && !isHeld(settles, rows)) return 'fenced';
  const objections = [
    next && (rows.read('case', keys.case(next.kept.case.id))?.version ?? 0) !== next.expected,
    events.some(({ caseId, seq }) => rows.has(keys.event(caseId, seq))),
    answer && rows.has(keys.answer(answer.key)),
    areElsewhere(change, rows),
    isElse(revives, 'given-up', rows),
    isElse(closes, 'given-up', rows),
    isElse(hastens, 'waiting', rows),
    // A head was told to somebody who keeps it: another one for the same day would make a liar of one of the two.
    head && (rows.read('head', keys.head(head.day))?.hash ?? head.hash) !== head.hash,
  ];
  return objections.includes(true) ? 'conflict' : 'kept';
};

const waiting = ({ id, caseId, lane, order, effect, since, dueAt }: NewEffect): KeptEffect => ({
  ...{ id, caseId, lane, order, effect, since, dueAt },
  ...{ state: 'waiting', claim: 0, failures: 0, isUncertain: false, trouble: null },
});

const settled = (effect: KeptEffect, settlement: Settlement): KeptEffect | null => {
  switch (settlement.as) {
    case 'done':
      return null;
    case 'again': {
      const { dueAt, failures, isUncertain, trouble } = settlement;
      return { ...effect, state: 'waiting', dueAt, failures, isUncertain, trouble };
    }
    case 'given-up':
      return { ...effect, state: 'given-up', trouble: settlement.trouble };
  }
};

/** What becomes of the effects that are there already. */
const changedEffects = ({ settles, revives, closes, hastens }: Change, rows: Rows): NewRow[] => {
  const changed = <T extends { readonly id: string }>(
    by: T | undefined,
    change: (effect: KeptEffect, by: T) => KeptEffect | null,
  ): NewRow[] => {
    const effect = by && rows.read('effect', keys.effect(by.id));
    return effect ? [[keys.effect(effect.id), change(effect, by)]] : [];
  };
  return [
    ...changed(settles, settled),
    ...changed(revives, (effect, { dueAt }) => ({ ...effect, state: 'waiting', dueAt, failures: 0, trouble: null })),
    ...changed(closes, () => null),
    ...changed(hastens, (effect, { dueAt }) => ({ ...effect, dueAt: dueAt < effect.dueAt ? dueAt : effect.dueAt })),
  ];
};

export const caseRow = ({ case: current, version, head }: KeptCase): NewRow => [
  keys.case(current.id),
  { case: current, version, head },
];

export const eventRow = ({ caseId, seq, text, hash, personal }: SealedEvent): NewRow => [
  keys.event(caseId, seq),
  { caseId, seq, text, hash, personal },
];

const answerRow = ({ key, command, answer, at }: KeptAnswer): NewRow => [keys.answer(key), { key, command, answer, at }];

const effectRow = (effect: NewEffect): NewRow => [keys.effect(effect.id), waiting(effect)];

const sentRow = ({ caseId, place, activityId, at }: SentCard): NewRow => [
  keys.sent(caseId, place),
  { caseId, place, activityId, at },
];

const headRow = ({ day, cases, events, hash }: DayHead): NewRow => [keys.head(day), { day, cases, events, hash }];

/** Two rows under one key, or a new one where one is, would be a loss that nobody hears of. */
const refuseLosses = (change: Change, rows: Rows): void => {
  const added = new Set<Key>();
  const add = (key: Key, isThere: boolean): void => {
    if (isThere || added.has(key)) throw new TypeError(`${key} is there already`);
    added.add(key);
  };
  for (const [key] of [...(change.events ?? []).map(eventRow), ...newEffectsIn(change).map(effectRow)]) add(key, rows.has(key));
  for (const { key } of change.notes ?? []) add(keys.note(key), false);
};

/** The rows of a change that may be kept, field by field: whatever else a value carries could not be read again. */
export const rowsOf = (change: Change, rows: Rows): NewRow[] => {
  const { next, events = [], answer, sent = [], head, notes = [] } = change;
  refuseLosses(change, rows);
  return [
    ...(next ? [caseRow(next.kept)] : []),
    ...events.map(eventRow),
    ...(answer ? [answerRow(answer)] : []),
    ...changedEffects(change, rows),
    ...newEffectsIn(change).map(effectRow),
    ...sent.map(sentRow),
    ...(head ? [headRow(head)] : []),
    ...notes.map(noteRow),
  ];
};
