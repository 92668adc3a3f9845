import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import * as z from 'zod';
import type { Clock } from '../ports.ts';
import type { FoundKey } from './signing-keys.ts';

interface TokenOptions {
  readonly issuer: string;
  /** Our application. */
  readonly audience: string;
  readonly clock: Clock;
  readonly keyOf: (kid: string, algorithm: string) => Promise<FoundKey>;
}

/** What is said to be theirs. */
interface Claimed {
  readonly channelId: string;
  readonly serviceUrl: string;
}

/** A word why not is for whoever runs the bot; the same to everybody who only tries. */
type Authenticated = { readonly ok: true } | { readonly ok: false; readonly status: 401 | 503; readonly words: string };

const ALGORITHMS = ['RS256', 'RS384', 'RS512'];
const TOLERANCE_SECONDS = 300;

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

const Header = z.object({ alg: z.enum(ALGORITHMS), kid: z.string().min(1).max(500) });

const no = (words: string): Authenticated => ({ ok: false, status: 401, words });

const reasonOf = (error: errors.JOSEError): string =>
  error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired
    ? `${error.code}: ${error.claim}`
    : error.code;

const headerOf = (token: string): z.infer<typeof Header> | null => {
  try {
    return Header.safeParse(decodeProtectedHeader(token)).data ?? null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

/**
 * Whether whoever sends an activity is the Bot Connector, and sends it to us, from the service it names. The SDK's own check
 * answers an unknown key like a fault of ours, takes tokens of an emulator as well, and cannot be asked at another time.
 */
export const createInboundCheck = ({ issuer, audience, clock, keyOf }: TokenOptions) => {
  const verified = async (token: string, { key }: Exclude<FoundKey, string>, { serviceUrl }: Claimed): Promise<Authenticated> => {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ALGORITHMS,
        issuer,
        audience,
        clockTolerance: TOLERANCE_SECONDS,
        currentDate: new Date(clock.now()),
        requiredClaims: ['exp'],
      });
      return payload.serviceurl === serviceUrl ? { ok: true } : no('for another service URL');
    } catch (error) {
      // Its words hold what the token says, and anybody can write one.
      if (error instanceof errors.JOSEError) return no(reasonOf(error));
      throw error;
    }
  };

  return async (authorization: string | undefined, claimed: Claimed): Promise<Authenticated> => {
    const token = BEARER.exec(authorization ?? '')?.[1];
    const header = token === undefined ? null : headerOf(token);
    if (token === undefined || header === null) return no('no token of a kind we take');
    const found = await keyOf(header.kid, header.alg);
    if (found === 'unreachable') return { ok: false, status: 503, words: 'nobody can say who signs' };
    if (found === 'unknown') return no('signed with a key nobody knows');
    const checked = await verified(token, found, claimed);
    if (!checked.ok) return checked;
    return found.endorsements.includes(claimed.channelId) ? checked : no('signed with a key for another channel');
  };
};
