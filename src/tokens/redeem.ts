import { dayOf } from '../cases/time.ts';
import type { Clock } from '../ports.ts';
import { failed } from '../wire/failure.ts';
import type { Failure } from '../wire/failure.ts';
import type { KeptSignIn, SignIn } from './kept-sign-in.ts';
import type { Granted } from './token-endpoint.ts';

const nobody: Failure = {
  kind: 'sign-in',
  code: 'nobody',
  words: 'Sign-in: nobody has signed in yet: an Admin agent has to, with a second factor',
};

/** What was thrown may quote the secret. */
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? 'no reason that may be told';

const notKept = (what: string, error: unknown) =>
  failed({ kind: 'unreachable', words: `Sign-in: the refresh token could not be ${what} (${codeOf(error)})` });

const readFrom = async (kept: KeptSignIn): Promise<{ ok: true; signIn: SignIn } | { ok: false; failure: Failure }> => {
  try {
    const signIn = await kept.read();
    return signIn === null ? failed(nobody) : { ok: true, signIn };
  } catch (error) {
    return notKept('read', error);
  }
};

/**
 * Redeems a person's sign-in, one at a time: each redemption may give the token for the next one. That one is kept before
 * anybody gets to see what was granted.
 */
export const createRedemption = (kept: KeptSignIn, clock: Clock) => {
  let last: Promise<unknown> = Promise.resolve();

  const redeem = async (grantFor: (refreshToken: string) => Promise<Granted>): Promise<Granted> => {
    const found = await readFrom(kept);
    if (!found.ok) return found;
    const { refreshToken, lastUsed } = found.signIn;
    const granted = await grantFor(refreshToken);
    if (!granted.ok) return granted;
    const next = granted.grant.refreshToken ?? refreshToken;
    if (next === refreshToken && lastUsed === dayOf(clock.now())) return granted;
    try {
      await kept.keep(next);
      return granted;
    } catch (error) {
      return notKept('kept', error);
    }
  };

  return (grantFor: (refreshToken: string) => Promise<Granted>): Promise<Granted> => {
    const current = last.then(() => redeem(grantFor));
    last = current;
    return current;
  };
};
