import { testRule } from '../../support/rule-tester.ts';

testRule('R-RESTRICTED-DIRECT-BILL', {
  fires: [
    {
      when: 'a partner in restricted state orders',
      flow: 'purchase_check',
      facts: { partner: { restrictedDirectBill: true } },
      nextSteps: ['NS-ASK-PROVIDER'],
    },
    {
      when: 'it orders, although it is a reseller of a provider as well',
      facts: { partner: { restrictedDirectBill: true, alsoIndirectReseller: true }, req: { model: 'indirect' } },
      nextSteps: ['NS-ASK-PROVIDER'],
    },
    {
      when: 'it takes over an Azure plan',
      flow: 'azure_plan_transfer',
      facts: { partner: { restrictedDirectBill: true } },
      nextSteps: ['NS-ASK-PROVIDER'],
    },
    {
      when: 'it takes over licences',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { partner: { restrictedDirectBill: true } },
      nextSteps: ['NS-ASK-PROVIDER'],
    },
    {
      when: 'it invites in its own name and is no reseller',
      flow: 'relationship_request',
      facts: { partner: { restrictedDirectBill: true, alsoIndirectReseller: false }, req: { model: 'direct' } },
      nextSteps: ['NS-USE-PROVIDER-LINK'],
    },
    {
      when: 'it is a reseller as well but invites in its own name',
      flow: 'relationship_request',
      facts: { partner: { restrictedDirectBill: true, alsoIndirectReseller: true }, req: { model: 'direct' } },
      nextSteps: ['NS-USE-PROVIDER-LINK'],
    },
    {
      when: 'it invites for a provider without being enrolled as a reseller',
      flow: 'relationship_request',
      facts: { partner: { restrictedDirectBill: true, alsoIndirectReseller: false }, req: { model: 'indirect' } },
      nextSteps: ['NS-USE-PROVIDER-LINK'],
    },
  ],
  silent: [
    {
      when: 'a partner in good standing orders',
      facts: { partner: { restrictedDirectBill: false } },
      nextSteps: ['NS-PLACE-ORDER'],
    },
    {
      when: 'a partner in good standing invites',
      flow: 'relationship_request',
      facts: { partner: { restrictedDirectBill: false, alsoIndirectReseller: false }, req: { model: 'direct' } },
    },
    {
      when: "the restricted partner, as a reseller too, sends its provider's invitation",
      flow: 'relationship_request',
      facts: {
        partner: { restrictedDirectBill: true, alsoIndirectReseller: true },
        req: { model: 'indirect' },
        rel: { reseller: 'none' },
      },
      nextSteps: ['NS-USE-PROVIDER-LINK', 'NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
  ],
});

testRule('R-APSS-TENANT', {
  fires: [
    {
      when: 'a customer is invited from the tenant for shared services',
      flow: 'relationship_request',
      facts: { partner: { sharedServicesTenant: true } },
      nextSteps: ['NS-BUY-FROM-OTHER-SELLER'],
    },
    {
      when: 'a customer is to be sold something from it',
      flow: 'purchase_check',
      facts: { partner: { sharedServicesTenant: true } },
      nextSteps: ['NS-BUY-FROM-OTHER-SELLER'],
    },
    {
      when: 'it is to take over an Azure plan',
      flow: 'azure_plan_transfer',
      asOf: '2020-09-30',
      facts: { partner: { sharedServicesTenant: true } },
      nextSteps: ['NS-BUY-FROM-OTHER-SELLER'],
    },
    {
      when: 'it is to take over licences',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { partner: { sharedServicesTenant: true } },
      nextSteps: ['NS-BUY-FROM-OTHER-SELLER'],
    },
  ],
  silent: [{ when: 'the tenant is an ordinary one', facts: { partner: { sharedServicesTenant: false } } }],
});

testRule('R-IR-NO-ORDER', {
  fires: [
    {
      when: 'an indirect reseller wants to place the order itself',
      facts: { partner: { type: 'indirect_reseller' }, req: { model: 'indirect' } },
      nextSteps: ['NS-ASK-PROVIDER'],
    },
  ],
  silent: [
    { when: 'a direct-bill partner orders', facts: { partner: { type: 'direct_bill' } }, nextSteps: ['NS-PLACE-ORDER'] },
    { when: 'an indirect provider orders', facts: { partner: { type: 'indirect_provider' } }, nextSteps: ['NS-PLACE-ORDER'] },
  ],
});
