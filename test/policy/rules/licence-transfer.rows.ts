import { testRule } from '../../support/rule-tester.ts';

const expertMsp = { type: 'direct_bill', azureExpertMsp: true };

testRule('R-LT-NOT-AVAILABLE', {
  fires: [
    { when: 'licences are to be transferred', nextSteps: ['NS-WAIT-TERM-END'] },
    { when: 'it is the last day without transfers', asOf: '2024-06-18', nextSteps: ['NS-WAIT-TERM-END'] },
    {
      when: 'the present partner wants to accept',
      facts: { xfer: { action: 'accept' }, actor: { is: 'source_partner' } },
      nextSteps: ['NS-WAIT-TERM-END'],
    },
  ],
  silent: [],
});

testRule('R-LT-LEGACY-OFFER', {
  fires: [
    {
      when: 'the licences are legacy',
      facts: { item: { generation: 'legacy' } },
      nextSteps: ['NS-WAIT-TERM-END', 'NS-CANCEL-THEN-MOVE'],
    },
  ],
  silent: [
    { when: 'they are new commerce', nextSteps: ['NS-START-LICENCE-TRANSFER', 'NS-SOURCE-ACCEPTS'] },
    { when: 'it is an Azure plan', facts: { item: { generation: 'azure_plan' } } },
  ],
});

testRule('R-LT-BOTH-ACT', {
  fires: [
    { when: 'the future partner creates the request', nextSteps: ['NS-START-LICENCE-TRANSFER', 'NS-SOURCE-ACCEPTS'] },
    { when: 'a person has to look at the size of the request', facts: { xfer: { itemCount: 26 } } },
  ],
  silent: [
    {
      when: 'the present partner accepts',
      facts: { xfer: { action: 'accept' }, actor: { is: 'source_partner' } },
      nextSteps: ['NS-SOURCE-ACCEPTS'],
    },
    {
      when: 'the present partner declines',
      facts: { xfer: { action: 'decline' }, actor: { is: 'source_partner' } },
      nextSteps: ['NS-NONE'],
    },
    { when: 'the future partner withdraws', facts: { xfer: { action: 'cancel' } }, nextSteps: ['NS-NONE'] },
    { when: 'somebody looks how it stands', facts: { xfer: { action: 'status' } }, nextSteps: ['NS-SOURCE-ACCEPTS'] },
    {
      when: 'somebody looks and it is done',
      facts: { xfer: { action: 'status', status: 'completed' } },
      nextSteps: ['NS-NONE'],
    },
    { when: 'the request is refused anyway', facts: { item: { generation: 'legacy' } } },
  ],
});

testRule('R-LT-25-ITEMS', {
  fires: [
    {
      when: 'there are 26 items in the request',
      facts: { xfer: { itemCount: 26 } },
      nextSteps: ['NS-ESCALATE-REVIEW', 'NS-SPLIT-REQUEST'],
    },
    {
      when: 'the present partner accepts 26 items',
      facts: { xfer: { action: 'accept', itemCount: 26 }, actor: { is: 'source_partner' } },
    },
  ],
  silent: [
    {
      when: 'there are 25 items',
      facts: { xfer: { itemCount: 25 } },
      nextSteps: ['NS-START-LICENCE-TRANSFER', 'NS-SOURCE-ACCEPTS'],
    },
  ],
});

testRule('R-D2I-SCOPE', {
  fires: [
    {
      when: 'Azure is under an Azure plan, before there is a tool for it',
      facts: { item: { kind: 'usage', generation: 'azure_plan' } },
      nextSteps: ['NS-NONE'],
    },
    {
      when: 'it is the last day without that tool',
      asOf: '2020-09-29',
      facts: { item: { kind: 'usage', generation: 'azure_plan' } },
      nextSteps: ['NS-NONE'],
    },
    {
      when: 'Azure is under an Azure plan and has its own tool',
      asOf: '2020-09-30',
      facts: { item: { kind: 'usage', generation: 'azure_plan' } },
      nextSteps: ['NS-START-AZPLAN-TRANSFER'],
    },
    {
      when: 'Azure is under an Azure plan on the day licence transfers begin',
      asOf: '2024-06-19',
      facts: { item: { kind: 'usage', generation: 'azure_plan' } },
      nextSteps: ['NS-START-AZPLAN-TRANSFER'],
    },
    {
      when: 'licences are new commerce, the day before they can be transferred',
      asOf: '2024-06-18',
      facts: { item: { generation: 'nce' } },
      nextSteps: ['NS-WAIT-TERM-END'],
    },
    {
      when: 'licences are new commerce and have their own transfer',
      asOf: '2024-06-19',
      facts: { item: { generation: 'nce' } },
      nextSteps: ['NS-START-LICENCE-TRANSFER'],
    },
    { when: 'it is software', facts: { item: { kind: 'software' } }, nextSteps: ['NS-NONE'] },
    { when: 'it is SaaS', facts: { item: { kind: 'saas' } }, nextSteps: ['NS-NONE'] },
    {
      when: 'legacy Azure takes reservations along',
      facts: { item: { kind: 'usage', generation: 'azure_0145p', includesReservations: true } },
      nextSteps: ['NS-LEAVE-RESERVATIONS-OUT'],
    },
    {
      when: 'software goes with legacy Azure, without reservations',
      facts: { item: { kind: 'software', generation: 'azure_0145p' } },
      nextSteps: ['NS-NONE'],
    },
    {
      when: 'reservations go with something else than legacy Azure',
      facts: { item: { includesReservations: true } },
      nextSteps: ['NS-NONE'],
    },
  ],
  silent: [
    { when: 'it is about legacy licences', nextSteps: ['NS-NONE'] },
    { when: 'it is about legacy Azure', facts: { item: { kind: 'usage', generation: 'azure_0145p' } }, nextSteps: ['NS-NONE'] },
  ],
});

