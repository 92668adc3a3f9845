/** Where webhooks say that granular admin relationships live. It is a name: nothing is fetched there. */
export const PARTNER_PORTAL = 'https://partner.microsoft.com';
