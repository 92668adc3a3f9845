import type { BillingProperty } from '../azure/billing-property.ts';
import { channelOf } from '../azure/channel-evidence.ts';
import type { Channel } from '../azure/channel-evidence.ts';
import type { AzureSubscription } from '../azure/subscriptions.ts';
import type { DirectorySubscription } from '../graph/directory-subscriptions.ts';
import type { AzureEntitlement } from '../partner-center/azure-entitlements.ts';
import type { Subscription } from '../partner-center/subscriptions.ts';
import type { Clock, Holding, Holdings, Unreachable } from '../ports.ts';
import type { Failure, Sent } from '../wire/failure.ts';
import type { AtMicrosoft } from './at-microsoft.ts';
import type { Offices } from './carriers.ts';
import { DIRECTORY, isOutage } from './facts.ts';
import { nameOr } from './hand-out.ts';
import { azureFacts, entitlementFacts, licenceFacts, soldFacts } from './holding-facts.ts';
import { isNoTie } from './reseller-tie.ts';

const PARTNER_CENTER = 'Partner Center';
const AZURE = 'Azure';

/** What was read; null where we may not see it. */
type Read<T> = T | null | Unreachable;

const isUnreachable = (read: unknown): read is Unreachable => typeof read === 'object' && read !== null && 'unreachable' in read;

const readFrom = <T>(at: AtMicrosoft, who: string, sent: Sent<T>, isOut: (failure: Failure) => boolean = isOutage): Read<T> => {
  if (sent.ok) return sent.body;
  return isOut(sent.failure) ? at.unreachable(who, sent.failure) : null;
};

/** In a customer's tenant whoever is not let in is told to sign in; that we can sign in at all shows at our own. */
const isOutageThere = (failure: Failure): boolean => isOutage(failure) && failure.kind !== 'sign-in';

interface Sold {
  readonly sold: readonly Subscription[];
  /** Of each plan what lies below it, as far as it could be seen. */
  readonly below: ReadonlyMap<string, readonly AzureEntitlement[]>;
}

const soldTo = async (at: AtMicrosoft, tenant: string): Promise<Read<Sold>> => {
  const sent = await at.partnerCenter.subscriptions.of(tenant);
  if (!sent.ok && isNoTie(sent.failure)) return { sold: [], below: new Map() };
  const sold = readFrom(at, PARTNER_CENTER, sent);
  if (sold === null || isUnreachable(sold)) return sold;
  const plans = sold.filter(({ generation }) => generation === 'azure_plan');
  const read = await Promise.all(
    plans.map(async ({ id }) => {
      const below = await at.partnerCenter.azureEntitlements.of(tenant, id);
      return [id, readFrom(at, PARTNER_CENTER, below)] as const;
    }),
  );
  const failed = read.find(([, below]) => isUnreachable(below))?.[1];
  if (isUnreachable(failed)) return failed;
  return { sold, below: new Map(read.flatMap(([id, below]) => (below === null || isUnreachable(below) ? [] : [[id, below]]))) };
};

/** A plan is no more than what lies below it; it stands for itself only where nothing of that could be seen. */
const ours = ({ sold, below }: Sold, now: string): Holding[] =>
  sold.flatMap((one): Holding[] => {
    const entitlements = below.get(one.id);
    const held = { soldBy: 'us', from: PARTNER_CENTER } as const;
    if (entitlements !== undefined) {
      return entitlements.map((below) => ({
        ...{ ...held, id: below.id, name: nameOr(below.name, below.id), facts: entitlementFacts(below) },
      }));
    }
    const id = one.generation === 'azure_0145p' ? (one.entitlementId ?? one.id).toLowerCase() : one.id;
    return [{ ...held, id, name: nameOr(one.name, id), facts: soldFacts(one, now) }];
  });

const sellerOf = ({ boughtFrom }: Channel, soldByUs: boolean | null): Holding['soldBy'] => {
  if (boughtFrom === 'own') return 'us';
  return boughtFrom !== null || soldByUs === false ? 'others' : null;
};

