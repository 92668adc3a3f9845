import type { Case } from '../cases/case.ts';
import type { Ask } from '../cases/decided.ts';
import { isService } from '../cases/effect.ts';
import type { Effect } from '../cases/effect.ts';
import type { CaseId } from '../cases/ids.ts';
import { wholeDaysBetween } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { FactPath, Flow, Role } from '../policy/index.ts';
import type { FactValues } from '../ports.ts';
import type { Question } from './command.ts';

type Proposal = Case['proposal'];
type AdminProposal = Extract<Proposal, { wants: 'invite' | 'renew' | 'end' }>;
type AzureProposal = Extract<Proposal, { wants: 'switch' | 'hand-out' }>;

const ask = (flow: Flow, facts: Partial<Record<FactPath, unknown>>, about: string | null = null): Ask => ({ flow, about, facts });

/** Microsoft wants a name that no other relationship has: the case has one. */
const relationshipName = (id: CaseId): string => `Handshake ${id}`;

const EXTENSION = 'P180D';

const gdapFacts = (gdap: NonNullable<Extract<AdminProposal, { wants: 'invite' }>['gdap']>, id: CaseId) => ({
  'gdap.name': relationshipName(id),
  'gdap.nameInUse': false,
  'gdap.durationDays': gdap.durationDays,
  'gdap.roles': gdap.roles,
  'gdap.autoExtend': gdap.autoExtend ? EXTENSION : 'PT0S',
  'gdap.purpose': gdap.purpose,
});

const adminAsks = (proposal: AdminProposal, id: CaseId): Ask[] => {
  switch (proposal.wants) {
    case 'invite': {
      const { reseller, gdap } = proposal;
      return [
        ...(reseller ? [ask('relationship_request', { 'req.model': reseller.model, 'req.includeDap': reseller.includeDap })] : []),
        ...(gdap ? [ask('gdap_request', gdapFacts(gdap, id))] : []),
      ];
    }
    case 'renew':
      return proposal.how === 'anew'
        ? [ask('gdap_request', gdapFacts(proposal.gdap, id))]
        : [
            ask('gdap_change', {
              'gdap.status': 'active',
              'gdap.change': 'autoExtend',
              'gdap.roles': proposal.gdap.roles,
              'gdap.autoExtend': EXTENSION,
              'gdap.bulkCount': 1,
            }),
          ];
    case 'end':
      return [ask('relationship_end', { 'end.what': proposal.what })];
  }
};

const flowOf = {
  'new-subscription': 'purchase_check',
  'manual-switch': 'azure_switch',
  'azure-plan-transfer': 'azure_plan_transfer',
  'licence-transfer': 'licence_transfer',
  'ea-to-csp': 'ea_to_csp',
} as const satisfies Record<AzureProposal['procedure'], Flow>;

/** One question for each subscription: what may move of a customer's things need not be all or nothing. */
const azureAsks = (proposal: AzureProposal): Ask[] =>
  proposal.subjects.map(({ id, facts }) =>
    ask(
      flowOf[proposal.procedure],
      {
        ...facts,
        ...(proposal.wants === 'hand-out' && theirs),
        'xfer.action': proposal.wants === 'hand-out' ? 'accept' : 'create',
        'xfer.itemCount': proposal.subjects.length,
        'api.errorCode': null,
      },
      id,
    ),
  );

/** How far the transfer of a case has come. A request of ours that has not gone out has no age. */
export const transferFacts = ({ proposal, status, since, openedAt }: Question['about'], now: Instant): FactValues => {
  if (!('subjects' in proposal)) return {};
  const from = proposal.wants === 'hand-out' ? openedAt : status === 'awaiting-other-partner' ? since : undefined;
  return {
    'xfer.status': from === undefined ? null : 'pending',
    'xfer.requestAgeDays': from === undefined ? null : wholeDaysBetween(from, now),
    'xfer.daysSinceAccept': null,
  };
};

/** Of what we hand out the other side says for whom it is; the rest of what a request has is theirs. */
const theirs = {
  'xfer.sourceEqualsTarget': false,
  'xfer.resellerPartnerId': null,
  'req.model': 'direct',
  providerResellerSameRegion: null,
} as const;

/** What the rules are asked about a proposal: one flow for each thing that is wanted. */
export const asksOf = (proposal: Proposal, id: CaseId): Ask[] => {
  if (proposal.wants === 'ask-customer') return [];
  return proposal.wants === 'switch' || proposal.wants === 'hand-out' ? azureAsks(proposal) : adminAsks(proposal, id);
};

/** Taking an invitation back was asked of nobody, and needs nobody’s leave. */
export const isRecall = (current: Case): boolean => 'what' in current && current.what === 'invitation';

/** What the rules are asked right before something is done outside; null where they have nothing to say. */
export const asksBefore = (effect: Effect, current: Case): readonly Ask[] | null => {
  if (effect.kind === 'assign-groups') return [ask('gdap_groups', {})];
  // Of what the other partner asks for only what we agree to leaves us.
  if (effect.kind === 'accept-transfer') return current.asks.filter(({ about }) => about !== null && effect.items.includes(about));
  if (effect.kind === 'send-letter') return effect.letter === 'invitation' ? [ask('invitation_message', {})] : null;
  // Taking a request back undoes something; it does not need leave either.
  return isService(effect) && effect.kind !== 'cancel-transfer' && !isRecall(current) ? current.asks : null;
};

/** Who would carry it out, as long as nobody has agreed to do so. */
export const executingRole = (asks: readonly Ask[]): Role =>
  asks.some(({ flow }) => flow === 'relationship_end') ? 'global_admin' : 'admin_agent';
