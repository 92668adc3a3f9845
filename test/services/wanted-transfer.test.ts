import { describe, expect, test } from '@jest/globals';
import { wantedBy } from '../../src/services/transfers.ts';
import { given } from '../support/given.ts';
import { moveAzure, switchOpened } from '../support/cases.ts';

const tenant = 'c0570001-0001-4c01-8c01-0000000000c1';
const asked = (told: Record<string, unknown>) =>
  wantedBy({ case: given(switchOpened('03-02 09:00', moveAzure('azure-plan-transfer', { told }))) }, tenant);

describe('a transfer that is asked for', () => {
  test('names the reseller for whom a provider takes over', () => {
    expect(asked({ 'xfer.resellerPartnerId': '6100004' })).toMatchObject({ resellerId: '6100004' });
  });

  test.each([{}, { 'xfer.resellerPartnerId': null }])('names nobody where we sell ourselves: %j', (told) => {
    expect(asked(told)).toMatchObject({ resellerId: null, customer: { tenantId: tenant } });
  });
});
