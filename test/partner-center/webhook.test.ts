import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createVerifier } from '../../src/partner-center/webhook.ts';
import type { Delivery, Signers } from '../../src/partner-center/webhook.ts';
import { certificate, issuer, rsa, signed, signedWith } from '../support/signers.ts';

const origin = 'https://certificates.example';
const url = `${origin}/cert/dispatch.cer`;
const body = Buffer.from('{"EventName":"test-created"}');

type Headers = Delivery['headers'];

const delivery = (headers: Headers = {}, raw: Uint8Array = body): Delivery => ({
  headers: {
    authorization: `Signature ${signed(body)}`,
    'x-ms-certificate-url': url,
    'x-ms-signature-algorithm': 'rsa-sha256',
    ...headers,
  },
  raw,
});

/** A receiver that remembers what it has fetched; what lies at an address may be exchanged. */
const receiver = (lies: Uint8Array | null = certificate(), more: Partial<Signers> = {}) => {
  const fetched: string[] = [];
  const there = { lies, now: '2026-03-02T10:00:00.000Z' };
  const verify = createVerifier({
    certificateOrigins: [origin],
    issuers: [],
    download: (from) => {
      fetched.push(from);
      return Promise.resolve(there.lies);
    },
    now: () => there.now,
    ...more,
  });
  return { verify, fetched, there };
};

describe('what is delivered is believed', () => {
  test('when the certificate of Partner Center fits its signature', async () => {
    const { verify, fetched } = receiver();
    expect(await verify(delivery())).toEqual({ ok: true });
    expect(fetched).toEqual([url]);
  });

  test('when a proxy has eaten the usual header, and the signature stands in its own', async () => {
    const { verify } = receiver();
    for (const authorization of [undefined, 'Basic b3BlbjpzZXNhbWU='])
      expect(await verify(delivery({ authorization, 'x-ms-signature': signed(body) }))).toEqual({ ok: true });
  });

  test('when a pinned issuer has issued the certificate', async () => {
    const { verify } = receiver(certificate(), { issuers: [issuer({ key: rsa() }), issuer()] });
    expect(await verify(delivery())).toEqual({ ok: true });
  });
});

describe('before anything is fetched', () => {
  // Each of these has every later fault, too: whoever checks in another order answers otherwise.
  const elsewhere = { 'x-ms-certificate-url': 'https://elsewhere.example/dispatch.cer' };
  const noUrl = { 'x-ms-certificate-url': undefined };
  const md5 = { 'x-ms-signature-algorithm': 'md5' };

  test.each<[string, Headers, number, string]>([
    ['there is no signature', { authorization: undefined, ...noUrl, ...md5 }, 401, 'there is no signature'],
    ['the signature is no base64', { authorization: 'Signature <x>', ...noUrl, ...md5 }, 401, 'there is no signature'],
    ['the signature is endless', { authorization: `Signature ${'A'.repeat(9000)}` }, 401, 'there is no signature'],
    ['somebody shows a password', { authorization: 'Basic eDp5', ...elsewhere }, 401, 'there is no signature'],
    ['there is no certificate', { ...noUrl, ...md5 }, 400, 'there is no certificate URL, or no algorithm'],
    [
      'there is no algorithm',
      { 'x-ms-signature-algorithm': undefined, ...elsewhere },
      400,
      'there is no certificate URL, or no algorithm',
    ],
    ['the algorithm is another one', { ...md5, ...elsewhere }, 400, 'the algorithm is not rsa-sha256'],
  ])('%s: refused', async (_, headers, status, words) => {
    const { verify, fetched } = receiver();
    expect(await verify(delivery(headers, Buffer.from('other')))).toEqual({ ok: false, status, words });
    expect(fetched).toEqual([]);
  });

  test.each([
    'https://elsewhere.example/cert/dispatch.cer',
    'https://certificates.example.elsewhere.example/dispatch.cer',
    'https://elsewhere.example/https://certificates.example/dispatch.cer',
    'https://certificates.example@elsewhere.example/dispatch.cer',
    'https://certificates.example:8443/dispatch.cer',
    'http://certificates.example/dispatch.cer',
    'https://user@certificates.example/dispatch.cer',
    'https://:password@certificates.example/dispatch.cer',
    'file:///certificates.example/dispatch.cer',
    'data:application/pkix-cert;base64,AAAA',
    '//certificates.example/dispatch.cer',
    'dispatch.cer',
    '',
  ])('a certificate at %p is never fetched', async (address) => {
    const { verify, fetched } = receiver();
    expect(await verify(delivery({ 'x-ms-certificate-url': address }))).toMatchObject({ ok: false, status: 401 });
    expect(fetched).toEqual([]);
  });
});

