import { describe, expect, test } from '@jest/globals';
import { channelOf } from '../../src/azure/channel-evidence.ts';
import type { Signs } from '../../src/azure/channel-evidence.ts';
import { factTypes } from '../../src/policy/index.ts';

const other = '7a11c0de-2222-4a10-8a10-0000000000a2';
const nothing: Signs = { cloud: 'global', soldByUs: null, owner: null, quotaId: null, agreement: null };

const CSP = 'CSP_2015-05-01';
const EA = 'EnterpriseAgreement_2014-09-01';
const DEV = 'MSDNDevTest_2014-09-01';
const PAYG = 'PayAsYouGo_2014-09-01';

interface Example {
  readonly when: string;
  readonly seen: Partial<Signs>;
  readonly boughtFrom: ReturnType<typeof channelOf>['boughtFrom'];
  readonly evidence: string;
}

const sold: readonly Example[] = [
  { when: 'Partner Center lists it', seen: { soldByUs: true }, boughtFrom: 'own', evidence: 'ours by Partner Center' },
  {
    when: 'Partner Center lists it, and everything else says something else',
    seen: { soldByUs: true, owner: { who: 'another-partner', tenantId: other }, quotaId: PAYG, agreement: 'EnterpriseAgreement' },
    boughtFrom: 'own',
    evidence: 'ours by Partner Center',
  },
];

const licences: readonly Example[] = [
  {
    when: 'our tenant has made it, and Partner Center could not be asked',
    seen: { owner: { who: 'us' } },
    boughtFrom: 'own',
    evidence: 'ours by ownerTenantId',
  },
  {
    when: 'our tenant has made it, and Partner Center does not list it',
    seen: { owner: { who: 'us' }, soldByUs: false },
    boughtFrom: null,
    evidence: 'unknown: ours by ownerTenantId, yet Partner Center does not list it',
  },
  {
    when: 'another partner has made it',
    seen: { owner: { who: 'another-partner', tenantId: other }, soldByUs: false },
    boughtFrom: 'other_csp',
    evidence: `other partner ${other} by ownerTenantId`,
  },
  {
    when: 'no partner has made it: directly, by Open and by an agreement look the same',
    seen: { owner: { who: 'nobody' }, soldByUs: false },
    boughtFrom: null,
    evidence: 'unknown: made by no partner by ownerTenantId; from whom it was bought cannot be seen',
  },
  {
    when: 'the directory cannot be read, and Partner Center does not list it',
    seen: { soldByUs: false },
    boughtFrom: null,
    evidence: 'unknown: no access',
  },
  { when: 'nothing can be seen', seen: {}, boughtFrom: null, evidence: 'unknown: no access' },
];

