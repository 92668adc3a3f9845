import { testRule } from '../../support/rule-tester.ts';

/** Licences bought from Microsoft itself are to come to us, and the old ones are to be cancelled now. */
const req = { intent: 'move_billing', cancelNow: true };
const direct = { boughtFrom: 'microsoft_direct' };

testRule('R-NCE-CANCEL-CLOSED', {
  fires: [
    {
      when: 'new-commerce licences are to be cancelled on day 8 of their term',
      facts: { req, item: { ...direct, daysSinceTermStart: 8 } },
      nextSteps: ['NS-WAIT-TERM-END'],
    },
    {
      when: 'nothing is to be moved but it is to be cancelled all the same',
      facts: { req: { cancelNow: true }, item: { daysSinceTermStart: 8 } },
      nextSteps: ['NS-WAIT-TERM-END'],
    },
    {
      when: 'seats that turn out to be new commerce are moved on day 8',
      flow: 'legacy_seat_move',
      facts: { req, item: { generation: 'nce', daysSinceTermStart: 8 } },
      nextSteps: ['NS-WAIT-TERM-END'],
    },
  ],
  silent: [
    {
      when: 'nothing is to be cancelled',
      facts: { req: { ...req, cancelNow: false }, item: { ...direct, daysSinceTermStart: 8 } },
    },
    { when: 'the licences are legacy', facts: { req, item: { ...direct, generation: 'legacy', daysSinceTermStart: 8 } } },
    { when: 'they have no generation', facts: { req, item: { ...direct, generation: null, daysSinceTermStart: 8 } } },
    { when: 'it is not a licence', facts: { req, item: { ...direct, kind: 'software', daysSinceTermStart: 8 } } },
    { when: 'it is still day 7', facts: { req, item: { ...direct, daysSinceTermStart: 7 } } },
    { when: 'there is no start of a term', facts: { req, item: { ...direct, daysSinceTermStart: null } } },
    {
      when: 'seats are moved on day 7',
      flow: 'legacy_seat_move',
      facts: { req, item: { generation: 'nce', daysSinceTermStart: 7 } },
    },
  ],
});

testRule('R-NCE-CANCEL-WINDOW-CONFLICT', {
  fires: [
    {
      when: 'new-commerce licences are to be cancelled on day 4, after 72 hours',
      facts: { req, item: { ...direct, daysSinceTermStart: 4 } },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
    { when: 'it is day 7, the last of the seven', facts: { req, item: { ...direct, daysSinceTermStart: 7 } } },
    {
      when: 'seats that turn out to be new commerce are moved on day 4',
      flow: 'legacy_seat_move',
      facts: { req, item: { generation: 'nce', daysSinceTermStart: 4 } },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
  ],
  silent: [
    {
      when: 'nothing is to be cancelled',
      facts: { req: { ...req, cancelNow: false }, item: { ...direct, daysSinceTermStart: 4 } },
    },
    { when: 'the licences are legacy', facts: { req, item: { ...direct, generation: 'legacy', daysSinceTermStart: 4 } } },
    { when: 'they have no generation', facts: { req, item: { ...direct, generation: null, daysSinceTermStart: 4 } } },
    { when: 'it is not a licence', facts: { req, item: { ...direct, kind: 'software', daysSinceTermStart: 4 } } },
    { when: 'it is day 3, when all pages agree', facts: { req, item: { ...direct, daysSinceTermStart: 3 } } },
    { when: 'it is day 8, when all pages agree', facts: { req, item: { ...direct, daysSinceTermStart: 8 } } },
    { when: 'there is no start of a term', facts: { req, item: { ...direct, daysSinceTermStart: null } } },
  ],
});

testRule('R-NCE-CANCEL-OPEN', {
  fires: [
    {
      when: 'new-commerce licences are to be cancelled on the day they start',
      facts: { req, item: { ...direct, daysSinceTermStart: 0 } },
      nextSteps: ['NS-CANCEL-THEN-MOVE', 'NS-PROVISION-EQUIVALENT-OFFER', 'NS-M365-BILLING-CREDIT'],
    },
    {
      when: 'it is day 7 while the pages disagree: a person decides first',
      asOf: '2023-07-26',
      facts: { req, item: { ...direct, daysSinceTermStart: 7 } },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
    {
      when: 'it is day 7 and the pages agree',
      asOf: '2023-07-27',
      facts: { req, item: { ...direct, daysSinceTermStart: 7 } },
      nextSteps: ['NS-CANCEL-THEN-MOVE', 'NS-PROVISION-EQUIVALENT-OFFER', 'NS-M365-BILLING-CREDIT'],
    },
    {
      when: 'seats that turn out to be new commerce are moved on day 3',
      flow: 'legacy_seat_move',
      facts: { req, item: { generation: 'nce', daysSinceTermStart: 3 } },
      nextSteps: ['NS-CANCEL-THEN-MOVE', 'NS-PROVISION-EQUIVALENT-OFFER', 'NS-M365-BILLING-CREDIT'],
    },
  ],
  silent: [
    { when: 'nothing is to be cancelled', facts: { req: { ...req, cancelNow: false }, item: direct } },
    { when: 'the licences are legacy', facts: { req, item: { ...direct, generation: 'legacy' } } },
    { when: 'they have no generation', facts: { req, item: { ...direct, generation: null } } },
    { when: 'it is not a licence', facts: { req, item: { ...direct, kind: 'software' } } },
    { when: 'it is day 8', facts: { req, item: { ...direct, daysSinceTermStart: 8 } } },
    { when: 'there is no start of a term', facts: { req, item: { ...direct, daysSinceTermStart: null } } },
  ],
});

testRule('R-LEGACY-CANCEL-NO-REFUND', {
  fires: [
    {
      when: 'legacy licences are to be cancelled now',
      flow: 'channel_check',
      facts: { req, item: { ...direct, generation: 'legacy' } },
      nextSteps: ['NS-WAIT-TERM-END', 'NS-CANCEL-THEN-MOVE', 'NS-PROVISION-EQUIVALENT-OFFER', 'NS-M365-BILLING-CREDIT'],
    },
    {
      when: 'legacy seats are moved and the old ones cancelled now',
      flow: 'legacy_seat_move',
      facts: { req },
      nextSteps: ['NS-WAIT-TERM-END', 'NS-CANCEL-THEN-MOVE', 'NS-PROVISION-EQUIVALENT-OFFER', 'NS-M365-BILLING-CREDIT'],
    },
  ],
  silent: [
    { when: 'nothing is to be cancelled', facts: { req: { ...req, cancelNow: false }, item: { ...direct, generation: 'legacy' } } },
    { when: 'the licences are new commerce', facts: { req, item: { ...direct, generation: 'nce' } } },
    { when: 'they have no generation', facts: { req, item: { ...direct, generation: null } } },
    { when: 'it is not a licence', facts: { req, item: { ...direct, generation: 'legacy', kind: 'software' } } },
  ],
});
