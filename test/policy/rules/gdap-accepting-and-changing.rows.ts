import { testRule } from '../../support/rule-tester.ts';

testRule('R-GDAP-PENDING-90D', {
  fires: [
    {
      when: 'the customer wants to approve a granular request on day 91',
      facts: { rel: { kind: 'gdap' }, gdap: { requestAgeDays: 91 } },
      nextSteps: ['NS-CREATE-NEW-REQUEST'],
    },
  ],
  silent: [
    { when: 'the customer approves on day 90', facts: { rel: { kind: 'gdap' }, gdap: { requestAgeDays: 90 } } },
    { when: 'the age of the request is unknown', facts: { rel: { kind: 'gdap' }, gdap: { requestAgeDays: null } } },
    { when: 'it is a reseller invitation', facts: { rel: { kind: 'reseller' }, gdap: { requestAgeDays: 91 } } },
  ],
});

testRule('R-GDAP-DAP-FIRST', {
  fires: [
    {
      when: 'the customer approves a granular request of a partner that still holds delegated administration',
      facts: { rel: { kind: 'gdap', dap: true } },
      nextSteps: ['NS-REMOVE-DAP', 'NS-CUSTOMER-GA-ACCEPTS', 'NS-ASSIGN-GDAP-GROUPS'],
    },
  ],
  silent: [
    { when: 'the partner holds no delegated administration', facts: { rel: { kind: 'gdap', dap: false } } },
    { when: 'it is a reseller invitation', facts: { rel: { kind: 'reseller', dap: true } } },
  ],
});

testRule('R-GDAP-EDIT-LOCKED', {
  fires: [
    {
      when: 'the name is to change while the customer is being asked',
      facts: { gdap: { change: 'name', status: 'approvalPending' } },
      nextSteps: ['NS-CREATE-NEW-REQUEST'],
    },
    { when: 'the length of an active relationship is to change', facts: { gdap: { change: 'duration', status: 'active' } } },
    { when: 'the roles of an active relationship are to change', facts: { gdap: { change: 'roles', status: 'active' } } },
    { when: 'the customer of an active relationship is to change', facts: { gdap: { change: 'customer', status: 'active' } } },
  ],
  silent: [
    { when: 'the request has not been sent yet', facts: { gdap: { change: 'name', status: 'created' } }, nextSteps: ['NS-NONE'] },
    { when: 'extension is switched', facts: { gdap: { change: 'autoExtend', status: 'active' } } },
    { when: 'Global Administrator is taken out', facts: { gdap: { change: 'removeGlobalAdministrator', status: 'active' } } },
    { when: 'the relationship is ended', facts: { gdap: { change: 'terminate', status: 'active' } } },
  ],
});

testRule('R-GDAP-EXPIRED-NO-RESTORE', {
  fires: [
    {
      when: 'an expired relationship is to be extended',
      facts: { gdap: { change: 'autoExtend', status: 'expired' } },
      nextSteps: ['NS-CREATE-NEW-REQUEST'],
    },
    { when: 'a terminated relationship is to be extended', facts: { gdap: { change: 'autoExtend', status: 'terminated' } } },
  ],
  silent: [
    { when: 'the relationship is active', facts: { gdap: { change: 'autoExtend', status: 'active' } } },
    { when: 'the relationship is about to expire', facts: { gdap: { change: 'autoExtend', status: 'expiring' } } },
    { when: 'the relationship is about to be terminated', facts: { gdap: { change: 'autoExtend', status: 'terminating' } } },
  ],
});

testRule('R-GDAP-BULK-25', {
  fires: [
    {
      when: 'extension is switched for 26 relationships in one go',
      facts: { gdap: { change: 'autoExtend', bulkCount: 26 } },
      nextSteps: ['NS-SPLIT-REQUEST'],
    },
  ],
  silent: [
    { when: 'extension is switched for 25 relationships in one go', facts: { gdap: { change: 'autoExtend', bulkCount: 25 } } },
    { when: '26 relationships are ended in one go', facts: { gdap: { change: 'terminate', bulkCount: 26 } } },
  ],
});

testRule('R-GDAP-GROUPS-NEEDED', {
  fires: [
    {
      when: 'the customer approves a granular request',
      facts: { rel: { kind: 'gdap' } },
      nextSteps: ['NS-CUSTOMER-GA-ACCEPTS', 'NS-ASSIGN-GDAP-GROUPS'],
    },
  ],
  silent: [
    { when: 'it is a reseller invitation', facts: { rel: { kind: 'reseller' } }, nextSteps: ['NS-CUSTOMER-GA-ACCEPTS'] },
    { when: 'the approval is refused anyway', facts: { rel: { kind: 'gdap' }, gdap: { requestAgeDays: 91 } } },
  ],
});
