import { testRule } from '../../support/rule-tester.ts';

testRule('R-NO-CSP-TO-CSP-RESALE', {
  fires: [
    {
      when: 'the goods would land in the tenant that the buyer uses for its own CSP transactions',
      flow: 'relationship_request',
      asOf: '2018-11-01',
      facts: { customer: { tenantKind: 'csp_transaction_tenant' } },
      nextSteps: ['NS-USE-SEPARATE-CUSTOMER-TENANT'],
    },
    {
      when: 'an order is to land in such a tenant',
      flow: 'purchase_check',
      facts: { customer: { tenantKind: 'csp_transaction_tenant' } },
      nextSteps: ['NS-USE-SEPARATE-CUSTOMER-TENANT'],
    },
  ],
  silent: [
    { when: 'the buyer is an ordinary end customer', facts: { customer: { tenantKind: 'end_customer' } } },
    {
      when: 'the buyer is a partner with a separate corporate tenant',
      facts: { customer: { tenantKind: 'partner_corporate_tenant' } },
    },
    { when: 'an end customer orders', flow: 'purchase_check', facts: { customer: { tenantKind: 'end_customer' } } },
  ],
});

testRule('R-CSP-CORP-TENANT-OK', {
  fires: [
    {
      when: 'a direct-bill partner invites the corporate tenant of another partner',
      flow: 'relationship_request',
      facts: { customer: { tenantKind: 'partner_corporate_tenant' }, partner: { type: 'direct_bill' } },
    },
    {
      when: 'an indirect reseller invites it',
      facts: {
        customer: { tenantKind: 'partner_corporate_tenant' },
        partner: { type: 'indirect_reseller' },
        req: { model: 'indirect' },
      },
    },
    {
      when: 'a direct-bill partner orders for it',
      flow: 'purchase_check',
      facts: { customer: { tenantKind: 'partner_corporate_tenant' }, partner: { type: 'direct_bill' } },
      nextSteps: ['NS-PLACE-ORDER'],
    },
  ],
  silent: [
    {
      when: 'the buyer is an ordinary end customer',
      facts: { customer: { tenantKind: 'end_customer' }, partner: { type: 'direct_bill' } },
    },
    {
      when: 'the tenant is the one that the buyer uses for CSP',
      facts: { customer: { tenantKind: 'csp_transaction_tenant' }, partner: { type: 'direct_bill' } },
    },
    {
      when: 'the seller is an indirect provider',
      facts: { customer: { tenantKind: 'partner_corporate_tenant' }, partner: { type: 'indirect_provider' } },
    },
  ],
});

