import { constants, verify, X509Certificate } from 'node:crypto';
import * as z from 'zod';

const Head = z.object({ alg: z.enum(['RS256', 'PS256']) });

const Body = z.object({
  iss: z.string(),
  sub: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().default(0),
});

/** What an application says of itself, signed with the key of its certificate. */
export type Assertion = z.infer<typeof Body>;

const parsed = <T>(part: string, shape: z.ZodType<T>): T | null => {
  try {
    return shape.safeParse(JSON.parse(Buffer.from(part, 'base64url').toString())).data ?? null;
  } catch (problem) {
    if (problem instanceof SyntaxError) return null;
    throw problem;
  }
};

/** The assertion, if this certificate's key has signed it. */
export const signedAssertion = (token: string, certificate: string): Assertion | null => {
  const [head = '', body = '', signature = ''] = token.split('.');
  const alg = parsed(head, Head)?.alg;
  const assertion = parsed(body, Body);
  if (alg === undefined || assertion === null) return null;
  const key = new X509Certificate(certificate).publicKey;
  const padding = alg === 'PS256' ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : {};
  const isTheirs = verify('sha256', Buffer.from(`${head}.${body}`), { key, ...padding }, Buffer.from(signature, 'base64url'));
  return isTheirs ? assertion : null;
};
