import * as z from 'zod';
import { Day } from './days.ts';

export const Flow = z.enum([
  'relationship_request',
  'invitation_message',
  'customer_acceptance',
  'channel_check',
  'purchase_check',
  'mca_attestation',
  'gdap_request',
  'gdap_change',
  'gdap_groups',
  'azure_switch',
  'azure_plan_transfer',
  'licence_transfer',
  'direct_to_indirect',
  'legacy_seat_move',
  'ea_to_csp',
  'relationship_end',
  'support_request',
  'partner_recognition',
]);
export type Flow = z.infer<typeof Flow>;

export const Cloud = z.enum(['global', 'us_gov', 'china_21v', 'germany']);
export type Cloud = z.infer<typeof Cloud>;

const flag = z.boolean();
const count = z.int().min(0);
const atLeastOne = z.int().min(1);
const countryCode = z.string().regex(/^[A-Za-z]{2}$/);
/** Names as the directory has them, in lower snake case; a role that the customer made itself is marked `custom:`. */
const roleNames = z.array(z.string().regex(/^(?:custom:.*|[a-z][a-z0-9]*(?:_[a-z0-9]+)*)$/));

/** Every fact a rule may ask for. A fact is never assumed: absent is an input error, null says "there is none". */
export const facts = {
  sameMarket: flag,
  sameCountry: flag,
  providerResellerSameRegion: flag.nullable(),
  actor: {
    side: z.enum(['partner', 'customer']),
    role: z.enum([
      'admin_agent',
      'sales_agent',
      'helpdesk_agent',
      'global_admin',
      'user_mgmt_admin',
      'billing_admin',
      'account_admin',
      'billing_agent',
      'user_administrator',
      'none',
    ]),
    is: z.enum(['target_partner', 'source_partner', 'customer']),
  },
  partner: {
    type: z.enum(['direct_bill', 'indirect_provider', 'indirect_reseller']),
    restrictedDirectBill: flag,
    alsoIndirectReseller: flag,
    mpaSigned: flag,
    partnerIdActive: flag,
    sharedServicesTenant: flag,
    onboardedToCloud: flag,
    azureExpertMsp: flag,
    gccQualified: flag,
    has0145P: flag,
    country: countryCode,
  },
  otherPartner: { has0145P: flag },
  customer: {
    tenantKind: z.enum(['end_customer', 'csp_transaction_tenant', 'partner_corporate_tenant']),
    relatedTo: z.enum(['none', 'self', 'affiliate_of_seller', 'indirect_reseller_of_seller']),
    mca: z.enum(['accepted', 'attested', 'none']),
    otherCspPartners: count,
    dapHolderForService: z.enum(['none', 'self', 'other_partner']),
    azurePlanWithTarget: flag,
    sameOfferElsewhere: flag,
    gcc: flag,
    gccValidated: flag.nullable(),
    has0145P: flag,
    hasAzurePlan: flag,
    physicalCountry: countryCode,
    tenantCountry: countryCode,
  },
  rel: {
    reseller: z.enum(['active', 'pending', 'none']),
    dap: flag,
    gdap: z.enum(['none', 'created', 'approvalPending', 'active', 'expired', 'terminated']),
    gdapRoles: roleNames,
    kind: z.enum(['reseller', 'gdap']),
  },
  req: {
    model: z.enum(['direct', 'indirect']),
    includeDap: flag,
    expects: z.array(
      z.enum(['change_existing_subscriptions', 'take_over_subscriptions', 'change_terms', 'change_partner_of_record']),
    ),
    intent: z.enum(['manage_only', 'add_services', 'move_billing']).nullable(),
    isUpgrade: flag,
    cancelNow: flag,
  },
  item: {
    kind: z.enum(['licence', 'usage', 'software', 'saas']).nullable(),
    product: z.enum(['office365', 'ems', 'dynamics365', 'azure', 'other']).nullable(),
    generation: z.enum(['legacy', 'nce', 'azure_0145p', 'azure_plan']).nullable(),
    boughtFrom: z
      .enum([
        'microsoft_direct',
        'advisor',
        'open',
        'ea',
        'volume_licensing',
        'third_party_non_csp',
        'former_csp_reseller',
        'syndication',
        'other_csp',
        'own',
        '21vianet_direct',
        'own_former_advisor',
      ])
      .nullable(),
    term: z.enum(['active', 'expired_grace', 'ended', 'cancelled']).nullable(),
    status: z.enum(['active', 'suspended', 'cancelled', 'deleted']),
    daysSinceTermStart: count.nullable(),
    includesReservations: flag,
    includesSavingsPlan: flag,
    reservationPayment: z.enum(['monthly', 'upfront']).nullable(),
    marketplace: z
      .strictObject({
        specialDiscount: flag,
        regionRestricted: flag,
        subscriptionBased: flag,
        publisherAllowlisted: flag,
      })
      .nullable(),
    inOtherTransfer: flag,
    crossCloudMove: flag,
    eaKind: z
      .enum([
        'direct_ea',
        'enterprise_mca',
        'indirect_ea',
        'government_ea',
        'disabled',
        'support_plan',
        'free_trial',
        'azure_in_open',
      ])
      .nullable(),
  },
  xfer: {
    action: z.enum(['create', 'accept', 'decline', 'cancel', 'submit_form', 'status']),
    status: z
      .enum([
        'pending',
        'pending_after_accept',
        'in_progress',
        'completed',
        'completed_with_errors',
        'failed',
        'canceled',
        'declined',
        'expired',
      ])
      .nullable(),
    requestAgeDays: count.nullable(),
    daysSinceAccept: count.nullable(),
    customerWrittenRequest: flag,
    ticketOpenedBy: z.enum(['not_yet', 'current_partner', 'new_partner', 'customer']),
    signatures: z.array(z.enum(['current_partner', 'customer', 'new_partner'])),
    sameCurrency: flag,
    sourceEqualsTarget: flag,
    resellerPartnerId: z.string().nullable(),
    withoutConversion: flag,
    itemCount: atLeastOne,
  },
  gdap: {
    name: z.string().nullable(),
    nameInUse: flag,
    durationDays: z.int(),
    roles: roleNames,
    autoExtend: z.iso.duration().nullable(),
    status: z.enum([
      'created',
      'approvalPending',
      'approved',
      'activating',
      'active',
      'expiring',
      'expired',
      'terminationRequested',
      'terminating',
      'terminated',
    ]),
    change: z.enum(['name', 'duration', 'roles', 'customer', 'autoExtend', 'removeGlobalAdministrator', 'terminate']).nullable(),
    bulkCount: atLeastOne,
    requestAgeDays: count.nullable(),
    purpose: z.enum(['azure', 'other']).nullable(),
    azureGroupNested: flag.nullable(),
  },
  msg: {
    edited: flag,
    editedParagraphs: z.array(atLeastOne),
    linkState: z.enum(['intact', 'removed', 'altered', 'shortened']),
    linkKind: z.enum(['reseller', 'gdap']),
    linkHost: z.string().nullable(),
    hostAllowListed: flag.nullable(),
    reuseForOtherCustomer: flag,
  },
  end: {
    what: z.enum(['reseller_relationship', 'admin_roles', 'indirect_reseller_partnership']),
    activeSubscriptions: count,
    reservations: count,
    software: count,
    nceOutsideWindow: count,
  },
  attest: { date: Day.nullable() },
  recog: { kind: z.enum(['pal', 'dpor', 'cpor']).nullable() },
  api: { errorCode: z.int().nullable() },
} as const;

