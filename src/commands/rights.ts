import type { Agreement } from '../cases/asking/states.ts';
import type { Case } from '../cases/case.ts';
import type { Approval } from '../cases/decided.ts';
import { isAmong } from '../cases/people.ts';
import type { Person } from '../cases/people.ts';
import { dayOf } from '../cases/time.ts';
import { Role } from '../policy/index.ts';
import type { DayText, Says } from '../policy/index.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';

const askers = ({ requester, takenOverBy }: Pick<Case, 'requester' | 'takenOverBy'>): Person[] => [requester, ...takenOverBy];

/** Who answers for it here. What another partner wants from us nobody here has asked for, until somebody agrees to it. */
export const ownerOf = ({ takenOverBy, proposal, requester }: Case): Person | null =>
  takenOverBy.at(-1) ?? (proposal.wants === 'hand-out' ? null : requester);

const statusLabel = ({ status }: Case): Says['values'][string] => ({ label: `status.${status}` });

export const notNow = (current: Case): Refused => refused('not-now', { status: statusLabel(current) });

/** Roles of the approver that count here. */
export const countingRoles = (person: Person, { roles }: Approval): readonly Role[] =>
  roles.filter((role) => person.roles.includes(role));

/** Roles in which this person could carry it out: those that were asked for, or, should the house have changed its mind, any. */
export const rolesOf = (person: Person, approval: Approval): readonly Role[] => {
  const counting = countingRoles(person, approval);
  return counting.length > 0 ? counting : Role.options.filter((role) => person.roles.includes(role));
};

const rolesText = (roles: readonly Role[]): Says['values'][string] => ({ labels: roles.map((role) => `value.actor.role.${role}`) });

const mayCarryOn: readonly Role[] = ['sales_agent', 'admin_agent', 'global_admin'];

/** Why this person may answer for no case; null where they may. */
export const whyNotToCarryOn = ({ roles }: Person): Refused | null =>
  mayCarryOn.some((role) => roles.includes(role)) ? null : refused('not-an-approver', { roles: rolesText(mayCarryOn) });

/** Who decided and when, where it was a person who did. */
const lastWord = (current: Case): Pick<Agreement, 'by' | 'at'> | null => {
  const by = (person: Person | null) => person && { by: person, at: current.since };
  switch (current.status) {
    case 'declined':
      return by(current.declinedBy);
    case 'withdrawn':
      return by(current.withdrawnBy);
    case 'sent-back':
      return by(current.askedBy);
    case 'refused':
      if (typeof current.refusedBy === 'object') return by(current.refusedBy);
  }
  return current.approvals.at(-1) ?? null;
};

/** Whoever comes late is told who was first. */
export const decidedAlready = (current: Case): Refused => {
  const last = lastWord(current);
  if (last === null) return notNow(current);
  const { by, at } = last;
  return refused('already-decided', { status: statusLabel(current), who: by.name, day: { day: dayOf(at) as DayText } });
};

/** May this person decide about it? Never who asked for it, never outside the role, nobody when nobody is named. */
export const mayDecide = (person: Person, current: Case, approval: Approval = current.approval): Refused | null => {
  if (approval.roles.length === 0) return refused('no-approver');
  if (isAmong(askers(current), person)) return refused('own-request');
  return countingRoles(person, approval).length === 0 ? refused('not-an-approver', { roles: rolesText(approval.roles) }) : null;
};

/** Whoever asked, or has taken it over. */
export const isTheirs = (person: Person, current: Case): boolean => isAmong(askers(current), person);

/** Of those whose answer a stuck case needs: who has given it. */
export const reviewersOf = (current: Case): Person[] =>
  current.status === 'stuck' ? current.answers.map(({ reviewer }) => reviewer) : [];

/** Those who have a hand in it: who asked, and who may decide. */
export const isInvolved = (person: Person, current: Case): boolean =>
  isTheirs(person, current) || countingRoles(person, current.approval).length > 0;

export const isOperator = ({ roles }: Person): boolean => roles.includes('operator');
