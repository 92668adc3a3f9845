import { TRANSFER_FAILED } from '../cases/azure-switch/effects.ts';
import { isOver } from '../cases/case.ts';
import type { Case } from '../cases/case.ts';
import { isAnswered, verdictOf } from '../cases/decided.ts';
import type { Offer } from '../cases/offer.ts';
import { isAmong } from '../cases/people.ts';
import type { Person } from '../cases/people.ts';
import type { Flow, HouseRules } from '../policy/index.ts';
import { whyNotToApprove } from './approve-case.ts';
import { openUnseen } from './confirm-acceptance.ts';
import { whyNotToTickAnything } from './confirm-item.ts';
import { deciders } from './decide-hand-out.ts';
import { whyNotToPause } from './pause-follow-ups.ts';
import { hasNoLetter } from './resume-case.ts';
import { whyNotToResumeFollowUps } from './resume-follow-ups.ts';
import { countingRoles, isInvolved, isOperator, isTheirs, mayDecide, reviewersOf } from './rights.ts';
import { whyNotToTakeOver } from './take-over-case.ts';
import { withdrawal } from './withdraw-case.ts';

interface Looking {
  readonly person: Person;
  readonly current: Case;
  readonly house: HouseRules;
}

const decidesHandOut = ({ person, current, house }: Looking): boolean =>
  current.status === 'awaiting-our-decision' && mayDecide(person, current, deciders(house, current)) === null;

const decidesRequest = ({ person, current }: Looking): boolean => mayDecide(person, current) === null;

/** What the rules refuse nobody is offered to agree to. */
const approves = ({ person, current }: Looking): boolean =>
  whyNotToApprove(person, current) === null && mayDecide(person, current) === null && verdictOf(current.decisions) !== 'deny';

const asksUnderHouseRules = ({ person, house }: Looking, flow: Flow): boolean =>
  house.mayAsk.every(({ flows, roles }) => !flows.includes(flow) || roles.some((role) => person.roles.includes(role)));

const isRunning = ({ person, current }: Looking): boolean => current.status === 'active' && isInvolved(person, current);

/** What the rules have left open since is answered by somebody who could have approved it, once by each. */
const mayAnswerAnew = ({ person, current }: Looking): boolean =>
  mayDecide(person, current) === null && !isAmong(reviewersOf(current), person);

const resumes = (looking: Looking): boolean => {
  const { person, current } = looking;
  if (current.status !== 'stuck') return false;
  if (!isInvolved(person, current) && (hasNoLetter(current) || !isOperator(person))) return false;
  return current.trouble.code === TRANSFER_FAILED || isAnswered(current.decisions, current.answered) || mayAnswerAnew(looking);
};

const offers: Readonly<Record<Offer, (looking: Looking) => boolean>> = {
  approve: (looking) => approves(looking) || decidesHandOut(looking),
  'send-back': (looking) => looking.current.status === 'awaiting-approval' && decidesRequest(looking),
  decline: (looking) =>
    decidesHandOut(looking) ||
    ((looking.current.status === 'awaiting-approval' || looking.current.status === 'sent-back') && decidesRequest(looking)),
  answer: ({ person, current }) => current.status === 'sent-back' && isTheirs(person, current),
  tick: ({ person, current }) => whyNotToTickAnything(person, current) === null,
  accepted: ({ person, current }) =>
    current.status === 'awaiting-customer' && isInvolved(person, current) && openUnseen(current).length > 0,
  resume: resumes,
  renew: (looking) =>
    isRunning(looking) &&
    'renewedBy' in looking.current &&
    looking.current.relationshipId !== null &&
    looking.current.renewedBy === null &&
    asksUnderHouseRules(looking, 'gdap_request'),
  end: (looking) => isRunning(looking) && asksUnderHouseRules(looking, 'relationship_end'),
  withdraw: ({ person, current }) => !('says' in withdrawal(current, '-', { at: current.since, actor: person })),
  'pause-reminders': ({ person, current }) =>
    whyNotToPause(person, current) === null && whyNotToResumeFollowUps(person, current) !== null,
  'resume-reminders': ({ person, current }) => whyNotToResumeFollowUps(person, current) === null,
  'take-over': ({ person, current }) => whyNotToTakeOver(person, current) === null,
};

const all = Object.keys(offers) as readonly Offer[];

/** What this person may do about a case, by the same checks that their commands go through. */
export const offeredTo = (person: Person, current: Case, house: HouseRules): readonly Offer[] =>
  isOver(current) ? [] : all.filter((offer) => offers[offer]({ person, current, house }));

/** Whoever asks, decides or has decided about it, or runs the bot. */
const hasPart = ({ person, current, house }: Looking): boolean =>
  isInvolved(person, current) ||
  isOperator(person) ||
  isAmong([...current.approvals.map(({ by }) => by), ...reviewersOf(current)], person) ||
  (current.proposal.wants === 'hand-out' && countingRoles(person, deciders(house, current)).length > 0);

/** A case as one person may see it, with what they may do about it. */
export const viewOf = (person: Person, current: Case, house: HouseRules) => ({
  person,
  sees: hasPart({ person, current, house }) ? ('all' as const) : ('status' as const),
  may: new Set(offeredTo(person, current, house)),
});
