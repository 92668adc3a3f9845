import { testRule } from '../../support/rule-tester.ts';

const indirect = { req: { model: 'indirect' } };
const crossing = { item: { crossCloudMove: true } };

testRule('R-USGOV-INDIRECT-CONFLICT', {
  fires: [
    { when: 'a reseller asks for a relationship together with its provider', flow: 'relationship_request', facts: indirect },
    { when: 'they order', flow: 'purchase_check', facts: indirect, nextSteps: ['NS-ESCALATE-REVIEW'] },
    { when: 'they switch Azure', flow: 'azure_switch', facts: indirect },
    { when: 'they transfer Azure', flow: 'azure_plan_transfer', facts: indirect },
    { when: 'they transfer licences', flow: 'licence_transfer', facts: indirect },
    { when: 'a direct-bill partner becomes reseller of a provider', flow: 'direct_to_indirect', facts: indirect },
    { when: 'they move seats', flow: 'legacy_seat_move', facts: indirect, nextSteps: ['NS-ESCALATE-REVIEW'] },
  ],
  silent: [
    { when: 'a direct-bill partner asks' },
    { when: 'a direct-bill partner orders', flow: 'purchase_check', nextSteps: ['NS-PLACE-ORDER'] },
  ],
});

testRule('R-CLOUD-ONBOARDING', {
  fires: [
    {
      when: 'a partner that is not enrolled in US Government asks for a relationship',
      facts: { partner: { onboardedToCloud: false } },
      nextSteps: ['NS-ONBOARD-CLOUD'],
    },
    {
      when: 'it is not enrolled at 21Vianet and asks for support',
      flow: 'support_request',
      cloud: 'china_21v',
      facts: { partner: { onboardedToCloud: false } },
      nextSteps: ['NS-ONBOARD-CLOUD'],
    },
    {
      when: 'it is not enrolled in Germany and orders licences',
      flow: 'purchase_check',
      cloud: 'germany',
      facts: { partner: { onboardedToCloud: false } },
      nextSteps: ['NS-ONBOARD-CLOUD'],
    },
    {
      when: 'it only wants to be recognised',
      flow: 'partner_recognition',
      facts: { partner: { onboardedToCloud: false } },
      nextSteps: ['NS-ONBOARD-CLOUD'],
    },
  ],
  silent: [
    { when: 'the partner is enrolled there' },
    { when: 'it is about the global cloud', cloud: 'global', facts: { partner: { onboardedToCloud: false } } },
  ],
});

testRule('R-NO-CLOUD-CROSSING', {
  fires: [
    {
      when: 'licences are to go from one cloud to another',
      flow: 'channel_check',
      facts: crossing,
      nextSteps: ['NS-PROVISION-EQUIVALENT-OFFER'],
    },
    {
      when: 'Azure is to go from one cloud to another',
      facts: { item: { kind: 'usage', crossCloudMove: true } },
      nextSteps: ['NS-CREATE-NEW-AZURE-SUB'],
    },
    {
      when: 'Azure is to go into US Government',
      cloud: 'us_gov',
      facts: { item: { kind: 'usage', crossCloudMove: true } },
      nextSteps: ['NS-CREATE-NEW-AZURE-SUB'],
    },
    {
      when: 'licences are to go to 21Vianet',
      cloud: 'china_21v',
      facts: crossing,
      nextSteps: ['NS-PROVISION-EQUIVALENT-OFFER'],
    },
    {
      when: 'Azure is to go to 21Vianet, which has none in CSP',
      cloud: 'china_21v',
      facts: { item: { kind: 'usage', crossCloudMove: true } },
      nextSteps: ['NS-NONE'],
    },
    { when: 'software is to cross', facts: { item: { kind: 'software', crossCloudMove: true } }, nextSteps: ['NS-NONE'] },
    { when: 'what is ordered is to cross', flow: 'purchase_check', facts: crossing, nextSteps: ['NS-PROVISION-EQUIVALENT-OFFER'] },
    { when: 'a switch is to cross', flow: 'azure_switch', facts: crossing, nextSteps: ['NS-CREATE-NEW-AZURE-SUB'] },
    {
      when: 'the kind of what a switch carries does not apply',
      flow: 'azure_switch',
      facts: { item: { kind: null, crossCloudMove: true } },
      nextSteps: ['NS-NONE'],
    },
    {
      when: 'a transfer of Azure is to cross',
      flow: 'azure_plan_transfer',
      asOf: '2020-09-30',
      facts: crossing,
      nextSteps: ['NS-CREATE-NEW-AZURE-SUB'],
    },
    {
      when: 'a transfer of licences is to cross',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: crossing,
      nextSteps: ['NS-PROVISION-EQUIVALENT-OFFER'],
    },
    {
      when: 'a move from direct to indirect is to cross',
      flow: 'direct_to_indirect',
      facts: crossing,
      nextSteps: ['NS-PROVISION-EQUIVALENT-OFFER'],
    },
    { when: 'seats are to cross', flow: 'legacy_seat_move', facts: crossing, nextSteps: ['NS-PROVISION-EQUIVALENT-OFFER'] },
    { when: 'an Enterprise Agreement is to cross', flow: 'ea_to_csp', facts: crossing, nextSteps: ['NS-CREATE-NEW-AZURE-SUB'] },
  ],
  silent: [{ when: 'everything stays in its cloud' }],
});

testRule('R-GERMANY-OUT-OF-SCOPE', {
  fires: [
    {
      when: 'a relationship is asked for, with permissions',
      flow: 'relationship_request',
      facts: { req: { includeDap: true }, rel: { reseller: 'none' } },
      nextSteps: ['NS-NONE'],
    },
    { when: 'licences bought elsewhere are to be looked after', flow: 'channel_check', nextSteps: ['NS-NONE'] },
  ],
  silent: [{ when: 'licences are ordered for a customer that is there', flow: 'purchase_check', nextSteps: ['NS-PLACE-ORDER'] }],
});

testRule('R-GCC-ELIGIBILITY', {
  fires: [
    {
      when: 'an order is for a government tenant that is not validated',
      facts: { customer: { gcc: true, gccValidated: false } },
      nextSteps: ['NS-VALIDATE-GCC'],
    },
    {
      when: 'the government tenant is validated but the partner is not qualified',
      facts: { customer: { gcc: true, gccValidated: true }, partner: { gccQualified: false } },
      nextSteps: ['NS-VALIDATE-GCC'],
    },
    { when: 'nobody says whether it is validated', facts: { customer: { gcc: true, gccValidated: null } } },
    { when: 'neither is in order', facts: { customer: { gcc: true, gccValidated: false }, partner: { gccQualified: false } } },
    {
      when: 'Azure is transferred for such a tenant',
      flow: 'azure_plan_transfer',
      facts: { customer: { gcc: true, gccValidated: false } },
      nextSteps: ['NS-VALIDATE-GCC'],
    },
    {
      when: 'licences are transferred for such a tenant',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { customer: { gcc: true, gccValidated: false } },
      nextSteps: ['NS-VALIDATE-GCC'],
    },
  ],
  silent: [
    {
      when: 'it is no government tenant',
      facts: { customer: { gcc: false, gccValidated: null }, partner: { gccQualified: false } },
    },
    {
      when: 'the tenant is validated and the partner qualified',
      facts: { customer: { gcc: true, gccValidated: true }, partner: { gccQualified: true } },
      nextSteps: ['NS-PLACE-ORDER'],
    },
  ],
});
