import type { Cloud } from '../policy/index.ts';
import type { World } from './world.ts';

/** What a token says; the surface that made it is the only one that reads it. */
export interface Claims {
  readonly tenant: string;
  /** Whose employee or application it is, where the tenant is a customer's. */
  readonly home: string;
  readonly audience: string;
  readonly kind: 'app' | 'user';
  readonly clientId: string;
  /** The person's id, or the application's client id. */
  readonly subject: string;
  /** Partner Center roles of the person. */
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly mfa: boolean;
  readonly expiresAt: number;
}

export interface Asked {
  readonly method: string;
  /** Without the surface's prefix. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly raw: Buffer;
  /** Where the surface stands, as its callers reach it: scheme, host, port and prefix. */
  readonly base: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; left out: no body. */
  readonly body?: unknown;
  /** Sent as it is, e.g. a page. */
  readonly text?: string;
  /** Sent as it is, where it is no text. */
  readonly bytes?: Buffer;
}

/** One of the world's faces: a service of one cloud, or pages for people. */
export type Surface = (asked: Asked) => Reply | Promise<Reply>;

export interface Setting {
  readonly world: World;
  readonly cloud: Cloud;
  /** Reads a bearer token; null where there is none, or nobody here has made it. */
  readonly claimsOf: (asked: Asked) => Claims | null;
}
