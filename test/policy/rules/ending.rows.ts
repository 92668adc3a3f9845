import { testRule } from '../../support/rule-tester.ts';

/** At the partner, removing a relationship is a task of its Global admin. */
const globalAdmin = { side: 'partner', role: 'global_admin' };
const customer = { side: 'customer', role: 'global_admin', is: 'customer' };

testRule('R-SUPPORT-NEEDS-PERMISSION', {
  fires: [
    { when: 'the partner holds no permission at all', nextSteps: ['NS-INCLUDE-DAP-OPTION'] },
    { when: 'granular relationships do not exist yet', asOf: '2022-01-31', nextSteps: ['NS-INCLUDE-DAP-OPTION'] },
    { when: 'granular relationships exist', asOf: '2022-02-01', nextSteps: ['NS-ADD-GDAP'] },
    { when: 'they exist, but it is US Government', cloud: 'us_gov', asOf: '2022-02-01', nextSteps: ['NS-INCLUDE-DAP-OPTION'] },
    {
      when: 'the granular relationship with the right role has expired',
      asOf: '2023-10-12',
      facts: { rel: { gdap: 'expired', gdapRoles: ['service_support_administrator'] } },
      nextSteps: ['NS-ADD-GDAP'],
    },
    {
      when: 'the granular relationship with the right role still waits for approval',
      asOf: '2023-10-12',
      facts: { rel: { gdap: 'approvalPending', gdapRoles: ['service_support_administrator'] } },
    },
    {
      when: 'the active granular relationship grants another role only',
      asOf: '2023-10-12',
      facts: { rel: { gdap: 'active', gdapRoles: ['directory_readers'] } },
      nextSteps: ['NS-ADD-GDAP'],
    },
    { when: 'the active granular relationship grants no role', facts: { rel: { gdap: 'active', gdapRoles: [] } } },
  ],
  silent: [
    { when: 'the partner holds delegated administration', facts: { rel: { dap: true } }, nextSteps: ['NS-OPEN-SERVICE-REQUEST'] },
    {
      when: 'Service Support Administrator is among the granted roles',
      asOf: '2023-10-12',
      facts: { rel: { gdap: 'active', gdapRoles: ['directory_readers', 'service_support_administrator'] } },
      nextSteps: ['NS-OPEN-SERVICE-REQUEST'],
    },
  ],
});

testRule('R-SUPPORT-OLD-CONFLICT', {
  fires: [
    { when: 'the customer withdrew the permissions', nextSteps: ['NS-ESCALATE-REVIEW'] },
    { when: 'the same happens in US Government', cloud: 'us_gov', nextSteps: ['NS-ESCALATE-REVIEW'] },
  ],
  silent: [{ when: 'the permissions are there', facts: { rel: { dap: true } }, nextSteps: ['NS-OPEN-SERVICE-REQUEST'] }],
});

testRule('R-21V-SUPPORT', {
  fires: [
    { when: 'a ticket is wanted at 21Vianet', nextSteps: ['NS-CONTACT-21V-SUPPORT'] },
    { when: 'the partner administers the customer there', facts: { rel: { dap: true } }, nextSteps: ['NS-CONTACT-21V-SUPPORT'] },
  ],
  silent: [],
});

testRule('R-END-ACTIVE-ITEMS', {
  fires: [
    {
      when: 'one subscription is still active',
      facts: { actor: globalAdmin, end: { activeSubscriptions: 1 } },
      nextSteps: ['NS-SUSPEND-AND-CANCEL-FIRST'],
    },
    {
      when: 'one reservation is left',
      facts: { actor: globalAdmin, end: { reservations: 1 } },
      nextSteps: ['NS-SUSPEND-AND-CANCEL-FIRST'],
    },
    {
      when: 'one software purchase is left',
      facts: { actor: globalAdmin, end: { software: 1 } },
      nextSteps: ['NS-SUSPEND-AND-CANCEL-FIRST'],
    },
    {
      when: 'all that is active is new commerce that can no longer be cancelled',
      asOf: '2022-01-10',
      facts: { actor: globalAdmin, end: { activeSubscriptions: 2, nceOutsideWindow: 2 } },
      nextSteps: ['NS-WAIT-TERM-END'],
    },
    {
      when: 'one of the two active ones can still be cancelled',
      asOf: '2022-01-10',
      facts: { actor: globalAdmin, end: { activeSubscriptions: 2, nceOutsideWindow: 1 } },
      nextSteps: ['NS-SUSPEND-AND-CANCEL-FIRST', 'NS-WAIT-TERM-END'],
    },
    {
      when: 'a reservation is left beside new commerce that can no longer be cancelled',
      asOf: '2022-01-10',
      facts: { actor: globalAdmin, end: { activeSubscriptions: 1, nceOutsideWindow: 1, reservations: 1 } },
      nextSteps: ['NS-SUSPEND-AND-CANCEL-FIRST', 'NS-WAIT-TERM-END'],
    },
    {
      when: 'a software purchase is left beside new commerce that can no longer be cancelled',
      asOf: '2022-01-10',
      facts: { actor: globalAdmin, end: { activeSubscriptions: 1, nceOutsideWindow: 1, software: 1 } },
      nextSteps: ['NS-SUSPEND-AND-CANCEL-FIRST', 'NS-WAIT-TERM-END'],
    },
    {
      when: 'the partner only means to drop the admin roles',
      facts: { actor: globalAdmin, end: { what: 'admin_roles', activeSubscriptions: 1 } },
    },
  ],
  silent: [
    { when: 'nothing is active any more', facts: { actor: globalAdmin }, nextSteps: ['NS-NONE'] },
    {
      when: 'the customer takes the admin roles away',
      facts: { actor: customer, end: { what: 'admin_roles', activeSubscriptions: 1, reservations: 1, software: 1 } },
      nextSteps: ['NS-CUSTOMER-REMOVES-ROLES'],
    },
  ],
});

