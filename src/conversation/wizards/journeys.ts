import type { Inquire, Rehearse } from '../../commands/rehearse.ts';
import type { Senders } from '../../letters/words.ts';
import type { Cloud } from '../../policy/index.ts';
import type { Companies, Holdings, People, Ports } from '../../ports.ts';
import { createAskCustomer } from '../ask-customer/journey.ts';
import { createEnd } from '../end/journey.ts';
import { createHandOut } from '../hand-out/journey.ts';
import { createRenew } from '../renew/journey.ts';
import { createCheckEligibility } from '../check-eligibility/journey.ts';
import { createRequestAdmin } from '../request-admin/journey.ts';
import { createSwitchAzure } from '../switch-azure/journey.ts';
import type { Filled, Journey, JourneyName } from './journey.ts';
import { createLookups } from './lookups.ts';
import { createWhom } from './whom.ts';

/** What wizards look up and ask on the way. */
export interface JourneyMeans {
  readonly ports: Pick<Ports, 'store' | 'clock' | 'facts'>;
  readonly companies: Companies;
  readonly holdings: Holdings;
  readonly people: Pick<People, 'known'>;
  /** Of our accounts. */
  readonly clouds: readonly Cloud[];
  readonly senders: Senders;
  readonly rehearse: Rehearse;
  readonly inquire: Inquire;
  /** There are pages on which customers answer. */
  readonly asksCustomers: boolean;
}

/** Every wizard there is, by its name. */
export const createJourneys = (means: JourneyMeans): Readonly<Partial<Record<JourneyName, Journey<Filled>>>> => {
  const lookups = createLookups(means);
  const whom = createWhom({ lookups, clouds: means.clouds });
  const looking = { ...means, lookups, whom };
  return {
    'request-admin': createRequestAdmin(looking),
    check: createCheckEligibility(looking),
    'switch-azure': createSwitchAzure(looking),
    renew: createRenew(looking),
    end: createEnd(looking),
    'hand-out': createHandOut(looking),
    ...(means.asksCustomers && { 'ask-customer': createAskCustomer(looking) }),
  };
};
