import { createVerify } from 'node:crypto';
import type { X509Certificate } from 'node:crypto';
import { createJudge, createShelf } from './webhook-certificates.ts';

/** Something that was sent to us by whoever says to be Partner Center. */
export interface Delivery {
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The very bytes: they are what was signed. */
  readonly raw: Uint8Array;
}

interface Refusal {
  readonly ok: false;
  readonly status: 400 | 401 | 503;
  readonly words: string;
}

export type Verified = { readonly ok: true } | Refusal;

export interface Signers {
  /** Where certificates may come from; nothing else is ever fetched. */
  readonly certificateOrigins: readonly string[];
  /** Who may have issued them, where the operator has pinned that (PEM). */
  readonly issuers: readonly string[];
  /** The certificate’s bytes; null when it could not be had. */
  readonly download: (url: string) => Promise<Uint8Array | null>;
  readonly now: () => string;
}

const ALGORITHM = 'rsa-sha256';

const no = (status: Refusal['status'], words: string): Refusal => ({ ok: false, status, words });

/** In `Authorization`, or in a header of its own where a proxy eats that one. */
const signatureOf = ({ headers }: Delivery): string | null => {
  const [, signature] = /^Signature ([A-Za-z0-9+/]{1,2000}={0,2})$/i.exec(headers.authorization ?? '') ?? [];
  const own = headers['x-ms-signature'];
  return signature ?? (own !== undefined && /^[A-Za-z0-9+/]{1,2000}={0,2}$/.test(own) ? own : null);
};

/** The address as it will be asked; null where no certificate of theirs may lie. */
const allowed = (said: string, origins: readonly string[]): string | null => {
  if (!URL.canParse(said)) return null;
  const { href, origin, username, password } = new URL(said);
  return username === '' && password === '' && origins.includes(origin) ? href : null;
};

interface Claim {
  readonly signature: string;
  readonly url: string;
}

/** What it brings along to prove itself, before anything is fetched. */
const claimOf = (delivery: Delivery, origins: readonly string[]): Claim | Refusal => {
  const signature = signatureOf(delivery);
  if (signature === null) return no(401, 'there is no signature');
  const said = delivery.headers['x-ms-certificate-url'];
  const algorithm = delivery.headers['x-ms-signature-algorithm'];
  if (said === undefined || algorithm === undefined) return no(400, 'there is no certificate URL, or no algorithm');
  if (algorithm.toLowerCase() !== ALGORITHM) return no(400, 'the algorithm is not rsa-sha256');
  const url = allowed(said, origins);
  return url === null ? no(401, 'the certificate lies where no certificate of theirs may lie') : { signature, url };
};

/** Does what was sent come from Partner Center? Nothing of it is parsed before that is certain. */
export const createVerifier = (signers: Signers): ((delivery: Delivery) => Promise<Verified>) => {
  const flawOf = createJudge(signers);
  const shelf = createShelf(signers);

  const judged = (certificate: X509Certificate, { signature }: Claim, raw: Uint8Array): Verified => {
    const flaw = flawOf(certificate);
    if (flaw !== null) return no(401, flaw);
    const fits = createVerify('RSA-SHA256').update(raw).verify(certificate.publicKey, signature, 'base64');
    return fits ? { ok: true } : no(401, 'the signature does not fit what was sent');
  };

  return async (delivery) => {
    const claim = claimOf(delivery, signers.certificateOrigins);
    if ('ok' in claim) return claim;
    const kept = shelf.kept(claim.url);
    const verdict = kept && judged(kept, claim, delivery.raw);
    if (verdict !== null && (verdict.ok || !shelf.mayBeOutdated(claim.url))) return verdict;
    const fetched = await shelf.fetch(claim.url);
    // They deliver again later, and by then it may be there.
    if (fetched === null) return no(503, 'the certificate could not be had');
    const afresh = judged(fetched, claim, delivery.raw);
    if (afresh.ok) shelf.keep(claim.url, fetched);
    return afresh;
  };
};
