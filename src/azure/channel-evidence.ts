import type { Cloud, Facts } from '../policy/index.ts';
import type { Agreement } from './billing-property.ts';
import { offerOf } from './quota.ts';
import type { Offer } from './quota.ts';

/** What has been seen of one subscription or licence. Null is always: it could not be seen. */
export interface Signs {
  readonly cloud: Cloud;
  /** Whether Partner Center lists it among what we have sold. */
  readonly soldByUs: boolean | null;
  /** Whose tenant made it, as the customer's directory has it. */
  readonly owner: { readonly who: 'us' | 'nobody' } | { readonly who: 'another-partner'; readonly tenantId: string } | null;
  readonly quotaId: string | null;
  readonly agreement: Agreement | null;
}

/** Null: nobody can tell. It is never taken for bought directly because nothing else was seen. */
export interface Channel {
  readonly boughtFrom: Facts['item']['boughtFrom'];
  readonly evidence: string;
}

const unknown = (evidence: string): Channel => ({ boughtFrom: null, evidence: `unknown: ${evidence}` });

type Side = 'a-partner' | 'enterprise' | 'direct' | 'contradiction' | 'either' | 'unbought';

/** What the quota and the agreement say together. What is not named here contradicts itself. */
const sides: Readonly<Record<Offer | 'unseen', Partial<Record<Agreement | 'unseen', Side>>>> = {
  csp: { unseen: 'a-partner', MicrosoftPartnerAgreement: 'a-partner', MicrosoftCustomerAgreement: 'a-partner' },
  'enterprise-or-customer-agreement': { unseen: 'either', EnterpriseAgreement: 'enterprise', MicrosoftCustomerAgreement: 'direct' },
  'dev-test': {
    unseen: 'either',
    EnterpriseAgreement: 'enterprise',
    MicrosoftCustomerAgreement: 'direct',
    MicrosoftOnlineServicesProgram: 'direct',
  },
  'pay-as-you-go': { unseen: 'direct', MicrosoftCustomerAgreement: 'direct', MicrosoftOnlineServicesProgram: 'direct' },
  benefit: {
    unseen: 'unbought',
    EnterpriseAgreement: 'unbought',
    MicrosoftCustomerAgreement: 'unbought',
    MicrosoftOnlineServicesProgram: 'unbought',
  },
  // A customer agreement alone may be a partner's sale, and an online services programme may be Open.
  unseen: {
    MicrosoftPartnerAgreement: 'a-partner',
    EnterpriseAgreement: 'enterprise',
    MicrosoftCustomerAgreement: 'either',
    MicrosoftOnlineServicesProgram: 'either',
  },
};

/** An agreement that is none of those we know says nothing. */
const isTelling = (agreement: Agreement | null): agreement is Agreement =>
  agreement !== null && agreement !== 'Other' && agreement !== 'unrecognised';

const channelOfSide: Readonly<Record<Side, (signs: Signs, by: string) => Channel>> = {
  'a-partner': ({ soldByUs }, by) =>
    soldByUs === false
      ? { boughtFrom: 'other_csp', evidence: `other partner by ${by}, not among our sales` }
      : unknown(`sold by a partner by ${by}; whether that is us could not be seen`),
  enterprise: (_, by) => ({ boughtFrom: 'ea', evidence: `enterprise agreement by ${by}` }),
  direct: ({ cloud }, by) => ({
    boughtFrom: cloud === 'china_21v' ? '21vianet_direct' : 'microsoft_direct',
    evidence: `direct by ${by}`,
  }),
  unbought: (_, by) => unknown(`a benefit, a trial or a sponsorship by ${by}, bought from nobody`),
  contradiction: (_, by) => unknown(`${by} contradict each other`),
  either: (_, by) => unknown(`${by} may mean more than one channel`),
};

const byAzure = (signs: Signs): Channel => {
  const { quotaId, agreement } = signs;
  if (quotaId === null && agreement === null) return unknown('no access');
  const offer = offerOf(quotaId);
  const told = isTelling(agreement) ? agreement : null;
  const by = [...(offer === null ? [] : ['quotaId']), ...(told === null ? [] : ['billing property'])].join(' and ');
  if (by === '') return unknown('neither quotaId nor billing property are among those that tell');
  return channelOfSide[sides[offer ?? 'unseen'][told ?? 'unseen'] ?? 'contradiction'](signs, by);
};

/** Where something was bought, as far as what has been seen tells, and by which of it: the surest first. */
export const channelOf = (signs: Signs): Channel => {
  const { soldByUs, owner } = signs;
  if (soldByUs === true) return { boughtFrom: 'own', evidence: 'ours by Partner Center' };
  switch (owner?.who) {
    case 'us':
      return soldByUs === null
        ? { boughtFrom: 'own', evidence: 'ours by ownerTenantId' }
        : unknown('ours by ownerTenantId, yet Partner Center does not list it');
    case 'another-partner':
      return { boughtFrom: 'other_csp', evidence: `other partner ${owner.tenantId} by ownerTenantId` };
    case 'nobody':
      return unknown('made by no partner by ownerTenantId; from whom it was bought cannot be seen');
    default:
      return byAzure(signs);
  }
};
