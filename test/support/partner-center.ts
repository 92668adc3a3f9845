import { readFileSync } from 'node:fs';
import type { Account } from '../../src/clouds/account.ts';
import { profiles } from '../../src/clouds/profiles.ts';
import { transferFor } from '../../src/partner-center/transfer.ts';
import type { Transfer } from '../../src/partner-center/transfer.ts';

/** The people of the fixtures. */
export const nordlys = '7a11c0de-1111-4a10-8a10-0000000000a1';
export const granitt = '7a11c0de-2222-4a10-8a10-0000000000a2';
export const bakeri = 'c0570001-0001-4c01-8c01-0000000000c1';
export const rederi = 'c0570002-0002-4c02-8c02-0000000000c2';
export const skole = 'c0570003-0003-4c03-8c03-0000000000c3';
export const plan = '5b5c0001-0001-4d01-8d01-0000000000d1';
export const production = '5ab50001-0001-4e01-8e01-0000000000e1';
export const testing = '5ab50002-0002-4e02-8e02-0000000000e2';
export const transferId = '74a5f001-0001-4701-8701-000000000071';

/** A partner’s account at Microsoft. */
export const accountOf = (tenantId: string, profile: Account['profile'] = profiles.global): Account => ({
  profile,
  tenantId,
  name: tenantId === nordlys ? 'Nordlys Cloud AS' : 'Granitt IT AS',
  partnerId: '6100001',
  application: { clientId: 'ab9f0000-0001-4f01-8f01-0000000000f1', credential: { kind: 'secret', secret: 'a secret' } },
  groups: [],
  acceptWord: 'Accept',
  facts: {},
  webhook: null,
});

interface Answered {
  readonly response: { readonly body: unknown };
}

/** A transfer as a fixture tells it, read by this partner. */
export const transferOf = (fixture: string, ours: string): Transfer => {
  const { response } = JSON.parse(readFileSync(new URL(`../fixtures/${fixture}.json`, import.meta.url), 'utf8')) as Answered;
  return transferFor(ours).parse(response.body);
};
