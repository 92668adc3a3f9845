import type { Asked } from '../exchange.ts';
import type { Application, World } from '../world.ts';
import { signedAssertion } from './assertions.ts';
import type { SignInRefusal } from './errors.ts';
import type { Mint } from './mint.ts';

const BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** What a machine's token is for when an application shows it instead of a secret; the clouds add their names. */
export const EXCHANGE = 'api://AzureADTokenExchange';

interface Proofs {
  readonly world: World;
  /** Makes the machine's tokens. */
  readonly machine: Mint;
}

const bySignature = (asked: Asked, world: World, application: Application, token: string): SignInRefusal | null => {
  const assertion = application.certificate === null ? null : signedAssertion(token, application.certificate);
  if (assertion === null) return 'badAssertion';
  const { iss, sub, aud, exp, nbf } = assertion;
  const isForUs = aud.startsWith(`${asked.base}/`) && aud.endsWith('/token');
  if (iss !== application.clientId || sub !== iss || !isForUs) return 'badAssertionClaims';
  const seconds = Date.parse(world.now()) / 1000;
  return exp > seconds && nbf <= seconds + 300 ? null : 'assertionExpired';
};

const byAssertion = (asked: Asked, { world, machine }: Proofs, application: Application, token: string): SignInRefusal | null => {
  if (machine.read(token) === null) return bySignature(asked, world, application, token);
  return application.trustsMachine ? null : 'noFederation';
};

/** `Basic` and the form say the same: who it is, and the secret. */
const basicOf = (asked: Asked): readonly string[] => {
  const [kind, value = ''] = (asked.headers.authorization ?? '').split(' ');
  return kind?.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString().split(':') : [];
};

export const clientIdOf = (asked: Asked, form: URLSearchParams): string => form.get('client_id') ?? basicOf(asked)[0] ?? '';

/** Why the application has not proved who it is; null if it has. */
export const unproved = (asked: Asked, form: URLSearchParams, proofs: Proofs, application: Application): SignInRefusal | null => {
  const token = form.get('client_assertion');
  if (token !== null) {
    if (form.get('client_assertion_type') !== BEARER) return 'noProof';
    return byAssertion(asked, proofs, application, token);
  }
  const secret = form.get('client_secret') ?? basicOf(asked)[1];
  if (secret === undefined) return 'noProof';
  return secret === application.secret ? null : 'badSecret';
};
