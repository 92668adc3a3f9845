import type { Case } from '../cases/case.ts';
import type { Speaker } from '../languages/speak.ts';
import type { Button } from './screens.ts';

export type Way = 'check' | 'switch-azure' | 'ask-customer';

/** What one would type for a way on: whom it is about, and what of theirs. */
export type TypedWay = (wish: Way, customer: string, about: string) => string;

/** With what the customer has told one goes on; where it has told nothing, one asks again. */
const waysFrom = ({ kind, status }: Case): readonly Way[] => {
  if (kind !== 'customer-inquiry') return [];
  if (status === 'done') return ['check', 'switch-azure'];
  return status === 'ended' ? ['ask-customer'] : [];
};

/** What begins with the answers of a customer filled in. */
export const wayButtons = (current: Case, typed: TypedWay, speaker: Speaker): Button[] => {
  const { name, domain, tenant } = current.customer;
  const about = current.proposal.wants === 'ask-customer' ? current.proposal.subject : '';
  return waysFrom(current).map((way) => ({
    ...{ title: speaker.say(`command.${way}.title`), verb: 'say', seen: '', tone: 'default', asks: false },
    id: typed(way, domain ?? tenant ?? name, about),
  }));
};