const azure: readonly Example[] = [
  {
    when: 'a partner’s quota, and not ours',
    seen: { soldByUs: false, quotaId: CSP },
    boughtFrom: 'other_csp',
    evidence: 'other partner by quotaId, not among our sales',
  },
  {
    when: 'a partner’s quota, and nobody can tell whether it is ours',
    seen: { quotaId: 'CSP_MG_2017-12-01' },
    boughtFrom: null,
    evidence: 'unknown: sold by a partner by quotaId; whether that is us could not be seen',
  },
  {
    when: 'a partner’s quota under a customer agreement, as partners’ sales are shown to customers',
    seen: { soldByUs: false, quotaId: 'cspdevtest_2018-05-01', agreement: 'MicrosoftCustomerAgreement' },
    boughtFrom: 'other_csp',
    evidence: 'other partner by quotaId and billing property, not among our sales',
  },
  {
    when: 'a partner agreement, and no quota',
    seen: { soldByUs: false, agreement: 'MicrosoftPartnerAgreement' },
    boughtFrom: 'other_csp',
    evidence: 'other partner by billing property, not among our sales',
  },
  {
    when: 'the quota of two agreements',
    seen: { soldByUs: false, quotaId: EA },
    boughtFrom: null,
    evidence: 'unknown: quotaId may mean more than one channel',
  },
  {
    when: 'the quota of two agreements, and which of them',
    seen: { quotaId: EA, agreement: 'EnterpriseAgreement' },
    boughtFrom: 'ea',
    evidence: 'enterprise agreement by quotaId and billing property',
  },
  {
    when: 'the quota of two agreements, and the other of them',
    seen: { quotaId: EA, agreement: 'MicrosoftCustomerAgreement' },
    boughtFrom: 'microsoft_direct',
    evidence: 'direct by quotaId and billing property',
  },
  {
    when: 'development and test, under whatever',
    seen: { quotaId: DEV },
    boughtFrom: null,
    evidence: 'unknown: quotaId may mean more than one channel',
  },
  {
    when: 'development and test, under an enterprise agreement',
    seen: { quotaId: DEV, agreement: 'EnterpriseAgreement' },
    boughtFrom: 'ea',
    evidence: 'enterprise agreement by quotaId and billing property',
  },
  { when: 'pay as you go', seen: { quotaId: PAYG }, boughtFrom: 'microsoft_direct', evidence: 'direct by quotaId' },
  {
    when: 'pay as you go at 21Vianet',
    seen: { cloud: 'china_21v', quotaId: PAYG },
    boughtFrom: '21vianet_direct',
    evidence: 'direct by quotaId',
  },
  {
    when: 'pay as you go under a partner’s agreement',
    seen: { soldByUs: false, quotaId: PAYG, agreement: 'MicrosoftPartnerAgreement' },
    boughtFrom: null,
    evidence: 'unknown: quotaId and billing property contradict each other',
  },
  {
    when: 'a benefit',
    seen: { soldByUs: false, quotaId: 'MSDN_2014-09-01', agreement: 'MicrosoftOnlineServicesProgram' },
    boughtFrom: null,
    evidence: 'unknown: a benefit, a trial or a sponsorship by quotaId and billing property, bought from nobody',
  },
  {
    when: 'a customer agreement alone: a partner may have sold it',
    seen: { soldByUs: false, agreement: 'MicrosoftCustomerAgreement' },
    boughtFrom: null,
    evidence: 'unknown: billing property may mean more than one channel',
  },
  {
    when: 'the online services programme alone: it may be Open',
    seen: { soldByUs: false, quotaId: 'AzureInOpen_2014-09-01', agreement: 'MicrosoftOnlineServicesProgram' },
    boughtFrom: null,
    evidence: 'unknown: billing property may mean more than one channel',
  },
  {
    when: 'an agreement nobody has heard of takes nothing from the quota',
    seen: { quotaId: PAYG, agreement: 'unrecognised' },
    boughtFrom: 'microsoft_direct',
    evidence: 'direct by quotaId',
  },
  {
    when: 'quota and agreement are none that anybody has heard of',
    seen: { soldByUs: false, quotaId: 'constructor', agreement: 'Other' },
    boughtFrom: null,
    evidence: 'unknown: neither quotaId nor billing property are among those that tell',
  },
];

const expectChannels = (examples: readonly Example[]): void => {
  const found = examples.map(({ when, seen }) => ({ when, seen, ...channelOf({ ...nothing, ...seen }) }));
  expect(found).toEqual(examples);
};

describe('where something was bought', () => {
  test('our own sales are ours by our own books', () => {
    expectChannels(sold);
  });

  test('licences tell by whose tenant has made them', () => {
    expectChannels(licences);
  });

  test('Azure tells by quota and agreement, each for what it is worth', () => {
    expectChannels(azure);
  });

  test('it is called direct only where something has said so, whatever else is seen', () => {
    const quotas = [null, CSP, EA, DEV, PAYG, 'MPN_2014-09-01', 'Unheard_2030-01-01'];
    const agreements = [
      null,
      'MicrosoftPartnerAgreement',
      'MicrosoftCustomerAgreement',
      'EnterpriseAgreement',
      'MicrosoftOnlineServicesProgram',
      'Other',
      'unrecognised',
    ] as const;
    const direct = quotas.flatMap((quotaId) =>
      agreements
        .filter((agreement) => channelOf({ ...nothing, soldByUs: false, quotaId, agreement }).boughtFrom === 'microsoft_direct')
        .map((agreement) => `${quotaId} ${agreement}`),
    );
    expect(direct).toEqual([
      `${EA} MicrosoftCustomerAgreement`,
      `${DEV} MicrosoftCustomerAgreement`,
      `${DEV} MicrosoftOnlineServicesProgram`,
      `${PAYG} null`,
      `${PAYG} MicrosoftCustomerAgreement`,
      `${PAYG} MicrosoftOnlineServicesProgram`,
      `${PAYG} Other`,
      `${PAYG} unrecognised`,
    ]);
  });

  test('whatever is found is something the rules know', () => {
    for (const { boughtFrom } of [...sold, ...licences, ...azure]) {
      expect(factTypes.get('item.boughtFrom')?.safeParse(boughtFrom).success).toBe(true);
    }
  });
});
