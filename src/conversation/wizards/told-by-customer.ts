import { shown } from '../../cards/shown.ts';
import type { Speaker } from '../../languages/speak.ts';
import { subjectOf } from '../../wizards/by-customer.ts';
import type { ByCustomer } from '../../wizards/by-customer.ts';

const LONGEST_SUBJECT = 200;

/** When the customer has answered, and about what: that may be another thing than the one in question. */
export const whenAndWhat = (byCustomer: ByCustomer, { date }: Speaker) => ({
  day: date(byCustomer.on),
  what: shown(subjectOf(byCustomer), LONGEST_SUBJECT),
});

/** Beside an answer that stands there only because the customer has told it. */
export const toldByCustomer = (byCustomer: ByCustomer, speaker: Speaker): string =>
  speaker.say('wizard.told.byCustomerOf', whenAndWhat(byCustomer, speaker));