interface Around {
  readonly at: AtMicrosoft;
  readonly tenant: string;
  /** False where all that we have sold is known, and it is not among that; null where not all is known. */
  readonly soldByUs: false | null;
}

const licence = ({ at, soldByUs }: Around, one: DirectorySubscription): Holding => {
  const { cloud } = at.account.profile;
  const channel = channelOf({ cloud, soldByUs, owner: one.owner, quotaId: null, agreement: null });
  const id = (one.commerceId ?? one.id).toLowerCase();
  // Made by us and not listed: a new one may be missing for some minutes.
  const soldBy = one.owner.who === 'us' ? 'us' : sellerOf(channel, soldByUs);
  return { id, name: nameOr(one.skuName, id), facts: licenceFacts(one, channel), soldBy, from: DIRECTORY };
};

const azure = async ({ at, tenant, soldByUs }: Around, one: AzureSubscription): Promise<Holding | Unreachable> => {
  const sent = await at.azure.billingProperties.get(tenant, one.id);
  const paid: Read<BillingProperty> = readFrom(at, AZURE, sent, isOutageThere);
  if (isUnreachable(paid)) return paid;
  const { cloud } = at.account.profile;
  const channel = channelOf({ cloud, soldByUs, owner: null, quotaId: one.quotaId, agreement: paid?.agreement ?? null });
  const facts = azureFacts(one, channel, paid);
  return { id: one.id, name: nameOr(one.name, one.id), facts, soldBy: sellerOf(channel, soldByUs), from: AZURE };
};

/** Every plan has shown what lies below it. */
const isAzureKnown = ({ sold, below }: Sold): boolean =>
  sold.every(({ id, generation }) => generation !== 'azure_plan' || below.has(id));

const isHolding = (one: Holding | Unreachable): one is Holding => !isUnreachable(one);

const all = async (at: AtMicrosoft, tenant: string, now: string): Promise<readonly Holding[] | Unreachable> => {
  const [own, licences, subscriptions] = await Promise.all([
    soldTo(at, tenant),
    at.graph.directorySubscriptions.list(tenant).then((sent) => readFrom(at, DIRECTORY, sent, isOutageThere)),
    at.azure.subscriptions.list(tenant).then((sent) => readFrom(at, AZURE, sent, isOutageThere)),
  ]);
  if (isUnreachable(own)) return own;
  if (isUnreachable(licences)) return licences;
  if (isUnreachable(subscriptions)) return subscriptions;
  const known = own === null ? [] : ours(own, now);
  const ids = new Set([...known.map(({ id }) => id), ...(own?.sold ?? []).map(({ id }) => id)]);
  const isEverySaleKnown = own !== null && isAzureKnown(own);
  const seenThere = (licences ?? []).map((one) => licence({ at, tenant, soldByUs: own === null ? null : false }, one));
  const inAzure = (subscriptions ?? []).filter(({ id }) => !ids.has(id));
  const read = await Promise.all(inAzure.map((one) => azure({ at, tenant, soldByUs: isEverySaleKnown ? false : null }, one)));
  return read.find(isUnreachable) ?? [...known, ...seenThere.filter(({ id }) => !ids.has(id)), ...read.filter(isHolding)];
};

const NOTHING_SEEN = { held: [], isWhole: false };

/**
 * What a customer has: what we have sold, and, where the customer lets us look, what others have. It is never the whole of it:
 * somebody else's Azure shows only where we have a role in it.
 */
export const holdings = (offices: Offices, clock: Clock): Holdings => ({
  of: async (cloud, customer) => {
    const at = offices(cloud);
    if (at === null || (customer.tenant ?? customer.domain) === null) return NOTHING_SEEN;
    const tenant = await at.tenantOf(customer);
    if (!tenant.ok) return isOutage(tenant.failure) ? at.unreachable(DIRECTORY, tenant.failure) : NOTHING_SEEN;
    const held = await all(at, tenant.body, clock.now());
    return isUnreachable(held) ? held : { held, isWhole: false };
  },
});
