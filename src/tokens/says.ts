import { decodeJwt } from 'jose';
import * as z from 'zod';

const Claims = z.object({
  aud: z.string().nullish().catch(null),
  tid: z.string().nullish().catch(null),
  upn: z.string().nullish().catch(null),
  amr: z.array(z.string()).nullish().catch(null),
  scp: z.string().nullish().catch(null),
});

/** What an access token says of itself. Nobody has checked it: good for hints to an operator, and for nothing else. */
export interface TokenSays {
  readonly audience: string | null;
  readonly tenant: string | null;
  readonly person: string | null;
  /** Null where it does not say how they have signed in. */
  readonly hasSecondFactor: boolean | null;
  /** What the person lets our application do; null where it does not say. */
  readonly permissions: readonly string[] | null;
}

/** Null where the token is not for reading. */
export const saysOf = (token: string): TokenSays | null => {
  try {
    const { aud, tid, upn, amr, scp } = Claims.parse(decodeJwt(token));
    return {
      audience: aud ?? null,
      tenant: tid ?? null,
      person: upn ?? null,
      hasSecondFactor: amr === null || amr === undefined ? null : amr.includes('mfa'),
      permissions: scp?.split(' ').filter((one) => one !== '') ?? null,
    };
  } catch {
    return null;
  }
};
