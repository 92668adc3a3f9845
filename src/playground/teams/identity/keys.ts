import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  /** As it stands in a list of keys. */
  readonly published: Readonly<Record<string, unknown>>;
}

const made = (kid: string): SigningKey => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n, e } = publicKey.export({ format: 'jwk' });
  const x5c = [publicKey.export({ format: 'der', type: 'spki' }).toString('base64')];
  return { kid, privateKey, published: { kty: 'RSA', use: 'sig', kid, x5t: kid, n, e, x5c } };
};

const kept = new Map<string, SigningKey>();

/** Making a key takes its time, so each is made once, when it is wanted. */
export const keyCalled = (kid: 'simkey1' | 'foreignkey1'): SigningKey => {
  const key = kept.get(kid) ?? made(kid);
  kept.set(kid, key);
  return key;
};
