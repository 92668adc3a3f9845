import type { Instant } from '../cases/time.ts';
import type { Cloud } from '../policy/index.ts';
import type { Notice } from './announce.ts';
import type { Chance } from './chance.ts';
import type { Relationship } from './granted.ts';

/** What the made-up world is made of. Who moves it stands in the other files of this room; times are the world's own. */

export interface Partner {
  readonly tenantId: string;
  readonly cloud: Cloud;
  readonly name: string;
  readonly partnerId: string;
  readonly domain: string;
  readonly country: string;
  readonly type: 'direct' | 'provider' | 'reseller';
  mpaSigned: boolean;
  programmeActive: boolean;
  /** Their applications, with what they have been granted, and their people. */
  readonly applications: readonly Application[];
  readonly people: readonly Employee[];
  readonly groups: readonly SecurityGroup[];
  /** Addresses of theirs that belong to nobody in particular. */
  readonly sharedMailboxes: readonly string[];
  /** The group whose members own what this partner provisions in Azure. */
  readonly adminAgentsGroup: string;
}

export interface Application {
  readonly clientId: string;
  /** A secret, or the certificate (PEM) whose key signs assertions; `machine` trusts the sandbox's machine identity. */
  readonly secret: string | null;
  readonly certificate: string | null;
  readonly trustsMachine: boolean;
  /** Application permissions and delegated scopes, e.g. `DelegatedAdminRelationship.ReadWrite.All`. */
  permissions: string[];
}

export interface Employee {
  readonly id: string;
  readonly name: string;
  readonly upn: string;
  readonly roles: readonly ('AdminAgents' | 'SalesAgents' | 'HelpdeskAgents' | 'GlobalAdmin')[];
}

export interface SecurityGroup {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
}

export interface Customer {
  readonly tenantId: string;
  readonly cloud: Cloud;
  readonly name: string;
  /** The first one is the main one. */
  readonly domains: readonly string[];
  readonly country: string;
  readonly culture: string;
  readonly address: {
    readonly line1: string;
    readonly city: string;
    readonly postalCode: string;
    readonly phone: string;
    readonly state?: string;
  };
  readonly admin: { readonly firstName: string; readonly lastName: string; readonly email: string };
  readonly kind: 'end-customer' | 'csp-transaction-tenant' | 'csp-corporate-tenant';
  agreement: 'none' | 'attested' | 'signed-directly';
  agreedOn: Instant | null;
  /** Who agreed, where a partner attested it; left out, the administrator. */
  agreedBy?: { readonly firstName: string; readonly lastName: string; readonly email: string; readonly phoneNumber?: string };
  validation: 'Unknown' | 'UnderReview' | 'Allowed' | 'NotAllowed' | 'Not Ready' | null;
  qualifications: { qualification: string; vettingStatus?: string; vettingReason?: string; vettingCreatedDate?: string }[];
  /** Reseller ties, by the partner's tenant id. */
  readonly ties: Map<string, Tie>;
  readonly subscriptions: Subscription[];
  readonly azure: AzureSubscription[];
  /** Partner links in Azure: who has linked which PartnerID. */
  readonly partnerLinks: Map<string, PartnerLink>;
  /** Our applications that were consented to in this tenant. */
  readonly consents: Set<string>;
  billingEtag: number;
}

export interface Tie {
  readonly since: Instant;
  /** Acceptance shows in Partner Center a little later. */
  readonly visibleAt: Instant;
  dap: boolean;
}

/** What was bought: licences, an Azure plan, software, or Azure of the old kind. */
export interface Subscription {
  id: string;
  readonly offerId: string;
  readonly offerName: string;
  /** What the seller calls it; left out, as the offer is called. */
  readonly friendlyName?: string;
  /** The PartnerID of the reseller of record; left out, the seller’s own. */
  readonly partnerOnRecord?: string;
  readonly productType: { readonly id: string; readonly displayName: string };
  readonly kind: 'licence' | 'azure-plan' | 'azure-legacy' | 'software' | 'saas';
  /** The partner it was bought from; null: not from a partner. */
  seller: string | null;
  readonly channel: 'csp' | 'direct' | 'ea' | 'open' | 'advisor' | 'web' | 'syndication' | 'third-party';
  quantity: number;
  status: 'active' | 'pending' | 'suspended' | 'expired' | 'disabled' | 'deleted';
  readonly isTrial: boolean;
  autoRenew: boolean;
  readonly createdAt: Instant;
  readonly visibleAt: Instant;
  readonly termStart: Instant;
  readonly termEnd: Instant;
  readonly termDuration: 'P1M' | 'P1Y' | 'P3Y';
  readonly billingCycle: 'monthly' | 'annual' | 'none' | 'one_time';
  orderId: string;
  etag: number;
}

