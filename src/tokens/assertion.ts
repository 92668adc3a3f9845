import { X509Certificate, createHash, createPrivateKey, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';

const LASTS_SECONDS = 600;

export interface Signer {
  readonly privateKey: string;
  readonly certificate: string;
}

/** Says, signed with the key of the certificate, that it is the application that asks this endpoint. Throws where the two do not fit. */
export const signedAssertion = async (
  { privateKey, certificate }: Signer,
  clientId: string,
  endpoint: string,
  nowMs: number,
): Promise<string> => {
  const now = Math.floor(nowMs / 1000);
  const shown = new X509Certificate(certificate);
  const key = createPrivateKey(privateKey);
  if (!shown.checkPrivateKey(key)) throw new Error('the key of another certificate');
  const thumbprint = createHash('sha256').update(shown.raw).digest('base64url');
  return new SignJWT({ aud: endpoint, iss: clientId, sub: clientId, jti: randomUUID() })
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint })
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + LASTS_SECONDS)
    .sign(key);
};