type Catalogue = typeof facts;
type Group = keyof Catalogue;
type LeafOf<G extends Group> = Catalogue[G] extends z.ZodType ? never : keyof Catalogue[G] & string;

/** A fact by its path, e.g. `partner.mpaSigned`. */
export type FactPath = { [G in Group]: Catalogue[G] extends z.ZodType ? G : `${G}.${LeafOf<G>}` }[Group];

/** All facts by their names; what was not needed and not given is missing, so only `Known` facts may be looked at. */
export type Facts = {
  readonly [G in Group]: Catalogue[G] extends z.ZodType
    ? z.output<Catalogue[G]>
    : { readonly [L in keyof Catalogue[G]]: z.output<Catalogue[G][L] & z.ZodType> };
};

type GroupOf<P extends FactPath> = P extends `${infer G extends Group}.${string}` ? G : P & Group;
type LeavesOf<P extends FactPath, G extends Group> = P extends `${G}.${infer L}` ? L : never;

/** Only the facts that were declared as needed: the one thing that a trigger gets to see. */
export type Known<P extends FactPath> = {
  readonly [G in GroupOf<P>]: Catalogue[G] extends z.ZodType ? Facts[G] : Pick<Facts[G], LeavesOf<P, G> & keyof Facts[G]>;
};

/** What somebody is at the partner, as the rulebook names it. */
export const Role = facts.actor.role;
export type Role = z.infer<typeof Role>;

const isType = (entry: unknown): entry is z.ZodType => entry instanceof z.ZodType;

/** Every fact with its type, in the order of the catalogue. */
export const factTypes: ReadonlyMap<FactPath, z.ZodType> = new Map(
  Object.entries(facts).flatMap(([group, entry]) =>
    isType(entry)
      ? [[group as FactPath, entry]]
      : Object.entries(entry as Record<string, z.ZodType>).map(([leaf, type]): [FactPath, z.ZodType] => [
          `${group}.${leaf}` as FactPath,
          type,
        ]),
  ),
);
