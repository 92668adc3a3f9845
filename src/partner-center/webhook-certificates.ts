import { X509Certificate } from 'node:crypto';

const SUBJECT = /^CN=pcnotifications-dispatch\.microsoft\.com$/m;
const ISSUER = /^O=Microsoft Corporation$/m;

const parsed = (bytes: Uint8Array): X509Certificate | null => {
  try {
    return new X509Certificate(bytes);
  } catch {
    // Whatever it is, it is no certificate: the caller refuses it.
    return null;
  }
};

const isValidAt = ({ validFrom, validTo }: X509Certificate, at: number): boolean =>
  Date.parse(validFrom) <= at && at <= Date.parse(validTo);

interface Trust {
  /** Who may have issued them, where the operator has pinned that (PEM). */
  readonly issuers: readonly string[];
  readonly now: () => string;
}

/** Says why a certificate does not speak for Partner Center; null when it does. Throws at once when a pinned issuer is none. */
export const createJudge = ({ issuers, now }: Trust): ((certificate: X509Certificate) => string | null) => {
  const pinned = issuers.map((pem) => new X509Certificate(pem));

  const isByPinned = (certificate: X509Certificate, at: number): boolean =>
    pinned.some((issuer) => isValidAt(issuer, at) && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey));

  return (certificate) => {
    const at = Date.parse(now());
    if (!isValidAt(certificate, at)) return 'the certificate is not valid today';
    if (!SUBJECT.test(certificate.subject)) return 'the certificate is made out to somebody else';
    if (!ISSUER.test(certificate.issuer)) return 'the certificate was not issued by Microsoft Corporation';
    if (certificate.publicKey.asymmetricKeyType !== 'rsa') return 'the certificate has no RSA key';
    return pinned.length === 0 || isByPinned(certificate, at) ? null : 'the certificate was not issued by a pinned issuer';
  };
};

interface Source {
  /** The certificate’s bytes; null when it could not be had. */
  readonly download: (url: string) => Promise<Uint8Array | null>;
  readonly now: () => string;
}

/** A name may get another certificate before the old one has run out; whoever sends rubbish must not make us look each time. */
const LOOK_AGAIN_MS = 10 * 60_000;
const MOST_KEPT = 8;
const MOST_AT_ONCE = 4;

/** The certificates that have proved themselves, so that they are fetched once and nobody fills our memory with addresses. */
export const createShelf = ({ download, now }: Source) => {
  const kept = new Map<string, X509Certificate>();
  const lookedAt = new Map<string, number>();
  const underWay = new Map<string, Promise<X509Certificate | null>>();

  const forget = (url: string): void => {
    kept.delete(url);
    lookedAt.delete(url);
  };

  return {
    kept: (url: string): X509Certificate | null => kept.get(url) ?? null,

    mayBeOutdated: (url: string): boolean => Date.parse(now()) - (lookedAt.get(url) ?? 0) >= LOOK_AGAIN_MS,

    /** Null: it could not be had, or too many are being fetched already. */
    fetch: (url: string): Promise<X509Certificate | null> => {
      const already = underWay.get(url);
      if (already !== undefined) return already;
      if (underWay.size >= MOST_AT_ONCE) return Promise.resolve(null);
      if (kept.has(url)) lookedAt.set(url, Date.parse(now()));
      const fetched = download(url)
        .then((bytes) => (bytes === null ? null : parsed(bytes)))
        .finally(() => underWay.delete(url));
      underWay.set(url, fetched);
      return fetched;
    },

    keep: (url: string, certificate: X509Certificate): void => {
      forget(url);
      kept.set(url, certificate);
      lookedAt.set(url, Date.parse(now()));
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) forget(oldest);
    },
  };
};
