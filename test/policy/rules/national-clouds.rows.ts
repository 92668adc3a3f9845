import { testRule } from '../../support/rule-tester.ts';

const move = { intent: 'move_billing' };

testRule('R-21V-MC-SCOPE', {
  fires: [
    {
      when: 'licences were bought from Microsoft itself',
      facts: { item: { boughtFrom: 'microsoft_direct' } },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
    { when: 'they were bought under Advisor from somebody else', facts: { item: { boughtFrom: 'advisor' } } },
    { when: 'they came from a third party outside CSP', facts: { item: { boughtFrom: 'third_party_non_csp' } } },
    { when: 'they came through Syndication', facts: { item: { boughtFrom: 'syndication' } }, nextSteps: ['NS-ESCALATE-REVIEW'] },
  ],
  silent: [
    { when: 'they were bought from 21Vianet itself', facts: { item: { boughtFrom: '21vianet_direct' } } },
    { when: 'we sold them under Advisor', facts: { item: { boughtFrom: 'own_former_advisor' } } },
    { when: 'they are our own', facts: { item: { boughtFrom: 'own' } } },
    { when: 'they came from another CSP partner', facts: { item: { boughtFrom: 'other_csp' } } },
  ],
});

testRule('R-21V-MC-REQUEST-ONLY', {
  fires: [
    {
      when: 'licences bought from 21Vianet itself are to be looked after',
      facts: { item: { boughtFrom: '21vianet_direct' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
    {
      when: 'delegated administration has ended elsewhere',
      asOf: '2023-10-09',
      facts: { item: { boughtFrom: '21vianet_direct' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
    { when: 'we sold them under Advisor', facts: { item: { boughtFrom: 'own_former_advisor' } } },
    { when: 'another partner sold them', facts: { item: { boughtFrom: 'other_csp' } } },
  ],
  silent: [
    { when: 'it is about Azure', facts: { item: { kind: 'usage', boughtFrom: '21vianet_direct' } } },
    { when: 'the bill is to move', facts: { req: move, item: { boughtFrom: '21vianet_direct' } } },
    {
      when: 'more is to be sold next to them',
      facts: { req: { intent: 'add_services' }, item: { boughtFrom: '21vianet_direct' } },
    },
    { when: 'they are our own', facts: { item: { boughtFrom: 'own' } } },
    { when: 'they were bought from Microsoft itself', facts: { item: { boughtFrom: 'microsoft_direct' } } },
  ],
});

testRule('R-21V-NO-MOVE', {
  fires: [
    { when: 'the running licences of another partner are to move', facts: { req: move }, nextSteps: ['NS-WAIT-TERM-END'] },
    { when: 'they were bought from 21Vianet itself', facts: { req: move, item: { boughtFrom: '21vianet_direct' } } },
    { when: 'we sold them under Advisor', facts: { req: move, item: { boughtFrom: 'own_former_advisor' } } },
    {
      when: 'seats are to be moved',
      flow: 'legacy_seat_move',
      facts: { item: { boughtFrom: '21vianet_direct' } },
      nextSteps: ['NS-WAIT-TERM-END'],
    },
  ],
  silent: [
    { when: 'it is not a licence', facts: { req: move, item: { kind: 'software' } } },
    { when: 'they are only to be looked after' },
    { when: 'more is to be sold next to them', facts: { req: { intent: 'add_services' } } },
    { when: 'the term has run out', facts: { req: move, item: { term: 'expired_grace' } } },
    { when: 'there is no term', facts: { req: move, item: { term: null } } },
    { when: 'they are our own', facts: { req: move, item: { boughtFrom: 'own' } } },
    { when: 'seats are our own', flow: 'legacy_seat_move', facts: { item: { boughtFrom: 'own' } } },
  ],
});

testRule('R-21V-NO-AZURE-CSP', {
  fires: [
    { when: 'Azure is to be switched to us', flow: 'azure_switch', nextSteps: ['NS-CONTACT-21V-SUPPORT'] },
    { when: 'the kind of the switched item does not apply', facts: { item: { kind: null } } },
    { when: 'Azure is to be transferred', flow: 'azure_plan_transfer', nextSteps: ['NS-CONTACT-21V-SUPPORT'] },
    { when: 'something in the transfer is called a licence', flow: 'azure_plan_transfer', facts: { item: { kind: 'licence' } } },
    {
      when: 'Azure is to be ordered',
      flow: 'purchase_check',
      facts: { item: { kind: 'usage' } },
      nextSteps: ['NS-CONTACT-21V-SUPPORT'],
    },
    {
      when: 'Azure is to be looked after',
      flow: 'channel_check',
      facts: { item: { kind: 'usage' } },
      nextSteps: ['NS-CONTACT-21V-SUPPORT'],
    },
  ],
  silent: [
    { when: 'licences are to be ordered', flow: 'purchase_check', nextSteps: ['NS-PLACE-ORDER'] },
    { when: 'licences are to be looked after', flow: 'channel_check' },
    { when: 'software is to be ordered', flow: 'purchase_check', facts: { item: { kind: 'software' } } },
  ],
});

testRule('R-21V-IR-NO-INVITE', {
  fires: [
    {
      when: 'an indirect reseller wants to invite the customer',
      facts: { partner: { type: 'indirect_reseller' } },
      nextSteps: ['NS-ASK-PROVIDER'],
    },
    {
      when: 'it invites together with its provider, and there is no tie yet',
      facts: { partner: { type: 'indirect_reseller' }, req: { model: 'indirect' }, rel: { reseller: 'none' } },
      nextSteps: ['NS-ASK-PROVIDER'],
    },
  ],
  silent: [
    { when: 'a direct-bill partner invites' },
    { when: 'the provider invites', facts: { partner: { type: 'indirect_provider' } } },
  ],
});

testRule('R-21V-NOT-BILLED', {
  fires: [
    { when: 'the customer has one other partner', facts: { customer: { otherCspPartners: 1 } } },
    { when: 'it has several', facts: { customer: { otherCspPartners: 3 } } },
  ],
  silent: [{ when: 'it has no other partner' }],
});

testRule('R-USGOV-RELREQ-CONFLICT', {
  fires: [
    {
      when: 'a relationship is asked for, with permissions',
      flow: 'relationship_request',
      facts: { req: { includeDap: true }, rel: { reseller: 'none' } },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
    {
      when: 'licences bought elsewhere are to be looked after',
      flow: 'channel_check',
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
  ],
  silent: [],
});

testRule('R-USGOV-SINGLE-PARTNER', {
  fires: [
    {
      when: 'a relationship is asked for beside one other partner',
      flow: 'relationship_request',
      facts: { customer: { otherCspPartners: 1 } },
    },
    { when: 'the customer has several', facts: { customer: { otherCspPartners: 2 } } },
    {
      when: 'licences of that partner are to be looked after',
      flow: 'channel_check',
      facts: { customer: { otherCspPartners: 1 } },
    },
    {
      when: 'something is ordered beside one other partner',
      flow: 'purchase_check',
      facts: { customer: { otherCspPartners: 1 } },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
  ],
  silent: [
    { when: 'there is no other partner' },
    { when: 'there is none and something is ordered', flow: 'purchase_check', nextSteps: ['NS-PLACE-ORDER'] },
  ],
});
