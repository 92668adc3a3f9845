import { setTimeout as pause } from 'node:timers/promises';
import type { Customer } from '../cases/asking/states.ts';
import { createBillingProperties } from '../azure/billing-property.ts';
import { createAzureSubscriptions } from '../azure/subscriptions.ts';
import type { Account } from '../clouds/account.ts';
import { createAssignments } from '../graph/assignments.ts';
import { createDirectorySubscriptions } from '../graph/directory-subscriptions.ts';
import { createMail } from '../graph/mail.ts';
import { createPeople } from '../graph/people.ts';
import { createRelationships } from '../graph/relationships.ts';
import { createRequests } from '../graph/requests.ts';
import { createAgreements } from '../partner-center/agreements.ts';
import { createAuditRecords } from '../partner-center/audit-records.ts';
import { createAzureEntitlements } from '../partner-center/azure-entitlements.ts';
import { createCustomers } from '../partner-center/customers.ts';
import { createPartnersAround } from '../partner-center/partners-around.ts';
import { createProfiles } from '../partner-center/profiles.ts';
import { createQualifications } from '../partner-center/qualifications.ts';
import { createRelationshipRequests } from '../partner-center/relationship-requests.ts';
import { createSubscriptions } from '../partner-center/subscriptions.ts';
import { createTransfers } from '../partner-center/transfers.ts';
import { createWebhookRegistration } from '../partner-center/webhook-registration.ts';
import { later } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { Clock, Errand, Operator, Unreachable } from '../ports.ts';
import { tenantOfDomain, tenantOfId } from '../tokens/tenant-of-domain.ts';
import type { Audience, Identity, Tokens } from '../tokens/tokens.ts';
import { createService } from '../wire/create-service.ts';
import type { Dialect } from '../wire/dialect.ts';
import { azureDialect, graphDialect, partnerCenterDialect } from '../wire/dialects.ts';
import { failed } from '../wire/failure.ts';
import type { Failure, Sent } from '../wire/failure.ts';
import type { Line } from '../wire/line.ts';
import type { Service } from '../wire/service.ts';
import { createSightings } from './sightings.ts';

/** How soon something shows that has just been asked for; what takes longer is looked at again later. */
export interface Patience {
  readonly looks: number;
  readonly everyMs: number;
}

const usualPatience: Patience = { looks: 6, everyMs: 200 };

/** A list that was read this long ago is good enough to see whether something has changed. */
const SIGHTING_MINUTES = 5;

interface Means {
  readonly account: Account;
  readonly line: Line;
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly operator: Operator;
  readonly patience?: Patience;
}

/**
 * A name of one attempt: the same when it is made again after a crash, another one once it has been answered. Where a person has
 * another try the failures are counted anew, and the case has gone on since.
 */
export const requestIdOf = ({ key, attempt, case: { since } }: Errand): string => `${key}/${since}/${attempt}`;

const nobody = failed({
  kind: 'refused',
  status: 400,
  code: 'no-customer',
  words: 'Neither the tenant nor a domain of the customer is known.',
});

const createSoon =
  ({ looks, everyMs }: Patience) =>
  async <T>(look: () => Promise<T>, isThere: (seen: T) => boolean): Promise<T> => {
    for (let left = looks; ; left--) {
      const seen = await look();
      if (isThere(seen) || left <= 1) return seen;
      await pause(everyMs);
    }
  };

const MOST_TOLD = 100;

/** The same sentence once an hour is enough for anybody, and so is one about the same trouble. */
const createTelling = (operator: Operator, clock: Clock, { profile }: Account) => {
  const told = new Map<string, Instant>();
  return (sentence: string, about = sentence): void => {
    const before = told.get(about);
    if (before !== undefined && later(before, { hours: 1 }) > clock.now()) return;
    if (told.size >= MOST_TOLD) told.clear();
    told.set(about, clock.now());
    operator.tell(`${profile.cloud}: ${sentence}`);
  };
};

