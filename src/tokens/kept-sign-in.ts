import * as z from 'zod';
import type { Account } from '../clouds/account.ts';
import { dayOf } from '../cases/time.ts';
import type { Clock } from '../ports.ts';
import type { Secrets } from './secrets.ts';

/** A person's sign-in, as it is kept, and when it was last used: after ninety idle days it is void. */
export interface SignIn {
  readonly refreshToken: string;
  /** Null where it was put there by hand. */
  readonly lastUsed: string | null;
}

const Kept = z.object({ refreshToken: z.string().min(1), lastUsed: z.iso.date() });

const parsed = (text: string): SignIn => {
  const byHand = { refreshToken: text.trim(), lastUsed: null };
  if (!text.trimStart().startsWith('{')) return byHand;
  return Kept.parse(JSON.parse(text));
};

export interface KeptSignIn {
  /** Null: nobody has signed in. Throws where the secrets cannot be read. */
  readonly read: () => Promise<SignIn | null>;
  /** Keeps it with today's day. Throws where it cannot be kept; then it is tried again before the next reading. */
  readonly keep: (refreshToken: string) => Promise<void>;
}

/** The sign-in of our account, under its name among the secrets. */
export const createKeptSignIn = (account: Account, secrets: Secrets, clock: Clock): KeptSignIn => {
  const name = `sign-in.${account.profile.cloud}.${account.tenantId}`;
  let unkept: string | null = null;

  const keep = async (refreshToken: string): Promise<void> => {
    unkept = JSON.stringify({ refreshToken, lastUsed: dayOf(clock.now()) });
    await secrets.write(name, unkept);
    unkept = null;
  };

  return {
    keep,
    read: async () => {
      if (unkept !== null) await secrets.write(name, unkept);
      unkept = null;
      const text = await secrets.read(name);
      return text === null || text.trim() === '' ? null : parsed(text);
    },
  };
};