testRule('R-D2I-SOURCE-CREATES', {
  fires: [
    {
      when: 'the provider creates the request for legacy licences',
      facts: { actor: { is: 'target_partner' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE'],
    },
    {
      when: 'the provider creates it for legacy Azure',
      facts: { actor: { is: 'target_partner' }, item: { kind: 'usage', generation: 'azure_0145p' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE'],
    },
    { when: 'the customer creates it', facts: { actor: { is: 'customer' } }, nextSteps: ['NS-ASK-RIGHT-ROLE'] },
    {
      when: 'the provider creates it for new commerce, where nobody could',
      facts: { actor: { is: 'target_partner' }, item: { generation: 'nce' } },
      nextSteps: ['NS-WAIT-TERM-END'],
    },
    {
      when: 'the provider creates it for an Azure plan, where nobody could',
      facts: { actor: { is: 'target_partner' }, item: { kind: 'usage', generation: 'azure_plan' } },
      nextSteps: ['NS-NONE'],
    },
  ],
  silent: [
    { when: 'the present partner creates it' },
    {
      when: 'the provider accepts it',
      facts: { actor: { is: 'target_partner' }, xfer: { action: 'accept' } },
      nextSteps: ['NS-NONE'],
    },
  ],
});

testRule('R-EA-EXPERT-MSP', {
  fires: [
    {
      when: 'the direct-bill partner is no Azure Expert MSP',
      facts: { partner: { azureExpertMsp: false } },
      nextSteps: ['NS-CREATE-NEW-AZURE-SUB', 'NS-MOVE-RESOURCES'],
    },
    { when: 'the Azure Expert MSP is an indirect provider', facts: { partner: { ...expertMsp, type: 'indirect_provider' } } },
    {
      when: 'the Azure Expert MSP is an indirect reseller',
      facts: { partner: { ...expertMsp, type: 'indirect_reseller' } },
      nextSteps: ['NS-CREATE-NEW-AZURE-SUB', 'NS-MOVE-RESOURCES'],
    },
    { when: 'the partner is neither', facts: { partner: { type: 'indirect_reseller', azureExpertMsp: false } } },
  ],
  silent: [
    {
      when: 'a direct-bill partner that is Azure Expert MSP asks',
      facts: { partner: expertMsp },
      nextSteps: ['NS-REQUEST-BILLING-OWNERSHIP'],
    },
  ],
});

testRule('R-EA-PREREQ', {
  fires: [
    {
      when: 'the customer has not accepted the customer agreement',
      facts: { customer: { mca: 'none' } },
      nextSteps: ['NS-CUSTOMER-ACCEPTS-MCA'],
    },
    {
      when: 'the customer has no Azure plan with us',
      facts: { customer: { azurePlanWithTarget: false } },
      nextSteps: ['NS-BUY-AZURE-PLAN'],
    },
    {
      when: 'both are missing',
      facts: { customer: { mca: 'none', azurePlanWithTarget: false } },
      nextSteps: ['NS-CUSTOMER-ACCEPTS-MCA', 'NS-BUY-AZURE-PLAN'],
    },
  ],
  silent: [
    { when: 'the agreement is accepted and the plan is there', nextSteps: ['NS-REQUEST-BILLING-OWNERSHIP'] },
    { when: 'the partner attested the agreement', facts: { customer: { mca: 'attested' } } },
  ],
});

testRule('R-EA-EXCLUDED', {
  fires: [
    {
      when: 'the Enterprise Agreement is an indirect one',
      facts: { item: { eaKind: 'indirect_ea' } },
      nextSteps: ['NS-CREATE-NEW-AZURE-SUB', 'NS-MOVE-RESOURCES'],
    },
    {
      when: 'it is one of a government',
      facts: { item: { eaKind: 'government_ea' } },
      nextSteps: ['NS-CREATE-NEW-AZURE-SUB', 'NS-MOVE-RESOURCES'],
    },
    { when: 'the subscription is disabled', facts: { item: { eaKind: 'disabled' } }, nextSteps: ['NS-REACTIVATE'] },
    { when: 'it is a support plan', facts: { item: { eaKind: 'support_plan' } }, nextSteps: ['NS-NONE'] },
    {
      when: 'it is a free trial',
      facts: { item: { eaKind: 'free_trial' } },
      nextSteps: ['NS-CREATE-NEW-AZURE-SUB', 'NS-MOVE-RESOURCES'],
    },
    {
      when: 'it is Azure in Open',
      facts: { item: { eaKind: 'azure_in_open' } },
      nextSteps: ['NS-CREATE-NEW-AZURE-SUB', 'NS-MOVE-RESOURCES'],
    },
    { when: 'it is an indirect one in US Government', cloud: 'us_gov', facts: { item: { eaKind: 'indirect_ea' } } },
  ],
  silent: [
    { when: 'the Enterprise Agreement is a direct one', nextSteps: ['NS-REQUEST-BILLING-OWNERSHIP'] },
    { when: 'it is an enterprise customer agreement', facts: { item: { eaKind: 'enterprise_mca' } } },
    { when: 'the kind does not apply', facts: { item: { eaKind: null } } },
  ],
});

testRule('R-EA-QUOTA-RESET', {
  fires: [{ when: 'an Azure Expert MSP takes over the billing', nextSteps: ['NS-REQUEST-BILLING-OWNERSHIP'] }],
  silent: [{ when: 'the takeover is refused anyway', facts: { partner: { azureExpertMsp: false } } }],
});
