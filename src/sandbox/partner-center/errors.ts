import type { Reply } from '../exchange.ts';

interface Particulars {
  readonly source?: string;
  readonly data?: readonly string[];
}

/** An error as Partner Center words it. Some of its services number their codes instead of spelling them. */
export const refusal = (
  status: number,
  code: string | number,
  description: string,
  { source = 'PartnerApiServiceCore', data = [] }: Particulars = {},
): Reply => ({ status, body: { code, description, data, source } });

/** What it says no with, by what is the matter. */
export const refusals = {
  accessDenied: () => refusal(401, '400', 'Access denied'),
  wrongAudience: (audience: string) =>
    refusal(401, '900420', `The access token audience is not accepted. Request a token for ${audience}.`),
  appOnly: () => refusal(403, '900329', 'This resource does not support application-only authentication.'),
  conditionalAccess: () => refusal(403, '900309', 'Access was blocked: the token does not show multifactor authentication.'),
  role: () => refusal(403, '900150', "The supplied role doesn't have the rights to perform the requested operation"),
  privilege: () => refusal(403, '900308', 'The caller lacks the privileges for this operation in the customer tenant.'),
  notFound: () => refusal(404, '1000', 'Not found'),
  notTaken: (what: string) => refusal(501, '800003', `${what} are not taken here.`),
  badInput: (what: string) => refusal(400, '800002', what),
  staleEtag: () => refusal(400, '2055', 'Etag is no longer valid'),
  noCommerceRelationship: (partner: string, customer: string) =>
    refusal(403, '20002', `The partner ID ${partner} has no commerce relationship with the customer ID ${customer}.`),
  noCommerceRelationshipForAzure: () => refusal(403, '900159', 'Partner has no commerce relationship with the customer.'),
  activeSubscriptions: () =>
    refusal(400, '800040', 'The relationship cannot be removed while the customer has active subscriptions.'),
  subscriptionNotFound: (id: string) => refusal(404, '20003', `Subscription with ID ${id} not found.`),
  entitlementNotFound: () => refusal(404, '800111', "Azure subscription with the given entitlement ID isn't found."),
  programmeNotActive: () => refusal(403, '900149', "The partner's program status isn't active."),
  agreementMissing: () => refusal(403, '13605', 'Confirmation of the Microsoft Customer Agreement is missing for this customer.'),
  agreementRecorded: () => refusal(400, '600061', 'The agreement acceptance was already recorded for this customer.'),
  underReview: () => refusal(403, '800073', 'Your customer account is currently under review. Check back in few days.'),
  notApproved: () => refusal(403, '800075', 'Your customer account has not been approved.'),
  consentExists: () => refusal(409, '1000', 'Permission entry already exists.'),
} as const;
