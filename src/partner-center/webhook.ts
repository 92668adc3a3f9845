import { createVerify, X509Certificate } from 'node:crypto';

/** Something that was sent to us by whoever says to be Partner Center. */
export interface Delivery {
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The very bytes: they are what was signed. */
  readonly raw: Uint8Array;
}

export type Verified = { readonly ok: true } | { readonly ok: false; readonly status: 400 | 401 | 503; readonly words: string };

export interface Signers {
  /** Where certificates may come from; nothing else is ever fetched. */
  readonly certificateOrigins: readonly string[];
  /** Who may have issued them, where the operator has pinned that (PEM). */
  readonly issuers: readonly string[];
  /** The certificate's bytes; null when it could not be had. */
  readonly download: (url: string) => Promise<Uint8Array | null>;
  readonly now: () => string;
}

const ALGORITHM = 'rsa-sha256';
const SUBJECT = /^CN=pcnotifications-dispatch\.microsoft\.com$/m;
const ISSUER = /^O=Microsoft Corporation$/m;

const no = (status: 400 | 401 | 503, words: string): Verified => ({ ok: false, status, words });

/** In `Authorization`, or in a header of its own where a proxy eats that one. */
const signatureOf = ({ headers }: Delivery): string | null => {
  const [, signature] = /^Signature ([A-Za-z0-9+/]{1,2000}={0,2})$/.exec(headers.authorization ?? '') ?? [];
  const own = headers['x-ms-signature'];
  return signature ?? (own !== undefined && /^[A-Za-z0-9+/]{1,2000}={0,2}$/.test(own) ? own : null);
};

const isFrom = (url: string, origins: readonly string[]): boolean =>
  URL.canParse(url) && new URL(url).username === '' && origins.includes(new URL(url).origin);

const parsed = (bytes: Uint8Array): X509Certificate | null => {
  try {
    return new X509Certificate(bytes);
  } catch {
    // Whatever it is, it is no certificate: the caller refuses it.
    return null;
  }
};

const isIssuedBy = (certificate: X509Certificate, issuers: readonly string[]): boolean =>
  issuers.some((pem) => {
    const issuer = parsed(Buffer.from(pem));
    return issuer !== null && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  });

/** Why a certificate does not speak for Partner Center; null when it does. */
const flawOf = (certificate: X509Certificate, { issuers, now }: Signers): string | null => {
  const at = Date.parse(now());
  if (at < Date.parse(certificate.validFrom) || at > Date.parse(certificate.validTo)) return 'the certificate is not valid today';
  if (!SUBJECT.test(certificate.subject)) return 'the certificate is made out to somebody else';
  if (!ISSUER.test(certificate.issuer)) return 'the certificate was not issued by Microsoft Corporation';
  return issuers.length === 0 || isIssuedBy(certificate, issuers) ? null : 'the certificate was not issued by a pinned issuer';
};

/** Does what was sent come from Partner Center? Nothing of it is parsed before that is certain. */
export const createVerifier = (signers: Signers): ((delivery: Delivery) => Promise<Verified>) => {
  const certificates = new Map<string, X509Certificate>();

  const certificateAt = async (url: string): Promise<X509Certificate | null> => {
    const kept = certificates.get(url);
    if (kept !== undefined && flawOf(kept, signers) === null) return kept;
    const bytes = await signers.download(url);
    return bytes === null ? null : parsed(bytes);
  };

  return async (delivery) => {
    const signature = signatureOf(delivery);
    if (signature === null) return no(401, 'there is no signature');
    const url = delivery.headers['x-ms-certificate-url'];
    const algorithm = delivery.headers['x-ms-signature-algorithm'];
    if (url === undefined || algorithm === undefined) return no(400, 'there is no certificate URL, or no algorithm');
    if (algorithm.toLowerCase() !== ALGORITHM) return no(400, 'the algorithm is not rsa-sha256');
    if (!isFrom(url, signers.certificateOrigins)) return no(401, 'the certificate lies where no certificate of theirs may lie');
    const certificate = await certificateAt(url);
    // They deliver again later, and by then it may be there.
    if (certificate === null) return no(503, 'the certificate could not be had');
    const flaw = flawOf(certificate, signers);
    if (flaw !== null) return no(401, flaw);
    if (!createVerify('RSA-SHA256').update(delivery.raw).verify(certificate.publicKey, signature, 'base64'))
      return no(401, 'the signature does not fit what was sent');
    // Only what has proved itself is kept, so that nobody fills our memory with addresses.
    certificates.set(url, certificate);
    return { ok: true };
  };
};
