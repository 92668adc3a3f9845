import { testRule } from '../../support/rule-tester.ts';

testRule('R-REGION-MATCH', {
  fires: [
    {
      when: 'a customer of another market is invited',
      flow: 'relationship_request',
      asOf: '2018-11-01',
      facts: { sameMarket: false, sameCountry: false },
      nextSteps: ['NS-FIND-IN-MARKET-PARTNER'],
    },
    {
      when: 'something is ordered for a customer of another market',
      flow: 'purchase_check',
      facts: { sameMarket: false, sameCountry: false },
      nextSteps: ['NS-FIND-IN-MARKET-PARTNER'],
    },
    { when: 'legacy Azure is to go to a partner of another market', flow: 'azure_switch', facts: { sameMarket: false } },
    {
      when: 'an Azure plan is to go to a partner of another market',
      flow: 'azure_plan_transfer',
      asOf: '2020-09-30',
      facts: { sameMarket: false, sameCountry: false },
      nextSteps: ['NS-FIND-IN-MARKET-PARTNER'],
    },
    {
      when: 'licences are to go to a partner of another market',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { sameMarket: false, sameCountry: false },
      nextSteps: ['NS-FIND-IN-MARKET-PARTNER'],
    },
    { when: 'a partner of another market is to provide the seats anew', flow: 'legacy_seat_move', facts: { sameMarket: false } },
  ],
  silent: [
    { when: 'customer and partner are in one market', facts: { sameMarket: true, sameCountry: true } },
    {
      when: 'they are in different countries of one market',
      flow: 'purchase_check',
      facts: { sameMarket: true, sameCountry: false },
      nextSteps: ['NS-PLACE-ORDER'],
    },
  ],
});

testRule('R-LEGACY-SAME-COUNTRY', {
  fires: [
    {
      when: 'the new partner sits in another country of the same market',
      facts: { sameCountry: false, sameMarket: true },
      nextSteps: ['NS-FIND-IN-MARKET-PARTNER'],
    },
    {
      when: 'it does on the day before the transfer tool exists',
      asOf: '2020-09-29',
      facts: { sameCountry: false, sameMarket: true },
      nextSteps: ['NS-FIND-IN-MARKET-PARTNER'],
    },
    {
      when: 'it does on the day from which the transfer tool is the way out',
      asOf: '2020-09-30',
      facts: { sameCountry: false, sameMarket: true },
      nextSteps: ['NS-START-AZPLAN-TRANSFER'],
    },
    {
      when: 'the market is another one as well, where the transfer tool does not help',
      asOf: '2020-09-30',
      facts: { sameCountry: false, sameMarket: false },
      nextSteps: ['NS-FIND-IN-MARKET-PARTNER'],
    },
    {
      when: 'it is in US Government, which has no transfer tool',
      cloud: 'us_gov',
      asOf: '2020-09-30',
      facts: { sameCountry: false, sameMarket: true, rel: { dap: true } },
      nextSteps: ['NS-FIND-IN-MARKET-PARTNER'],
    },
  ],
  silent: [
    {
      when: 'customer and new partner sit in one country',
      facts: { sameCountry: true, sameMarket: true },
      nextSteps: ['NS-CURRENT-PARTNER-OPENS-TICKET', 'NS-COMPLETE-SIGNATURES', 'NS-FIX-RBAC'],
    },
  ],
});

testRule('R-IP-IR-SAME-REGION', {
  fires: [
    {
      when: 'provider and reseller are of different regions',
      flow: 'relationship_request',
      facts: { req: { model: 'indirect' }, providerResellerSameRegion: false },
      nextSteps: ['NS-FIND-IN-MARKET-PARTNER'],
    },
    {
      when: 'nobody says whether they are of one region',
      facts: { req: { model: 'indirect' }, providerResellerSameRegion: null },
      nextSteps: ['NS-FIND-IN-MARKET-PARTNER'],
    },
    {
      when: 'they order together',
      flow: 'purchase_check',
      facts: { req: { model: 'indirect' }, providerResellerSameRegion: false },
      nextSteps: ['NS-FIND-IN-MARKET-PARTNER'],
    },
    {
      when: 'they take over legacy Azure',
      flow: 'azure_switch',
      facts: { req: { model: 'indirect' }, providerResellerSameRegion: false },
      nextSteps: ['NS-FIND-IN-MARKET-PARTNER'],
    },
    {
      when: 'they take over an Azure plan',
      flow: 'azure_plan_transfer',
      facts: { req: { model: 'indirect' }, providerResellerSameRegion: false },
    },
    {
      when: 'they take over licences',
      flow: 'licence_transfer',
      facts: { req: { model: 'indirect' }, providerResellerSameRegion: false },
    },
    {
      when: 'a direct-bill partner becomes a reseller of a provider in another region',
      flow: 'direct_to_indirect',
      facts: { req: { model: 'indirect' }, providerResellerSameRegion: false },
      nextSteps: ['NS-FIND-IN-MARKET-PARTNER'],
    },
    {
      when: 'they provide seats anew',
      flow: 'legacy_seat_move',
      facts: { req: { model: 'indirect' }, providerResellerSameRegion: false },
    },
  ],
  silent: [
    { when: 'provider and reseller are of one region', facts: { req: { model: 'indirect' }, providerResellerSameRegion: true } },
    { when: 'no provider is involved', facts: { req: { model: 'direct' }, providerResellerSameRegion: null } },
    {
      when: 'no provider is involved, whatever is said of its region',
      facts: { req: { model: 'direct' }, providerResellerSameRegion: false },
    },
  ],
});
