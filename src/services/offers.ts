import type { Customer as CaseCustomer } from '../cases/asking/states.ts';
import { later } from '../cases/time.ts';
import type { Handle } from '../commands/handle.ts';
import type { AzureEntitlement } from '../partner-center/azure-entitlements.ts';
import type { Subscription } from '../partner-center/subscriptions.ts';
import type { Transfer } from '../partner-center/transfer.ts';
import type { Clock, Operator } from '../ports.ts';
import type { Sent } from '../wire/failure.ts';
import type { AtMicrosoft } from './at-microsoft.ts';

interface Means {
  readonly handle: Handle;
  readonly clock: Clock;
  readonly operator: Operator;
}

/** A request lies open this long; they say 30 days, and show 31. */
const OPEN_DAYS = 30;

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

const azureSubject = ({ id, name }: AzureEntitlement) => ({
  id,
  name: name ?? id,
  facts: { 'item.kind': 'usage', 'item.product': 'azure', 'item.generation': 'azure_plan', 'item.status': 'active' },
});

const licenceSubject = ({ id, name }: Subscription) => ({
  id,
  name: name ?? id,
  facts: { 'item.kind': 'licence', 'item.generation': 'nce', 'item.status': 'active' },
});

/** What we could hand over: Azure where there is any, and else licences of new commerce. */
const handOut = (azure: readonly AzureEntitlement[], sold: readonly Subscription[]) => {
  const running = azure.filter(({ status }) => status === 'active');
  if (running.length > 0) return { procedure: 'azure-plan-transfer', subjects: running.map(azureSubject) };
  const licences = sold.filter(({ kind, generation, status }) => kind === 'licence' && generation === 'nce' && status === 'active');
  return { procedure: 'licence-transfer', subjects: licences.map(licenceSubject) };
};

/** The language of letters is chosen by a person later; nobody is written to before that. */
const customerOf = ({ customer }: Transfer, country: string | null): CaseCustomer => ({
  name: customer.name ?? customer.tenantId,
  tenant: customer.tenantId,
  domain: null,
  country,
  language: 'en',
  contact: null,
});

/** Other partners ask for what is ours. Each of their requests becomes a case of its own, once, and waits for a person. */
export const createOffers = ({ handle, clock, operator }: Means) => {
  /** Why there is no case for it; null when there is one. */
  const opened = async (at: AtMicrosoft, transfer: Transfer): Promise<string | null> => {
    const { tenantId } = transfer.customer;
    const [customer, sold] = await Promise.all([
      at.partnerCenter.customers.get(tenantId),
      at.partnerCenter.subscriptions.of(tenantId),
    ]);
    const azure = sold.ok ? await azureOf(at, tenantId, sold.body) : sold;
    if (!sold.ok || !azure.ok) return azure.ok ? null : `it could not be looked at: ${azure.failure.words}`;
    const { procedure, subjects } = handOut(azure.body, sold.body);
    if (subjects.length === 0) return 'it asks for nothing that we sell; nobody has to decide it';
    const answer = await handle({
      name: 'record-transfer-offered',
      key: `transfer ${transfer.id}`,
      actor: 'watch',
      cloud: at.account.profile.cloud,
      customer: customerOf(transfer, customer.ok ? customer.body.billingCountry : null),
      expiresAt: transfer.expiresAt ?? later(transfer.createdAt ?? clock.now(), { days: OPEN_DAYS }),
      proposal: {
        wants: 'hand-out',
        procedure,
        transferId: transfer.id,
        otherPartner: { name: transfer.target.name ?? transfer.target.tenantId, tenant: transfer.target.tenantId, domain: null },
        subjects: subjects.slice(0, 100),
        told: {},
      },
    });
    return answer.kind === 'done' ? null : `it could not be noted: ${answer.kind}`;
  };

  /** Looks through the transfers of one customer. */
  const lookFor = async (at: AtMicrosoft, customer: string): Promise<void> => {
    const all = await at.partnerCenter.transfers.list(customer);
    if (!all.ok) {
      operator.tell(`The transfers of ${customer} could not be read: ${all.failure.words}`);
      return;
    }
    const asked = all.body.filter(
      ({ kind, ourSide, status }) => kind === 'new-commerce' && ourSide === 'source' && status === 'pending',
    );
    for (const transfer of asked) {
      const whyNot = await opened(at, transfer);
      if (whyNot !== null) operator.tell(`The transfer ${transfer.id} was asked for: ${whyNot}.`);
    }
  };

  const seen = new Set<string>();

  return {
    lookFor,

    /** What was announced and never arrived: once an hour the records of the last two days are gone through. */
    lookForMissed: async (at: AtMicrosoft): Promise<void> => {
      if (at.account.profile.lacks.includes('audit-records') || at.account.profile.lacks.includes('transfers')) return;
      const now = clock.now();
      const span = { from: later(now, { days: -1 }).slice(0, 10), to: now.slice(0, 10) };
      const records = await at.partnerCenter.auditRecords.list({ ...span, about: { resource: 'transfer' } });
      if (!records.ok) {
        operator.tell(`The audit records could not be read: ${records.failure.words}`);
        return;
      }
      const news = records.body.filter(({ id, operation }) => operation === 'create_transfer' && !seen.has(id));
      const customers = new Set(news.flatMap(({ customer }) => (customer.tenantId === null ? [] : [customer.tenantId])));
      for (const customer of customers) await lookFor(at, customer);
      seen.clear();
      for (const { id } of records.body) seen.add(id);
    },
  };
};

export type Offers = ReturnType<typeof createOffers>;
