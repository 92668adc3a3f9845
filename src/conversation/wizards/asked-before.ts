import type { Case } from '../../cases/case.ts';
import type { CaseId } from '../../cases/ids.ts';
import { dayOf } from '../../cases/time.ts';
import type { Cloud } from '../../policy/index.ts';
import type { Store } from '../../ports.ts';
import type { ByCustomer } from '../../wizards/by-customer.ts';
import type { Found } from '../../wizards/customer-page.ts';

const MOST_OPEN = 5;

type Whom = Pick<Found, 'tenant'>;

/** What customers were asked by letter: what they have answered, and what they have not yet. */
export const createAskedBefore = (store: Pick<Store, 'casesOf'>) => {
  const casesOf = async (cloud: Cloud, { tenant }: Whom): Promise<readonly Case[]> => {
    const kept = tenant === null ? [] : await store.casesOf(tenant);
    return kept.map((one) => one.case).filter((one) => one.cloud === cloud);
  };

  return {
    /** What the customer has answered last. */
    byCustomer: async (cloud: Cloud, whom: Whom): Promise<ByCustomer | null> => {
      const answered = (await casesOf(cloud, whom)).flatMap(({ customerTold, proposal }) =>
        customerTold === undefined ? [] : [{ ...customerTold, proposal }],
      );
      const newest = answered.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1);
      if (newest === undefined) return null;
      const { at, told, proposal } = newest;
      return { on: dayOf(at), told, askedAbout: proposal.wants === 'ask-customer' ? proposal.subject : '' };
    },

    /** Letters with questions that it has not answered yet, the newest first. */
    openInquiries: async (cloud: Cloud, whom: Whom): Promise<{ readonly id: CaseId; readonly on: string }[]> =>
      (await casesOf(cloud, whom))
        .filter(({ kind, status }) => kind === 'customer-inquiry' && status === 'awaiting-customer')
        .toSorted((one, other) => other.openedAt.localeCompare(one.openedAt))
        .slice(0, MOST_OPEN)
        .map(({ id, openedAt }) => ({ id, on: dayOf(openedAt) })),
  };
};
