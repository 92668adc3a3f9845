import type { IncomingHttpHeaders } from 'node:http';
import { verify, X509Certificate } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { PARTNER_PORTAL } from '../../src/clouds/partner-portal.ts';
import { instant } from '../../src/cases/time.ts';
import { createVerifier } from '../../src/partner-center/webhook.ts';
import type { Notice } from '../../src/sandbox/announce.ts';
import { sandboxProfile } from '../../src/sandbox/profile.ts';
import { listenHere } from '../../src/sandbox/server/listen.ts';
import { bodyOf } from '../../src/sandbox/webhooks/body.ts';
import type { Forms } from '../../src/sandbox/webhooks/body.ts';
import { postHere } from '../../src/sandbox/webhooks/post.ts';
import type { News, World } from '../../src/sandbox/world.ts';
import { fixture, openSandbox } from '../support/sandbox.ts';
import type { OpenSandbox } from '../support/sandbox.ts';
import { nordlys, solsikke } from '../support/sandbox-world.ts';

const transfer = '74a5f001-0001-4701-8701-000000000071';
const relationship = '6da90001-0001-4601-8601-000000000061-6da90001-0002-4602-8602-000000000062';
const assignment = '6da9a001-0001-4601-8601-00000000006a';
const observed: Forms = { resourceUri: 'observed', auditUri: 'usual' };
const documented: Forms = { ...observed, resourceUri: 'documented' };

describe('every recorded webhook', () => {
  type Told = Partial<News> & Pick<News, 'event'>;
  const uri = `${PARTNER_PORTAL}/granularAdminRelationships/${relationship}`;
  const granular = (what: string): Told => ({
    event: `granular-admin-relationship-${what}`,
    operation: `granular_admin_relationship_${what}`,
    resourceId: relationship,
    resourceUri: uri,
  });
  const access = (what: string): Told => ({
    event: `granular-admin-access-assignment-${what}`,
    resourceUri: `${uri}/accessAssignments/${assignment}`,
  });
  const moved = (what: string): Told => ({ event: `${what}-transfer`, operation: `${what}_transfer`, resourceId: transfer });
  const fraud = '/v1/fraudEvents?SubscriptionId=5ab50001-0001-4e01-8e01-0000000000e1&EventStatus=Active';

  const recordings: Readonly<Record<string, readonly [Told, Forms]>> = {
    'wh-azure-fraud': [{ event: 'azure-fraud-event-detected', resourceUri: fraud }, observed],
    'wh-complete-transfer': [moved('complete'), observed],
    'wh-create-transfer-documented': [moved('create'), documented],
    'wh-create-transfer': [moved('create'), observed],
    'wh-dap-approved': [{ event: 'dap-admin-relationship-approved' }, observed],
    'wh-dap-terminated-by-microsoft': [{ event: 'dap-admin-relationship-terminated-by-microsoft' }, observed],
    'wh-dap-terminated': [{ event: 'dap-admin-relationship-terminated' }, observed],
    'wh-expire-transfer': [moved('expire'), observed],
    'wh-fail-transfer': [moved('fail'), observed],
    'wh-gdap-activated': [granular('activated'), observed],
    'wh-gdap-approved-with-audit': [granular('approved'), observed],
    'wh-gdap-approved': [granular('approved'), documented],
    'wh-gdap-assignment-activated': [access('activated'), observed],
    'wh-gdap-assignment-created': [access('created'), observed],
    'wh-gdap-assignment-deleted': [access('deleted'), observed],
    'wh-gdap-assignment-updated': [access('updated'), observed],
    'wh-gdap-expired': [granular('expired'), observed],
    'wh-gdap-terminated': [granular('terminated'), observed],
    'wh-indirect-reseller-relationship-accepted': [{ event: 'indirect-reseller-relationship-accepted-by-customer' }, observed],
    'wh-reseller-relationship-accepted': [
      {
        event: 'reseller-relationship-accepted-by-customer',
        operation: 'reseller_relationship_accepted_by_customer',
        resourceId: null,
      },
      observed,
    ],
    'wh-subscription-updated': [
      {
        event: 'subscription-updated',
        operation: 'subscription_updated',
        resourceId: '5b5c0002-0002-4d02-8d02-0000000000d2',
      },
      observed,
    ],
    'wh-test-created': [{ event: 'test-created', resourceId: 'c0220001-0001-4a01-8a01-0000000000ca' }, observed],
    'wh-update-transfer': [moved('update'), observed],
  };
  /** These say what a receiver answers to what we never send. */
  const ofReceivers = ['wh-reject-missing-authorization', 'wh-reject-missing-cert-header'];

  const noticeOf = ({ event, ...told }: Told): Notice => {
    const operation = told.operation ?? null;
    const base = { partner: nordlys, customer: solsikke, resourceType: '', resourceId: null, operation };
    const news = { ...base, ...told, event: event ?? '' };
    const ticks = '639080064000000000';
    const parts = [nordlys, solsikke, news.resourceId, operation?.replaceAll('_', ''), ticks].filter((part) => part !== null);
    return { news, auditId: operation === null ? null : parts.join('_'), at: instant(Date.parse('2026-03-02T10:00:00Z')) };
  };

  test.each(Object.entries(recordings))('%s', (name, [told, forms]) => {
    expect(bodyOf(noticeOf(told), 'https://api.partnercenter.microsoft.com', forms)).toStrictEqual(fixture(name).request.body);
  });

  test('is in this table', () => {
    const recorded = readdirSync(new URL('../fixtures/', import.meta.url)).filter((file) => file.startsWith('wh-'));
    const known = [...Object.keys(recordings), ...ofReceivers].map((name) => `${name}.json`);
    expect(known.toSorted()).toStrictEqual(recorded.toSorted());
  });
});

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
