import { testRule } from '../../support/rule-tester.ts';

testRule('R-GDAP-NOT-YET', {
  fires: [{ when: 'a granular relationship is asked for before there are any', nextSteps: ['NS-INCLUDE-DAP-OPTION'] }],
  silent: [],
});

testRule('R-GDAP-NATCLOUD-UNAVAILABLE', {
  fires: [
    { when: 'a granular relationship is asked for in US Government', nextSteps: ['NS-INCLUDE-DAP-OPTION'] },
    {
      when: 'a granular relationship is asked for at 21Vianet',
      cloud: 'china_21v',
      nextSteps: ['NS-INCLUDE-DAP-OPTION'],
    },
    { when: 'a granular relationship is asked for in the German cloud', cloud: 'germany', nextSteps: ['NS-NONE'] },
  ],
  silent: [],
});

testRule('R-GDAP-NATCLOUD-CONFLICT', {
  fires: [
    { when: 'a granular relationship is asked for in US Government', nextSteps: ['NS-ESCALATE-REVIEW'] },
    { when: 'a granular relationship is asked for at 21Vianet', cloud: 'china_21v', nextSteps: ['NS-ESCALATE-REVIEW'] },
    { when: 'a granular relationship is asked for in the German cloud', cloud: 'germany', nextSteps: ['NS-ESCALATE-REVIEW'] },
  ],
  silent: [],
});

