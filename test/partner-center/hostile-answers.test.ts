import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { profiles } from '../../src/clouds/profiles.ts';
import { readAuditId } from '../../src/partner-center/audit-id.ts';
import { createAuditRecords } from '../../src/partner-center/audit-records.ts';
import { createCustomers } from '../../src/partner-center/customers.ts';
import { generationOf, kindOf } from '../../src/partner-center/offers.ts';
import { createQualifications } from '../../src/partner-center/qualifications.ts';
import { createRelationshipRequests } from '../../src/partner-center/relationship-requests.ts';
import { createTransfers } from '../../src/partner-center/transfers.ts';
import { createValidationStatus } from '../../src/partner-center/validation-status.ts';
import { accountOf, bakeri, nordlys, transferId } from '../support/partner-center.ts';
import { says, told } from '../support/told.ts';

describe('a link that goes into a letter', () => {
  const link = async (url: string) =>
    (await told(says({ url }), (service) => createRelationshipRequests(service, profiles.global).link())).sent;

  test.each([
    'https://admin.microsoft.com.contoso.example/Adminportal/Home?invType=ResellerRelationship',
    'https://contoso.example/?https://admin.microsoft.com/',
    'https://admin.microsoft.com@contoso.example/',
    'http://admin.microsoft.com/Adminportal/Home',
    'javascript:alert(1)',
    'no link',
  ])('leads to the admin center and nowhere else: %s', async (url) => {
    expect(await link(url)).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
  });

  test('begins no line of its own in a letter', async () => {
    const sent = await link('https://admin.microsoft.com/Adminportal/Home#/x\n\nOr rather: https://elsewhere.example/<b>');
    expect(sent).toMatchObject({ ok: true, body: { url: expect.stringMatching(/^[^\s<>]+$/) } });
  });

  test('says so when it asks for full admin too', async () => {
    const sent = await link('https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&DAP=true#/x');
    expect(sent).toMatchObject({ ok: true, body: { includesFullAdmin: true } });
  });
});

describe('a word that nobody knows', () => {
  test('is no status of a transfer', async () => {
    const transfer = {
      id: transferId,
      status: 'Completing',
      transferType: 5,
      customerTenantId: bakeri,
      sourcePartnerTenantId: bakeri,
      targetPartnerTenantId: nordlys,
    };
    const { sent } = await told(says(transfer), (service) => createTransfers(service, accountOf(nordlys)).get(bakeri, transferId));
    expect(sent).toMatchObject({ ok: true, body: { status: 'unrecognised' } });
  });

  test.each([
    ['900103', '900103'],
    [900103, '900103'],
    [{ Code: 900103, Description: 'It failed.' }, '900103'],
    [['?'], 'unrecognised'],
    [null, null],
  ])('does not hide that an item has failed, whatever its error looks like: %p', async (transferError, error) => {
    const transfer = {
      id: transferId,
      status: 'Failed',
      transferType: 5,
      customerTenantId: bakeri,
      sourcePartnerTenantId: bakeri,
      targetPartnerTenantId: nordlys,
      lineItems: [{ subscriptionId: transferId, status: 'Failed', transferError }],
    };
    const { sent } = await told(says(transfer), (service) => createTransfers(service, accountOf(nordlys)).get(bakeri, transferId));
    expect(sent).toMatchObject({ ok: true, body: { status: 'failed', items: [{ status: 'failed', error }] } });
  });

  test('lets nobody do business', async () => {
    const { sent } = await told(says({ type: 'account', status: 'AllowedSoon' }), (service) =>
      createValidationStatus(service).of(bakeri),
    );
    expect(sent).toMatchObject({ ok: true, body: { status: 'unrecognised' } });
  });

  test('qualifies for nothing', async () => {
    const { sent } = await told(says([{ qualification: 'Universe', vettingStatus: 'Perhaps' }]), (service) =>
      createQualifications(service).of(bakeri),
    );
    expect(sent).toMatchObject({ ok: true, body: [{ kind: 'unrecognised', vetting: 'unrecognised' }] });
  });
});

