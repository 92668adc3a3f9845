import type { Failure } from '../wire/failure.ts';

export type Audience = 'partner-center' | 'graph' | 'azure' | 'bot';

/** app: the application itself. user: a person of ours, who has signed in with a second factor. */
export type Identity = 'app' | 'user';

export interface Token {
  readonly value: string;
  readonly expiresAt: number;
}

export interface Tokens {
  /** A token that still holds for some minutes. `fresh`: not one that has just been refused. */
  readonly token: (wanted: {
    readonly audience: Audience;
    readonly as: Identity;
    /** Null: our own tenant. */
    readonly tenant: string | null;
    readonly fresh: boolean;
  }) => Promise<{ readonly ok: true; readonly token: Token } | { readonly ok: false; readonly failure: Failure }>;
}
