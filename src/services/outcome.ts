import { instant, later } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { Errand, LookedUp, Outcome } from '../ports.ts';
import type { Failure } from '../wire/failure.ts';

type NotDone = Extract<Outcome, { kind: 'refused' | 'again' | 'unknown' }>;

const BUSY_MINUTES = 5;
const SIGN_IN_MINUTES = 30;
/** So long something may be on its way without anybody having to be told. */
const PATIENCE_MS = 24 * 3_600_000;

const afterMs = (now: Instant, milliseconds: number): Instant => instant(Date.parse(now) + milliseconds);

/** They say that there is no such thing. A bare 404 is the word of whoever stands before them, and says nothing. */
export const isNotThere = (failure: Failure): boolean => failure.kind === 'not-found' && failure.code !== '';

/** What a failure of something that changes the world means to whoever wanted it. */
export const outcomeOf = (failure: Failure, now: Instant): NotDone => {
  const { words } = failure;
  switch (failure.kind) {
    case 'throttled':
      return { kind: 'again', words, after: afterMs(now, failure.afterMs) };
    case 'conflict':
      return { kind: 'again', words: `${failure.code}: ${words}`, after: later(now, { minutes: BUSY_MINUTES }) };
    case 'stale':
    case 'unreachable':
      return { kind: 'again', words };
    // An answer that cannot be read says nothing about what has happened.
    case 'unreadable':
    case 'unknown-outcome':
      return { kind: 'unknown', words };
    case 'not-found':
      return isNotThere(failure) ? { kind: 'refused', code: failure.code, words } : { kind: 'again', words };
    // Cases can wait until the operator has signed in; none of them is at fault.
    case 'sign-in':
      return { kind: 'again', words: `${failure.code}: ${words}`, after: later(now, { minutes: SIGN_IN_MINUTES }) };
    case 'refused':
      return { kind: 'refused', code: failure.code, words };
    case 'not-offered':
      return { kind: 'refused', code: failure.kind, words };
  }
};

/** The same for what only reads: nothing can have happened, so it is asked again. */
export const readingOutcome = (failure: Failure, now: Instant): Exclude<NotDone, { kind: 'unknown' }> => {
  const outcome = outcomeOf(failure, now);
  return outcome.kind === 'unknown' ? { kind: 'again', words: outcome.words } : outcome;
};

/** And for looking up: whoever cannot look knows as little as before. */
export const lookUpOutcome = (failure: Failure, now: Instant): Extract<LookedUp, { kind: 'again' }> => {
  const outcome = readingOutcome(failure, now);
  return outcome.kind === 'again' ? outcome : { kind: 'again', words: `${outcome.code}: ${outcome.words}` };
};

/**
 * For a watch: one definite answer says little of tomorrow, and who no longer looks misses what comes. What does not change is
 * given up in the end.
 */
export const watchOutcome = (failure: Failure, now: Instant): Exclude<NotDone, { kind: 'unknown' }> => {
  const outcome = readingOutcome(failure, now);
  if (outcome.kind === 'again' || failure.kind === 'not-offered') return outcome;
  // What is new is found soon; a sign-in has to outlast a long weekend.
  const after = later(now, failure.kind === 'not-found' ? { minutes: 30 } : { hours: 4 });
  return { kind: 'again', words: `${outcome.code}: ${outcome.words}`, after };
};

export const done = (
  report: { readonly name: string } & Readonly<Record<string, unknown>>,
): Extract<Outcome, { kind: 'done' }> => ({
  kind: 'done',
  report,
});

export const notYet = (now: Instant, span: Parameters<typeof later>[1]): Extract<Outcome, { kind: 'not-yet' }> => ({
  kind: 'not-yet',
  after: later(now, span),
});

/** On its way. Where that takes longer than it ever should it counts as a failure, so that a person hears of it in the end. */
export const underWay = ({ case: { since }, now }: Errand, words: string): Outcome =>
  Date.parse(now) - Date.parse(since) < PATIENCE_MS ? notYet(now, { minutes: 1 }) : { kind: 'again', words };

export const refused = (code: string, words: string): Extract<Outcome, { kind: 'refused' }> => ({ kind: 'refused', code, words });
