import { generateKeyPairSync, sign } from 'node:crypto';
import { instant } from '../../src/cases/time.ts';
import { bits, der, integer, oid, sequence, time } from '../../src/sandbox/webhooks/der.ts';

/** A key, and the smallest certificate for it that says who it is. */
export const selfSigned = (commonName: string) => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const name = sequence(der(0x31, sequence(oid('2.5.4.3'), der(0x0c, Buffer.from(commonName)))));
  const sha256WithRsa = sequence(oid('1.2.840.113549.1.1.11'), der(0x05));
  const start = Date.parse('2026-01-01T00:00:00Z');
  const content = sequence(
    integer(Buffer.from([1])),
    sha256WithRsa,
    name,
    sequence(time(instant(start)), time(instant(start + 1e10))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const bytes = sequence(content, sha256WithRsa, bits(sign('sha256', content, privateKey)));
  return {
    publicKey,
    bytes,
    certificate: `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64')}\n-----END CERTIFICATE-----\n`,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
};
