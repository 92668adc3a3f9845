import { testRule } from '../../support/rule-tester.ts';

testRule('R-0145P-PHASE1', {
  fires: [
    {
      when: 'the subscription is to stay on the old offer and the new partner has no customer on it',
      facts: { xfer: { withoutConversion: true }, partner: { has0145P: false } },
      nextSteps: ['NS-START-AZPLAN-TRANSFER'],
    },
    {
      when: 'the subscription is to stay on the old offer and the present partner has no customer on it',
      facts: { xfer: { withoutConversion: true }, otherPartner: { has0145P: false } },
    },
  ],
  silent: [
    { when: 'both partners have a customer on the old offer', facts: { xfer: { withoutConversion: true } } },
    {
      when: 'the subscription need not stay on the old offer',
      facts: { xfer: { withoutConversion: false }, partner: { has0145P: false }, otherPartner: { has0145P: false } },
    },
  ],
});

testRule('R-0145P-NO-NEW', {
  fires: [
    {
      when: 'a customer that is not on the old offer wants to buy it',
      facts: { item: { kind: 'usage', generation: 'azure_0145p' }, customer: { has0145P: false } },
      nextSteps: ['NS-BUY-AZURE-PLAN'],
    },
    {
      when: 'a customer on the old offer has once bought an Azure plan',
      facts: { item: { kind: 'usage', generation: 'azure_0145p' }, customer: { hasAzurePlan: true } },
    },
  ],
  silent: [
    {
      when: 'a customer on the old offer, without an Azure plan, buys more of it',
      facts: { item: { kind: 'usage', generation: 'azure_0145p' } },
    },
    {
      when: 'a newcomer buys an Azure plan',
      facts: { item: { kind: 'usage', generation: 'azure_plan' }, customer: { has0145P: false } },
    },
    { when: 'no generation is named', facts: { item: { kind: 'usage', generation: null }, customer: { has0145P: false } } },
  ],
});

testRule('R-0145P-PHASE3', {
  fires: [{ when: 'a switch by form is asked for after the planned end of the old offer', nextSteps: ['NS-ESCALATE-REVIEW'] }],
  silent: [],
});
