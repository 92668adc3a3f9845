import { testRule } from '../../support/rule-tester.ts';

testRule('R-PARTNERID-ACTIVE', {
  fires: [
    {
      when: 'the partner invites without an active Partner ID',
      flow: 'relationship_request',
      facts: { partner: { partnerIdActive: false } },
      nextSteps: ['NS-ACTIVATE-PARTNER-ID'],
    },
    { when: 'it orders without one', flow: 'purchase_check', facts: { partner: { partnerIdActive: false } } },
    { when: 'it takes over legacy Azure without one', flow: 'azure_switch', facts: { partner: { partnerIdActive: false } } },
    {
      when: 'it takes over an Azure plan without one',
      flow: 'azure_plan_transfer',
      asOf: '2020-09-30',
      facts: { partner: { partnerIdActive: false } },
      nextSteps: ['NS-ACTIVATE-PARTNER-ID'],
    },
    { when: 'it takes over licences without one', flow: 'licence_transfer', facts: { partner: { partnerIdActive: false } } },
    { when: 'it provides seats anew without one', flow: 'legacy_seat_move', facts: { partner: { partnerIdActive: false } } },
  ],
  silent: [{ when: 'the Partner ID of the location is active', facts: { partner: { partnerIdActive: true } } }],
});

testRule('R-MPA-REQUIRED', {
  fires: [
    {
      when: 'an indirect reseller invites without a signed Partner Agreement',
      flow: 'relationship_request',
      facts: { partner: { mpaSigned: false, type: 'indirect_reseller' }, req: { model: 'indirect' } },
      nextSteps: ['NS-SIGN-MPA'],
    },
    {
      when: 'a direct-bill partner orders without one',
      flow: 'purchase_check',
      facts: { partner: { mpaSigned: false, type: 'direct_bill' } },
      nextSteps: ['NS-SIGN-MPA'],
    },
    {
      when: 'an indirect provider takes over an Azure plan without one',
      flow: 'azure_plan_transfer',
      asOf: '2020-09-30',
      facts: { partner: { mpaSigned: false, type: 'indirect_provider' }, xfer: { resellerPartnerId: '4711' } },
      nextSteps: ['NS-SIGN-MPA'],
    },
    {
      when: 'a direct-bill partner takes over licences without one',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { partner: { mpaSigned: false, type: 'direct_bill' } },
      nextSteps: ['NS-SIGN-MPA'],
    },
  ],
  silent: [
    {
      when: 'the reseller has signed',
      facts: { partner: { mpaSigned: true, type: 'indirect_reseller' }, req: { model: 'indirect' } },
    },
    {
      when: 'a direct-bill partner merely invites: it needs the agreement when it orders',
      facts: { partner: { mpaSigned: false, type: 'direct_bill' } },
    },
    { when: 'an indirect provider merely invites', facts: { partner: { mpaSigned: false, type: 'indirect_provider' } } },
    {
      when: 'a partner that has signed orders',
      flow: 'purchase_check',
      facts: { partner: { mpaSigned: true, type: 'direct_bill' } },
      nextSteps: ['NS-PLACE-ORDER'],
    },
  ],
});

testRule('R-MCA-REQUIRED', {
  fires: [
    {
      when: 'something is ordered for a customer that has not accepted the agreement',
      flow: 'purchase_check',
      facts: { customer: { mca: 'none' } },
      nextSteps: ['NS-CUSTOMER-ACCEPTS-MCA'],
    },
    {
      when: 'Azure is taken over and the customer has not accepted it with the future partner',
      flow: 'azure_plan_transfer',
      asOf: '2020-09-30',
      facts: { customer: { mca: 'none' } },
      nextSteps: ['NS-CUSTOMER-ACCEPTS-MCA'],
    },
    {
      when: 'licences are taken over and the customer has not accepted it with the future partner',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { customer: { mca: 'none' } },
      nextSteps: ['NS-CUSTOMER-ACCEPTS-MCA'],
    },
  ],
  silent: [
    { when: 'the customer has accepted it', facts: { customer: { mca: 'accepted' } }, nextSteps: ['NS-PLACE-ORDER'] },
    { when: 'its partner attested it', facts: { customer: { mca: 'attested' } }, nextSteps: ['NS-PLACE-ORDER'] },
  ],
});

testRule('R-MCA-AT-ACCEPT', {
  fires: [
    {
      when: 'the invited customer has no agreement with this partner yet',
      facts: { customer: { mca: 'none' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS', 'NS-CUSTOMER-ACCEPTS-MCA'],
    },
  ],
  silent: [
    {
      when: 'the customer has accepted the agreement',
      facts: { customer: { mca: 'accepted' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
    {
      when: 'its partner attested it',
      facts: { customer: { mca: 'attested' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
  ],
});

testRule('R-ATTEST-ROLE', {
  fires: [
    {
      when: 'a Helpdesk agent records the acceptance',
      facts: { actor: { role: 'helpdesk_agent' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE'],
    },
    { when: 'a Global admin does', facts: { actor: { role: 'global_admin' } }, nextSteps: ['NS-ASK-RIGHT-ROLE'] },
    { when: 'somebody without any role does', facts: { actor: { role: 'none' } } },
  ],
  silent: [
    { when: 'an Admin agent records it', facts: { actor: { role: 'admin_agent' } }, nextSteps: ['NS-ATTEST-MCA'] },
    { when: 'a Sales agent records it', facts: { actor: { role: 'sales_agent' } }, nextSteps: ['NS-ATTEST-MCA'] },
  ],
});

testRule('R-ATTEST-IR', {
  fires: [
    {
      when: 'an indirect reseller wants to attest',
      facts: { partner: { type: 'indirect_reseller' } },
      nextSteps: ['NS-ASK-PROVIDER'],
    },
  ],
  silent: [
    { when: 'its provider attests', facts: { partner: { type: 'indirect_provider' } }, nextSteps: ['NS-ATTEST-MCA'] },
    { when: 'a direct-bill partner attests', facts: { partner: { type: 'direct_bill' } }, nextSteps: ['NS-ATTEST-MCA'] },
  ],
});

testRule('R-ATTEST-DATE', {
  fires: [
    {
      when: 'the acceptance is dated years ahead',
      facts: { attest: { date: '2031-01-01' } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
    {
      when: 'the acceptance is dated tomorrow',
      asOf: '2023-04-28',
      facts: { attest: { date: '2023-04-29' } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
  ],
  silent: [
    {
      when: 'the acceptance is of today',
      asOf: '2023-04-28',
      facts: { attest: { date: '2023-04-28' } },
      nextSteps: ['NS-ATTEST-MCA'],
    },
    { when: 'it is of yesterday', asOf: '2023-04-28', facts: { attest: { date: '2023-04-27' } } },
  ],
});
