import { later } from '../cases/time.ts';
import type { AzureSwitch } from '../cases/azure-switch/case.ts';
import type { LookedUp, Outcome } from '../ports.ts';
import type { Transfer } from '../partner-center/transfer.ts';
import type { Product, WantedTransfer } from '../partner-center/transfers.ts';
import type { Sent } from '../wire/failure.ts';
import type { AtMicrosoft } from './at-microsoft.ts';
import { requestIdOf } from './at-microsoft.ts';
import { carrier } from './carriers.ts';
import type { Of, Offices } from './carriers.ts';
import { leftBehind, nameIn } from './left-behind.ts';
import { done, lookUpOutcome, notYet, outcomeOf, readingOutcome, refused, underWay, watchOutcome } from './outcome.ts';

const LOOK_MINUTES = 15;

const productsFor: Partial<Record<AzureSwitch['proposal']['procedure'], readonly Product[]>> = {
  'azure-plan-transfer': ['azure-subscription', 'azure-reservation', 'azure-savings-plan'],
  'licence-transfer': ['licence'],
};

type Create = Of<'create-transfer'>;

/** What is still missing before another partner can be asked; or the request. */
/** The request as Microsoft takes it, or why there can be none. */
export const wantedBy = (
  { case: current }: Pick<Create, 'case'>,
  tenantId: string,
): WantedTransfer | Extract<Outcome, { kind: 'refused' }> => {
  if (current.kind !== 'azure-switch') return refused('no-switch', 'This case moves no subscriptions.');
  const { customer, proposal } = current;
  const source = proposal.otherPartner;
  const reseller = proposal.told['xfer.resellerPartnerId'];
  if (source?.tenant == null)
    return refused('no-partner', 'The Microsoft ID (tenant id) of the present partner is missing. The customer knows it.');
  if (customer.contact === null)
    return refused('no-contact', 'The e-mail address of the customer is missing: Microsoft tells the customer there.');
  return {
    customer: { tenantId, name: customer.name, email: customer.contact },
    source: { tenantId: source.tenant, name: source.name },
    products: productsFor[proposal.procedure] ?? null,
    // As a provider we ask for a reseller, and name it.
    resellerId: typeof reseller === 'string' ? reseller : null,
  };
};

const created = ({ id, expiresAt }: Transfer): Extract<Outcome, { kind: 'done' }> =>
  done({ name: 'record-transfer-created', transferId: id, expiresAt });

/** Their clock and ours are never further apart. */
const APART_MINUTES = 10;

/** What was there before the case is somebody else's, or another case's: nothing in it tells what it is about. */
const pending = (at: AtMicrosoft, { case: { openedAt } }: Create, { customer, source }: WantedTransfer) =>
  at.partnerCenter.transfers.findPending({
    customer: customer.tenantId,
    sourceTenant: source.tenantId,
    since: later(openedAt, { minutes: -APART_MINUTES }),
  });

const create = async (at: AtMicrosoft, errand: Create): Promise<Outcome> => {
  const tenant = await at.tenantOf(errand.case.customer);
  if (!tenant.ok) return readingOutcome(tenant.failure, errand.now);
  const wanted = wantedBy(errand, tenant.body);
  if ('kind' in wanted) return wanted;
  const made = await at.partnerCenter.transfers.create(wanted, requestIdOf(errand));
  if (made.ok) return created(made.body);
  if (made.failure.kind !== 'conflict') return outcomeOf(made.failure, errand.now);
  // There is one under way already. Ours from an earlier attempt is as good; somebody else's has to end first.
  const found = await pending(at, errand, wanted);
  return found.ok && found.body !== null ? created(found.body) : outcomeOf(made.failure, errand.now);
};

const isCreated = async (at: AtMicrosoft, errand: Create): Promise<LookedUp> => {
  const tenant = await at.tenantOf(errand.case.customer);
  if (!tenant.ok) return lookUpOutcome(tenant.failure, errand.now);
  const wanted = wantedBy(errand, tenant.body);
  if ('kind' in wanted) return { kind: 'absent' };
  const found = await pending(at, errand, wanted);
  if (!found.ok) return lookUpOutcome(found.failure, errand.now);
  return found.body === null ? { kind: 'absent' } : created(found.body);
};

type About = Of<'cancel-transfer'> | Of<'accept-transfer'> | Of<'watch-transfer'>;

const read = async (at: AtMicrosoft, errand: About): Promise<Sent<Transfer>> => {
  const tenant = await at.tenantOf(errand.case.customer);
  return tenant.ok ? at.partnerCenter.transfers.get(tenant.body, errand.effect.transferId) : tenant;
};

const changed = (state: string, words = ''): Extract<Outcome, { kind: 'done' }> =>
  done({ name: 'record-transfer-changed', state, words });

/** A stuck case is watched as what it was before. */
const waitsFor = ({ case: current }: About) => (current.status === 'stuck' ? current.before.status : current.status);