testRule('R-CSP-CORP-TENANT-UNCLEAR', {
  fires: [
    {
      when: 'a separate corporate tenant of a partner is invited before anybody said whether it counts',
      flow: 'relationship_request',
      asOf: '2018-11-01',
      facts: { customer: { tenantKind: 'partner_corporate_tenant' } },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
    {
      when: 'something is ordered for it',
      flow: 'purchase_check',
      facts: { customer: { tenantKind: 'partner_corporate_tenant' } },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
  ],
  silent: [
    { when: 'the buyer is an ordinary end customer', facts: { customer: { tenantKind: 'end_customer' } } },
    {
      when: 'the tenant is the one for CSP transactions, which was never in doubt',
      facts: { customer: { tenantKind: 'csp_transaction_tenant' } },
    },
  ],
});

testRule('R-CORP-TENANT-SELLER-TYPE', {
  fires: [
    {
      when: 'an indirect provider invites the corporate tenant of a partner',
      flow: 'relationship_request',
      facts: { customer: { tenantKind: 'partner_corporate_tenant' }, partner: { type: 'indirect_provider' } },
      nextSteps: ['NS-ESCALATE-REVIEW', 'NS-BUY-FROM-OTHER-SELLER'],
    },
    {
      when: 'an indirect provider orders for it',
      flow: 'purchase_check',
      facts: { customer: { tenantKind: 'partner_corporate_tenant' }, partner: { type: 'indirect_provider' } },
      nextSteps: ['NS-ESCALATE-REVIEW', 'NS-BUY-FROM-OTHER-SELLER'],
    },
  ],
  silent: [
    {
      when: 'the seller is a direct-bill partner',
      facts: { customer: { tenantKind: 'partner_corporate_tenant' }, partner: { type: 'direct_bill' } },
    },
    {
      when: 'the seller is an indirect reseller',
      facts: {
        customer: { tenantKind: 'partner_corporate_tenant' },
        partner: { type: 'indirect_reseller' },
        req: { model: 'indirect' },
      },
    },
    {
      when: 'the provider sells to an ordinary end customer',
      facts: { customer: { tenantKind: 'end_customer' }, partner: { type: 'indirect_provider' } },
    },
  ],
});

testRule('R-NO-SELF-SALE', {
  fires: [
    {
      when: 'the partner wants to be its own customer',
      flow: 'relationship_request',
      facts: { customer: { relatedTo: 'self' } },
      nextSteps: ['NS-BUY-FROM-OTHER-SELLER'],
    },
    {
      when: 'the customer is an affiliate of the partner',
      facts: { customer: { relatedTo: 'affiliate_of_seller' } },
      nextSteps: ['NS-BUY-FROM-OTHER-SELLER'],
    },
    {
      when: 'the partner orders for itself, even into a separate corporate tenant',
      flow: 'purchase_check',
      facts: { customer: { relatedTo: 'self', tenantKind: 'partner_corporate_tenant' } },
      nextSteps: ['NS-BUY-FROM-OTHER-SELLER'],
    },
  ],
  silent: [
    { when: 'the customer is unrelated to the partner', facts: { customer: { relatedTo: 'none' } } },
    {
      when: 'the customer is one of its indirect resellers, with another tenant',
      facts: { customer: { relatedTo: 'indirect_reseller_of_seller' } },
    },
  ],
});

testRule('R-IR-SAME-PROVIDER-CUSTOMER', {
  fires: [
    {
      when: 'a provider invites its own reseller with the tenant that the reseller does business in',
      flow: 'relationship_request',
      facts: { customer: { relatedTo: 'indirect_reseller_of_seller', tenantKind: 'csp_transaction_tenant' } },
      nextSteps: ['NS-USE-SEPARATE-CUSTOMER-TENANT', 'NS-BUY-FROM-OTHER-SELLER'],
    },
    {
      when: 'a provider orders for its own reseller in that tenant',
      flow: 'purchase_check',
      facts: { customer: { relatedTo: 'indirect_reseller_of_seller', tenantKind: 'csp_transaction_tenant' } },
    },
    {
      when: 'it happens at 21Vianet, where nothing else forbids it',
      cloud: 'china_21v',
      facts: { customer: { relatedTo: 'indirect_reseller_of_seller', tenantKind: 'csp_transaction_tenant' } },
      nextSteps: ['NS-USE-SEPARATE-CUSTOMER-TENANT', 'NS-BUY-FROM-OTHER-SELLER'],
    },
  ],
  silent: [
    {
      when: 'the reseller uses a second tenant',
      facts: { customer: { relatedTo: 'indirect_reseller_of_seller', tenantKind: 'partner_corporate_tenant' } },
    },
    {
      when: 'the partner that buys resells for somebody else',
      facts: { customer: { relatedTo: 'none', tenantKind: 'csp_transaction_tenant' } },
      nextSteps: ['NS-USE-SEPARATE-CUSTOMER-TENANT'],
    },
    {
      when: 'the buyer is an affiliate, not a reseller, of the provider',
      facts: { customer: { relatedTo: 'affiliate_of_seller', tenantKind: 'csp_transaction_tenant' } },
    },
  ],
});
