/**
 * Why a service did not do what it was asked:
 * - throttled: too much at once; nothing has happened
 * - refused: it says no, and would say so again
 * - not-found: there is no such thing, or not for us
 * - conflict: it is there already, or something else is under way
 * - stale: it has changed since it was read
 * - sign-in: nobody is signed in any more; an operator has to
 * - unknown-outcome: asked, and no answer that tells whether it has happened
 * - unreachable: nothing has happened, and nobody answers
 * - unreadable: an answer that makes no sense
 * - not-offered: this cloud has no interface for it; nothing was sent
 */
export type Failure = { readonly words: string } & (
  | { readonly kind: 'throttled'; readonly afterMs: number }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string }
  | { readonly kind: 'not-found' | 'conflict' | 'stale' | 'sign-in'; readonly code: string }
  | { readonly kind: 'unknown-outcome' | 'unreachable' | 'unreadable' | 'not-offered' }
);

export interface Success<T> {
  readonly ok: true;
  readonly status: number;
  readonly body: T;
  /** By its name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export type Sent<T> = Success<T> | { readonly ok: false; readonly failure: Failure };

export const failed = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({ ok: false, failure });
