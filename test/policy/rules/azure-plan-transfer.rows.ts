import { testRule } from '../../support/rule-tester.ts';

const declinedBySource = { xfer: { action: 'decline' }, actor: { is: 'source_partner' } };
const acceptedBySource = { xfer: { action: 'accept' }, actor: { is: 'source_partner' } };
const withoutAzurePlan = { customer: { azurePlanWithTarget: false } };

testRule('R-XFER-TOOL-NOT-YET', {
  fires: [
    { when: 'Azure under an Azure plan is to be transferred before there is a tool', nextSteps: ['NS-NONE'] },
    {
      when: 'Azure of the old offer is to be transferred before there is a tool',
      facts: { item: { generation: 'azure_0145p' } },
      nextSteps: ['NS-START-LEGACY-SWITCH'],
    },
    {
      when: 'a check is about taking over the billing of Azure-plan Azure from another CSP partner',
      flow: 'channel_check',
      facts: { item: { kind: 'usage', generation: 'azure_plan', boughtFrom: 'other_csp' }, req: { intent: 'move_billing' } },
      nextSteps: ['NS-NONE'],
    },
  ],
  silent: [
    {
      when: 'the check is about licences',
      flow: 'channel_check',
      facts: { item: { kind: 'licence', generation: 'azure_plan', boughtFrom: 'other_csp' }, req: { intent: 'move_billing' } },
    },
    {
      when: 'the check is about Azure of the old offer',
      flow: 'channel_check',
      facts: { item: { kind: 'usage', generation: 'azure_0145p', boughtFrom: 'other_csp' }, req: { intent: 'move_billing' } },
    },
    {
      when: 'the check is about Azure of an unnamed generation',
      flow: 'channel_check',
      facts: { item: { kind: 'usage', generation: null, boughtFrom: 'other_csp' }, req: { intent: 'move_billing' } },
    },
    {
      when: 'the check is about Azure bought from Microsoft',
      flow: 'channel_check',
      facts: { item: { kind: 'usage', generation: 'azure_plan', boughtFrom: 'microsoft_direct' }, req: { intent: 'move_billing' } },
    },
    {
      when: 'the check is about managing only',
      flow: 'channel_check',
      facts: { item: { kind: 'usage', generation: 'azure_plan', boughtFrom: 'other_csp' }, req: { intent: 'manage_only' } },
    },
    {
      when: 'the check is about adding services',
      flow: 'channel_check',
      facts: { item: { kind: 'usage', generation: 'azure_plan', boughtFrom: 'other_csp' }, req: { intent: 'add_services' } },
    },
  ],
});

testRule('R-0145P-CONVERTS', {
  fires: [
    {
      when: 'a transfer of Azure of the old offer is asked for',
      facts: { item: { generation: 'azure_0145p' } },
      nextSteps: ['NS-START-AZPLAN-TRANSFER', 'NS-SOURCE-ACCEPTS', 'NS-FIX-RBAC'],
    },
    {
      when: 'the present partner accepts a transfer of Azure of the old offer',
      facts: { ...acceptedBySource, item: { generation: 'azure_0145p' } },
      nextSteps: ['NS-SOURCE-ACCEPTS', 'NS-FIX-RBAC'],
    },
  ],
  silent: [
    { when: 'the subscription is under an Azure plan already', facts: { item: { generation: 'azure_plan' } } },
    { when: 'the present partner declines', facts: { ...declinedBySource, item: { generation: 'azure_0145p' } } },
    {
      when: 'somebody only looks up where the transfer stands',
      facts: { xfer: { action: 'status' }, item: { generation: 'azure_0145p' } },
    },
  ],
});

