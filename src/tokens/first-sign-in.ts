import type { Account } from '../clouds/account.ts';
import { failed } from '../wire/failure.ts';
import type { Failure } from '../wire/failure.ts';
import { createKeptSignIn } from './kept-sign-in.ts';
import { saysOf } from './says.ts';
import { createTokenEndpoint } from './token-endpoint.ts';
import type { TokenOptions } from './token-endpoint.ts';

type SignedIn =
  | {
      readonly ok: true;
      /** Null where the token does not say. */
      readonly hasSecondFactor: boolean | null;
    }
  | { readonly ok: false; readonly failure: Failure };

/** Where a person of ours signs in. They come back to `redirectUri` with a code, and with our `state`. */
export const signInAddress = (
  { profile, tenantId, application: { clientId } }: Account,
  { redirectUri, state }: { readonly redirectUri: string; readonly state: string },
): string => {
  const query = {
    client_id: clientId,
    response_type: 'code',
    response_mode: 'query',
    scope: 'openid profile',
    prompt: 'login',
    redirect_uri: redirectUri,
    state,
  };
  return `${profile.login}/${tenantId}/oauth2/authorize?${new URLSearchParams(query).toString()}`;
};

/** A person of ours has signed in and come back with a code: it is redeemed, and their sign-in kept. */
export const redeemCode = async (options: TokenOptions, back: { code: string; redirectUri: string }): Promise<SignedIn> => {
  const { account, secrets, clock } = options;
  const granted = await createTokenEndpoint(options)(account.tenantId, 'v1', {
    grant_type: 'authorization_code',
    code: back.code,
    redirect_uri: back.redirectUri,
    resource: account.profile.partnerCenterAudience,
  });
  if (!granted.ok) return granted;
  const { token, refreshToken } = granted.grant;
  if (refreshToken === null) {
    return failed({ kind: 'unreadable', words: 'Sign-in: the code was taken, and no refresh token came for it' });
  }
  try {
    await createKeptSignIn(account, secrets, clock).keep(refreshToken);
  } catch {
    // What was thrown may quote the secret.
    return failed({ kind: 'unreachable', words: 'Sign-in: the refresh token could not be kept: sign in again' });
  }
  return { ok: true, hasSecondFactor: saysOf(token.value)?.hasSecondFactor ?? null };
};
