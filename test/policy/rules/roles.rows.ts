import { testRule } from '../../support/rule-tester.ts';

testRule('R-ROLE-REQ-DENY', {
  fires: [
    {
      when: 'a Helpdesk agent asks for the relationship',
      asOf: '2018-11-01',
      facts: { actor: { role: 'helpdesk_agent' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE'],
    },
    { when: 'a Billing admin asks', facts: { actor: { role: 'billing_admin' } } },
    { when: 'somebody without any role asks', facts: { actor: { role: 'none' } } },
  ],
  silent: [
    { when: 'an Admin agent asks', facts: { actor: { role: 'admin_agent' } } },
    { when: 'a Sales agent asks', facts: { actor: { role: 'sales_agent' } } },
    { when: 'a Global admin asks', facts: { actor: { role: 'global_admin' } } },
    { when: 'a Billing agent asks, who is not a Billing admin', facts: { actor: { role: 'billing_agent' } } },
  ],
});

testRule('R-ROLE-REQ-CONFLICT', {
  fires: [
    {
      when: 'a User management admin asks, whom only some pages name',
      facts: { actor: { role: 'user_mgmt_admin' } },
      nextSteps: ['NS-ESCALATE-REVIEW', 'NS-ASK-RIGHT-ROLE'],
    },
    { when: 'an Account admin asks', facts: { actor: { role: 'account_admin' } } },
    { when: 'a Billing agent asks', facts: { actor: { role: 'billing_agent' } } },
    {
      when: 'a Global admin asks on the day from which the page with the steps names the Admin agent',
      asOf: '2023-06-05',
      facts: { actor: { role: 'global_admin' } },
      nextSteps: ['NS-ESCALATE-REVIEW', 'NS-ASK-RIGHT-ROLE'],
    },
  ],
  silent: [
    { when: 'a Global admin asks the day before', asOf: '2023-06-04', facts: { actor: { role: 'global_admin' } } },
    { when: 'an Admin agent asks', asOf: '2023-06-05', facts: { actor: { role: 'admin_agent' } } },
    { when: 'a Sales agent asks', asOf: '2023-06-05', facts: { actor: { role: 'sales_agent' } } },
    {
      when: 'a Helpdesk agent asks, who is refused outright',
      facts: { actor: { role: 'helpdesk_agent' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE'],
    },
  ],
});

testRule('R-ROLE-SALES-DAP', {
  fires: [
    {
      when: 'a Sales agent asks for delegated administration as well',
      facts: { actor: { role: 'sales_agent' }, req: { includeDap: true } },
      nextSteps: ['NS-ADMIN-APPROVAL', 'NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
    {
      when: 'it happens at 21Vianet after the global cloud gave delegated administration up',
      cloud: 'china_21v',
      asOf: '2023-10-09',
      facts: { actor: { role: 'sales_agent' }, req: { includeDap: true } },
      nextSteps: ['NS-ADMIN-APPROVAL', 'NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
  ],
  silent: [
    {
      when: 'an Admin agent asks for it',
      facts: { actor: { role: 'admin_agent' }, req: { includeDap: true } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
    {
      when: 'a Sales agent asks for the reseller tie alone',
      asOf: '2018-11-01',
      facts: { actor: { role: 'sales_agent' }, req: { includeDap: false }, rel: { reseller: 'none' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
  ],
});

testRule('R-ROLE-GDAP', {
  fires: [
    {
      when: 'a Sales agent submits the granular request',
      flow: 'gdap_request',
      facts: { actor: { side: 'partner', role: 'sales_agent' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE', 'NS-ADMIN-APPROVAL'],
    },
    {
      when: 'a Global admin of the partner submits it',
      facts: { actor: { side: 'partner', role: 'global_admin' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE'],
    },
    {
      when: 'a Sales agent changes a granular relationship',
      flow: 'gdap_change',
      facts: { actor: { side: 'partner', role: 'sales_agent' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE', 'NS-ADMIN-APPROVAL'],
    },
    {
      when: 'a Helpdesk agent ends one',
      flow: 'gdap_change',
      facts: { actor: { side: 'partner', role: 'helpdesk_agent' }, gdap: { change: 'terminate', status: 'active' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE'],
    },
  ],
  silent: [
    { when: 'an Admin agent submits it', facts: { actor: { side: 'partner', role: 'admin_agent' } } },
    {
      when: 'an Admin agent changes it',
      flow: 'gdap_change',
      facts: { actor: { side: 'partner', role: 'admin_agent' } },
      nextSteps: ['NS-NONE'],
    },
    {
      when: 'the customer ends it',
      flow: 'gdap_change',
      facts: { actor: { side: 'customer', role: 'global_admin' }, gdap: { change: 'terminate', status: 'active' } },
    },
  ],
});

testRule('R-ROLE-GDAP-GROUPS', {
  fires: [
    { when: 'a Sales agent maps groups to roles', facts: { actor: { role: 'sales_agent' } }, nextSteps: ['NS-ASK-RIGHT-ROLE'] },
    { when: 'a Helpdesk agent does', facts: { actor: { role: 'helpdesk_agent' } }, nextSteps: ['NS-ASK-RIGHT-ROLE'] },
  ],
  silent: [
    { when: 'a Global admin does', facts: { actor: { role: 'global_admin' } }, nextSteps: ['NS-ASSIGN-GDAP-GROUPS'] },
    { when: 'a User management admin does', facts: { actor: { role: 'user_mgmt_admin' } } },
    { when: 'an Admin agent does', facts: { actor: { role: 'admin_agent' } } },
  ],
});

testRule('R-ROLE-SWITCH-LEGACY', {
  fires: [
    {
      when: 'a Sales agent handles the manual switch',
      facts: { actor: { side: 'partner', role: 'sales_agent' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE'],
    },
    { when: 'a Billing agent does', facts: { actor: { side: 'partner', role: 'billing_agent' } } },
  ],
  silent: [
    { when: 'a Global admin does', facts: { actor: { side: 'partner', role: 'global_admin' } } },
    { when: 'an Admin agent does', facts: { actor: { side: 'partner', role: 'admin_agent' } } },
    { when: "the step is the customer's", facts: { actor: { side: 'customer', role: 'billing_admin', is: 'customer' } } },
  ],
});

testRule('R-ROLE-AZPLAN-XFER', {
  fires: [
    {
      when: 'a Helpdesk agent handles the transfer',
      facts: { actor: { side: 'partner', role: 'helpdesk_agent' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE'],
    },
    {
      when: 'a User management admin does, whom no page ever named',
      asOf: '2023-09-13',
      facts: { actor: { side: 'partner', role: 'user_mgmt_admin' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE'],
    },
    {
      when: 'a Sales agent does on the day from which only the Admin agent may',
      asOf: '2023-09-14',
      facts: { actor: { side: 'partner', role: 'sales_agent' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE', 'NS-ADMIN-APPROVAL'],
    },
    {
      when: 'a Global admin does on that day',
      asOf: '2023-09-14',
      facts: { actor: { side: 'partner', role: 'global_admin' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE'],
    },
    { when: 'an Account admin does on that day', asOf: '2023-09-14', facts: { actor: { side: 'partner', role: 'account_admin' } } },
    { when: 'a Billing agent does on that day', asOf: '2023-09-14', facts: { actor: { side: 'partner', role: 'billing_agent' } } },
  ],
  silent: [
    { when: 'a Sales agent does the day before', asOf: '2023-09-13', facts: { actor: { side: 'partner', role: 'sales_agent' } } },
    { when: 'a Global admin does the day before', asOf: '2023-09-13', facts: { actor: { side: 'partner', role: 'global_admin' } } },
    {
      when: 'an Account admin does the day before',
      asOf: '2023-09-13',
      facts: { actor: { side: 'partner', role: 'account_admin' } },
    },
    {
      when: 'a Billing agent does the day before',
      asOf: '2023-09-13',
      facts: { actor: { side: 'partner', role: 'billing_agent' } },
    },
    { when: 'an Admin agent does the day before', asOf: '2023-09-13', facts: { actor: { side: 'partner', role: 'admin_agent' } } },
    { when: 'an Admin agent does on that day', asOf: '2023-09-14', facts: { actor: { side: 'partner', role: 'admin_agent' } } },
    {
      when: "the customer's User administrator acts the day before",
      asOf: '2023-09-13',
      facts: { actor: { side: 'customer', role: 'user_administrator', is: 'customer' } },
    },
    {
      when: "the customer's Global admin acts on that day",
      asOf: '2023-09-14',
      facts: { actor: { side: 'customer', role: 'global_admin', is: 'customer' } },
    },
  ],
});

testRule('R-ROLE-LIC-XFER', {
  fires: [
    {
      when: 'a Sales agent handles the licence transfer',
      facts: { actor: { side: 'partner', role: 'sales_agent' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE', 'NS-ADMIN-APPROVAL'],
    },
    {
      when: 'a Global admin of the partner does',
      facts: { actor: { side: 'partner', role: 'global_admin' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE'],
    },
  ],
  silent: [
    { when: 'an Admin agent does', facts: { actor: { side: 'partner', role: 'admin_agent' } } },
    {
      when: "the customer's Global admin acts",
      facts: { actor: { side: 'customer', role: 'global_admin', is: 'customer' } },
    },
  ],
});

testRule('R-ACCEPT-GLOBAL-ADMIN', {
  fires: [
    {
      when: "the customer's User administrator accepts",
      facts: { actor: { side: 'customer', role: 'user_administrator' } },
      nextSteps: ['NS-CUSTOMER-GA-ACCEPTS'],
    },
    { when: "the customer's Billing admin accepts", facts: { actor: { side: 'customer', role: 'billing_admin' } } },
    {
      when: 'an ordinary user of the customer accepts a granular request',
      asOf: '2022-02-01',
      facts: { actor: { side: 'customer', role: 'none' }, rel: { kind: 'gdap' } },
      nextSteps: ['NS-CUSTOMER-GA-ACCEPTS'],
    },
  ],
  silent: [
    { when: "the customer's Global admin accepts", facts: { actor: { side: 'customer', role: 'global_admin' } } },
    { when: 'the partner accepts, which is another wrong', facts: { actor: { side: 'partner', role: 'admin_agent' } } },
  ],
});

testRule('R-NO-PROXY-ACCEPT', {
  fires: [
    {
      when: 'an Admin agent of the partner accepts for the customer',
      facts: { actor: { side: 'partner', role: 'admin_agent', is: 'target_partner' } },
      nextSteps: ['NS-CUSTOMER-GA-ACCEPTS'],
    },
    { when: 'even a Global admin of the partner does', facts: { actor: { side: 'partner', role: 'global_admin' } } },
  ],
  silent: [
    {
      when: 'the customer accepts itself',
      facts: { actor: { side: 'customer', role: 'global_admin' } },
      nextSteps: ['NS-CUSTOMER-GA-ACCEPTS'],
    },
  ],
});

testRule('R-ROLE-REMOVE-REL', {
  fires: [
    {
      when: 'an Admin agent removes the reseller relationship',
      facts: { actor: { side: 'partner', role: 'admin_agent' } },
      nextSteps: ['NS-ASK-RIGHT-ROLE'],
    },
    { when: 'a Sales agent removes it', facts: { actor: { side: 'partner', role: 'sales_agent' } } },
  ],
  silent: [
    { when: 'a Global admin of the partner removes it', facts: { actor: { side: 'partner', role: 'global_admin' } } },
    {
      when: 'the customer takes admin roles away',
      facts: { actor: { side: 'customer', role: 'user_administrator', is: 'customer' }, end: { what: 'admin_roles' } },
      nextSteps: ['NS-CUSTOMER-REMOVES-ROLES'],
    },
  ],
});
