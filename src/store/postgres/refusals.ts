import { DatabaseError } from 'pg';

/** A no of the server, by a code of five letters and digits. */
export type Refusal = DatabaseError;

/** The server is starting, ending, or has no connection left; or two changes stood in each other’s way, and this one gave way. */
const onlyNow = /^(?:08|57P0[1235]|53300|40001|40P01)/;

/**
 * What these say of a change is that nobody knows: the connection is over, or something has broken that should not. By its first
 * letters, for how bad an error is the server says in its own language.
 */
const ofUnknownOutcome = /^(?:08|57P|58|XX|40003)/;

/** Whether the server has said that nothing of it was done. */
export const wasRefused = (error: unknown): error is Refusal =>
  error instanceof DatabaseError && !ofUnknownOutcome.test(error.code ?? 'XX000');

export const codeOf = (error: unknown): string | undefined => (error instanceof DatabaseError ? error.code : undefined);

/** Whether it may go better in a moment: no server that answers, or one that says so. */
export const isOnlyNow = (error: unknown): boolean => !(error instanceof DatabaseError) || onlyNow.test(error.code ?? '');
