import { testRule } from '../../support/rule-tester.ts';

testRule('R-XFER-TARGET-INITIATES', {
  fires: [
    {
      when: 'the present partner wants to create the request',
      facts: { actor: { is: 'source_partner' } },
      nextSteps: ['NS-TARGET-INITIATES'],
    },
    { when: 'the customer wants to create the request', facts: { actor: { is: 'customer' } } },
    {
      when: 'the present partner wants to create a licence transfer',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { actor: { is: 'source_partner' } },
      nextSteps: ['NS-TARGET-INITIATES'],
    },
  ],
  silent: [
    { when: 'the future partner creates the request', facts: { actor: { is: 'target_partner' } } },
    { when: 'the present partner accepts', facts: { xfer: { action: 'accept' }, actor: { is: 'source_partner' } } },
  ],
});

testRule('R-XFER-SOURCE-ACCEPTS', {
  fires: [
    {
      when: 'the future partner wants to accept',
      facts: { xfer: { action: 'accept' }, actor: { is: 'target_partner' } },
      nextSteps: ['NS-SOURCE-ACCEPTS'],
    },
    { when: 'the customer wants to accept', facts: { xfer: { action: 'accept' }, actor: { is: 'customer' } } },
    { when: 'the future partner wants to decline', facts: { xfer: { action: 'decline' }, actor: { is: 'target_partner' } } },
    {
      when: 'the future partner wants to accept a licence transfer',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { xfer: { action: 'accept' }, actor: { is: 'target_partner' } },
      nextSteps: ['NS-SOURCE-ACCEPTS'],
    },
  ],
  silent: [
    { when: 'the present partner accepts', facts: { xfer: { action: 'accept' }, actor: { is: 'source_partner' } } },
    { when: 'the present partner declines', facts: { xfer: { action: 'decline' }, actor: { is: 'source_partner' } } },
    { when: 'the future partner withdraws', facts: { xfer: { action: 'cancel' }, actor: { is: 'target_partner' } } },
  ],
});

testRule('R-XFER-30D-EXPIRY', {
  fires: [
    {
      when: 'the present partner accepts on day 31',
      facts: { xfer: { action: 'accept', requestAgeDays: 31 }, actor: { is: 'source_partner' } },
      nextSteps: ['NS-CREATE-NEW-REQUEST'],
    },
    {
      when: 'the present partner declines on day 31',
      facts: { xfer: { action: 'decline', requestAgeDays: 31 }, actor: { is: 'source_partner' } },
    },
    {
      when: 'the present partner accepts a licence transfer on day 31',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { xfer: { action: 'accept', requestAgeDays: 31 }, actor: { is: 'source_partner' } },
      nextSteps: ['NS-CREATE-NEW-REQUEST'],
    },
  ],
  silent: [
    {
      when: 'the present partner accepts on day 30',
      facts: { xfer: { action: 'accept', requestAgeDays: 30 }, actor: { is: 'source_partner' } },
    },
    {
      when: 'the age of the request is unknown',
      facts: { xfer: { action: 'accept', requestAgeDays: null }, actor: { is: 'source_partner' } },
    },
    {
      when: 'somebody only looks up on day 31 where the transfer stands',
      facts: { xfer: { action: 'status', requestAgeDays: 31 } },
    },
  ],
});

testRule('R-XFER-CANCEL-PENDING', {
  fires: [
    {
      when: 'the future partner withdraws a transfer in progress',
      facts: { xfer: { action: 'cancel', status: 'in_progress' } },
      nextSteps: ['NS-NONE'],
    },
    {
      when: 'the present partner has accepted already, although the status still reads pending',
      facts: { xfer: { action: 'cancel', status: 'pending_after_accept' } },
    },
    { when: 'there is no request yet', facts: { xfer: { action: 'cancel', status: null } } },
    {
      when: 'a licence transfer in progress is withdrawn',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { xfer: { action: 'cancel', status: 'in_progress' } },
      nextSteps: ['NS-NONE'],
    },
  ],
  silent: [
    { when: 'the request is still pending', facts: { xfer: { action: 'cancel', status: 'pending' } } },
    { when: 'somebody only looks up where the transfer stands', facts: { xfer: { action: 'status', status: 'in_progress' } } },
  ],
});

