import type { Key } from './table.ts';

const SEQ_DIGITS = 6;

/** Under which key each kind of row is kept. */
export const keys = {
  case: (id: string): Key => `case/${id}`,
  event: (caseId: string, seq: number): Key => `event/${caseId}/${String(seq).padStart(SEQ_DIGITS, '0')}`,
  effect: (id: string): Key => `effect/${id}`,
  answer: (key: string): Key => `answer/${key}`,
  sent: (caseId: string, place: string): Key => `sent/${caseId}/${place}`,
  head: (day: string): Key => `head/${day}`,
  note: (key: string): Key => `note/${key}`,
};

const splitAt = (text: string, at: number): readonly [string, string] => [text.slice(0, at), text.slice(at + 1)];

/** The kind, and what of that kind. */
export const kindAndName = (key: Key): readonly [kind: string, name: string] => splitAt(key, key.indexOf('/'));

/** The case in the name of an event or a sent card, and which one of it. No case id has a slash. */
export const caseAndRest = (name: string): readonly [caseId: string, rest: string] => splitAt(name, name.indexOf('/'));
