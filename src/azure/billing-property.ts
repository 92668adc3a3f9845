import * as z from 'zod';
import { ask, byId, notAnId } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { maybe, record, word } from '../wire/shapes.ts';

const agreements = [
  'MicrosoftPartnerAgreement',
  'MicrosoftCustomerAgreement',
  'EnterpriseAgreement',
  'MicrosoftOnlineServicesProgram',
  'Other',
] as const;
export type Agreement = (typeof agreements)[number] | 'unrecognised';

const BillingAnswer = record({
  properties: record({
    billingAccountAgreementType: maybe(word(agreements)),
    billingAccountDisplayName: maybe(z.string()),
    customerDisplayName: maybe(z.string()),
    skuDescription: maybe(z.string()),
    subscriptionBillingStatus: maybe(z.string()),
  }),
}).transform(({ properties: said }) => ({
  agreement: said.billingAccountAgreementType,
  account: said.billingAccountDisplayName,
  customer: said.customerDisplayName,
  sku: said.skuDescription,
  status: said.subscriptionBillingStatus,
}));
export type BillingProperty = z.output<typeof BillingAnswer>;

/** Under which agreement a subscription is billed, as the customer's side sees it. */
export const createBillingProperties = (service: Service) => ({
  get: async (customer: string, subscription: string): Promise<Sent<BillingProperty>> =>
    byId`${customer}` === null
      ? notAnId()
      : ask(service, {
          method: 'GET',
          path: byId`/subscriptions/${subscription}/providers/Microsoft.Billing/billingProperty/default`,
          query: { 'api-version': '2024-04-01' },
          tenant: customer,
          answer: BillingAnswer,
        }),
});