/** Everything at Microsoft that one of our accounts can reach. */
export const createAtMicrosoft = ({ account, line, tokens, clock, operator, patience = usualPatience }: Means) => {
  const { profile } = account;
  const tell = createTelling(operator, clock, account);
  const service = (base: string, dialect: Dialect, audience: Audience, as: Identity): Service =>
    createService({
      base,
      dialect,
      line,
      authorize: async (wanted) => {
        const got = await tokens.token({ audience, as, ...wanted });
        if (!got.ok && got.failure.kind === 'sign-in') tell(got.failure.words);
        return got;
      },
    });

  const pc = service(profile.partnerCenter, partnerCenterDialect, 'partner-center', 'user');
  const graphs = service(profile.graph, graphDialect, 'graph', 'user');
  const arm = service(profile.azure, azureDialect, 'azure', 'user');

  const partnerCenter = {
    agreements: createAgreements(pc, profile),
    auditRecords: createAuditRecords(pc, profile),
    azureEntitlements: createAzureEntitlements(pc, profile),
    customers: createCustomers(pc),
    partnersAround: createPartnersAround(pc),
    profiles: createProfiles(pc),
    qualifications: createQualifications(pc),
    relationshipRequests: createRelationshipRequests(pc, profile),
    subscriptions: createSubscriptions(pc),
    transfers: createTransfers(pc, account),
    webhookRegistration: createWebhookRegistration(pc),
  };
  const graph = {
    assignments: createAssignments(graphs, profile),
    directorySubscriptions: createDirectorySubscriptions(graphs, account),
    mail: createMail(service(profile.graph, graphDialect, 'graph', 'app')),
    people: createPeople(graphs, profile),
    relationships: createRelationships(graphs, profile),
    requests: createRequests(graphs, profile),
  };
  const azure = {
    billingProperties: createBillingProperties(arm),
    subscriptions: createAzureSubscriptions(arm, profile),
  };

  const seenFor = { goodForMs: SIGHTING_MINUTES * 60_000, elapsed: () => Date.parse(clock.now()) };
  const read = <T>(what: string, sent: Sent<readonly (T | null)[]>): Sent<readonly T[]> => {
    if (!sent.ok) return sent;
    const legible = sent.body.filter((one) => one !== null);
    const odd = sent.body.length - legible.length;
    if (odd > 0) tell(`${odd} of the ${what} cannot be read, and nobody sees what becomes of them`);
    return { ...sent, body: legible };
  };
  const sightings = {
    customers: createSightings({
      ...seenFor,
      all: async () => read('customers', await partnerCenter.customers.seen()),
      idOf: ({ tenantId }) => tenantId,
    }),
    relationships: createSightings({
      ...seenFor,
      all: async () => read('granular admin relationships', await graph.relationships.seen()),
      idOf: ({ id }) => id,
    }),
  };

  return {
    account,
    partnerCenter,
    graph,
    azure,
    sightings,
    soon: createSoon(patience),
    /** Whoever asked reads who it was; what exactly went wrong is for whoever can mend it. */
    unreachable: (who: string, { words }: Failure): Unreachable => {
      tell(`${who} cannot be reached: ${words}`, who);
      return { unreachable: who };
    },
    /** The customer's tenant: as it was given, or as its domain tells. */
    tenantOf: async ({ tenant, domain }: Pick<Customer, 'tenant' | 'domain'>): Promise<Sent<string>> => {
      if (tenant !== null) return { ok: true, status: 200, headers: {}, body: tenant.toLowerCase() };
      return domain === null ? nobody : tenantOfDomain(profile, line, domain);
    },
    /** That there is one of this id. */
    tenantOfId: (id: string): Promise<Sent<string>> => tenantOfId(profile, line, id),
  };
};

export type AtMicrosoft = ReturnType<typeof createAtMicrosoft>;
