/** What a subscription's kind of quota tells of where it was bought; some tell two things at once. */
export type Offer = 'csp' | 'enterprise-or-customer-agreement' | 'dev-test' | 'pay-as-you-go' | 'benefit';

const offers: Readonly<Record<string, Offer>> = {
  'csp_2015-05-01': 'csp',
  'csp_mg_2017-12-01': 'csp',
  'cspdevtest_2018-05-01': 'csp',
  'enterpriseagreement_2014-09-01': 'enterprise-or-customer-agreement',
  'msdndevtest_2014-09-01': 'dev-test',
  'payasyougo_2014-09-01': 'pay-as-you-go',
  'msdn_2014-09-01': 'benefit',
  'mpn_2014-09-01': 'benefit',
  'freetrial_2014-09-01': 'benefit',
  'sponsored_2016-01-01': 'benefit',
};

/** Null: it tells nothing. */
export const offerOf = (quotaId: string | null): Offer | null => {
  const plain = quotaId?.toLowerCase() ?? '';
  return Object.hasOwn(offers, plain) ? (offers[plain] ?? null) : null;
};