testRule('R-END-NCE-LEAVE', {
  fires: [
    {
      when: 'one new-commerce item can no longer be cancelled',
      facts: { actor: globalAdmin, end: { activeSubscriptions: 1, nceOutsideWindow: 1 } },
    },
    {
      when: 'it is the customer that wants to end',
      facts: { actor: customer, end: { activeSubscriptions: 1, nceOutsideWindow: 1 } },
    },
  ],
  silent: [{ when: 'everything active can still be cancelled', facts: { actor: globalAdmin, end: { activeSubscriptions: 1 } } }],
});

testRule('R-END-CUSTOMER-CANT', {
  fires: [
    {
      when: 'the customer wants to delete the reseller relationship',
      facts: { actor: customer },
      nextSteps: ['NS-ASK-PARTNER-TO-END', 'NS-CUSTOMER-REMOVES-ROLES'],
    },
  ],
  silent: [
    { when: 'the partner ends it', facts: { actor: globalAdmin } },
    {
      when: 'the customer only takes the admin roles away',
      facts: { actor: customer, end: { what: 'admin_roles' } },
      nextSteps: ['NS-CUSTOMER-REMOVES-ROLES'],
    },
    {
      when: 'it is about a partnership of reseller and provider',
      facts: { actor: customer, end: { what: 'indirect_reseller_partnership' } },
    },
  ],
});

testRule('R-END-CUSTOMER-ROLES-OK', {
  fires: [
    {
      when: 'the customer takes the admin roles away',
      facts: { actor: customer, end: { what: 'admin_roles' } },
      nextSteps: ['NS-CUSTOMER-REMOVES-ROLES'],
    },
    { when: 'the customer is one of 21Vianet', cloud: 'china_21v', facts: { actor: customer, end: { what: 'admin_roles' } } },
  ],
  silent: [
    { when: 'the partner gives the roles back', facts: { actor: globalAdmin, end: { what: 'admin_roles' } } },
    { when: 'the customer wants to end the whole relationship', facts: { actor: customer } },
    {
      when: 'it is about a partnership of reseller and provider',
      facts: { actor: customer, end: { what: 'indirect_reseller_partnership' } },
    },
  ],
});

testRule('R-IR-END-DAP-CONFLICT', {
  fires: [
    {
      when: 'reseller and provider end their partnership',
      facts: { actor: globalAdmin, end: { what: 'indirect_reseller_partnership' } },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
  ],
  silent: [
    { when: 'the relationship with the customer ends', facts: { actor: globalAdmin } },
    { when: 'only the admin roles go', facts: { actor: globalAdmin, end: { what: 'admin_roles' } } },
  ],
});

testRule('R-PAL-NO-PERMISSIONS', {
  fires: [
    { when: 'the partner links its ID to its own account', facts: { recog: { kind: 'pal' } }, nextSteps: ['NS-NONE'] },
    { when: 'the customer asks about it', facts: { actor: customer, recog: { kind: 'pal' } } },
  ],
  silent: [
    { when: 'it is about the digital partner of record', facts: { recog: { kind: 'dpor' } } },
    { when: 'it is about the claiming partner of record', facts: { recog: { kind: 'cpor' } } },
  ],
});

testRule('R-DPOR-CUSTOMER-ASSIGNS', {
  fires: [
    {
      when: 'the partner wants to make itself the digital partner of record',
      facts: { recog: { kind: 'dpor' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE'],
    },
  ],
  silent: [
    { when: 'the customer assigns it', facts: { actor: customer, recog: { kind: 'dpor' } }, nextSteps: ['NS-NONE'] },
    { when: 'the partner links its ID instead', facts: { recog: { kind: 'pal' } } },
    { when: 'the partner claims to be partner of record', facts: { recog: { kind: 'cpor' } } },
  ],
});
