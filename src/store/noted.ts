import type { Change, NoteChange } from '../ports.ts';
import type { NewRow } from './changes.ts';
import { keys } from './keys.ts';
import type { Rows } from './rows.ts';

/** Is one of the notes of a change there in another version than was expected? */
export const areElsewhere = ({ notes = [] }: Change, rows: Rows): boolean =>
  notes.some(({ key, expected }) => (rows.read('note', keys.note(key))?.version ?? 0) !== expected);

/** The value as it will be read again, be it from memory or from a file; whoever wrote it may go on changing its own. */
export const noteRow = ({ key, expected, value }: NoteChange): NewRow => {
  if (value === null) return [keys.note(key), null];
  // For undefined and functions JSON.stringify gives undefined, whatever its type says.
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined || text === 'null') throw new TypeError(`the note ${key}: a ${typeof value} without JSON cannot be kept`);
  return [keys.note(key), { key, version: expected + 1, value: JSON.parse(text) as unknown }];
};
