import { AdminRelationship } from '../../src/cases/admin-relationship/case.ts';
import type { Case } from '../../src/cases/case.ts';
import { later } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';
import { invitedOf, letterFor } from '../../src/letters/compose.ts';
import type { LetterKind, LetterMeans } from '../../src/letters/compose.ts';
import type { Letter } from '../../src/letters/blocks.ts';
import { invitationWordsOf } from '../../src/letters/words.ts';
import { ana, adminId, answered, contoso, dov, invite, on } from '../support/cases.ts';

export const links = {
  reseller:
    'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=7a11c0de-1111-4a10-8a10-0000000000a1&msppId=0&DAP=false#/BillingAccounts/partner-invitation',
  gdap: 'https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/d4d40001-0001-4d01-8d01-0000000000d1-c0570001-0001-4c01-8c01-0000000000c1',
};

/** As a Partner Center might draft it. */
const drafted = ['Click the link to accept this invitation:', '{link}', 'You need to be an administrator to accept it.'];

export const means: LetterMeans = {
  senders: (cloud) => (cloud === 'us_gov' ? null : { name: 'Nordlys Cloud AS', partnerId: '6100001' }),
  fixedText: (cloud) => (cloud === 'china_21v' ? drafted : null),
};

const roles = ['directory_readers', 'service_support_administrator', 'user_administrator'];
const at = on('03-02 09:00');

interface Wanted {
  readonly wants?: 'both' | 'reseller' | 'gdap';
  readonly cloud?: Case['cloud'];
  readonly customer?: Partial<Case['customer']>;
  readonly paragraph?: string;
  readonly autoExtend?: boolean;
  readonly model?: 'direct' | 'indirect';
  readonly includeDap?: boolean;
  readonly id?: Case['id'];
  readonly gdapLink?: string;
  readonly announced?: number;
  readonly lapseAnnounced?: number;
}

const proposalOf = ({ wants = 'both', paragraph = '', autoExtend = false, model = 'direct', includeDap = false }: Wanted) => {
  const proposal = invite(wants, { durationDays: 180, roles, autoExtend });
  const { reseller } = proposal;
  return { ...proposal, reseller: reseller && { ...reseller, model, includeDap }, letter: { paragraph } };
};

const everyStatus = (wanted: Wanted) => ({
  id: wanted.id ?? adminId,
  kind: 'admin-relationship' as const,
  cloud: wanted.cloud ?? ('global' as const),
  customer: { ...contoso, language: 'en', ...wanted.customer },
  requester: ana,
  takenOverBy: [],
  openedAt: at,
  since: at,
  asks: [{ flow: 'gdap_request' as const, about: null, facts: {} }],
  decisions: [],
  answered,
  approval: { people: 1 as const, roles: ['admin_agent' as const] },
  approvals: [],
  exchanges: [],
  reminders: 0,
  deadlines: [],
  proposal: proposalOf(wanted),
});

const invitationsOf = ({ wants = 'both', gdapLink = links.gdap }: Wanted) => {
  const open = { acceptedAt: null, endsAt: null };
  return [
    ...(wants === 'gdap' ? [] : [{ what: 'reseller' as const, link: links.reseller, relationshipId: null, ...open }]),
    ...(wants === 'reseller' ? [] : [{ what: 'gdap' as const, link: gdapLink, relationshipId: 'gdap-1', ...open }]),
  ];
};

/** A case whose customer has been invited and has not answered. */
export const awaiting = (wanted: Wanted = {}): AdminRelationship =>
  AdminRelationship.parse({
    ...everyStatus(wanted),
    status: 'awaiting-customer',
    invitations: invitationsOf(wanted),
    lapsesAt: later(at, { days: 90 }),
    lettersSent: 0,
    lapseAnnounced: wanted.lapseAnnounced ?? null,
  });

/** A case whose customer has said yes. */
export const standing = (wanted: Wanted = {}): AdminRelationship =>
  AdminRelationship.parse({
    ...everyStatus(wanted),
    status: 'active',
    invitations: invitationsOf(wanted).map((one) => ({ ...one, acceptedAt: at })),
    relationshipId: wanted.wants === 'reseller' ? null : 'gdap-1',
    activeSince: at,
    endsAt: wanted.wants === 'reseller' ? null : later(at, { days: 180 }),
    extendsItself: wanted.autoExtend ?? false,
    announced: wanted.announced ?? null,
    renewedBy: null,
  });

/** A case of which nothing stands any more. */
export const over = (wanted: Wanted = {}): AdminRelationship =>
  AdminRelationship.parse({ ...everyStatus(wanted), status: 'ended', endedAt: at, why: 'ended-by-us', endedBy: null });

export const takenOver = (current: AdminRelationship): AdminRelationship => ({ ...current, takenOverBy: [dov] });

export const letter = (kind: LetterKind, current: Case, others: Partial<LetterMeans> = {}): Letter => {
  const written = letterFor(kind, current, { ...means, ...others });
  if (written === null) throw new Error(`There is no letter ${kind}`);
  return written;
};

export const wordsFor = (current: AdminRelationship) => {
  const sender = means.senders(current.cloud);
  if (sender === null) throw new Error('Nobody can write this letter');
  return invitationWordsOf(current, sender);
};

export const invited = (current: Case) => {
  const found = invitedOf(current, means);
  if (found === null) throw new Error('Nobody is invited');
  return found;
};

export const now: Instant = at;
