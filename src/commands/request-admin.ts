import { Proposal } from '../cases/admin-relationship/case.ts';
import type { AdminRelationshipEvent } from '../cases/admin-relationship/events.ts';
import { Customer } from '../cases/asking/states.ts';
import { verdictOf } from '../cases/decided.ts';
import { Cloud } from '../policy/index.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import type { Ask } from '../cases/decided.ts';
import { asksOf, executingRole } from './asks.ts';
import { channelAsks, wayOf } from './procedures.ts';
import { byPerson, opening } from './command.ts';
import type { Asked, Judged, Question } from './command.ts';
import type { CaseId } from '../cases/ids.ts';
import type { Person } from '../cases/people.ts';
import type { Case } from '../cases/case.ts';

interface Wanted {
  readonly cloud: Cloud;
  readonly customer: Customer;
  readonly proposal: Case['proposal'];
}

type Kind = Pick<Wanted, 'cloud' | 'proposal'>;

/** In the global cloud the channel chooses the procedure, and need not be asked again. */
const chosenWay = ({ cloud, proposal }: Kind): Pick<Question, 'first'> =>
  proposal.wants === 'switch' && cloud === 'global' ? { first: wayOf(proposal) } : {};

/** Elsewhere the pages leave the channel to a person: so it stays a question of the case, and is answered with its approval. */
export const asksFor = ({ cloud, proposal }: Kind, id: CaseId): Ask[] => [
  ...asksOf(proposal, id),
  ...(proposal.wants === 'switch' && cloud !== 'global' ? channelAsks(proposal) : []),
];

/** At the request the rules are asked as if somebody who may do it did it; who may ask is the house's own rule. */
export const questionAbout = ({ cloud, customer, proposal }: Wanted, id: CaseId, requester: Person): Question => {
  const asks = asksFor({ cloud, proposal }, id);
  return {
    ...chosenWay({ cloud, proposal }),
    asks,
    roles: [executingRole(asks)],
    requester,
    approvers: [],
    about: { id, cloud, customer, proposal },
  };
};

/** Nothing is opened that the rules refuse, or that would wait for nobody. */
export const whyNotToOpen = ({ decisions, approval }: Judged): Refused | null => {
  if (verdictOf(decisions) === 'deny') return refused('rules', {}, decisions);
  return approval.roles.length === 0 ? refused('no-approver') : null;
};

/** Asks a customer for a reseller relationship, granular admin, or both. */
const shape = byPerson('request-admin', { cloud: Cloud, customer: Customer, proposal: Proposal.options[0] });

export const openAdminCase = (
  { command, now }: Asked<{ actor: Person } & Omit<Wanted, 'proposal'>>,
  id: CaseId,
  proposal: Proposal,
  { decisions, approval }: Judged,
): AdminRelationshipEvent => ({
  type: 'case-opened',
  at: now,
  actor: command.actor,
  kind: 'admin-relationship',
  id,
  cloud: command.cloud,
  customer: command.customer,
  requester: command.actor,
  proposal,
  asks: asksOf(proposal, id),
  decisions,
  approval,
});

export const requestAdmin = opening({
  opens: 'ADM',
  shape,
  propose: ({ command }, id) => ({ question: questionAbout(command, id, command.actor) }),
  accept: (asked, id, judged) => whyNotToOpen(judged) ?? [openAdminCase(asked, id, asked.command.proposal, judged)],
});