testRule('R-GDAP-DURATION', {
  fires: [
    { when: 'it is to last no day', facts: { gdap: { durationDays: 0 } }, nextSteps: ['NS-FIX-REQUEST-FIELDS'] },
    {
      when: 'it is to last a day longer than two years',
      facts: { gdap: { durationDays: 731 } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
  ],
  silent: [
    { when: 'it is to last one day', facts: { gdap: { durationDays: 1 } } },
    { when: 'it is to last two years', facts: { gdap: { durationDays: 730 } } },
  ],
});

testRule('R-GDAP-NAME', {
  fires: [
    { when: 'it has no name', facts: { gdap: { name: null } }, nextSteps: ['NS-FIX-REQUEST-FIELDS'] },
    { when: 'its name is empty', facts: { gdap: { name: '' } } },
    { when: 'its name is nothing but white space', facts: { gdap: { name: ' \t ' } } },
    { when: 'its name has 51 characters', facts: { gdap: { name: 'x'.repeat(51) } }, nextSteps: ['NS-FIX-REQUEST-FIELDS'] },
    { when: 'its name has 26 emoji, which count double', facts: { gdap: { name: '🤝'.repeat(26) } } },
    {
      when: 'another relationship of the partner has that name',
      facts: { gdap: { nameInUse: true } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
  ],
  silent: [
    { when: 'its name is short and unused', facts: { gdap: { name: 'x', nameInUse: false } } },
    { when: 'its name has 50 characters', facts: { gdap: { name: 'x'.repeat(50) } } },
    { when: 'its name has 25 emoji', facts: { gdap: { name: '🤝'.repeat(25) } } },
  ],
});

testRule('R-GDAP-ROLES', {
  fires: [
    { when: 'no role is asked for', facts: { gdap: { roles: [] } }, nextSteps: ['NS-FIX-REQUEST-FIELDS'] },
    {
      when: 'a custom role is among the roles',
      facts: { gdap: { roles: ['directory_readers', 'custom:ticket_desk'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
  ],
  silent: [
    { when: 'one built-in role is asked for', facts: { gdap: { roles: ['directory_readers'] } } },
    {
      when: 'several built-in roles are asked for',
      facts: { gdap: { roles: ['directory_readers', 'service_support_administrator'] } },
    },
  ],
});

testRule('R-GDAP-LEAST-PRIVILEGE', {
  fires: [
    {
      when: 'Global Administrator is among the roles',
      facts: { gdap: { roles: ['directory_readers', 'global_administrator'] } },
      nextSteps: ['NS-SEND-GDAP-INVITE', 'NS-CUSTOMER-GA-ACCEPTS', 'NS-ASSIGN-GDAP-GROUPS'],
    },
  ],
  silent: [{ when: 'only a lesser role is asked for', facts: { gdap: { roles: ['global_reader'] } } }],
});

testRule('R-GDAP-AUTOEXTEND-GA', {
  fires: [
    {
      when: 'a relationship with Global Administrator is to extend itself',
      facts: { gdap: { autoExtend: 'P180D', roles: ['directory_readers', 'global_administrator'] } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
    {
      when: 'it is to extend itself by another length',
      facts: { gdap: { autoExtend: 'P90D', roles: ['global_administrator'] } },
    },
    {
      when: 'extension is switched on later while Global Administrator is among the roles',
      flow: 'gdap_change',
      facts: { gdap: { change: 'autoExtend', autoExtend: 'P180D', roles: ['global_administrator'], status: 'active' } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
  ],
  silent: [
    { when: 'extension is off, as no seconds', facts: { gdap: { autoExtend: 'PT0S', roles: ['global_administrator'] } } },
    { when: 'extension is off, as no days', facts: { gdap: { autoExtend: 'P0D', roles: ['global_administrator'] } } },
    { when: 'extension is not mentioned', facts: { gdap: { autoExtend: null, roles: ['global_administrator'] } } },
    {
      when: 'Global Administrator is not among the roles',
      facts: { gdap: { autoExtend: 'P180D', roles: ['directory_readers'] } },
    },
    {
      when: 'Global Administrator is taken out of a relationship that does not extend itself',
      flow: 'gdap_change',
      facts: { gdap: { change: 'removeGlobalAdministrator', roles: ['directory_readers'], status: 'active' } },
      nextSteps: ['NS-NONE'],
    },
  ],
});

testRule('R-GDAP-AUTOEXTEND-VALUE', {
  fires: [
    {
      when: 'it is to extend itself by 90 days',
      facts: { gdap: { autoExtend: 'P90D' } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
    {
      when: 'extension by a year is switched on later',
      flow: 'gdap_change',
      facts: { gdap: { change: 'autoExtend', autoExtend: 'P1Y', status: 'active' } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
  ],
  silent: [
    { when: 'extension is off, as no seconds', facts: { gdap: { autoExtend: 'PT0S' } } },
    { when: 'extension is off, as no days', facts: { gdap: { autoExtend: 'P0D' } } },
    { when: 'it is to extend itself by 180 days', facts: { gdap: { autoExtend: 'P180D' } } },
    { when: 'extension is not mentioned', facts: { gdap: { autoExtend: null } } },
  ],
});

testRule('R-GDAP-AUTOEXTEND-NOT-YET', {
  fires: [
    {
      when: 'it is to extend itself before there is automatic extension',
      facts: { gdap: { autoExtend: 'P180D' } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
    {
      when: 'extension is switched on later, before there is any',
      flow: 'gdap_change',
      facts: { gdap: { change: 'autoExtend', autoExtend: 'P180D', status: 'active' } },
      nextSteps: ['NS-FIX-REQUEST-FIELDS'],
    },
  ],
  silent: [
    { when: 'extension is off, as no seconds', facts: { gdap: { autoExtend: 'PT0S' } } },
    { when: 'extension is off, as no days', facts: { gdap: { autoExtend: 'P0D' } } },
    { when: 'extension is not mentioned', facts: { gdap: { autoExtend: null } } },
  ],
});

testRule('R-GDAP-NO-EA', {
  fires: [
    {
      when: 'it is wanted for subscriptions of an Enterprise Agreement',
      facts: { item: { boughtFrom: 'ea' } },
      nextSteps: ['NS-NONE'],
    },
  ],
  silent: [
    { when: 'the subscriptions come from another CSP partner', facts: { item: { boughtFrom: 'other_csp' } } },
    { when: 'it is about no particular subscription', facts: { item: { boughtFrom: null } } },
  ],
});

testRule('R-GDAP-NO-EFFECT-ON-SUBS', {
  fires: [{ when: 'a granular relationship is asked for' }],
  silent: [],
});

testRule('R-GDAP-AZURE-NEEDS-MORE', {
  fires: [
    {
      when: 'it is wanted for Azure and there is no reseller relationship',
      facts: { gdap: { purpose: 'azure' }, rel: { reseller: 'none' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-SEND-GDAP-INVITE', 'NS-CUSTOMER-GA-ACCEPTS', 'NS-ASSIGN-GDAP-GROUPS'],
    },
    {
      when: 'it is wanted for Azure and the reseller relationship is not accepted yet',
      facts: { gdap: { purpose: 'azure' }, rel: { reseller: 'pending' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-SEND-GDAP-INVITE', 'NS-CUSTOMER-GA-ACCEPTS', 'NS-ASSIGN-GDAP-GROUPS'],
    },
    {
      when: 'it is wanted for Azure and the group is not nested in Admin Agents',
      facts: { gdap: { purpose: 'azure', azureGroupNested: false } },
      nextSteps: ['NS-SEND-GDAP-INVITE', 'NS-CUSTOMER-GA-ACCEPTS', 'NS-ASSIGN-GDAP-GROUPS'],
    },
    {
      when: 'it is wanted for Azure and nothing is said about the group',
      facts: { gdap: { purpose: 'azure', azureGroupNested: null } },
    },
  ],
  silent: [
    { when: 'relationship and nested group are there', facts: { gdap: { purpose: 'azure', azureGroupNested: true } } },
    {
      when: 'it is wanted for something else',
      facts: { gdap: { purpose: 'other', azureGroupNested: false }, rel: { reseller: 'none' } },
    },
    {
      when: 'its purpose is not said',
      facts: { gdap: { purpose: null, azureGroupNested: false }, rel: { reseller: 'none' } },
    },
  ],
});
