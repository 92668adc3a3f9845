import { testRule } from '../../support/rule-tester.ts';

testRule('R-LINK-KEEP', {
  fires: [
    { when: 'the link was taken out of the message', facts: { msg: { linkState: 'removed' } }, nextSteps: ['NS-RESTORE-LINK'] },
    { when: 'the link was altered', facts: { msg: { linkState: 'altered' } }, nextSteps: ['NS-RESTORE-LINK'] },
    { when: 'the link was shortened', facts: { msg: { linkState: 'shortened' } }, nextSteps: ['NS-RESTORE-LINK'] },
  ],
  silent: [
    {
      when: 'the link stands as generated',
      facts: { msg: { linkState: 'intact' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
  ],
});

testRule('R-MSG-EDITABLE', {
  fires: [{ when: 'the text was rewritten around the link', facts: { msg: { edited: true, linkState: 'intact' } } }],
  silent: [
    { when: 'the text stands as generated', facts: { msg: { edited: false, linkState: 'intact' } } },
    { when: 'the link was removed with the text', facts: { msg: { edited: true, linkState: 'removed' } } },
    { when: 'the link was altered with the text', facts: { msg: { edited: true, linkState: 'altered' } } },
    { when: 'the link was shortened with the text', facts: { msg: { edited: true, linkState: 'shortened' } } },
  ],
});

testRule('R-21V-MSG-TWO-PARAGRAPHS', {
  fires: [
    {
      when: 'the third paragraph was changed',
      facts: { msg: { edited: true, editedParagraphs: [3] } },
      nextSteps: ['NS-RESTORE-LINK'],
    },
    {
      when: 'a later paragraph was changed along with the first two',
      facts: { msg: { edited: true, editedParagraphs: [1, 2, 5] } },
      nextSteps: ['NS-RESTORE-LINK'],
    },
  ],
  silent: [
    {
      when: 'only the first two paragraphs were changed',
      facts: { msg: { edited: true, editedParagraphs: [1, 2] } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
    { when: 'no changed paragraph is named', facts: { msg: { edited: true, editedParagraphs: [] } } },
    { when: 'the text is said to be unchanged', facts: { msg: { edited: false, editedParagraphs: [3] } } },
  ],
});

testRule('R-LINK-REUSABLE', {
  fires: [
    {
      when: 'a reseller link goes to a second customer',
      facts: { msg: { linkKind: 'reseller', reuseForOtherCustomer: true } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
  ],
  silent: [
    { when: 'a reseller link goes to one customer', facts: { msg: { linkKind: 'reseller', reuseForOtherCustomer: false } } },
    { when: 'a granular link goes to a second customer', facts: { msg: { linkKind: 'gdap', reuseForOtherCustomer: true } } },
  ],
});

testRule('R-LINK-HOST', {
  fires: [
    {
      when: 'the host only looks like the documented one',
      facts: { msg: { linkHost: 'admin.microsoft.com.example.net' } },
      nextSteps: ['NS-RESTORE-LINK'],
    },
    { when: 'the host is another one of Microsoft', facts: { msg: { linkHost: 'partner.microsoft.com' } } },
    { when: 'the host lies below the documented one', facts: { msg: { linkHost: 'www.portal.office.com' } } },
    {
      when: 'the host is the Microsoft Store for Business, where invitations of 2019 ended only after the redirect',
      asOf: '2019-06-01',
      facts: { msg: { linkHost: 'businessstore.microsoft.com' } },
    },
  ],
  silent: [
    {
      when: 'the host is admin.microsoft.com',
      facts: { msg: { linkHost: 'admin.microsoft.com' } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
    { when: 'the host is portal.office.com', facts: { msg: { linkHost: 'portal.office.com' } } },
    { when: 'there is no link to look at', facts: { msg: { linkHost: null } } },
  ],
});

testRule('R-LINK-HOST-NATIONAL', {
  fires: [
    {
      when: "the host is not on the operator's list",
      facts: { msg: { hostAllowListed: false } },
      nextSteps: ['NS-ESCALATE-REVIEW'],
    },
    { when: 'nobody has looked whether it is', facts: { msg: { hostAllowListed: null } }, nextSteps: ['NS-ESCALATE-REVIEW'] },
    { when: 'it is not on the list at 21Vianet', cloud: 'china_21v', facts: { msg: { hostAllowListed: false } } },
    { when: 'it is not on the list in Germany', cloud: 'germany', facts: { msg: { hostAllowListed: false } } },
  ],
  silent: [
    {
      when: 'the host is on the list',
      facts: { msg: { hostAllowListed: true } },
      nextSteps: ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'],
    },
  ],
});