export interface AzureSubscription {
  readonly id: string;
  readonly name: string;
  /** The plan it is billed under, or the subscription of the old kind, where it was bought from a partner. */
  planId: string | null;
  seller: string | null;
  /** The PartnerID of the reseller of record; left out, the seller’s own. */
  partnerOnRecord?: string;
  status: 'active' | 'inactive';
  readonly quotaId: string;
  agreementType: string;
  readonly roleAssignments: RoleAssignment[];
  readonly reservations: readonly { readonly id: string; readonly payment: 'monthly' | 'upfront'; readonly currency: string }[];
}

export interface RoleAssignment {
  readonly name: string;
  readonly roleDefinitionId: string;
  readonly principalId: string;
  readonly principalType: 'User' | 'Group' | 'ServicePrincipal' | 'ForeignGroup';
  /** Left out: from before the beginning of this world. */
  readonly createdAt?: Instant;
}

export interface PartnerLink {
  partnerId: string;
  version: number;
  readonly createdAt: Instant;
  updatedAt: Instant;
}

export interface TransferLine {
  readonly id: string;
  readonly subscriptionId: string;
  readonly productType: number;
  status: string;
  orderId: string | null;
  transferError: string | null;
  /** The PartnerID of the target’s reseller, in transfers of the old kind. */
  readonly partnerIdOnRecord?: string;
}

export interface Transfer {
  readonly id: string;
  status: 'Pending' | 'InProgress' | 'Complete' | 'Cancel' | 'Expired' | 'Failed' | 'Reject' | 'PartiallyComplete' | 'Active';
  readonly transferType: number | null;
  readonly customer: string;
  readonly source: string;
  readonly sourceName: string;
  readonly target: string;
  readonly customerEmailId: string;
  readonly targetEmailId: string;
  readonly productTypes: readonly string[];
  /** The PartnerID of the reseller for whom an indirect provider takes over. */
  readonly partnerOnRecord?: string;
  lines: TransferLine[];
  readonly createdAt: Instant;
  modifiedAt: Instant;
  readonly expiresAt: Instant;
  completedAt: Instant | null;
  modifiedBy: string;
}

export interface AuditRecord {
  readonly id: string;
  readonly partner: string;
  readonly customer: string | null;
  readonly resourceType: string;
  readonly operationType: string;
  readonly operationDate: Instant;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly customizedData: readonly { readonly key: string; readonly value: string }[];
}

/** A message that was handed over to be sent, as it came. */
export interface SentMail {
  readonly id: string;
  /** The tenant whose mailbox it is. */
  readonly tenant: string;
  readonly mailbox: string;
  readonly messageId: string;
  /** The whole of it, byte for byte (MIME), or what it was described by (JSON). */
  readonly raw: Buffer;
  /** When it lies among those that were sent. */
  readonly visibleAt: Instant;
}

export interface Registration {
  readonly subscriberId: string;
  url: string;
  events: readonly string[];
  /** The signature in its own header instead of `Authorization`. */
  inOwnHeader: boolean;
  modifiedAt: Instant;
}

export interface World {
  readonly now: () => Instant;
  readonly chance: Chance;
  /** The same seed makes the same ids. */
  readonly uuid: () => string;
  /** From 0 up to, and without, 1. */
  readonly fraction: () => number;
  readonly partners: Map<string, Partner>;
  readonly customers: Map<string, Customer>;
  readonly relationships: Map<string, Relationship>;
  readonly transfers: Map<string, Transfer>;
  readonly audit: AuditRecord[];
  readonly mail: SentMail[];
  /** By the partner's tenant id. */
  readonly registrations: Map<string, Registration>;
  /** What is on its way to them, and has not been delivered yet. */
  readonly notices: Set<Notice>;
  readonly send: (notice: Notice) => void;
  /** Something that happens by itself, some seconds from now. */
  readonly inSeconds: (seconds: number, happens: () => void) => void;
  /** Everything that has come due by now has happened, in its order, each at its own time. */
  readonly settle: () => void;
  /** Nothing that was going to happen does; what is set going instead counts from that moment, unless that is still to come. */
  readonly startOver: (from: Instant, setGoing: () => void) => void;
  /** What others hear of: an audit record, and the webhook of whoever has registered for it. */
  readonly announce: (news: News) => void;
  readonly timing: Timing;
}

/** Something that has happened, as audit records and webhooks tell it. */
export interface News {
  readonly partner: string;
  readonly customer: string | null;
  readonly resourceType: string;
  /** As in audit records: `create_transfer`. Null: no audit record. */
  readonly operation: string | null;
  readonly resourceId: string | null;
  readonly newValue?: unknown;
  /** As in webhooks: `create-transfer`. Null: not announced. */
  readonly event: string | null;
  readonly resourceName?: string;
  /** Below Partner Center, with its leading slash; left out: what is usual for the event. */
  readonly resourceUri?: string | null;
}

/** How long things take here, in seconds: from, to. */
export type Timing = Readonly<
  Record<
    | 'relationshipReadable'
    | 'lock'
    | 'activation'
    | 'assignment'
    | 'operation'
    | 'acceptanceVisible'
    | 'subscriptionVisible'
    | 'transfer'
    | 'termination'
    | 'mail'
    | 'webhook',
    readonly [number, number]
  >
>;
