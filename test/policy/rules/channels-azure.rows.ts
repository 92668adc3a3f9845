import { testRule } from '../../support/rule-tester.ts';

const move = { intent: 'move_billing' };
/** Metered: no term. */
const azure = { kind: 'usage', generation: 'azure_plan', term: null, daysSinceTermStart: null };
const legacyAzure = { ...azure, generation: 'azure_0145p' };

testRule('R-USAGE-RECREATE', {
  fires: [
    {
      when: 'Azure bought from Microsoft itself is to come to us',
      facts: { req: move, item: { ...azure, boughtFrom: 'microsoft_direct' } },
      nextSteps: ['NS-CREATE-NEW-AZURE-SUB', 'NS-CANCEL-OLD-AZURE'],
    },
    { when: 'it was bought under Advisor', facts: { req: move, item: { ...azure, boughtFrom: 'advisor' } } },
    { when: 'it was bought under Open License', facts: { req: move, item: { ...azure, boughtFrom: 'open' } } },
    { when: 'it was bought under volume licensing', facts: { req: move, item: { ...azure, boughtFrom: 'volume_licensing' } } },
    { when: 'it came from a third party outside CSP', facts: { req: move, item: { ...azure, boughtFrom: 'third_party_non_csp' } } },
    { when: 'it came from a former CSP reseller', facts: { req: move, item: { ...azure, boughtFrom: 'former_csp_reseller' } } },
    {
      when: 'it is under an Enterprise Agreement and we are no Azure Expert MSP',
      asOf: '2020-01-01',
      facts: { req: move, item: { ...azure, boughtFrom: 'ea' } },
      nextSteps: ['NS-CREATE-NEW-AZURE-SUB', 'NS-CANCEL-OLD-AZURE'],
    },
    {
      when: 'it is under an Enterprise Agreement and an Azure Expert MSP asks, the day before it may take over',
      asOf: '2019-12-31',
      facts: { req: move, item: { ...azure, boughtFrom: 'ea' }, partner: { azureExpertMsp: true } },
      nextSteps: ['NS-CREATE-NEW-AZURE-SUB', 'NS-CANCEL-OLD-AZURE'],
    },
    {
      when: 'it is under an Enterprise Agreement and an Azure Expert MSP may take over the billing',
      asOf: '2020-01-01',
      facts: { req: move, item: { ...azure, boughtFrom: 'ea' }, partner: { azureExpertMsp: true } },
      nextSteps: ['NS-REQUEST-BILLING-OWNERSHIP'],
    },
    {
      when: 'an Azure Expert MSP asks, but it was bought from Microsoft itself',
      asOf: '2020-01-01',
      facts: { req: move, item: { ...azure, boughtFrom: 'microsoft_direct' }, partner: { azureExpertMsp: true } },
      nextSteps: ['NS-CREATE-NEW-AZURE-SUB', 'NS-CANCEL-OLD-AZURE'],
    },
    {
      when: 'there is no tie with the customer yet',
      facts: { req: move, item: { ...azure, boughtFrom: 'microsoft_direct' }, rel: { reseller: 'none' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS', 'NS-CREATE-NEW-AZURE-SUB', 'NS-CANCEL-OLD-AZURE'],
    },
    {
      when: 'it is US Government, where a person decides first',
      cloud: 'us_gov',
      facts: { req: move, item: { ...azure, boughtFrom: 'microsoft_direct' } },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
  ],
  silent: [
    { when: 'it is about licences', facts: { req: move, item: { boughtFrom: 'microsoft_direct' } } },
    { when: 'Azure is only to be looked after', facts: { item: { ...azure, boughtFrom: 'microsoft_direct' } } },
    {
      when: 'more is to be sold next to it',
      facts: { req: { intent: 'add_services' }, item: { ...azure, boughtFrom: 'microsoft_direct' } },
    },
    { when: 'it came from another CSP partner', facts: { req: move, item: azure } },
    { when: 'it came through Syndication', facts: { req: move, item: { ...azure, boughtFrom: 'syndication' } } },
    { when: 'it is our own', facts: { req: move, item: { ...azure, boughtFrom: 'own' } } },
  ],
});

testRule('R-USAGE-COEXIST', {
  fires: [
    {
      when: 'Azure is to be sold next to what another partner sold',
      facts: { req: { intent: 'add_services' }, item: azure },
      nextSteps: ['NS-CREATE-NEW-AZURE-SUB'],
    },
    { when: 'existing Azure is to be looked after', facts: { req: { intent: 'manage_only' }, item: azure } },
    {
      when: 'Azure is to be sold before there is a tie',
      facts: { req: { intent: 'add_services' }, item: azure, rel: { reseller: 'pending' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS', 'NS-CREATE-NEW-AZURE-SUB'],
    },
  ],
  silent: [
    { when: 'the bill is to move', facts: { req: move, item: azure } },
    { when: 'it is about licences', facts: { req: { intent: 'add_services' } }, nextSteps: ['NS-PLACE-ORDER'] },
  ],
});

testRule('R-USAGE-MANAGE-NEEDS-RBAC', {
  fires: [
    {
      when: 'Azure that another partner sold is to be looked after',
      facts: { item: azure },
      nextSteps: ['NS-GRANT-RBAC'],
    },
    {
      when: 'we hold delegated administration: it does not open that Azure',
      facts: { item: azure, rel: { dap: true } },
      nextSteps: ['NS-GRANT-RBAC'],
    },
    { when: 'it was bought from Microsoft itself', facts: { item: { ...azure, boughtFrom: 'microsoft_direct' } } },
    {
      when: 'it is US Government, where a person decides first',
      cloud: 'us_gov',
      facts: { item: azure },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
  ],
  silent: [
    { when: 'it is about licences' },
    { when: 'the bill is to move', facts: { req: move, item: azure } },
    { when: 'more is to be sold next to it', facts: { req: { intent: 'add_services' }, item: azure } },
    { when: 'it is our own', facts: { item: { ...azure, boughtFrom: 'own' } } },
  ],
});

testRule('R-USAGE-OTHER-PARTNER-SWITCH', {
  fires: [
    {
      when: 'legacy Azure of another partner is to come to us, by the manual switch',
      facts: { req: move, item: legacyAzure },
      nextSteps: ['NS-START-LEGACY-SWITCH'],
    },
    {
      when: 'it is the last day without the transfer tool',
      asOf: '2020-09-29',
      facts: { req: move, item: legacyAzure },
      nextSteps: ['NS-START-LEGACY-SWITCH'],
    },
    {
      when: 'the transfer tool is there as well',
      asOf: '2020-09-30',
      facts: { req: move, item: legacyAzure },
      nextSteps: ['NS-START-LEGACY-SWITCH', 'NS-START-AZPLAN-TRANSFER', 'NS-SOURCE-ACCEPTS'],
    },
    {
      when: 'it is the last day before the old offer is migrated',
      asOf: '2022-07-30',
      facts: { req: move, item: legacyAzure },
      nextSteps: ['NS-START-LEGACY-SWITCH', 'NS-START-AZPLAN-TRANSFER', 'NS-SOURCE-ACCEPTS'],
    },
    {
      when: 'the old offer has been migrated',
      asOf: '2022-07-31',
      facts: { req: move, item: legacyAzure },
      nextSteps: ['NS-START-AZPLAN-TRANSFER', 'NS-SOURCE-ACCEPTS'],
    },
    {
      when: 'it is under an Azure plan and the tool is there',
      asOf: '2020-09-30',
      facts: { req: move, item: azure },
      nextSteps: ['NS-START-AZPLAN-TRANSFER', 'NS-SOURCE-ACCEPTS'],
    },
    {
      when: 'it is under an Azure plan and the tool is not there yet: refused, and nothing would help',
      asOf: '2020-09-29',
      facts: { req: move, item: azure },
      nextSteps: ['NS-NONE'],
    },
    {
      when: 'the generation does not apply and the tool is not there yet',
      asOf: '2020-09-29',
      facts: { req: move, item: { ...azure, generation: null } },
      nextSteps: ['NS-NONE'],
    },
    {
      when: 'it is Germany, on the last day on which it shares the pages',
      cloud: 'germany',
      asOf: '2018-12-04',
      facts: { req: move, item: legacyAzure },
      nextSteps: ['NS-START-LEGACY-SWITCH'],
    },
    {
      when: 'it is US Government, where a person decides first',
      cloud: 'us_gov',
      facts: { req: move, item: legacyAzure },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
  ],
  silent: [
    { when: 'it is about licences', facts: { req: move } },
    { when: 'Azure is only to be looked after', facts: { item: azure } },
    { when: 'more is to be sold next to it', facts: { req: { intent: 'add_services' }, item: azure } },
    { when: 'it was bought from Microsoft itself', facts: { req: move, item: { ...azure, boughtFrom: 'microsoft_direct' } } },
    { when: 'it is our own', facts: { req: move, item: { ...azure, boughtFrom: 'own' } } },
  ],
});