describe('the list of customers', () => {
  const all = async (answer: unknown) => (await told(says(answer), (service) => createCustomers(service).all())).sent;

  test.each([[{}], [[]], [null], [{ items: null }], [{ items: [{}] }], [{ items: [{ id: '../x' }] }], ['<html></html>']])(
    'that is none is not called empty: %j',
    async (answer) => {
      expect(await all(answer)).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
    },
  );

  test.each(['https://contoso.example/v1/customers', '//contoso.example/v1/customers'])(
    'whose next page is elsewhere, %s, is not followed there, nor called complete',
    async (uri) => {
      const { sent, asked } = await told(says({ items: [], links: { next: { uri, headers: [] } } }), (service) =>
        createCustomers(service).all(),
      );
      expect(sent).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
      expect(asked).toHaveLength(1);
    },
  );
});

describe('an audit record', () => {
  const recorded = {
    id: `${nordlys}_${bakeri}_resellerrelationshipacceptedbycustomer_639080028000000000`,
    resourceType: 'Customer',
    operationType: 'Extend_Relationship',
    operationStatus: 'Succeeded',
    operationDate: '2026-03-02T09:00:00',
  };
  const get = async (body: object) =>
    (await told(says({ ...recorded, ...body }), (service) => createAuditRecords(service, profiles.global).get(recorded.id))).sent;

  test.each([['{'], ['"a text"'], ['[1]'], ['null'], [''], [7], [null]])(
    'tells nothing by a value of %j',
    async (resourceNewValue) => {
      expect(await get({ resourceNewValue })).toMatchObject({ ok: true, body: { after: null, operation: 'extend_relationship' } });
    },
  );

  test('has a value whether it is packed into a text or not', async () => {
    expect(await get({ resourceNewValue: '{"Status":"Pending"}' })).toMatchObject({ body: { after: { Status: 'Pending' } } });
    expect(await get({ resourceNewValue: { Status: 'Pending' } })).toMatchObject({ body: { after: { Status: 'Pending' } } });
  });

  test('may be about nothing that has an id', async () => {
    expect(await get({})).toMatchObject({ ok: true, body: { resource: { kind: 'customer', id: null }, by: null } });
  });

  test.each(['', '_', 'a_b_c', 'a_b_c_d_e_f', 'a__c_d', '../../x'])('has no id like %j', (id) => {
    expect(readAuditId(id)).toBeNull();
  });

  test('has an id of four or five parts', () => {
    const part = fc.stringMatching(/^[a-z\d-]{1,20}$/);
    fc.assert(
      fc.property(part, part, fc.option(part), part, (partner, customer, resource, operation) => {
        const id = [partner, customer, ...(resource === null ? [] : [resource]), operation, '639080028000000000'].join('_');
        expect(readAuditId(id)).toEqual({ partner, customer, resource, operation });
      }),
      { numRuns: 50 },
    );
  });
});

describe('an offer tells what was bought', () => {
  test.each([
    ['DZH318Z0BPS6:0001:DZH318Z0BML6', 'usage', 'azure_plan', 'usage'],
    ['MS-AZR-0145P', 'usage', 'azure_0145p', 'usage'],
    ['CFQ7TTC0LH18:0001:CFQ7TTC0K971', 'licence', 'nce', 'licence'],
    ['DG7GMGF0DWTL:0002:DG7GMGF0DSJB', 'none', 'nce', 'software'],
    ['DZH318Z09V8Q:0003:DZH318Z0D1F6', 'licence', 'nce', null],
    ['0ffe4000-0001-4a01-8a01-00000000000f', 'licence', 'legacy', 'licence'],
    ['0ffe4000-0001-4a01-8a01-00000000000f', 'unrecognised', 'legacy', null],
    ['something', 'licence', null, null],
  ])('%s', (offer, billedBy, generation, kind) => {
    expect(generationOf(offer)).toBe(generation);
    expect(kindOf(offer, billedBy)).toBe(kind);
  });
});
