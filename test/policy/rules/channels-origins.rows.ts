import { testRule } from '../../support/rule-tester.ts';

const move = { intent: 'move_billing' };

testRule('R-MC-SYNDICATION', {
  fires: [
    {
      when: 'licences bought through Syndication are to be looked after',
      facts: { item: { boughtFrom: 'syndication' } },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
    {
      when: 'such licences are to move, and there is no tie yet',
      facts: { req: move, item: { boughtFrom: 'syndication' }, rel: { reseller: 'none' } },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
    { when: 'it is Azure bought through Syndication', facts: { req: move, item: { kind: 'usage', boughtFrom: 'syndication' } } },
  ],
  silent: [
    { when: 'they came from another CSP partner' },
    { when: 'they came from a third party outside CSP and Syndication', facts: { item: { boughtFrom: 'third_party_non_csp' } } },
  ],
});

testRule('R-MC-OWN', {
  fires: [
    { when: 'we sold the licences ourselves', facts: { item: { boughtFrom: 'own' } }, nextSteps: ['NS-NONE'] },
    {
      when: 'we want to sell more next to them',
      facts: { req: { intent: 'add_services' }, item: { boughtFrom: 'own' } },
      nextSteps: ['NS-NONE'],
    },
    {
      when: 'we sold the Azure ourselves',
      facts: { req: move, item: { kind: 'usage', boughtFrom: 'own' } },
      nextSteps: ['NS-NONE'],
    },
  ],
  silent: [
    { when: 'another CSP partner sold them' },
    { when: 'we sold them at 21Vianet under Advisor', cloud: 'china_21v', facts: { item: { boughtFrom: 'own_former_advisor' } } },
  ],
});

testRule('R-ADVISOR-CLOSED', {
  fires: [
    { when: 'licences were bought under Advisor', facts: { item: { boughtFrom: 'advisor' } } },
    { when: 'Azure was bought under Advisor', facts: { req: move, item: { kind: 'usage', boughtFrom: 'advisor' } } },
  ],
  silent: [
    { when: 'they were bought under Open License', facts: { item: { boughtFrom: 'open' } } },
    { when: 'they came from another CSP partner' },
  ],
});

testRule('R-OPEN-CLOSED', {
  fires: [
    { when: 'licences were bought under Open License', facts: { item: { boughtFrom: 'open' } } },
    { when: 'Azure was bought under Open License', facts: { req: move, item: { kind: 'usage', boughtFrom: 'open' } } },
  ],
  silent: [
    { when: 'they were bought under Advisor', facts: { item: { boughtFrom: 'advisor' } } },
    { when: 'they were bought under volume licensing', facts: { item: { boughtFrom: 'volume_licensing' } } },
  ],
});

testRule('R-SERVICEKIND-UNDOCUMENTED', {
  fires: [
    { when: 'software is to move', facts: { req: move, item: { kind: 'software' } }, nextSteps: ['NS-ESCALATE-REVIEW'] },
    { when: 'SaaS of a third party is to move', facts: { req: move, item: { kind: 'saas' } }, nextSteps: ['NS-ESCALATE-REVIEW'] },
    { when: 'it is our own software', facts: { req: move, item: { kind: 'software', boughtFrom: 'own' } } },
  ],
  silent: [
    { when: 'a licence is to move', facts: { req: move } },
    { when: 'Azure is to move', facts: { req: move, item: { kind: 'usage' } } },
    { when: 'software is only to be looked after', facts: { item: { kind: 'software' } } },
    { when: 'software is to be sold next to it', facts: { req: { intent: 'add_services' }, item: { kind: 'software' } } },
  ],
});
