import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Instant } from '../../cases/time.ts';
import type { Claims } from '../exchange.ts';

/** What it says is for clients that look into it; what `sim` says is for our own surfaces. */
const Stamped = z.object({
  sim: z.object({
    tenant: z.string(),
    home: z.string(),
    audience: z.string(),
    kind: z.enum(['app', 'user']),
    clientId: z.string(),
    subject: z.string(),
    roles: z.array(z.string()),
    permissions: z.array(z.string()),
    mfa: z.boolean(),
    expiresAt: z.number(),
  }),
});

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const payloadOf = (claims: Claims, issuer: string, now: number): object => ({
  aud: claims.audience,
  iss: `${issuer}/${claims.tenant}/`,
  iat: Math.floor(now / 1000),
  nbf: Math.floor(now / 1000),
  exp: Math.floor(claims.expiresAt / 1000),
  tid: claims.tenant,
  appid: claims.clientId,
  oid: claims.subject,
  sub: claims.subject,
  amr: claims.mfa ? ['pwd', 'mfa'] : ['pwd'],
  ...(claims.kind === 'user' ? { scp: claims.permissions.join(' ') } : { roles: claims.permissions }),
  sim: claims,
});

const sameBytes = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other);

export interface Mint {
  /** A token in three parts, as clients expect it. */
  readonly make: (claims: Claims, issuer: string) => string;
  /** What it says, if it was made here and still holds. */
  readonly read: (token: string) => Claims | null;
}

/** Makes tokens, and knows its own again. */
export const createMint = (key: string, now: () => Instant): Mint => {
  const macOf = (text: string): Buffer => createHmac('sha256', key).update(text).digest();

  return {
    make: (claims, issuer) => {
      const text = `${encoded({ typ: 'JWT', alg: 'HS256' })}.${encoded(payloadOf(claims, issuer, Date.parse(now())))}`;
      return `${text}.${macOf(text).toString('base64url')}`;
    },
    read: (token) => {
      const [head, payload = '', mac] = token.split('.');
      if (head === undefined || mac === undefined) return null;
      if (!sameBytes(macOf(`${head}.${payload}`), Buffer.from(mac, 'base64url'))) return null;
      const { sim } = Stamped.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
      return sim.expiresAt > Date.parse(now()) ? sim : null;
    },
  };
};
