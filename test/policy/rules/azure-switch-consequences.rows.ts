import { testRule } from '../../support/rule-tester.ts';

testRule('R-SWITCH-RI-STAY', {
  fires: [
    {
      when: 'reservations belong to what is switched',
      facts: { item: { includesReservations: true } },
      nextSteps: ['NS-CURRENT-PARTNER-OPENS-TICKET', 'NS-COMPLETE-SIGNATURES', 'NS-FIX-RBAC'],
    },
  ],
  silent: [
    { when: 'there are no reservations', facts: { item: { includesReservations: false } } },
    {
      when: 'the switch is refused anyway',
      facts: { item: { includesReservations: true }, xfer: { customerWrittenRequest: false } },
    },
  ],
});

testRule('R-XFER-RBAC-RESIDUAL', {
  fires: [
    {
      when: 'a switch is started',
      facts: { xfer: { action: 'create' } },
      nextSteps: ['NS-CURRENT-PARTNER-OPENS-TICKET', 'NS-COMPLETE-SIGNATURES', 'NS-FIX-RBAC'],
    },
    {
      when: 'the form that all three have signed is handed in',
      facts: {
        xfer: {
          action: 'submit_form',
          signatures: ['current_partner', 'customer', 'new_partner'],
          ticketOpenedBy: 'current_partner',
        },
      },
      nextSteps: ['NS-FIX-RBAC'],
    },
    { when: 'a switch is accepted', facts: { xfer: { action: 'accept' } }, nextSteps: ['NS-FIX-RBAC'] },
    {
      when: 'a transfer under the Azure plan is asked for',
      flow: 'azure_plan_transfer',
      asOf: '2023-09-14',
      nextSteps: ['NS-START-AZPLAN-TRANSFER', 'NS-SOURCE-ACCEPTS', 'NS-FIX-RBAC'],
    },
    {
      when: 'the present partner accepts a transfer under the Azure plan',
      flow: 'azure_plan_transfer',
      asOf: '2023-09-14',
      facts: { xfer: { action: 'accept' }, actor: { is: 'source_partner' } },
      nextSteps: ['NS-SOURCE-ACCEPTS', 'NS-FIX-RBAC'],
    },
  ],
  silent: [
    { when: 'somebody only looks up where the switch stands', facts: { xfer: { action: 'status' } } },
    {
      when: 'the present partner declines a transfer',
      flow: 'azure_plan_transfer',
      asOf: '2023-09-14',
      facts: { xfer: { action: 'decline' }, actor: { is: 'source_partner' } },
    },
    {
      when: 'the future partner withdraws a transfer',
      flow: 'azure_plan_transfer',
      asOf: '2023-09-14',
      facts: { xfer: { action: 'cancel' } },
    },
    { when: 'the switch is refused anyway', facts: { xfer: { action: 'create', customerWrittenRequest: false } } },
  ],
});

testRule('R-SWITCH-TWO-IDS', {
  fires: [{ when: 'nothing refuses the switch' }],
  silent: [{ when: 'the switch is refused anyway', facts: { xfer: { customerWrittenRequest: false } } }],
});
