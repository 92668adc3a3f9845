import { describe, expect, test } from '@jest/globals';
import { ageOf } from '../../src/cards/case-age.ts';
import { factsOf } from '../../src/cards/case-facts.ts';
import { leadOf } from '../../src/cards/case-lead.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { happens, invite, on } from '../support/cases.ts';
import { given } from '../support/given.ts';

const invited = [
  happens('case-opened', '03-01 09:00', { proposal: invite('gdap') }),
  happens('case-approved', '03-02 09:00'),
  happens('invitation-prepared', '03-02 09:00'),
  happens('invitation-ready', '03-02 09:00'),
];
const sent = happens('letter-sent', '03-02 09:01');
const again = happens('letter-sent', '03-05 09:01', { letter: 'reminder' });

describe('on the board an invitation shows for how long it waits, and how often the customer was reminded', () => {
  test.each([
    ['before its letter has left the house', [], '03-04 09:00', 'for 2 days'],
    ['on its day', [sent], '03-02 12:00', 'invited today'],
    ['a day later', [sent], '03-03 12:00', 'invited 1 day ago'],
    ['after a reminder', [sent, again], '03-14 12:00', 'invited 12 days ago, 1 reminder'],
    ['after two', [sent, again, again], '03-14 12:00', 'invited 12 days ago, 2 reminders'],
  ])('%s', (_, letters, now, said) => {
    expect(ageOf(given(...invited, ...letters), on(now), speakerOf('en'))).toBe(said);
  });

  test('in German', () => {
    expect(ageOf(given(...invited, sent, again), on('03-14 12:00'), speakerOf('de'))).toBe('vor 12 Tagen eingeladen, 1 Erinnerung');
  });
});

test('the card counts the reminders, and says until when they are paused', () => {
  const paused = given(...invited, sent, again, happens('follow-ups-paused', '03-06 09:00', { until: on('03-20 00:00') }));
  const { facts } = factsOf(paused, speakerOf('en'), false);
  expect(facts).toEqual(
    expect.arrayContaining([
      { name: 'Reminders sent', value: '1' },
      { name: 'Reminders paused until', value: '20 March 2026' },
    ]),
  );
});

test('accepted, and none of our groups has the roles: the card says that nobody has access, and until when to give them', () => {
  const missing = given(...invited, happens('customer-accepted', '03-05 08:00'), happens('groups-missing', '03-05 08:01'));
  expect(leadOf(missing, speakerOf('en'))).toBe(
    'The customer has accepted, and nobody has access yet: none of our security groups has the roles. Give them in Partner Center by 7 March 2026, then tick it off.',
  );
});
