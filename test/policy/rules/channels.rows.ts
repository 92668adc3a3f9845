import { testRule } from '../../support/rule-tester.ts';

const move = { intent: 'move_billing' };

testRule('R-MC-LIC-REQUEST-PERMS', {
  fires: [
    {
      when: 'licences of another CSP partner are to be looked after, in 2017 by delegated administration',
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
    {
      when: 'delegated administration is there already',
      facts: { rel: { dap: true } },
      nextSteps: ['NS-NONE'],
    },
    {
      when: 'it is the last day on which the reseller request may carry permissions',
      asOf: '2023-10-08',
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
    { when: 'delegated administration has ended: a granular relationship', asOf: '2023-10-09', nextSteps: ['NS-ADD-GDAP'] },
    {
      when: 'the granular relationship is active already',
      asOf: '2023-10-09',
      facts: { rel: { gdap: 'active' } },
      nextSteps: ['NS-NONE'],
    },
    { when: 'the licences were bought from Microsoft itself', facts: { item: { boughtFrom: 'microsoft_direct' } } },
    { when: 'they were bought under Advisor', facts: { item: { boughtFrom: 'advisor' } } },
    { when: 'they were bought from a third party outside CSP', facts: { item: { boughtFrom: 'third_party_non_csp' } } },
  ],
  silent: [
    { when: 'it is about Azure', facts: { item: { kind: 'usage' } } },
    { when: 'something is to be sold next to it', facts: { req: { intent: 'add_services' } } },
    { when: 'the bill is to move', facts: { req: move } },
    { when: 'they were bought from ourselves', facts: { item: { boughtFrom: 'own' } } },
    { when: 'they were bought through Syndication', facts: { item: { boughtFrom: 'syndication' } } },
  ],
});

testRule('R-LIC-NO-PARTNER-SWITCH', {
  fires: [
    {
      when: 'the running legacy licences of another partner are to move',
      facts: { req: move, item: { generation: 'legacy' } },
      nextSteps: ['NS-WAIT-TERM-END', 'NS-CANCEL-THEN-MOVE'],
    },
    {
      when: 'there is no tie either: an invitation would not help',
      facts: { req: move, item: { generation: 'legacy' }, rel: { reseller: 'none' } },
      nextSteps: ['NS-WAIT-TERM-END', 'NS-CANCEL-THEN-MOVE'],
    },
    {
      when: 'legacy licences are eight days into their term: they may still be cancelled',
      facts: { req: move, item: { generation: 'legacy', daysSinceTermStart: 8 } },
      nextSteps: ['NS-WAIT-TERM-END', 'NS-CANCEL-THEN-MOVE'],
    },
    {
      when: 'new-commerce licences are to move on the day before transfers, on day 7 of their term',
      asOf: '2024-06-18',
      facts: { req: move, item: { daysSinceTermStart: 7 } },
      nextSteps: ['NS-WAIT-TERM-END', 'NS-CANCEL-THEN-MOVE'],
    },
    {
      when: 'the same on day 8, when they can no longer be cancelled',
      asOf: '2024-06-18',
      facts: { req: move, item: { daysSinceTermStart: 8 } },
      nextSteps: ['NS-WAIT-TERM-END'],
    },
    {
      when: 'the start of the new-commerce term does not apply',
      asOf: '2024-06-18',
      facts: { req: move, item: { daysSinceTermStart: null } },
      nextSteps: ['NS-WAIT-TERM-END', 'NS-CANCEL-THEN-MOVE'],
    },
    {
      when: 'legacy licences are to move on the day transfers begin',
      asOf: '2024-06-19',
      facts: { req: move, item: { generation: 'legacy' } },
    },
    {
      when: 'the licences have no generation, on the day transfers begin',
      asOf: '2024-06-19',
      facts: { req: move, item: { generation: null, daysSinceTermStart: 8 } },
      nextSteps: ['NS-WAIT-TERM-END', 'NS-CANCEL-THEN-MOVE'],
    },
    {
      when: 'the licences came from a third party outside CSP, the day before the page was rewritten',
      asOf: '2024-06-18',
      facts: { req: move, item: { boughtFrom: 'third_party_non_csp' } },
    },
    { when: 'it is new commerce in the US Government cloud', cloud: 'us_gov', asOf: '2024-06-18', facts: { req: move } },
  ],
  silent: [
    { when: 'it is about Azure', facts: { req: move, item: { kind: 'usage', generation: 'legacy' } } },
    { when: 'the licences are only to be looked after', facts: { req: { intent: 'manage_only' }, item: { generation: 'legacy' } } },
    { when: 'more is to be sold next to them', facts: { req: { intent: 'add_services' }, item: { generation: 'legacy' } } },
    {
      when: 'the term has run out and is in its 30 days',
      facts: { req: move, item: { generation: 'legacy', term: 'expired_grace' } },
    },
    { when: 'the term is over', facts: { req: move, item: { generation: 'legacy', term: 'ended' } } },
    { when: 'the subscription is cancelled', facts: { req: move, item: { generation: 'legacy', term: 'cancelled' } } },
    { when: 'there is no term', facts: { req: move, item: { generation: 'legacy', term: null } } },
    {
      when: 'they were bought from Microsoft itself',
      facts: { req: move, item: { generation: 'legacy', boughtFrom: 'microsoft_direct' } },
    },
    { when: 'they are our own', facts: { req: move, item: { generation: 'legacy', boughtFrom: 'own' } } },
    { when: 'new-commerce licences are to move on the day transfers begin', asOf: '2024-06-19', facts: { req: move } },
    {
      when: 'the same in US Government, where a person decides anyway',
      cloud: 'us_gov',
      asOf: '2024-06-19',
      facts: { req: move },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
    {
      when: 'they came from a third party, from the day the page was rewritten',
      asOf: '2024-06-19',
      facts: { req: move, item: { generation: 'legacy', boughtFrom: 'third_party_non_csp' } },
    },
  ],
});

testRule('R-LIC-NCE-TRANSFER', {
  fires: [
    {
      when: 'the running new-commerce licences of another partner are to move',
      facts: { req: move },
      nextSteps: ['NS-START-LICENCE-TRANSFER', 'NS-SOURCE-ACCEPTS'],
    },
    {
      when: 'there is no tie with the customer yet',
      facts: { req: move, rel: { reseller: 'none' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS', 'NS-START-LICENCE-TRANSFER', 'NS-SOURCE-ACCEPTS'],
    },
  ],
  silent: [
    { when: 'it is not a licence', facts: { req: move, item: { kind: 'software' } } },
    { when: 'the licences are legacy', facts: { req: move, item: { generation: 'legacy' } } },
    { when: 'they have no generation', facts: { req: move, item: { generation: null } } },
    { when: 'they were bought from Microsoft itself', facts: { req: move, item: { boughtFrom: 'microsoft_direct' } } },
    { when: 'they are only to be looked after', facts: { req: { intent: 'manage_only' } } },
    { when: 'more is to be sold next to them', facts: { req: { intent: 'add_services' } } },
    { when: 'the term has run out', facts: { req: move, item: { term: 'expired_grace' } } },
    { when: 'there is no term', facts: { req: move, item: { term: null } } },
  ],
});

testRule('R-LIC-REPROVISION', {
  fires: [
    {
      when: 'running licences bought from Microsoft are to come to us: credit is a matter for its billing support',
      facts: { req: move, item: { boughtFrom: 'microsoft_direct' } },
      nextSteps: ['NS-WAIT-TERM-END', 'NS-PROVISION-EQUIVALENT-OFFER', 'NS-M365-BILLING-CREDIT'],
    },
    {
      when: 'they are cancelled at once instead of waiting',
      asOf: '2023-07-27',
      facts: { req: { ...move, cancelNow: true }, item: { boughtFrom: 'microsoft_direct' } },
      nextSteps: ['NS-CANCEL-THEN-MOVE', 'NS-PROVISION-EQUIVALENT-OFFER', 'NS-M365-BILLING-CREDIT'],
    },
    {
      when: 'they were bought under Advisor: no credit',
      facts: { req: move, item: { boughtFrom: 'advisor' } },
      nextSteps: ['NS-WAIT-TERM-END', 'NS-PROVISION-EQUIVALENT-OFFER'],
    },
    { when: 'they were bought under Open License', facts: { req: move, item: { boughtFrom: 'open' } } },
    { when: 'they were bought under an Enterprise Agreement', facts: { req: move, item: { boughtFrom: 'ea' } } },
    { when: 'they were bought under volume licensing', facts: { req: move, item: { boughtFrom: 'volume_licensing' } } },
    { when: 'they came from a former CSP reseller', facts: { req: move, item: { boughtFrom: 'former_csp_reseller' } } },
    {
      when: 'it is US Government, where a person decides first',
      cloud: 'us_gov',
      facts: { req: move, item: { boughtFrom: 'ea' } },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
  ],
  silent: [
    { when: 'it is not a licence', facts: { req: move, item: { kind: 'usage', boughtFrom: 'microsoft_direct' } } },
    { when: 'they are only to be looked after', facts: { item: { boughtFrom: 'microsoft_direct' } } },
    {
      when: 'more is to be sold next to them',
      facts: { req: { intent: 'add_services' }, item: { boughtFrom: 'microsoft_direct' } },
    },
    { when: 'the term has run out', facts: { req: move, item: { boughtFrom: 'microsoft_direct', term: 'expired_grace' } } },
    { when: 'there is no term', facts: { req: move, item: { boughtFrom: 'microsoft_direct', term: null } } },
    { when: 'they came from another CSP partner', facts: { req: move } },
    { when: 'they came from a third party outside CSP', facts: { req: move, item: { boughtFrom: 'third_party_non_csp' } } },
    { when: 'they came through Syndication', facts: { req: move, item: { boughtFrom: 'syndication' } } },
    { when: 'they are our own', facts: { req: move, item: { boughtFrom: 'own' } } },
  ],
});

testRule('R-LIC-THIRD-PARTY-NEW', {
  fires: [
    {
      when: 'running licences from a third party outside CSP are to move',
      facts: { req: move, item: { boughtFrom: 'third_party_non_csp' } },
      nextSteps: ['NS-ESCALATE-REVIEW', 'NS-PROVISION-EQUIVALENT-OFFER'],
    },
  ],
  silent: [
    { when: 'it is not a licence', facts: { req: move, item: { kind: 'usage', boughtFrom: 'third_party_non_csp' } } },
    { when: 'they are only to be looked after', facts: { item: { boughtFrom: 'third_party_non_csp' } } },
    {
      when: 'more is to be sold next to them',
      facts: { req: { intent: 'add_services' }, item: { boughtFrom: 'third_party_non_csp' } },
    },
    { when: 'the term is over', facts: { req: move, item: { boughtFrom: 'third_party_non_csp', term: 'ended' } } },
    { when: 'there is no term', facts: { req: move, item: { boughtFrom: 'third_party_non_csp', term: null } } },
    { when: 'the seller used to be in CSP', facts: { req: move, item: { boughtFrom: 'former_csp_reseller' } } },
    { when: 'the seller is a CSP partner', facts: { req: move } },
  ],
});

testRule('R-LIC-GRACE-30D', {
  fires: [
    {
      when: 'the licences of another partner have run out and are in their 30 days',
      facts: { req: move, item: { term: 'expired_grace' } },
      nextSteps: ['NS-PROVISION-EQUIVALENT-OFFER'],
    },
    {
      when: 'the expired licences are our own',
      facts: { req: move, item: { boughtFrom: 'own', term: 'expired_grace' } },
      nextSteps: ['NS-PROVISION-EQUIVALENT-OFFER'],
    },
    {
      when: 'seats bought from Microsoft are moved after they ran out',
      flow: 'legacy_seat_move',
      facts: { item: { term: 'expired_grace' } },
      nextSteps: ['NS-PROVISION-EQUIVALENT-OFFER', 'NS-M365-BILLING-CREDIT'],
    },
    {
      when: 'such seats are moved in the US Government cloud',
      flow: 'legacy_seat_move',
      cloud: 'us_gov',
      facts: { item: { term: 'expired_grace' } },
      nextSteps: ['NS-PROVISION-EQUIVALENT-OFFER', 'NS-M365-BILLING-CREDIT'],
    },
  ],
  silent: [
    { when: 'it is not a licence', facts: { req: move, item: { kind: 'software', term: 'expired_grace' } } },
    { when: 'they are only to be looked after', facts: { item: { term: 'expired_grace' } } },
    { when: 'more is to be sold next to them', facts: { req: { intent: 'add_services' }, item: { term: 'expired_grace' } } },
    { when: 'the term is running', facts: { req: move } },
    { when: 'the 30 days are over', facts: { req: move, item: { term: 'ended' } } },
    { when: 'the subscription was cancelled', facts: { req: move, item: { term: 'cancelled' } } },
    { when: 'there is no term', facts: { req: move, item: { term: null } } },
    {
      when: 'seats are moved while their term is running',
      flow: 'legacy_seat_move',
      nextSteps: ['NS-WAIT-TERM-END', 'NS-PROVISION-EQUIVALENT-OFFER', 'NS-M365-BILLING-CREDIT'],
    },
  ],
});

testRule('R-LIC-TERM-ENDED-OK', {
  fires: [
    {
      when: 'the term at the other partner is over',
      facts: { req: move, item: { term: 'ended' } },
      nextSteps: ['NS-PROVISION-EQUIVALENT-OFFER'],
    },
    { when: 'it has run out and is in its 30 days', facts: { req: move, item: { term: 'expired_grace' } } },
    { when: 'the customer cancelled', facts: { req: move, item: { term: 'cancelled' } } },
    { when: 'it is over at 21Vianet', cloud: 'china_21v', facts: { req: move, item: { term: 'ended' } } },
  ],
  silent: [
    { when: 'it is not a licence', facts: { req: move, item: { kind: 'usage', term: 'ended' } } },
    { when: 'nothing is to be moved', facts: { item: { term: 'ended' } } },
    { when: 'more is to be sold next to it', facts: { req: { intent: 'add_services' }, item: { term: 'ended' } } },
    { when: 'the term is running', facts: { req: move } },
    { when: 'there is no term', facts: { req: move, item: { term: null } } },
  ],
});
