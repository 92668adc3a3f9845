import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { instant } from '../../src/cases/time.ts';
import { PARTNER_PORTAL } from '../../src/clouds/partner-portal.ts';
import type { Notice } from '../../src/sandbox/announce.ts';
import { bodyOf } from '../../src/sandbox/webhooks/body.ts';
import type { Forms } from '../../src/sandbox/webhooks/body.ts';
import type { News } from '../../src/sandbox/world.ts';
import { fixture } from '../support/sandbox.ts';
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
