import { describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { createVerifier } from '../../src/partner-center/webhook.ts';
import { newsOf } from '../../src/partner-center/webhook-news.ts';
import { fixture } from '../support/sandbox.ts';

const tenant = 'c0570001-0001-4c01-8c01-0000000000c1';
const transfer = { kind: 'transfer', tenant };
const customer = { kind: 'customer', tenant };
const relationship = {
  kind: 'relationship',
  id: '6da90001-0001-4601-8601-000000000061-6da90001-0002-4602-8602-000000000062',
};
const nobody = { kind: 'nobody' };

const recordings: Readonly<Record<string, object>> = {
  'wh-azure-fraud': nobody,
  'wh-complete-transfer': transfer,
  'wh-create-transfer-documented': transfer,
  'wh-create-transfer': transfer,
  'wh-dap-approved': nobody,
  'wh-dap-terminated-by-microsoft': nobody,
  'wh-dap-terminated': nobody,
  'wh-expire-transfer': transfer,
  'wh-fail-transfer': transfer,
  'wh-gdap-activated': relationship,
  'wh-gdap-approved-with-audit': relationship,
  'wh-gdap-approved': relationship,
  'wh-gdap-assignment-activated': relationship,
  'wh-gdap-assignment-created': relationship,
  'wh-gdap-assignment-deleted': relationship,
  'wh-gdap-assignment-updated': relationship,
  'wh-gdap-expired': relationship,
  'wh-gdap-terminated': relationship,
  'wh-indirect-reseller-relationship-accepted': customer,
  'wh-reseller-relationship-accepted': customer,
  'wh-subscription-updated': nobody,
  'wh-test-created': nobody,
  'wh-update-transfer': transfer,
};
const refusals = ['wh-reject-missing-authorization', 'wh-reject-missing-cert-header'];

const read = (body: unknown) => newsOf(Buffer.from(JSON.stringify(body)));
const bodyOf = (name: string) => fixture(name).request.body;

describe('every recorded webhook', () => {
  test.each(Object.entries(recordings))('%s says about whom it is', (name, about) => {
    const body = bodyOf(name);
    expect(read(body)).toMatchObject({ event: body.EventName, at: '2026-03-02T10:00:00.000Z', about });
  });

  test.each(refusals)('%s is refused as it is recorded', async (name) => {
    const { request, response } = fixture(name);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key.toLowerCase(), value]));
    const verify = createVerifier({
      certificateOrigins: [],
      issuers: [],
      download: () => Promise.reject(new Error('fetched')),
      now: () => '2026-03-02T10:00:00.000Z',
    });
    expect(await verify({ headers, raw: Buffer.from(JSON.stringify(request.body)) })).toMatchObject({
      ok: false,
      status: response.status,
    });
  });

  test('is in this table', () => {
    const recorded = readdirSync(new URL('../fixtures/', import.meta.url)).filter((file) => file.startsWith('wh-'));
    expect([...Object.keys(recordings), ...refusals].map((name) => `${name}.json`).toSorted()).toEqual(recorded.toSorted());
  });
});

describe('quirk 3: a new transfer is announced without its id', () => {
  test('and what is announced is the same in each form: whose transfers are to be read', () => {
    const { ResourceUri, AuditUri, ...rest } = bodyOf('wh-create-transfer');
    expect(ResourceUri).not.toContain('transfers');
    for (const form of [{ ResourceUri }, { AuditUri }, { ResourceUri: null, AuditUri }, { ResourceUri, AuditUri: null }])
      expect(read({ ...rest, ...form })?.about).toEqual(transfer);
  });

  test('two of one customer in the same moment are two pieces of news', () => {
    const one = bodyOf('wh-create-transfer');
    const other = { ...one, AuditUri: one.AuditUri?.replace('74a5f001', '74a5f002') };
    expect(read(one)?.id).not.toBe(read(other)?.id);
  });
});

test.each(['wh-dap-approved', 'wh-dap-terminated', 'wh-dap-terminated-by-microsoft'])(
  'quirk 21: of full admin no customer is named, and none is guessed (%s)',
  (name) => {
    expect(read(bodyOf(name))).toMatchObject({ about: nobody });
  },
);

describe('what is said is read', () => {
  const approved = bodyOf('wh-gdap-approved-with-audit');

  test('in any order and case of its keys, and with a mark before it', () => {
    const turned = Object.fromEntries(
      Object.entries(approved)
        .toReversed()
        .map(([key, value]) => [key.toUpperCase(), value]),
    );
    expect(newsOf(Buffer.from(`\uFEFF${JSON.stringify(turned)}`))).toEqual(read(approved));
  });

  test('where the address of a record is all there is', () => {
    expect(read({ ...approved, ResourceUri: null })?.about).toEqual(relationship);
  });

  test('with ids in small letters, as we keep them', () => {
    const loud = bodyOf('wh-reseller-relationship-accepted');
    const uri = loud.ResourceUri?.replace(tenant, tenant.toUpperCase());
    expect(read({ ...loud, ResourceUri: uri })?.about).toEqual(customer);
  });

  test('as the same piece of news when it comes again, and as another one when anything is different', () => {
    expect(read({ ...approved })?.id).toBe(read(approved)?.id);
    const others = [
      { ...approved, EventName: 'granular-admin-relationship-terminated' },
      { ...approved, ResourceUri: null },
      { ...approved, ResourceChangeUtcDate: '2026-03-02T10:00:01.0000000+00:00' },
    ];
    for (const other of others) expect(read(other)?.id).not.toBe(read(approved)?.id);
  });

  test.each([
    ['no address at all', null],
    ['an address of something else', 'https://partner.example/v1/invoices/1'],
    ['an id that is none', 'https://partner.example/granularAdminRelationships/1'],
    ['half an id', `https://partner.example/granularAdminRelationships/${relationship.id.slice(0, 36)}`],
    ['an id with something behind it', `https://partner.example/granularAdminRelationships/${relationship.id}0`],
  ])('with %s, as being about nobody', (_, ResourceUri) => {
    expect(read({ ...approved, ResourceUri, AuditUri: null })?.about).toEqual(nobody);
  });
});

test.each([
  ['nothing', ''],
  ['no JSON', '{"EventName":'],
  ['no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ['a list', '[]'],
  ['a text', '"create-transfer"'],
  ['null', 'null'],
  ['no event', '{"ResourceChangeUtcDate":"2026-03-02T10:00:00Z"}'],
  ['an event that is no text', '{"EventName":7,"ResourceChangeUtcDate":"2026-03-02T10:00:00Z"}'],
  ['no moment', '{"EventName":"create-transfer"}'],
  ['a moment that is none', '{"EventName":"create-transfer","ResourceChangeUtcDate":"yesterday"}'],
  ['a moment outside all calendars', '{"EventName":"create-transfer","ResourceChangeUtcDate":"+275761-01-01T00:00:00Z"}'],
  ['an address that is none', '{"EventName":"x","ResourceUri":{},"ResourceChangeUtcDate":"2026-03-02T10:00:00Z"}'],
  ['an endless address', JSON.stringify({ EventName: 'x', ResourceUri: 'x'.repeat(2001), ResourceChangeUtcDate: '2026-03-02' })],
])('%s is no news', (_, said) => {
  expect(newsOf(Buffer.from(said))).toBeNull();
});
