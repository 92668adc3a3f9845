import type { Reply } from '../exchange.ts';
import type { Call } from '../routing.ts';
import type { AzureSubscription, Customer, World } from '../world.ts';
import type { Reached } from './caller.ts';

const INDIVIDUAL = 'MicrosoftOnlineServicesProgram';

/** Whoever pays: the partner, the person who signed up, or the company. */
const payerOf = (world: World, customer: Customer, { agreementType, seller }: AzureSubscription) => {
  const partner = seller === null ? undefined : world.partners.get(seller);
  if (partner !== undefined) return { type: 'Partner', name: partner.name, country: partner.country };
  const { admin, name, country } = customer;
  if (agreementType === INDIVIDUAL) return { type: 'Individual', name: `${admin.firstName} ${admin.lastName}`, country };
  return { type: 'Enterprise', name, country };
};

const ofPlan = { skuDescription: 'Microsoft Azure Plan', skuId: '0001' };

/** Azure of the old kind is below no plan. */
const partnerPart = ({ name, subscriptions }: Customer, { planId }: AzureSubscription) => ({
  customerDisplayName: name,
  ...(subscriptions.find(({ id }) => id === planId)?.kind !== 'azure-legacy' && ofPlan),
});

/** Under which agreement a subscription is paid, and by whom. */
export const getBillingProperty = ({ world }: Call, { customer, subscription }: Reached): Reply => {
  const payer = payerOf(world, customer, subscription);
  return {
    status: 200,
    body: {
      id: `/subscriptions/${subscription.id}/providers/Microsoft.Billing/billingProperty/default`,
      name: 'default',
      type: 'Microsoft.Billing/billingProperty',
      properties: {
        billingAccountAgreementType: subscription.agreementType,
        billingAccountSoldToCountry: payer.country,
        billingAccountStatus: 'Active',
        subscriptionBillingStatus: subscription.status === 'active' ? 'Active' : 'Disabled',
        subscriptionWorkloadType: /dev-?test/i.test(subscription.quotaId) ? 'DevTest' : 'Production',
        billingAccountDisplayName: payer.name,
        billingAccountType: payer.type,
        ...(payer.type === 'Partner' && partnerPart(customer, subscription)),
      },
    },
  };
};
