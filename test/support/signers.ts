import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { instant } from '../../src/cases/time.ts';
import { bits, der, integer, oid, sequence, time } from '../../src/sandbox/webhooks/der.ts';

interface Holder {
  readonly organisation: string;
  readonly name: string;
}

interface Keys {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

interface Wanted {
  readonly subject?: Partial<Holder>;
  readonly issuer?: Partial<Holder>;
  readonly from?: string;
  readonly until?: string;
  /** Whose key it is, and who has signed it. */
  readonly key?: Keys;
  readonly signedBy?: Keys;
}

const sha256WithRsa = sequence(oid('1.2.840.113549.1.1.11'), der(0x05));
const part = (type: string, value: string): Buffer => der(0x31, sequence(oid(type), der(0x0c, Buffer.from(value))));
const nameOf = ({ organisation, name }: Holder): Buffer => sequence(part('2.5.4.10', organisation), part('2.5.4.3', name));
const day = (text: string): Buffer => time(instant(Date.parse(text)));

export const rsa = (): Keys => generateKeyPairSync('rsa', { modulusLength: 2048 });

const theirs = rsa();
const authority = rsa();

const microsoft = { organisation: 'Microsoft Corporation', name: 'Made-up CA' };
const dispatcher = { organisation: 'Microsoft Corporation', name: 'pcnotifications-dispatch.microsoft.com' };

/** A certificate (DER) like that of Partner Center’s webhooks, but for what is said. */
export const certificate = (wanted: Wanted = {}): Buffer => {
  const content = sequence(
    integer(Buffer.from([1])),
    sha256WithRsa,
    nameOf({ ...microsoft, ...wanted.issuer }),
    sequence(day(wanted.from ?? '2026-01-01'), day(wanted.until ?? '2027-01-01')),
    nameOf({ ...dispatcher, ...wanted.subject }),
    (wanted.key ?? theirs).publicKey.export({ type: 'spki', format: 'der' }),
  );
  return sequence(content, sha256WithRsa, bits(sign('sha256', content, (wanted.signedBy ?? authority).privateKey)));
};

const pem = (bytes: Buffer): string => `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64')}\n-----END CERTIFICATE-----\n`;

/** The certificate of whoever has issued the others (PEM). */
export const issuer = (wanted: Wanted = {}): string => pem(certificate({ subject: microsoft, key: authority, ...wanted }));

export const signedWith = ({ privateKey }: Keys, raw: Uint8Array): string => sign('sha256', raw, privateKey).toString('base64');

/** In base64. */
export const signed = (raw: Uint8Array): string => signedWith(theirs, raw);
