import { importJWK } from 'jose';
import type { CryptoKey } from 'jose';
import * as z from 'zod';
import { inTime } from '../conversation/in-time.ts';
import type { Clock } from '../ports.ts';
import { createService } from '../wire/create-service.ts';
import type { Dialect } from '../wire/dialect.ts';
import type { Line } from '../wire/line.ts';
import { legible } from '../wire/shapes.ts';

/** A key, and the channels for which it may sign. */
interface SigningKey {
  readonly key: CryptoKey;
  readonly endorsements: readonly string[];
}

/** unknown: they have no such key. unreachable: nobody can say. */
export type FoundKey = SigningKey | 'unknown' | 'unreachable';

interface KeyOptions {
  /** Where their metadata stands. */
  readonly metadata: string;
  readonly line: Line;
  readonly clock: Clock;
}

const KEPT_MS = 24 * 3_600_000;
/** A key nobody knows is asked for so often, whoever makes them up. */
const UNKNOWN_AGAIN_MS = 3_600_000;
/** Whoever could not be reached is left alone for so long. */
const FAILED_AGAIN_MS = 10_000;
const RENEWAL_PATIENCE_MS = 1000;

const dialect: Dialect = {
  name: 'Signing keys',
  headersOf: () => ({ accept: 'application/json' }),
  complaintOf: () => ({ code: '', words: '', means: null }),
  knowsRequests: false,
};

const Metadata = z.object({ jwks_uri: z.url() });
const Key = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string().min(1),
  e: z.string().min(1),
  endorsements: z.array(z.string()).default([]),
});
const Keys = z.object({ keys: z.array(legible(Key)).max(200) });

type Keyring = ReadonlyMap<string, z.infer<typeof Key>>;

/** The keys with which those sign who may speak to the bot: kept for a day, and looked up again where an unknown one comes. */
export const createSigningKeys = ({ metadata, line, clock }: KeyOptions) => {
  const { origin } = new URL(metadata);
  const service = createService({ base: origin, dialect, authorize: null, line });
  let held: { readonly ring: Keyring; readonly at: number } | null = null;
  let unknownAskedAt = -Infinity;
  let failedAt = -Infinity;
  let flight: Promise<Keyring | null> | null = null;
  const now = (): number => Date.parse(clock.now());

  const read = async <T>(address: string, answer: z.ZodType<T>): Promise<T | null> => {
    const url = new URL(address);
    if (url.origin !== origin) return null;
    const sent = await service.send({ method: 'GET', path: url.pathname + url.search, answer });
    return sent.ok ? sent.body : null;
  };

  const fetched = async (): Promise<Keyring | null> => {
    const named = await read(metadata, Metadata);
    const found = named === null ? null : await read(named.jwks_uri, Keys);
    if (found === null) {
      failedAt = now();
      return null;
    }
    const ring = new Map(found.keys.flatMap((key) => (key === null ? [] : [[key.kid, key] as const])));
    held = { ring, at: now() };
    return ring;
  };

  /** Whoever asks meanwhile waits for the same answer. */
  const fresh = async (): Promise<Keyring | null> => {
    if (flight === null && Math.abs(now() - failedAt) < FAILED_AGAIN_MS) return null;
    flight ??= fetched().finally(() => {
      flight = null;
    });
    return flight;
  };

  /** Keys that are a day old do until newer ones are there, and nobody is kept waiting for those. */
  const ring = async (): Promise<Keyring | null> => {
    if (held === null) return fresh();
    if (Math.abs(now() - held.at) < KEPT_MS) return held.ring;
    const newer = await inTime(fresh(), RENEWAL_PATIENCE_MS);
    return newer?.came ?? held.ring;
  };

  const ringWith = async (kid: string): Promise<Keyring | 'unknown' | 'unreachable'> => {
    const before = held;
    const known = await ring();
    if (known === null) return 'unreachable';
    if (known.has(kid)) return known;
    // What has just come is as fresh as can be.
    if (held !== before || Math.abs(now() - unknownAskedAt) < UNKNOWN_AGAIN_MS) return 'unknown';
    const again = await fresh();
    if (again === null) return 'unreachable';
    unknownAskedAt = now();
    return again.has(kid) ? again : 'unknown';
  };

  /** To import a key takes longer than to check with it; each is imported once, as long as it is held. */
  const imported = new WeakMap<z.infer<typeof Key>, Map<string, Promise<CryptoKey | null>>>();

  const importedOnce = (key: z.infer<typeof Key>, algorithm: string): Promise<CryptoKey | null> => {
    const ways = imported.get(key) ?? new Map<string, Promise<CryptoKey | null>>();
    imported.set(key, ways);
    const { kty, n, e } = key;
    const one =
      ways.get(algorithm) ??
      importJWK({ kty, n, e, alg: algorithm }, algorithm).then(
        (made) => (made instanceof Uint8Array ? null : made),
        () => null,
      );
    ways.set(algorithm, one);
    return one;
  };

  return async (kid: string, algorithm: string): Promise<FoundKey> => {
    const found = await ringWith(kid);
    if (typeof found === 'string') return found;
    const named = found.get(kid);
    const key = named === undefined ? null : await importedOnce(named, algorithm);
    // A key that is none has been told by those who have the right to, and is as good as unknown.
    return named === undefined || key === null ? 'unknown' : { key, endorsements: named.endorsements };
  };
};
