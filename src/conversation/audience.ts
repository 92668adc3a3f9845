import type { Case } from '../cases/case.ts';
import { bare, isAmong } from '../cases/people.ts';
import type { Person } from '../cases/people.ts';
import { isTheirs } from '../commands/rights.ts';
import type { People, SentCard } from '../ports.ts';

/** More people than this are not written to one by one: the channel is for them. */
const MOST_APPROVERS = 50;

export const waitsForApproval = ({ status }: Case): boolean => status === 'awaiting-approval' || status === 'awaiting-our-decision';

const askersOf = ({ requester, takenOverBy, approvals, proposal }: Case): readonly Person[] => [
  ...(proposal.wants === 'hand-out' ? [] : [requester]),
  ...takenOverBy,
  ...approvals.map(({ by }) => by),
];

/** Who is shown a case. */
export interface Audience {
  /** Who could decide it now. */
  readonly approvers: readonly Person[];
  /** Whoever has a part in it now, and whoever has had a copy before. */
  readonly everyone: readonly Person[];
}

export const createAudience = (people: Pick<People, 'known' | 'withRoles'>) => {
  const approversOf = async (current: Case): Promise<readonly Person[]> => {
    if (!waitsForApproval(current)) return [];
    const holders = await people.withRoles(current.approval.roles);
    return holders.filter((person) => !isTheirs(person, current)).slice(0, MOST_APPROVERS);
  };

  return async (current: Case, sent: readonly SentCard[]): Promise<Audience> => {
    const approvers = await approversOf(current);
    const all = [...askersOf(current), ...approvers];
    const before = sent.filter(({ place }) => place.startsWith('person/')).map(({ place }) => place.slice('person/'.length));
    const others = await Promise.all(before.map((id) => people.known(id)));
    const known = others.filter((person) => person !== null).filter((person) => !isAmong(all, person));
    return { approvers, everyone: [...new Map([...all, ...known].map((person) => [bare(person.id), person])).values()] };
  };
};