testRule('R-XFER-AZPLAN-PREREQ', {
  fires: [
    {
      when: 'a transfer is asked for and the future partner has bought no Azure plan for the customer',
      facts: { customer: { azurePlanWithTarget: false } },
      nextSteps: ['NS-BUY-AZURE-PLAN'],
    },
    {
      when: 'the present partner accepts and the future one has bought no Azure plan for the customer',
      facts: { ...acceptedBySource, customer: { azurePlanWithTarget: false } },
      nextSteps: ['NS-BUY-AZURE-PLAN'],
    },
  ],
  silent: [
    { when: 'the future partner has bought an Azure plan', facts: { customer: { azurePlanWithTarget: true } } },
    { when: 'the present partner declines', facts: { ...declinedBySource, customer: { azurePlanWithTarget: false } } },
    {
      when: 'the future partner withdraws the request',
      facts: { xfer: { action: 'cancel' }, customer: { azurePlanWithTarget: false } },
    },
  ],
});

testRule('R-XFER-ITEM-ACTIVE', {
  fires: [
    {
      when: 'a suspended subscription is in the request',
      facts: { item: { status: 'suspended' } },
      nextSteps: ['NS-DESELECT-INACTIVE', 'NS-REACTIVATE'],
    },
    {
      when: 'a cancelled subscription is in the request',
      facts: { item: { status: 'cancelled' } },
      nextSteps: ['NS-DESELECT-INACTIVE'],
    },
    {
      when: 'a deleted subscription is in the request',
      facts: { item: { status: 'deleted' } },
      nextSteps: ['NS-DESELECT-INACTIVE'],
    },
    {
      when: 'the present partner accepts with a suspended subscription selected',
      facts: { ...acceptedBySource, item: { status: 'suspended' } },
      nextSteps: ['NS-DESELECT-INACTIVE', 'NS-REACTIVATE'],
    },
    {
      when: 'a suspended licence is in a licence transfer',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { item: { status: 'suspended' } },
      nextSteps: ['NS-DESELECT-INACTIVE', 'NS-REACTIVATE'],
    },
  ],
  silent: [
    { when: 'everything selected is active', facts: { item: { status: 'active' } } },
    { when: 'the present partner declines', facts: { ...declinedBySource, item: { status: 'suspended' } } },
    {
      when: 'somebody only looks up where the transfer stands',
      facts: { xfer: { action: 'status' }, item: { status: 'suspended' } },
    },
  ],
});

testRule('R-XFER-RI-NOT-MOVED', {
  fires: [
    {
      when: 'reservations are to go along in the first year of the tool',
      facts: { item: { includesReservations: true } },
      nextSteps: ['NS-LEAVE-RESERVATIONS-OUT'],
    },
  ],
  silent: [{ when: 'no reservations are to go along', facts: { item: { includesReservations: false } } }],
});

testRule('R-XFER-RI-DATE-GAP', {
  fires: [
    {
      when: 'reservations are to go along in the time no page describes',
      facts: { item: { includesReservations: true } },
      nextSteps: ['NS-ESCALATE-REVIEW', 'NS-LEAVE-RESERVATIONS-OUT'],
    },
  ],
  silent: [{ when: 'no reservations are to go along', facts: { item: { includesReservations: false } } }],
});

testRule('R-XFER-SP-FROM', {
  fires: [
    {
      when: 'a savings plan is to go along',
      facts: { item: { includesSavingsPlan: true } },
      nextSteps: ['NS-LEAVE-RESERVATIONS-OUT'],
    },
  ],
  silent: [{ when: 'no savings plan is to go along', facts: { item: { includesSavingsPlan: false } } }],
});

testRule('R-XFER-RI-UPFRONT-LOCK', {
  fires: [
    {
      when: 'a reservation paid upfront goes along',
      facts: { item: { includesReservations: true, reservationPayment: 'upfront' } },
      nextSteps: ['NS-START-AZPLAN-TRANSFER', 'NS-SOURCE-ACCEPTS', 'NS-FIX-RBAC'],
    },
  ],
  silent: [
    { when: 'the reservation is paid monthly', facts: { item: { includesReservations: true, reservationPayment: 'monthly' } } },
    {
      when: 'it is not said how the reservation is paid',
      facts: { item: { includesReservations: true, reservationPayment: null } },
    },
    {
      when: 'only a savings plan is paid upfront',
      facts: { item: { includesReservations: false, includesSavingsPlan: true, reservationPayment: 'upfront' } },
    },
    {
      when: 'the transfer is refused anyway',
      facts: { item: { includesReservations: true, reservationPayment: 'upfront' }, ...withoutAzurePlan },
    },
  ],
});

