import type { IncomingHttpHeaders } from 'node:http';
import { verify, X509Certificate } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createVerifier } from '../../src/partner-center/webhook.ts';
import { sandboxProfile } from '../../src/sandbox/profile.ts';
import { listenHere } from '../../src/sandbox/server/listen.ts';
import { postHere } from '../../src/sandbox/webhooks/post.ts';
import type { World } from '../../src/sandbox/world.ts';
import { openSandbox } from '../support/sandbox.ts';
import type { OpenSandbox } from '../support/sandbox.ts';
import { nordlys, solsikke } from '../support/sandbox-world.ts';

const transfer = '74a5f001-0001-4701-8701-000000000071';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly raw: Buffer;
}

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A receiver that answers with these statuses, and with 200 from then on. */
const receiver = async (statuses: number[] = []) => {
  const received: Received[] = [];
  const { base, close } = await listenHere((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, raw: Buffer.concat(chunks) });
      response.statusCode = statuses.shift() ?? 200;
      response.end();
    });
  }, 0);
  closing.push(close);
  const events = (): unknown[] =>
    received.map(({ raw }) => (JSON.parse(raw.toString()) as { readonly EventName: unknown }).EventName);
  return { url: `${base}/webhooks`, received, events };
};

const register = (world: World, url: string, inOwnHeader = false): void => {
  const events = ['create-transfer', 'complete-transfer'];
  world.registrations.set(nordlys, { subscriberId: 's1', url, events, inOwnHeader, modifiedAt: world.now() });
};

const announce = ({ world }: OpenSandbox, what = 'create'): void => {
  const news = { partner: nordlys, customer: solsikke, resourceType: 'transfer', resourceId: transfer };
  world.announce({ ...news, operation: `${what}_transfer`, event: `${what}-transfer` });
};

/** Time passes, and what is then on its way arrives. */
const after = async ({ pass, world, webhooks }: OpenSandbox, seconds: number): Promise<void> => {
  pass(seconds);
  world.settle();
  await webhooks.arrived();
};