describe('a certificate that does not speak for Partner Center is refused:', () => {
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['made out to somebody else', certificate({ subject: { name: 'contoso.example' } }), 'made out to somebody else'],
    [
      'to somebody whose name only begins like it',
      certificate({ subject: { name: 'pcnotifications-dispatch.microsoft.com.example' } }),
      'made out to somebody else',
    ],
    [
      'with its name on a second line of another name',
      certificate({ subject: { name: 'x\nCN=pcnotifications-dispatch.microsoft.com' } }),
      'made out to somebody else',
    ],
    [
      'issued by another company',
      certificate({ issuer: { organisation: 'Contoso Corporation' } }),
      'not issued by Microsoft Corporation',
    ],
    [
      'by one that has the name on a second line',
      certificate({ issuer: { organisation: 'x\nO=Microsoft Corporation' } }),
      'not issued by Microsoft Corporation',
    ],
    ['expired', certificate({ until: '2026-03-01' }), 'not valid today'],
    ['not valid yet', certificate({ from: '2026-03-03' }), 'not valid today'],
  ];

  test.each(cases)('%s', async (_, lies, why) => {
    const { verify } = receiver(lies);
    expect(await verify(delivery())).toEqual({ ok: false, status: 401, words: expect.stringContaining(why) });
  });

  test('one with a key that cannot have made such a signature', async () => {
    const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { verify } = receiver(certificate({ key }));
    const authorization = `Signature ${signedWith(key, body)}`;
    expect(await verify(delivery({ authorization }))).toMatchObject({ status: 401, words: 'the certificate has no RSA key' });
  });

  test.each([
    ['of the same name and another key', issuer({ key: rsa() })],
    ['of another name', issuer({ subject: { name: 'Another CA' } })],
    ['that has run out', issuer({ until: '2026-03-01' })],
  ])('one that was not issued by the pinned issuer, but by one %s', async (_, pinned) => {
    const { verify } = receiver(certificate(), { issuers: [pinned] });
    expect(await verify(delivery())).toMatchObject({ status: 401, words: 'the certificate was not issued by a pinned issuer' });
  });

  test('a pinned issuer that is none is said at once, and not at the first delivery', () => {
    expect(() => receiver(certificate(), { issuers: ['-----BEGIN CERTIFICATE-----'] })).toThrow();
  });

  test.each([
    ['nothing', null],
    ['a page', Buffer.from('<html>Not found</html>')],
  ])('where %s lies, it is to be delivered again', async (_, lies) => {
    const { verify } = receiver(lies);
    expect(await verify(delivery())).toEqual({ ok: false, status: 503, words: 'the certificate could not be had' });
  });
});

describe('a signature', () => {
  const words = 'the signature does not fit what was sent';

  test('holds for the very bytes, and not for a body with one changed', async () => {
    const { verify } = receiver();
    for (let at = 0; at < body.length; at += 1) {
      const changed = Buffer.from(body);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(await verify(delivery({}, changed))).toEqual({ ok: false, status: 401, words });
    }
    expect(await verify(delivery({}, Buffer.concat([body, Buffer.from(' ')])))).toEqual({ ok: false, status: 401, words });
    expect(await verify(delivery({}, Buffer.alloc(0)))).toEqual({ ok: false, status: 401, words });
  });

  test('of somebody else’s key is none', async () => {
    const { verify } = receiver();
    const authorization = `Signature ${signedWith(rsa(), body)}`;
    expect(await verify(delivery({ authorization }))).toEqual({ ok: false, status: 401, words });
  });
});

describe('certificates are fetched', () => {
  const rubbish = delivery({}, Buffer.from('rubbish'));

  test('once, as long as they prove what is sent', async () => {
    const { verify, fetched, there } = receiver();
    for (let day = 2; day < 30; day++) {
      there.now = `2026-03-${String(day).padStart(2, '0')}T10:00:00.000Z`;
      expect(await verify(delivery())).toEqual({ ok: true });
    }
    expect(fetched).toHaveLength(1);
  });

  test('again when another one lies there by now', async () => {
    const { verify, there } = receiver();
    await verify(delivery());
    const next = rsa();
    there.lies = certificate({ key: next });
    const rolled = delivery({ authorization: `Signature ${signedWith(next, body)}` });
    there.now = '2026-03-02T10:09:59.000Z';
    expect(await verify(rolled)).toMatchObject({ status: 401 });
    there.now = '2026-03-02T10:10:00.000Z';
    expect(await verify(rolled)).toEqual({ ok: true });
  });

  test('again when the one that is known has run out', async () => {
    const { verify, there } = receiver(certificate({ until: '2026-03-03' }));
    await verify(delivery());
    there.now = '2026-03-04T10:00:00.000Z';
    there.lies = certificate();
    expect(await verify(delivery())).toEqual({ ok: true });
  });

  test('every ten minutes at most, however much rubbish comes', async () => {
    const { verify, fetched, there } = receiver();
    await verify(delivery());
    for (let minute = 0; minute < 20; minute++) {
      there.now = `2026-03-02T10:${String(minute).padStart(2, '0')}:00.000Z`;
      await verify(rubbish);
    }
    expect(fetched).toHaveLength(2);
    expect(await verify(delivery())).toEqual({ ok: true });
  });

  test('once for all who need them at the same time, and few at once', async () => {
    const { verify, fetched } = receiver();
    expect(await Promise.all([delivery(), delivery(), delivery()].map(verify))).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(fetched).toHaveLength(1);
    const others = Array.from({ length: 20 }, (_, n) => delivery({ 'x-ms-certificate-url': `${origin}/${n}.cer` }));
    const answers = await Promise.all(others.map(verify));
    expect(answers.filter(({ ok }) => !ok)).toHaveLength(16);
    expect(fetched).toHaveLength(5);
  });

  test('and kept only when they have proved something: rubbish from elsewhere pushes none out', async () => {
    const { verify, fetched } = receiver();
    await verify(delivery());
    for (let n = 0; n < 9; n++)
      await verify({ ...rubbish, headers: { ...rubbish.headers, 'x-ms-certificate-url': `${origin}/${n}.cer` } });
    expect(fetched).toHaveLength(10);
    expect(await verify(delivery())).toEqual({ ok: true });
    expect(fetched).toHaveLength(10);
  });

  test('anew when so many others have come by that one was forgotten', async () => {
    const { verify, fetched } = receiver();
    for (let n = 0; n < 9; n++) await verify(delivery({ 'x-ms-certificate-url': `${origin}/${n}.cer` }));
    await verify(delivery({ 'x-ms-certificate-url': `${origin}/8.cer` }));
    expect(fetched).toHaveLength(9);
    await verify(delivery({ 'x-ms-certificate-url': `${origin}/0.cer` }));
    expect(fetched).toHaveLength(10);
  });
});