testRule('R-XFER-RI-CURRENCY', {
  fires: [
    {
      when: 'a monthly reservation is to go to a partner billed in another currency',
      facts: { item: { includesReservations: true }, xfer: { sameCurrency: false } },
      nextSteps: ['NS-START-AZPLAN-TRANSFER', 'NS-SOURCE-ACCEPTS', 'NS-FIX-RBAC', 'NS-REPURCHASE-RI'],
    },
    {
      when: 'a monthly savings plan is to go to a partner billed in another currency',
      facts: { item: { includesSavingsPlan: true }, xfer: { sameCurrency: false } },
      nextSteps: ['NS-START-AZPLAN-TRANSFER', 'NS-SOURCE-ACCEPTS', 'NS-FIX-RBAC', 'NS-REPURCHASE-RI'],
    },
    {
      when: 'it is not said how the reservation is paid',
      facts: { item: { includesReservations: true, reservationPayment: null }, xfer: { sameCurrency: false } },
    },
    {
      when: 'the present partner accepts',
      facts: {
        item: { includesReservations: true },
        xfer: { action: 'accept', sameCurrency: false },
        actor: { is: 'source_partner' },
      },
      nextSteps: ['NS-SOURCE-ACCEPTS', 'NS-FIX-RBAC', 'NS-REPURCHASE-RI'],
    },
    {
      when: 'somebody looks up where the transfer stands',
      facts: { item: { includesReservations: true }, xfer: { action: 'status', sameCurrency: false } },
      nextSteps: ['NS-SOURCE-ACCEPTS', 'NS-REPURCHASE-RI'],
    },
    {
      when: 'the present partner declines, so that nothing has to be bought again',
      facts: {
        item: { includesReservations: true },
        xfer: { action: 'decline', sameCurrency: false },
        actor: { is: 'source_partner' },
      },
      nextSteps: ['NS-NONE'],
    },
    {
      when: 'the future partner withdraws, so that nothing has to be bought again',
      facts: { item: { includesReservations: true }, xfer: { action: 'cancel', sameCurrency: false } },
      nextSteps: ['NS-NONE'],
    },
  ],
  silent: [
    { when: 'neither a reservation nor a savings plan goes along', facts: { xfer: { sameCurrency: false } } },
    {
      when: 'both partners are billed in one currency',
      facts: { item: { includesReservations: true }, xfer: { sameCurrency: true } },
    },
    {
      when: 'the reservation is paid upfront',
      facts: { item: { includesReservations: true, reservationPayment: 'upfront' }, xfer: { sameCurrency: false } },
    },
    {
      when: 'the transfer is refused anyway',
      facts: { item: { includesReservations: true }, xfer: { sameCurrency: false }, ...withoutAzurePlan },
    },
  ],
});

const marketplace = { specialDiscount: false, regionRestricted: false, subscriptionBased: false, publisherAllowlisted: true };

testRule('R-XFER-MARKETPLACE', {
  fires: [
    {
      when: 'a marketplace product has a special discount',
      facts: { item: { marketplace: { ...marketplace, specialDiscount: true } } },
      nextSteps: ['NS-CANCEL-MARKETPLACE-REPURCHASE'],
    },
    {
      when: 'a marketplace product is restricted to a region',
      facts: { item: { marketplace: { ...marketplace, regionRestricted: true } } },
    },
    {
      when: 'a marketplace product is subscription-based',
      facts: { item: { marketplace: { ...marketplace, subscriptionBased: true } } },
    },
    {
      when: 'the publisher has not put the future partner on its allow-list',
      facts: { item: { marketplace: { ...marketplace, publisherAllowlisted: false } } },
    },
  ],
  silent: [
    { when: 'none of the four hinders the marketplace product', facts: { item: { marketplace } } },
    { when: 'there is no marketplace product', facts: { item: { marketplace: null } } },
  ],
});