testRule('R-XFER-CANCEL-TARGET-ONLY', {
  fires: [
    {
      when: 'the present partner wants to withdraw a pending request',
      facts: { xfer: { action: 'cancel', status: 'pending' }, actor: { is: 'source_partner' } },
      nextSteps: ['NS-SOURCE-ACCEPTS'],
    },
    {
      when: 'the customer wants to withdraw a pending request',
      facts: { xfer: { action: 'cancel', status: 'pending' }, actor: { is: 'customer' } },
      nextSteps: ['NS-SOURCE-ACCEPTS'],
    },
    {
      when: 'the present partner wants to withdraw a transfer in progress, too late even to decline',
      facts: { xfer: { action: 'cancel', status: 'in_progress' }, actor: { is: 'source_partner' } },
      nextSteps: ['NS-NONE'],
    },
    {
      when: 'the present partner wants to withdraw before there is a request',
      facts: { xfer: { action: 'cancel', status: null }, actor: { is: 'source_partner' } },
      nextSteps: ['NS-NONE'],
    },
    {
      when: 'the present partner wants to withdraw a licence transfer',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { xfer: { action: 'cancel' }, actor: { is: 'source_partner' } },
      nextSteps: ['NS-SOURCE-ACCEPTS'],
    },
  ],
  silent: [
    { when: 'the future partner withdraws', facts: { xfer: { action: 'cancel' }, actor: { is: 'target_partner' } } },
    { when: 'the present partner declines', facts: { xfer: { action: 'decline' }, actor: { is: 'source_partner' } } },
  ],
});

testRule('R-XFER-NATCLOUD', {
  fires: [
    { when: 'Azure of US Government is to be transferred', nextSteps: ['NS-OPEN-SERVICE-REQUEST'] },
    {
      when: 'Azure of the old offer in US Government is to be transferred',
      facts: { item: { generation: 'azure_0145p' } },
      nextSteps: ['NS-START-LEGACY-SWITCH'],
    },
    { when: 'Azure at 21Vianet is to be transferred', cloud: 'china_21v', nextSteps: ['NS-CONTACT-21V-SUPPORT'] },
    {
      when: 'Azure of the old offer at 21Vianet is to be transferred',
      cloud: 'china_21v',
      facts: { item: { generation: 'azure_0145p' } },
      nextSteps: ['NS-CONTACT-21V-SUPPORT'],
    },
    { when: 'Azure of the German cloud is to be transferred', cloud: 'germany', nextSteps: ['NS-OPEN-SERVICE-REQUEST'] },
    {
      when: 'Azure of the old offer in the German cloud is to be transferred',
      cloud: 'germany',
      facts: { item: { generation: 'azure_0145p' } },
      nextSteps: ['NS-START-LEGACY-SWITCH'],
    },
    {
      when: 'licences of US Government are to be transferred',
      flow: 'licence_transfer',
      nextSteps: ['NS-OPEN-SERVICE-REQUEST'],
    },
    {
      when: 'licences at 21Vianet are to be transferred',
      flow: 'licence_transfer',
      cloud: 'china_21v',
      nextSteps: ['NS-CONTACT-21V-SUPPORT'],
    },
  ],
  silent: [],
});

testRule('R-XFER-BUSY', {
  fires: [
    {
      when: 'the subscription is in another open transfer',
      asOf: '2020-09-30',
      facts: { item: { inOtherTransfer: true } },
      nextSteps: ['NS-CREATE-NEW-REQUEST'],
    },
    {
      when: 'the licence is in another open transfer',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { item: { inOtherTransfer: true } },
      nextSteps: ['NS-CREATE-NEW-REQUEST'],
    },
    {
      when: 'a direct-bill partner that becomes a reseller hands over a subscription in another open transfer',
      flow: 'direct_to_indirect',
      facts: { item: { inOtherTransfer: true } },
      nextSteps: ['NS-CREATE-NEW-REQUEST'],
    },
  ],
  silent: [{ when: 'no other transfer is open', facts: { item: { inOtherTransfer: false } } }],
});

testRule('R-XFER-RESELLER-ID', {
  fires: [
    {
      when: 'a provider does not say for which reseller it takes over',
      facts: { partner: { type: 'indirect_provider' }, xfer: { resellerPartnerId: null } },
      nextSteps: ['NS-ADD-RESELLER-ID'],
    },
    {
      when: 'a provider leaves the Partner ID of the reseller blank',
      facts: { partner: { type: 'indirect_provider' }, xfer: { resellerPartnerId: '  ' } },
    },
    {
      when: 'a provider does not say for which reseller it takes over licences',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { partner: { type: 'indirect_provider' } },
      nextSteps: ['NS-ADD-RESELLER-ID'],
    },
  ],
  silent: [
    {
      when: 'the provider names its reseller',
      facts: { partner: { type: 'indirect_provider' }, xfer: { resellerPartnerId: '4847383' } },
    },
    { when: 'the future partner is direct-bill', facts: { partner: { type: 'direct_bill' } } },
    {
      when: 'the present partner accepts',
      facts: { partner: { type: 'indirect_provider' }, xfer: { action: 'accept' }, actor: { is: 'source_partner' } },
    },
  ],
});
