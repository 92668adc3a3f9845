import { testRule } from '../../support/rule-tester.ts';

testRule('R-DAP-MANDATORY-OLD', {
  fires: [
    {
      when: 'the request leaves delegated administration out',
      facts: { req: { includeDap: false } },
      nextSteps: ['NS-INCLUDE-DAP-OPTION'],
    },
  ],
  silent: [
    {
      when: 'the request asks for it',
      facts: { req: { includeDap: true } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
  ],
});

testRule('R-DAP-OPTIONAL', {
  fires: [{ when: 'the request leaves delegated administration out', facts: { req: { includeDap: false } } }],
  silent: [{ when: 'the request asks for it', facts: { req: { includeDap: true } } }],
});

testRule('R-USGOV-DAP-MANDATORY', {
  fires: [
    {
      when: 'a US Government request leaves delegated administration out',
      facts: { req: { includeDap: false } },
      nextSteps: ['NS-INCLUDE-DAP-OPTION'],
    },
    {
      when: 'a German request leaves it out',
      cloud: 'germany',
      facts: { req: { includeDap: false } },
      nextSteps: ['NS-INCLUDE-DAP-OPTION'],
    },
  ],
  silent: [
    { when: 'the request asks for it', facts: { req: { includeDap: true } }, nextSteps: ['NS-ESCALATE-REVIEW'] },
    {
      when: 'a German request asks for it',
      cloud: 'germany',
      facts: { req: { includeDap: true } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
  ],
});

testRule('R-USGOV-DAP-RETIREMENT-CONFLICT', {
  fires: [
    {
      when: 'a relationship is asked for without delegated administration',
      facts: { req: { includeDap: false } },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
    { when: 'it is asked for with it', facts: { req: { includeDap: true } }, nextSteps: ['NS-ESCALATE-REVIEW'] },
  ],
  silent: [],
});

testRule('R-DAP-RETIRED', {
  fires: [
    {
      when: 'the request still asks for delegated administration',
      facts: { req: { includeDap: true } },
      nextSteps: ['NS-DROP-DAP-OPTION', 'NS-ADD-GDAP'],
    },
  ],
  silent: [
    {
      when: 'the request leaves it out',
      facts: { req: { includeDap: false } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS', 'NS-ADD-GDAP'],
    },
  ],
});

testRule('R-GDAP-SEPARATE', {
  fires: [{ when: 'a relationship is asked for' }],
  silent: [],
});

testRule('R-DAP-NO-EXISTING-AZURE', {
  fires: [{ when: 'the request asks for delegated administration', facts: { req: { includeDap: true } } }],
  silent: [{ when: 'the request leaves it out', facts: { req: { includeDap: false } } }],
});

testRule('R-ONE-DAP-PER-SERVICE', {
  fires: [
    {
      when: 'at 21Vianet another partner holds delegated administration for the service',
      cloud: 'china_21v',
      facts: { req: { includeDap: true }, customer: { dapHolderForService: 'other_partner' } },
      nextSteps: ['NS-CUSTOMER-MOVES-DAP'],
    },
    {
      when: 'in the global cloud another partner holds it, on the last day of the sentence there',
      asOf: '2018-09-04',
      facts: { req: { includeDap: true }, customer: { dapHolderForService: 'other_partner' } },
      nextSteps: ['NS-CUSTOMER-MOVES-DAP'],
    },
    {
      when: 'at 21Vianet another partner holds it, on the day when the global page dropped the sentence',
      cloud: 'china_21v',
      asOf: '2018-09-05',
      facts: { req: { includeDap: true }, customer: { dapHolderForService: 'other_partner' } },
    },
  ],
  silent: [
    {
      when: 'the global page has dropped the sentence',
      asOf: '2018-09-05',
      facts: { req: { includeDap: true }, customer: { dapHolderForService: 'other_partner' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
    {
      when: 'delegated administration is not asked for',
      cloud: 'china_21v',
      facts: { req: { includeDap: false }, customer: { dapHolderForService: 'other_partner' } },
    },
    {
      when: 'nobody holds it yet',
      cloud: 'china_21v',
      facts: { req: { includeDap: true }, customer: { dapHolderForService: 'none' } },
    },
    {
      when: 'the asking partner holds it itself',
      cloud: 'china_21v',
      facts: { req: { includeDap: true }, customer: { dapHolderForService: 'self' } },
    },
  ],
});

testRule('R-IR-NEEDS-PROVIDER-LINK', {
  fires: [
    {
      when: 'an indirect reseller invites in its own name',
      asOf: '2018-11-01',
      facts: { partner: { type: 'indirect_reseller' }, req: { model: 'direct' } },
      nextSteps: ['NS-USE-PROVIDER-LINK'],
    },
  ],
  silent: [
    {
      when: "the reseller's link names its provider",
      asOf: '2018-11-01',
      facts: { partner: { type: 'indirect_reseller' }, req: { model: 'indirect' }, rel: { reseller: 'none' } },
      nextSteps: ['NS-USE-PROVIDER-LINK', 'NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
    { when: 'a direct-bill partner invites', facts: { partner: { type: 'direct_bill' }, req: { model: 'direct' } } },
    { when: 'an indirect provider invites', facts: { partner: { type: 'indirect_provider' }, req: { model: 'direct' } } },
  ],
});

testRule('R-GDAP-LINK-SINGLE', {
  fires: [
    {
      when: 'a granular link goes to a second customer',
      facts: { msg: { linkKind: 'gdap', reuseForOtherCustomer: true } },
      nextSteps: ['NS-SEND-GDAP-INVITE'],
    },
  ],
  silent: [
    {
      when: 'a granular link goes to its one customer',
      facts: { msg: { linkKind: 'gdap', reuseForOtherCustomer: false } },
      nextSteps: ['NS-SEND-GDAP-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
    {
      when: 'a reseller link goes to a second customer',
      facts: { msg: { linkKind: 'reseller', reuseForOtherCustomer: true } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
  ],
});

testRule('R-21V-DAP-ALWAYS', {
  fires: [
    { when: 'a relationship is asked for at 21Vianet', facts: { req: { includeDap: true } } },
    { when: 'the request would rather leave delegated administration out', facts: { req: { includeDap: false } } },
  ],
  silent: [],
});

testRule('R-REL-ALREADY-ACTIVE', {
  fires: [{ when: 'the tie exists already', facts: { rel: { reseller: 'active' } } }],
  silent: [
    { when: 'there is no tie', facts: { rel: { reseller: 'none' } } },
    { when: 'an invitation is still unanswered', facts: { rel: { reseller: 'pending' } } },
  ],
});
