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
  const plain = text.trim();
  return plain.startsWith('{') ? Kept.parse(JSON.parse(plain)) : { refreshToken: plain, lastUsed: null };
};

export interface KeptSignIn {
  /** Null: nobody has signed in. Throws where the secrets cannot be read. */
  readonly read: () => Promise<SignIn | null>;
  /** Keeps it with today's day, whatever was there before. Throws where it cannot be kept. */
  readonly keep: (refreshToken: string) => Promise<void>;
  /**
   * Keeps the next token in place of this one; whoever has put another one there meanwhile, by signing in again or in another
   * process, has the newer one. Throws where it cannot be kept; then it is tried again before the next reading.
   */
  readonly replace: (refreshToken: string, next: string) => Promise<void>;
}

/** The sign-in of our account, under its name among the secrets. */
export const createKeptSignIn = (account: Account, secrets: Secrets, clock: Clock): KeptSignIn => {
  const name = `sign-in.${account.profile.cloud}.${account.tenantId}`;
  let unkept: { readonly instead: string; readonly next: string } | null = null;

  const present = async (): Promise<SignIn | null> => {
    const text = await secrets.read(name);
    return text === null || text.trim() === '' ? null : parsed(text);
  };

  const keep = (refreshToken: string): Promise<void> =>
    secrets.write(name, JSON.stringify({ refreshToken, lastUsed: dayOf(clock.now()) }));

  const keepWhatIsNot = async (): Promise<void> => {
    if (unkept === null) return;
    const { instead, next } = unkept;
    if ((await present())?.refreshToken === instead) await keep(next);
    unkept = null;
  };

  return {
    keep,
    replace: async (refreshToken, next) => {
      unkept = { instead: refreshToken, next };
      await keepWhatIsNot();
    },
    read: async () => {
      await keepWhatIsNot();
      return present();
    },
  };
};
