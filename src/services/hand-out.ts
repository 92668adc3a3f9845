import type { AzureEntitlement } from '../partner-center/azure-entitlements.ts';
import type { Subscription } from '../partner-center/subscriptions.ts';
import type { Sent } from '../wire/failure.ts';
import type { AtMicrosoft } from './at-microsoft.ts';

const azureOf = async (
  at: AtMicrosoft,
  customer: string,
  sold: readonly Subscription[],
): Promise<Sent<readonly AzureEntitlement[]>> => {
  const all: AzureEntitlement[] = [];
  for (const { id } of sold.filter(({ generation, status }) => generation === 'azure_plan' && status === 'active')) {
    const under = await at.partnerCenter.azureEntitlements.of(customer, id);
    if (!under.ok) return under;
    all.push(...under.body);
  }
  return { ok: true, status: 200, headers: {}, body: all };
};

/** As much of a name as a case has room for. */
const LONGEST_NAME = 200;
export const nameOr = (name: string | null, otherwise: string): string => (name ?? otherwise).slice(0, LONGEST_NAME);

const azureSubject = ({ id, name }: AzureEntitlement) => ({
  id,
  name: nameOr(name, id),
  facts: { 'item.kind': 'usage', 'item.product': 'azure', 'item.generation': 'azure_plan', 'item.status': 'active' },
});

/** Azure of the old kind becomes part of the other partner's plan on its way. */
const oldAzureSubject = ({ id, name, entitlementId }: Subscription) => ({
  id: (entitlementId ?? id).slice(0, LONGEST_NAME),
  name: nameOr(name, id),
  facts: { 'item.kind': 'usage', 'item.product': 'azure', 'item.generation': 'azure_0145p', 'item.status': 'active' },
});

const licenceSubject = ({ id, name }: Subscription) => ({
  id,
  name: nameOr(name, id),
  facts: { 'item.kind': 'licence', 'item.generation': 'nce', 'item.status': 'active' },
});

/** What we could hand over: Azure where there is any, and else licences of new commerce. */
const handOut = (azure: readonly AzureEntitlement[], sold: readonly Subscription[]) => {
  const active = sold.filter(({ status }) => status === 'active');
  const running = [
    ...azure.filter(({ status }) => status === 'active').map(azureSubject),
    ...active.filter(({ generation }) => generation === 'azure_0145p').map(oldAzureSubject),
  ];
  if (running.length > 0) return { procedure: 'azure-plan-transfer', subjects: running };
  const licences = active.filter(({ kind, generation }) => kind === 'licence' && generation === 'nce');
  return { procedure: 'licence-transfer', subjects: licences.map(licenceSubject) };
};

/** What another partner may be after at a customer of ours. */
export const ownedFor = async (at: AtMicrosoft, customer: string): Promise<Sent<ReturnType<typeof handOut>>> => {
  const sold = await at.partnerCenter.subscriptions.of(customer);
  if (!sold.ok) return sold;
  const azure = await azureOf(at, customer, sold.body);
  return azure.ok ? { ...azure, body: handOut(azure.body, sold.body) } : azure;
};
