import type { Case, CaseEvent } from '../../src/cases/case.ts';
import type { Actor } from '../../src/cases/people.ts';

/** What the house of the tests wants: one Admin agent, two for what moves subscriptions, a Global admin for an end. */
const needs = {
  invite: { people: 1, role: 'admin_agent' },
  renew: { people: 1, role: 'admin_agent' },
  end: { people: 1, role: 'global_admin' },
  switch: { people: 2, role: 'admin_agent' },
  /** A new subscription beside the old one moves nothing: it is bought. */
  buy: { people: 1, role: 'admin_agent' },
  'hand-out': { people: 1, role: 'admin_agent' },
  /** Nobody has to, and nobody can. */
  'ask-customer': { people: 1, role: 'none' },
} as const;

/** All that has to be known of a case to tell whether a decision about it was fair. */
export interface Fair {
  readonly wants: keyof typeof needs;
  /** Who asked, or has taken it over: none of them may agree. */
  readonly askers: readonly string[];
  readonly agreed: readonly string[];
  /** Somebody has agreed to all of it, and nothing outside may happen before. */
  readonly isAgreed: boolean;
}

const idOf = (actor: Actor): string => (typeof actor === 'object' ? actor.id : actor);

/** May this person agree? The one rule that everything here is about. */
export const mayAgree = ({ askers, agreed, wants }: Fair, actor: Actor): boolean =>
  typeof actor === 'object' && !askers.includes(actor.id) && !agreed.includes(actor.id) && actor.roles.includes(needs[wants].role);

/** Cheaper than `expect`, for what is demanded a hundred thousand times. */
export const demand = (isSo: boolean, foul: string): void => {
  if (!isSo) throw new Error(`Foul: ${foul}`);
};

/** The case after an event, or a foul. */
export const judged = (fair: Fair | null, event: CaseEvent): Fair => {
  if (event.type === 'case-opened') return begun(wishOf(event.proposal), [event.requester.id]);
  if (event.type === 'transfer-offered') return begun(event.proposal.wants, []);
  if (fair === null) throw new Error('Foul: it has not begun');
  return goneOn(fair, event);
};

const wishOf = (proposal: Case['proposal']): Fair['wants'] =>
  proposal.wants === 'switch' && proposal.procedure === 'new-subscription' ? 'buy' : proposal.wants;

const begun = (wants: Fair['wants'], askers: readonly string[]): Fair => ({
  wants,
  askers,
  agreed: [],
  // A question needs nobody’s leave, and gives nobody any.
  isAgreed: wants === 'ask-customer',
});

const goneOn = (fair: Fair, event: CaseEvent): Fair => {
  const who = idOf(event.actor);
  switch (event.type) {
    case 'approval-given':
    case 'review-answered':
    case 'handing-out-agreed':
      demand(mayAgree(fair, event.actor), `${who} may not agree`);
      return { ...fair, agreed: [...fair.agreed, who], isAgreed: fair.isAgreed || event.type === 'handing-out-agreed' };
    case 'case-approved':
      demand(fair.agreed.length === needs[fair.wants].people, `${fair.agreed.length} are not enough, or too many`);
      return { ...fair, isAgreed: true };
    case 'case-taken-over':
      return { ...fair, askers: [...fair.askers, who] };
    case 'case-sent-back':
    case 'question-answered':
    case 'decisions-renewed':
    case 'decision-changed':
      return { ...fair, agreed: [] };
    default:
      return fair;
  }
};