const ended = (left: readonly string[], isWhole: boolean, words: string): Extract<Outcome, { kind: 'done' }> =>
  done({
    ...{ name: 'record-transfer-changed', state: isWhole && left.length === 0 ? 'complete' : 'partly-complete', words },
    ...(left.length > 0 && { left }),
  });

/** What a transfer has come to be; null while it waits. */
const newsOf = (errand: About, transfer: Transfer): Extract<Outcome, { kind: 'done' }> | null => {
  const { status, items } = transfer;
  const errors = (items ?? []).flatMap(({ subscriptionId, error }) =>
    error === null ? [] : [`${nameIn(errand.case, subscriptionId)}: ${error}`],
  );
  const words = errors.join('; ').slice(0, 1000);
  switch (status) {
    case 'in-progress':
      return changed('accepted');
    case 'refused':
    case 'expired':
      // We have said yes, and it was over by then: nothing moves, and nobody waits for it any more.
      return waitsFor(errand) === 'moving' ? changed('cancelled', `The transfer is ${status}.`) : changed(status, words);
    case 'complete':
    case 'partly-complete':
      return ended(leftBehind(errand.case, transfer), status === 'complete', words);
    case 'cancelled':
    case 'failed':
      return changed(status, words);
    default:
      return null;
  }
};

const cancel = async (at: AtMicrosoft, errand: Of<'cancel-transfer'>): Promise<Outcome> => {
  const before = await read(at, errand);
  if (!before.ok) return readingOutcome(before.failure, errand.now);
  // The other partner may have been faster.
  const news = newsOf(errand, before.body);
  if (news !== null) return news;
  const sent = await at.partnerCenter.transfers.cancel(before.body, requestIdOf(errand));
  if (!sent.ok) return outcomeOf(sent.failure, errand.now);
  // What they show says more than their yes.
  return newsOf(errand, sent.body) ?? underWay(errand, `the transfer ${errand.effect.transferId} is not cancelled yet`);
};

const isOver = async (at: AtMicrosoft, errand: Of<'cancel-transfer'>): Promise<LookedUp> => {
  const now = await read(at, errand);
  return now.ok ? (newsOf(errand, now.body) ?? { kind: 'absent' }) : lookUpOutcome(now.failure, errand.now);
};

const accept = async (at: AtMicrosoft, errand: Of<'accept-transfer'>): Promise<Outcome> => {
  if (errand.case.kind !== 'azure-switch') return refused('no-switch', 'This case moves no subscriptions.');
  const before = await read(at, errand);
  if (!before.ok) return readingOutcome(before.failure, errand.now);
  // Accepted already, by an earlier attempt: the watch tells how it goes on.
  if (before.body.status === 'in-progress' || before.body.status === 'complete') return { kind: 'done' };
  const news = newsOf(errand, before.body);
  if (news !== null) return news;
  const product = errand.case.proposal.procedure === 'licence-transfer' ? 'licence' : 'azure-subscription';
  const chosen = errand.effect.items.map((subscriptionId) => ({ subscriptionId, product }) as const);
  const sent = await at.partnerCenter.transfers.accept(before.body, chosen, requestIdOf(errand));
  return sent.ok ? { kind: 'done' } : outcomeOf(sent.failure, errand.now);
};

const isAccepted = async (at: AtMicrosoft, errand: Of<'accept-transfer'>): Promise<LookedUp> => {
  const now = await read(at, errand);
  if (!now.ok) return lookUpOutcome(now.failure, errand.now);
  return now.body.status === 'in-progress' || now.body.status === 'complete' ? { kind: 'done' } : { kind: 'absent' };
};

const watch = async (at: AtMicrosoft, errand: Of<'watch-transfer'>): Promise<Outcome> => {
  const sent = await read(at, errand);
  if (!sent.ok) return watchOutcome(sent.failure, errand.now);
  if (sent.body.status === 'unrecognised')
    return { kind: 'again', words: `the transfer ${errand.effect.transferId} is in a state we do not know` };
  // What moves has been accepted, and that is known.
  const isKnown = sent.body.status === 'in-progress' && waitsFor(errand) === 'moving';
  return (isKnown ? null : newsOf(errand, sent.body)) ?? notYet(errand.now, { minutes: LOOK_MINUTES });
};

/** What is done about transfers between partners: asked for, taken back, agreed to, and watched. */
export const transfers = (offices: Offices) => ({
  'create-transfer': carrier<'create-transfer'>(offices, { carryOut: create, lookUp: isCreated }),
  'cancel-transfer': carrier<'cancel-transfer'>(offices, { carryOut: cancel, lookUp: isOver }),
  'accept-transfer': carrier<'accept-transfer'>(offices, { carryOut: accept, lookUp: isAccepted }),
  'watch-transfer': carrier<'watch-transfer'>(offices, { carryOut: watch }),
});
