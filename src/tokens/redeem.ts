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

type GrantFor = (refreshToken: string) => Promise<Granted>;

/**
 * Redeems a person's sign-in, one at a time: each redemption may give the token for the next one. That one is kept before
 * anybody gets to see what was granted. Other processes may use the same sign-in, and operators sign in again while we run.
 */
export const createRedemption = (kept: KeptSignIn, clock: Clock) => {
  let last: Promise<unknown> = Promise.resolve();

  const redeemThis = async ({ refreshToken, lastUsed }: SignIn, grantFor: GrantFor): Promise<Granted> => {
    const granted = await grantFor(refreshToken);
    if (!granted.ok) return granted;
    const next = granted.grant.refreshToken ?? refreshToken;
    if (next === refreshToken && lastUsed === dayOf(clock.now())) return granted;
    try {
      await kept.replace(refreshToken, next);
      return granted;
    } catch (error) {
      return notKept('kept', error);
    }
  };

  const redeem = async (grantFor: GrantFor): Promise<Granted> => {
    const found = await readFrom(kept);
    if (!found.ok) return found;
    const granted = await redeemThis(found.signIn, grantFor);
    if (granted.ok || granted.failure.kind !== 'sign-in') return granted;
    // Somebody may have used it up while we asked, and have left the next one.
    const newer = await readFrom(kept);
    const isNewer = newer.ok && newer.signIn.refreshToken !== found.signIn.refreshToken;
    return isNewer ? redeemThis(newer.signIn, grantFor) : granted;
  };

  return (grantFor: GrantFor): Promise<Granted> => {
    const current = last.then(() => redeem(grantFor));
    // Whoever asked is told what was thrown; whoever comes next has nothing to do with it.
    last = current.catch(() => null);
    return current;
  };
};
