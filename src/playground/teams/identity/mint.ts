import { sign } from 'node:crypto';
import type { World } from '../world.ts';
import { keyCalled } from './keys.ts';

export interface MintOverrides {
  /** Instead of what is usually claimed; undefined: it is left out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: 'ours' | 'foreign';
  /** The key it says it was signed with. */
  readonly kid?: string;
  readonly alg?: 'RS256' | 'none';
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const LIFETIME_S = 3600;

/** The token with which Teams comes to the bot, or one that is wrong on purpose. */
export const mintFor = (world: World, issuer: string, { claims, key = 'ours', kid, alg = 'RS256' }: MintOverrides): string => {
  const signing = keyCalled(key === 'ours' ? 'simkey1' : 'foreignkey1');
  const now = Math.floor(Date.parse(world.now()) / 1000);
  const usual = { serviceurl: world.serviceUrl(), nbf: now, exp: now + LIFETIME_S, iss: issuer, aud: world.bot.id };
  const head = encoded({ alg, kid: kid ?? keyCalled('simkey1').kid, typ: 'JWT' });
  const text = `${head}.${encoded({ ...usual, ...claims })}`;
  const signature = alg === 'none' ? '' : sign('sha256', Buffer.from(text), signing.privateKey).toString('base64url');
  return `${text}.${signature}`;
};
