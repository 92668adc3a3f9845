import { testRule } from '../../support/rule-tester.ts';

testRule('R-XFER-REL-FIRST', {
  fires: [
    {
      when: 'the customer has not yet accepted the new partner',
      facts: { rel: { reseller: 'pending' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
    { when: 'the new partner has no relationship with the customer', facts: { rel: { reseller: 'none' } } },
    {
      when: 'a transfer under the Azure plan is asked for without a relationship',
      flow: 'azure_plan_transfer',
      asOf: '2020-09-30',
      facts: { rel: { reseller: 'none' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
    {
      when: 'a licence transfer is asked for without a relationship',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { rel: { reseller: 'none' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
  ],
  silent: [
    { when: 'the relationship is active', facts: { rel: { reseller: 'active' } } },
    { when: 'somebody only looks up where the switch stands', facts: { rel: { reseller: 'none' }, xfer: { action: 'status' } } },
    {
      when: 'the present partner answers a transfer that was asked for',
      flow: 'azure_plan_transfer',
      asOf: '2020-09-30',
      facts: { rel: { reseller: 'none' }, xfer: { action: 'accept' }, actor: { is: 'source_partner' } },
    },
  ],
});

testRule('R-XFER-IR-VIA-PROVIDER', {
  fires: [
    {
      when: 'the new partner is an indirect reseller',
      facts: { partner: { type: 'indirect_reseller' } },
      nextSteps: ['NS-ASK-PROVIDER'],
    },
    {
      when: 'an indirect reseller wants a transfer under the Azure plan',
      flow: 'azure_plan_transfer',
      asOf: '2020-09-30',
      facts: { partner: { type: 'indirect_reseller' } },
      nextSteps: ['NS-ASK-PROVIDER'],
    },
    {
      when: 'an indirect reseller wants a licence transfer',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { partner: { type: 'indirect_reseller' } },
      nextSteps: ['NS-ASK-PROVIDER'],
    },
  ],
  silent: [
    { when: 'the new partner is a direct-bill partner', facts: { partner: { type: 'direct_bill' } } },
    { when: 'the new partner is an indirect provider', facts: { partner: { type: 'indirect_provider' } } },
  ],
});

testRule('R-XFER-NOT-AZURE', {
  fires: [
    {
      when: 'Office 365 is to be switched',
      facts: { item: { product: 'office365', generation: 'legacy' } },
      nextSteps: ['NS-WAIT-TERM-END'],
    },
    { when: 'Enterprise Mobility Suite is to be switched', facts: { item: { product: 'ems', generation: 'legacy' } } },
    { when: 'Dynamics is to be switched', facts: { item: { product: 'dynamics365', generation: 'legacy' } } },
    {
      when: 'legacy Office 365 is put into an Azure transfer, even when licence transfers exist',
      flow: 'azure_plan_transfer',
      asOf: '2024-06-19',
      facts: { item: { product: 'office365', generation: 'legacy' } },
      nextSteps: ['NS-WAIT-TERM-END'],
    },
    {
      when: 'new-commerce Office 365 is put into an Azure transfer the day before licence transfers exist',
      flow: 'azure_plan_transfer',
      asOf: '2024-06-18',
      facts: { item: { product: 'office365', generation: 'nce' } },
      nextSteps: ['NS-WAIT-TERM-END'],
    },
    {
      when: 'new-commerce Office 365 is put into an Azure transfer on the day licence transfers begin',
      flow: 'azure_plan_transfer',
      asOf: '2024-06-19',
      facts: { item: { product: 'office365', generation: 'nce' } },
      nextSteps: ['NS-START-LICENCE-TRANSFER'],
    },
    {
      when: 'new-commerce Office 365 is to be switched in US Government, which has no licence transfers',
      cloud: 'us_gov',
      asOf: '2024-06-19',
      facts: { item: { product: 'office365', generation: 'nce' }, rel: { dap: true } },
      nextSteps: ['NS-WAIT-TERM-END'],
    },
  ],
  silent: [
    { when: 'it is Azure', facts: { item: { product: 'azure' } } },
    { when: 'it is another product', facts: { item: { product: 'other' } } },
    { when: 'no product is named', facts: { item: { product: null } } },
  ],
});

testRule('R-SWITCH-AZPLAN-WRONG-FLOW', {
  fires: [
    {
      when: 'Azure under an Azure plan is to be switched by form before the transfer tool exists',
      facts: { item: { generation: 'azure_plan' } },
      nextSteps: ['NS-NONE'],
    },
    {
      when: 'it is the last day without the transfer tool',
      asOf: '2020-09-29',
      facts: { item: { generation: 'azure_plan' } },
      nextSteps: ['NS-NONE'],
    },
    {
      when: 'it is the first day of the transfer tool',
      asOf: '2020-09-30',
      facts: { item: { generation: 'azure_plan' } },
      nextSteps: ['NS-START-AZPLAN-TRANSFER'],
    },
    {
      when: 'it is US Government, which the transfer tool refuses',
      cloud: 'us_gov',
      asOf: '2020-09-30',
      facts: { item: { generation: 'azure_plan' }, rel: { dap: true } },
      nextSteps: ['NS-NONE'],
    },
  ],
  silent: [{ when: 'the subscription is still on the old offer', facts: { item: { generation: 'azure_0145p' } } }],
});

testRule('R-SWITCH-CUSTOMER-WRITES', {
  fires: [
    {
      when: 'the customer has not asked in writing',
      facts: { xfer: { customerWrittenRequest: false } },
      nextSteps: ['NS-CUSTOMER-WRITES-REQUEST'],
    },
  ],
  silent: [{ when: 'the customer has asked in writing', facts: { xfer: { customerWrittenRequest: true } } }],
});

testRule('R-SWITCH-CURRENT-OPENS-TICKET', {
  fires: [
    {
      when: 'the new partner opened the ticket',
      facts: { xfer: { ticketOpenedBy: 'new_partner' } },
      nextSteps: ['NS-CURRENT-PARTNER-OPENS-TICKET'],
    },
    { when: 'the customer opened the ticket', facts: { xfer: { ticketOpenedBy: 'customer' } } },
  ],
  silent: [
    { when: 'the present partner opened the ticket', facts: { xfer: { ticketOpenedBy: 'current_partner' } } },
    { when: 'nobody has opened a ticket yet', facts: { xfer: { ticketOpenedBy: 'not_yet' } } },
  ],
});

testRule('R-SWITCH-THREE-SIGNATURES', {
  fires: [
    {
      when: 'the form is handed in with no signature',
      facts: { xfer: { action: 'submit_form', signatures: [] } },
      nextSteps: ['NS-COMPLETE-SIGNATURES'],
    },
    {
      when: 'only the new partner has not signed',
      facts: { xfer: { action: 'submit_form', signatures: ['current_partner', 'customer'] } },
    },
    {
      when: 'only the customer has not signed',
      facts: { xfer: { action: 'submit_form', signatures: ['current_partner', 'new_partner'] } },
    },
    {
      when: 'only the present partner has not signed',
      facts: { xfer: { action: 'submit_form', signatures: ['customer', 'new_partner', 'new_partner'] } },
    },
  ],
  silent: [
    {
      when: 'all three have signed',
      facts: { xfer: { action: 'submit_form', signatures: ['current_partner', 'customer', 'new_partner'] } },
    },
    {
      when: 'all three have signed, in whatever order and one of them twice',
      facts: { xfer: { action: 'submit_form', signatures: ['new_partner', 'customer', 'customer', 'current_partner'] } },
    },
    {
      when: 'the switch is only being started',
      facts: { xfer: { action: 'create', signatures: [] } },
      nextSteps: ['NS-CURRENT-PARTNER-OPENS-TICKET', 'NS-COMPLETE-SIGNATURES', 'NS-FIX-RBAC'],
    },
  ],
});

testRule('R-USGOV-SWITCH-PERMISSION', {
  fires: [
    {
      when: 'the new partner in US Government has no delegated administration',
      facts: { rel: { dap: false } },
      nextSteps: ['NS-INCLUDE-DAP-OPTION', 'NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
    {
      when: 'the new partner in the German cloud has no delegated administration',
      cloud: 'germany',
      facts: { rel: { dap: false } },
      nextSteps: ['NS-INCLUDE-DAP-OPTION', 'NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
  ],
  silent: [
    { when: 'the new partner in US Government has delegated administration', facts: { rel: { dap: true } } },
    {
      when: 'the new partner in the German cloud has delegated administration',
      cloud: 'germany',
      facts: { rel: { dap: true } },
    },
  ],
});

testRule('R-XFER-SAME-PARTNER', {
  fires: [
    {
      when: 'the new partner of a switch is the present one',
      facts: { xfer: { sourceEqualsTarget: true } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
    {
      when: 'the future partner of a transfer under the Azure plan is the present one',
      flow: 'azure_plan_transfer',
      facts: { xfer: { sourceEqualsTarget: true } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
    {
      when: 'the future partner of a licence transfer is the present one',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { xfer: { sourceEqualsTarget: true } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
  ],
  silent: [{ when: 'they are two partners', facts: { xfer: { sourceEqualsTarget: false } } }],
});
