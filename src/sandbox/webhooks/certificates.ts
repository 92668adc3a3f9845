import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { later } from '../../cases/time.ts';
import type { Instant } from '../../cases/time.ts';
import { bits, der, integer, oid, sequence, time } from './der.ts';

/** Who signs Partner Center’s webhooks. */
export const SIGNER = 'pcnotifications-dispatch.microsoft.com';

const ORGANISATION = 'Microsoft Corporation';

/** How long certificates hold on either side of the world’s beginning. */
const DAYS = 3650;

export interface Certificates {
  /** What a receiver has to trust, as PEM. */
  readonly authority: string;
  /** The signer’s certificate, as it is downloaded (DER). */
  readonly signer: Buffer;
  /** The signature over these bytes, in base64. */
  readonly signed: (raw: Buffer) => string;
}

interface Keys {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

interface Holder {
  readonly name: string;
  readonly keys: Keys;
  readonly isAuthority: boolean;
}

const sha256WithRsa = sequence(oid('1.2.840.113549.1.1.11'), der(0x05));
const YES = der(0x01, Buffer.from([0xff]));

const sha1 = (bytes: Buffer): Buffer => createHash('sha1').update(bytes).digest();
const spkiOf = ({ publicKey }: Keys): Buffer => publicKey.export({ type: 'spki', format: 'der' });

const part = (type: string, value: string): Buffer => der(0x31, sequence(oid(type), der(0x0c, Buffer.from(value))));
const nameOf = ({ name }: Holder): Buffer => sequence(part('2.5.4.6', 'US'), part('2.5.4.10', ORGANISATION), part('2.5.4.3', name));

const extension = (type: string, value: Buffer, isCritical = false): Buffer =>
  sequence(oid(type), ...(isCritical ? [YES] : []), der(0x04, value));

/** An authority may sign certificates, the other one only messages. */
const extensionsOf = (subject: Holder, issuer: Holder): Buffer =>
  sequence(
    extension('2.5.29.19', subject.isAuthority ? sequence(YES) : sequence(), true),
    extension('2.5.29.15', subject.isAuthority ? bits(Buffer.from([0x04]), 2) : bits(Buffer.from([0x80]), 7), true),
    extension('2.5.29.14', der(0x04, sha1(spkiOf(subject.keys)))),
    extension('2.5.29.35', sequence(der(0x80, sha1(spkiOf(issuer.keys))))),
  );

const certificateOf = (subject: Holder, issuer: Holder, now: Instant): Buffer => {
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), sha1(spkiOf(subject.keys)).subarray(0, 8)])),
    sha256WithRsa,
    nameOf(issuer),
    sequence(time(later(now, { days: -DAYS })), time(later(now, { days: DAYS }))),
    nameOf(subject),
    spkiOf(subject.keys),
    der(0xa3, extensionsOf(subject, issuer)),
  );
  return sequence(content, sha256WithRsa, bits(sign('sha256', content, issuer.keys.privateKey)));
};

const pemOf = (certificate: Buffer): string => {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
};

const makeKeys = (): Keys => generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A certificate authority of our own, and the certificate it has given to the signer of webhooks. */
export const createCertificates = (now: Instant): Certificates => {
  const authority = { name: 'Handshake Sandbox CA', keys: makeKeys(), isAuthority: true };
  const signer = { name: SIGNER, keys: makeKeys(), isAuthority: false };
  return {
    authority: pemOf(certificateOf(authority, authority, now)),
    signer: certificateOf(signer, authority, now),
    signed: (raw) => sign('sha256', raw, signer.keys.privateKey).toString('base64'),
  };
};

/** A certificate that somebody has made for themselves, with its key, both as PEM: what applications prove themselves with. */
export const createOwnCertificate = (name: string, now: Instant): { readonly certificate: string; readonly privateKey: string } => {
  const own = { name, keys: makeKeys(), isAuthority: false };
  return {
    certificate: pemOf(certificateOf(own, own, now)),
    privateKey: own.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
};
