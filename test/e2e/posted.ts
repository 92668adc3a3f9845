import { happens } from '../support/cases.ts';

/** Until its invitation has gone out to the customer. */
export const invited = [
  happens('case-opened', '03-02 09:00'),
  happens('case-approved', '03-02 12:00'),
  happens('invitation-prepared', '03-02 12:01', { what: 'reseller', link: 'https://admin.microsoft.com/reseller' }),
  happens('invitation-prepared', '03-02 12:02'),
  happens('invitation-ready', '03-02 12:02'),
  happens('letter-sent', '03-02 12:03'),
] as const;