describe('a delivery', () => {
  test('is signed over its very bytes, by a certificate that our authority has issued to the right name', async () => {
    const sandbox = await openSandbox();
    const { url, received } = await receiver();
    register(sandbox.world, url);
    announce(sandbox);
    await after(sandbox, 1);
    const [{ headers, raw } = { headers: {}, raw: Buffer.alloc(0) }] = received;
    expect(headers['x-ms-signature-algorithm']).toBe('rsa-sha256');
    expect(headers['content-type']).toBe('application/json');

    const download = await fetch(String(headers['x-ms-certificate-url']));
    expect(new URL(download.url).origin).toBe(sandbox.base);
    expect(new URL(download.url).pathname).toBe('/certificates/pcnotifications-dispatch.microsoft.com.cer');
    const certificate = new X509Certificate(Buffer.from(await download.arrayBuffer()));
    const authority = new X509Certificate(sandbox.certificates.authority);
    expect(certificate.subject).toContain('CN=pcnotifications-dispatch.microsoft.com');
    expect(certificate.issuer).toContain('O=Microsoft Corporation');
    expect([certificate.checkIssued(authority), certificate.verify(authority.publicKey), certificate.ca]).toStrictEqual([
      true,
      true,
      false,
    ]);
    const signature = Buffer.from(String(headers.authorization).replace('Signature ', ''), 'base64');
    expect(verify('sha256', raw, certificate.publicKey, signature)).toBe(true);
    expect(verify('sha256', Buffer.concat([raw, Buffer.from(' ')]), certificate.publicKey, signature)).toBe(false);
  });

  test('is believed by our own receiver, which pins the authority', async () => {
    const sandbox = await openSandbox();
    const { url, received } = await receiver();
    register(sandbox.world, url);
    announce(sandbox);
    await after(sandbox, 1);
    const [{ headers, raw } = { headers: {}, raw: Buffer.alloc(0) }] = received;
    const verified = createVerifier({
      certificateOrigins: sandboxProfile('global', sandbox.base).certificateOrigins,
      issuers: [sandbox.certificates.authority],
      download: async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer()),
      now: sandbox.world.now,
    });
    const known = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    expect(await verified({ headers: known, raw })).toStrictEqual({ ok: true });
    expect(await verified({ headers: known, raw: Buffer.from('{}') })).toMatchObject({ ok: false, status: 401 });
  });

  test('quirk 3: names the customer where Partner Center is found, and the transfer in the id of its record only', async () => {
    const sandbox = await openSandbox();
    const { url, received } = await receiver();
    register(sandbox.world, url);
    announce(sandbox);
    await after(sandbox, 1);
    const base = `${sandbox.base}/global/partner-center`;
    expect(JSON.parse(received[0]?.raw.toString() ?? '')).toMatchObject({
      ResourceUri: `${base}/v1/customers/${solsikke}`,
      AuditUri: `${base}/auditactivity/v1/auditrecords/${sandbox.world.audit[0]?.id ?? ''}`,
    });
  });

  test('carries its signature in a header of its own where the partner wants it so', async () => {
    const sandbox = await openSandbox();
    const { url, received } = await receiver();
    register(sandbox.world, url, true);
    announce(sandbox);
    await after(sandbox, 1);
    expect(received[0]?.headers.authorization).toBeUndefined();
    expect(received[0]?.headers['x-ms-signature']).toMatch(/^[A-Za-z0-9+/]+=*$/);
  });

  test('is tried again, with the very same bytes, until somebody takes it', async () => {
    const sandbox = await openSandbox();
    const { url, received } = await receiver([500, 404]);
    register(sandbox.world, url);
    announce(sandbox);
    for (let round = 0; round < 4; round++) await after(sandbox, 3600);
    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ raw }) => raw.toString())).size).toBe(1);
    expect(sandbox.webhooks.offlineQueue).toHaveLength(0);
  });

  test('that nobody takes is put aside after ten tries', async () => {
    const sandbox = await openSandbox();
    const { url, received } = await receiver(Array.from({ length: 20 }, () => 503));
    register(sandbox.world, url);
    announce(sandbox);
    for (let round = 0; round < 12; round++) await after(sandbox, 3600);
    expect(received).toHaveLength(10);
    expect(sandbox.webhooks.offlineQueue.map(({ news }) => news.event)).toStrictEqual(['create-transfer']);
  });

  test('never leaves this machine', async () => {
    for (const url of ['http://contoso.example/', 'https://127.0.0.1/', 'rubbish'])
      expect(await postHere(url, {}, Buffer.alloc(0))).toStrictEqual({
        status: null,
        why: 'The receiver is not on this machine.',
      });
  });

  test('to nobody at all fails, and the next one is tried all the same', async () => {
    const sandbox = await openSandbox();
    register(sandbox.world, 'http://127.0.0.1:1/');
    announce(sandbox);
    await after(sandbox, 1);
    const { url, events } = await receiver();
    register(sandbox.world, url);
    announce(sandbox, 'complete');
    await after(sandbox, 1);
    expect(sandbox.webhooks.tries[0]?.answered.status).toBeNull();
    expect(events()).toContain('complete-transfer');
  });
});

describe('in a bad mood, the post', () => {
  const withMood = async (change: (sandbox: OpenSandbox) => void) => {
    const sandbox = await openSandbox();
    const { url, events, received } = await receiver();
    register(sandbox.world, url);
    change(sandbox);
    return { sandbox, events, received };
  };

  test('brings everything more than once', async () => {
    const { sandbox, events } = await withMood(({ mood }) => (mood.duplicates = 2));
    announce(sandbox);
    await after(sandbox, 1);
    expect(events()).toStrictEqual(['create-transfer', 'create-transfer', 'create-transfer']);
  });

  test('brings later news first', async () => {
    const { sandbox, events } = await withMood(({ mood }) => (mood.reordered = true));
    announce(sandbox);
    announce(sandbox, 'complete');
    await after(sandbox, 1);
    expect(events()).toStrictEqual(['complete-transfer', 'create-transfer']);
  });

  test('does not keep the last piece for ever', async () => {
    const { sandbox, events } = await withMood(({ mood }) => (mood.reordered = true));
    announce(sandbox);
    await after(sandbox, 1);
    expect(events()).toStrictEqual([]);
    await after(sandbox, 60);
    expect(events()).toStrictEqual(['create-transfer']);
  });

  test('is late', async () => {
    const { sandbox, events } = await withMood(({ mood }) => (mood.delaySeconds = 300));
    announce(sandbox);
    await after(sandbox, 299);
    expect(events()).toStrictEqual([]);
    await after(sandbox, 1);
    expect(events()).toStrictEqual(['create-transfer']);
  });

  test('says nothing of audit records', async () => {
    const { sandbox, received } = await withMood(({ mood }) => (mood.auditUri = 'never'));
    announce(sandbox);
    await after(sandbox, 1);
    expect(JSON.parse(received[0]?.raw.toString() ?? '')).toMatchObject({ AuditUri: null });
  });
});
