import { testRule } from '../../support/rule-tester.ts';

testRule('R-XFER-STUCK', {
  fires: [
    {
      when: 'an accepted transfer still reads pending on day 4',
      facts: { xfer: { action: 'status', status: 'pending_after_accept', daysSinceAccept: 4 } },
      nextSteps: ['NS-OPEN-SERVICE-REQUEST'],
    },
    {
      when: 'an accepted licence transfer still reads pending on day 4',
      flow: 'licence_transfer',
      asOf: '2024-06-19',
      facts: { xfer: { action: 'status', status: 'pending_after_accept', daysSinceAccept: 4 } },
      nextSteps: ['NS-OPEN-SERVICE-REQUEST'],
    },
  ],
  silent: [
    {
      when: 'an accepted transfer still reads pending on day 3',
      facts: { xfer: { action: 'status', status: 'pending_after_accept', daysSinceAccept: 3 } },
    },
    {
      when: 'the day of acceptance is unknown',
      facts: { xfer: { action: 'status', status: 'pending_after_accept', daysSinceAccept: null } },
    },
    {
      when: 'the transfer is in progress on day 4',
      facts: { xfer: { action: 'status', status: 'in_progress', daysSinceAccept: 4 } },
    },
    { when: 'there is no status', facts: { xfer: { action: 'status', status: null, daysSinceAccept: 4 } } },
  ],
});

testRule('R-XFER-NO-AOBO', {
  fires: [
    { when: 'a transfer is asked for' },
    { when: 'the present partner accepts', facts: { xfer: { action: 'accept' }, actor: { is: 'source_partner' } } },
  ],
  silent: [
    { when: 'the present partner declines', facts: { xfer: { action: 'decline' }, actor: { is: 'source_partner' } } },
    { when: 'somebody only looks up where the transfer stands', facts: { xfer: { action: 'status' } } },
    { when: 'the transfer is refused anyway', facts: { xfer: { sourceEqualsTarget: true } } },
  ],
});

testRule('R-XFER-WHAT-MOVES', {
  fires: [
    { when: 'a transfer is asked for' },
    { when: 'the present partner accepts', facts: { xfer: { action: 'accept' }, actor: { is: 'source_partner' } } },
  ],
  silent: [
    { when: 'the present partner declines', facts: { xfer: { action: 'decline' }, actor: { is: 'source_partner' } } },
    { when: 'somebody only looks up where the transfer stands', facts: { xfer: { action: 'status' } } },
    { when: 'the transfer is refused anyway', facts: { xfer: { sourceEqualsTarget: true } } },
  ],
});

testRule('R-XFER-NOT-ELIGIBLE-RECENT', {
  fires: [
    {
      when: 'the interface refused it as bought too recently',
      facts: { api: { errorCode: 900130 } },
      nextSteps: ['NS-CREATE-NEW-REQUEST'],
    },
  ],
  silent: [
    { when: 'the interface refused it for another reason', facts: { api: { errorCode: 900131 } } },
    { when: 'the interface refused nothing', facts: { api: { errorCode: null } } },
  ],
});

testRule('R-XFER-LEGACY-IN-WAY', {
  fires: [
    {
      when: 'the interface refused it because of legacy Azure subscriptions',
      facts: { api: { errorCode: 900131 } },
      nextSteps: ['NS-BUY-AZURE-PLAN', 'NS-CREATE-NEW-REQUEST'],
    },
  ],
  silent: [
    { when: 'the interface refused it for another reason', facts: { api: { errorCode: 900130 } } },
    { when: 'the interface refused nothing', facts: { api: { errorCode: null } } },
  ],
});
