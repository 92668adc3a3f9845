import { testRule } from '../../support/rule-tester.ts';

testRule('R-MP-NO-CHANGE-SUBS', {
  fires: [
    {
      when: 'the new tie is hoped to change existing subscriptions',
      flow: 'relationship_request',
      asOf: '2018-11-01',
      facts: { req: { expects: ['change_existing_subscriptions'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
    {
      when: 'that is one hope among others',
      asOf: '2018-11-01',
      facts: { req: { expects: ['change_terms', 'change_existing_subscriptions'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
    {
      when: 'a granular relationship is hoped to change them',
      flow: 'gdap_request',
      asOf: '2022-02-01',
      facts: { req: { expects: ['change_existing_subscriptions'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
    {
      when: 'support across channels is hoped to change them',
      flow: 'channel_check',
      facts: { req: { expects: ['change_existing_subscriptions'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
  ],
  silent: [
    { when: 'nothing of that kind is expected', facts: { req: { expects: [] } } },
    {
      when: 'other things are expected',
      facts: { req: { expects: ['take_over_subscriptions', 'change_terms', 'change_partner_of_record'] } },
    },
  ],
});

testRule('R-MP-NO-TRANSITION', {
  fires: [
    {
      when: 'the new tie is hoped to bring existing subscriptions along, before Azure transfers exist',
      flow: 'relationship_request',
      asOf: '2020-09-29',
      facts: { req: { expects: ['take_over_subscriptions'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS', 'NS-START-LEGACY-SWITCH', 'NS-WAIT-TERM-END'],
    },
    {
      when: 'it is on the first day of Azure transfers',
      asOf: '2020-09-30',
      facts: { req: { expects: ['take_over_subscriptions'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS', 'NS-START-AZPLAN-TRANSFER', 'NS-WAIT-TERM-END'],
    },
    {
      when: 'it is on the last day without licence transfers',
      asOf: '2024-06-18',
      facts: { req: { expects: ['take_over_subscriptions'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS', 'NS-START-AZPLAN-TRANSFER', 'NS-WAIT-TERM-END'],
    },
    {
      when: 'it is on the first day of licence transfers',
      asOf: '2024-06-19',
      facts: { req: { expects: ['take_over_subscriptions'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS', 'NS-START-AZPLAN-TRANSFER', 'NS-START-LICENCE-TRANSFER'],
    },
    {
      when: 'it is in US Government, which has neither transfer',
      cloud: 'us_gov',
      asOf: '2024-06-19',
      facts: { req: { expects: ['take_over_subscriptions'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS', 'NS-START-LEGACY-SWITCH', 'NS-WAIT-TERM-END'],
    },
    {
      when: 'it is at 21Vianet, where nothing can be switched',
      cloud: 'china_21v',
      asOf: '2024-06-19',
      facts: { req: { expects: ['take_over_subscriptions'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS', 'NS-WAIT-TERM-END'],
    },
    {
      when: 'it is in Germany',
      cloud: 'germany',
      asOf: '2018-10-31',
      facts: { req: { expects: ['take_over_subscriptions'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS', 'NS-WAIT-TERM-END'],
    },
    {
      when: 'a granular relationship is hoped to bring them along',
      flow: 'gdap_request',
      asOf: '2024-06-19',
      facts: { req: { expects: ['take_over_subscriptions'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS', 'NS-START-AZPLAN-TRANSFER', 'NS-START-LICENCE-TRANSFER'],
    },
    {
      when: 'support across channels is hoped to, where the check itself tells the way',
      flow: 'channel_check',
      asOf: '2020-09-29',
      facts: { req: { expects: ['take_over_subscriptions'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
    {
      when: 'support across channels is hoped to and both transfers exist',
      flow: 'channel_check',
      asOf: '2024-06-19',
      facts: { req: { expects: ['take_over_subscriptions'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
  ],
  silent: [
    { when: 'nothing of that kind is expected', facts: { req: { expects: [] } } },
    {
      when: 'other things are expected',
      facts: { req: { expects: ['change_existing_subscriptions', 'change_terms', 'change_partner_of_record'] } },
    },
  ],
});

testRule('R-MP-NO-TERMS-CHANGE', {
  fires: [
    {
      when: 'the new tie is hoped to alter the terms of existing subscriptions',
      flow: 'relationship_request',
      asOf: '2018-11-01',
      facts: { req: { expects: ['change_terms'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
    {
      when: 'that is one hope among others',
      facts: { req: { expects: ['change_partner_of_record', 'change_terms'] } },
    },
    {
      when: 'a granular relationship is hoped to alter them',
      flow: 'gdap_request',
      asOf: '2022-02-01',
      facts: { req: { expects: ['change_terms'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
    {
      when: 'support across channels is hoped to alter them',
      flow: 'channel_check',
      facts: { req: { expects: ['change_terms'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
  ],
  silent: [
    { when: 'nothing of that kind is expected', facts: { req: { expects: [] } } },
    {
      when: 'other things are expected',
      facts: { req: { expects: ['change_existing_subscriptions', 'take_over_subscriptions', 'change_partner_of_record'] } },
    },
  ],
});

testRule('R-MP-NO-POR-CHANGE', {
  fires: [
    {
      when: 'the new tie is hoped to replace the partner of record',
      flow: 'relationship_request',
      asOf: '2018-11-01',
      facts: { req: { expects: ['change_partner_of_record'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS', 'NS-USE-PAL-DPOR-CPOR'],
    },
    {
      when: 'that is one hope among others',
      facts: { req: { expects: ['change_terms', 'change_partner_of_record'] } },
    },
    {
      when: 'a granular relationship is hoped to replace it',
      flow: 'gdap_request',
      asOf: '2022-02-01',
      facts: { req: { expects: ['change_partner_of_record'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS', 'NS-USE-PAL-DPOR-CPOR'],
    },
    {
      when: 'support across channels is hoped to replace it',
      flow: 'channel_check',
      facts: { req: { expects: ['change_partner_of_record'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS', 'NS-USE-PAL-DPOR-CPOR'],
    },
  ],
  silent: [
    { when: 'nothing of that kind is expected', facts: { req: { expects: [] } } },
    {
      when: 'other things are expected',
      facts: { req: { expects: ['change_existing_subscriptions', 'take_over_subscriptions', 'change_terms'] } },
    },
  ],
});

testRule('R-MP-COEXIST-OK', {
  fires: [
    { when: 'the customer has one other CSP partner', facts: { customer: { otherCspPartners: 1 } } },
    { when: 'it has several', facts: { customer: { otherCspPartners: 4 } } },
    { when: 'it has one at 21Vianet', cloud: 'china_21v', facts: { customer: { otherCspPartners: 1 } } },
    { when: 'it has one in Germany', cloud: 'germany', asOf: '2018-12-04', facts: { customer: { otherCspPartners: 1 } } },
  ],
  silent: [
    { when: 'it has no other CSP partner', facts: { customer: { otherCspPartners: 0 } } },
    {
      when: 'it has one in US Government, where the pages disagree',
      cloud: 'us_gov',
      asOf: '2019-06-11',
      facts: { customer: { otherCspPartners: 1 } },
    },
  ],
});

testRule('R-MP-ADDITIONAL-AZURE-OK', {
  fires: [
    {
      when: 'a customer with another CSP partner takes a further Azure subscription',
      facts: { item: { kind: 'usage', product: 'azure', generation: 'azure_0145p' }, customer: { otherCspPartners: 1 } },
      nextSteps: ['NS-CREATE-NEW-AZURE-SUB'],
    },
  ],
  silent: [
    {
      when: 'it has no other CSP partner',
      facts: { item: { kind: 'usage', product: 'azure', generation: 'azure_0145p' }, customer: { otherCspPartners: 0 } },
    },
    {
      when: 'it takes licences',
      facts: { item: { kind: 'licence', product: 'office365' }, customer: { otherCspPartners: 1 } },
    },
    { when: 'it takes software', facts: { item: { kind: 'software' }, customer: { otherCspPartners: 1 } } },
  ],
});

testRule('R-UPGRADE-DUPLICATE', {
  fires: [
    {
      when: 'an in-place upgrade meets the same offer bought elsewhere',
      facts: { req: { isUpgrade: true }, customer: { sameOfferElsewhere: true } },
      nextSteps: ['NS-CANCEL-THEN-MOVE'],
    },
  ],
  silent: [
    {
      when: 'the order is no upgrade',
      facts: { req: { isUpgrade: false }, customer: { sameOfferElsewhere: true } },
      nextSteps: ['NS-PLACE-ORDER'],
    },
    {
      when: 'the customer has the offer nowhere else',
      facts: { req: { isUpgrade: true }, customer: { sameOfferElsewhere: false } },
      nextSteps: ['NS-PLACE-ORDER'],
    },
  ],
});
