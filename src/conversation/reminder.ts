import { howOf, itemsOf, titleOf } from '../cards/case-items.ts';
import { shown } from '../cards/shown.ts';
import type { AzureSwitch } from '../cases/azure-switch/case.ts';
import { answerBy } from '../cases/azure-switch/deadlines.ts';
import type { Case } from '../cases/case.ts';
import type { Item } from '../cases/checklist.ts';
import { dayOf } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import { languageOf, speakerOf } from '../languages/catalogues.ts';
import type { Speaker } from '../languages/speak.ts';
import type { DayText } from '../policy/index.ts';

/** Whoever of ours runs the case reads these lines, and sends on what is for others. */
interface Reminding {
  readonly current: Case;
  readonly now: Instant;
  readonly speaker: Speaker;
}

const overdueOf = ({ current, now }: Reminding, owner: Item['owner']): readonly Item[] =>
  itemsOf(current).filter((item) => item.owner === owner && item.done === null && item.dueOn < dayOf(now));

const asked = (items: readonly Item[], speaker: Speaker): string =>
  items.map((item) => howOf(item, speaker) ?? titleOf(item, speaker)).join(' ');

/** What is for the customer is said as the customer reads it. */
const theirs = ({ customer }: Case): Speaker => speakerOf(languageOf(customer.language) ?? 'en');

const partnerIn = ({ proposal }: Case): string | null =>
  'otherPartner' in proposal && proposal.otherPartner !== null ? shown(proposal.otherPartner.name, 200) : null;

const sendOn = ({ speaker }: Reminding, to: string, sentence: string): string => speaker.say('send.on', { to, sentence });

const customerNameIn = ({ customer }: Case): string => shown(customer.name, 200);

const partnerNameIn = (current: Case, { say }: Speaker): string => partnerIn(current) ?? say('owner.other-partner');

const itemLines = (reminding: Reminding): string[] => {
  const { current, speaker } = reminding;
  const [we, customer, partner] = (['we', 'customer', 'other-partner'] as const).map((owner) => overdueOf(reminding, owner));
  const sentenceTo = (items: readonly Item[], reader: Speaker): string => reader.say('send.items', { items: asked(items, reader) });
  return [
    ...(we?.length ? [speaker.say('send.for-us', { items: asked(we, speaker) })] : []),
    ...(customer?.length ? [sendOn(reminding, customerNameIn(current), sentenceTo(customer, theirs(current)))] : []),
    ...(partner?.length ? [sendOn(reminding, partnerNameIn(current, speaker), sentenceTo(partner, speaker))] : []),
  ];
};

type Waiting = Extract<AzureSwitch, { status: 'awaiting-other-partner' }>;

const silentPartnerLines = (reminding: Reminding, waiting: Waiting): string[] => {
  const { current, speaker } = reminding;
  const day = { day: dayOf(answerBy(waiting)) as DayText };
  const customer = customerNameIn(current);
  const reader = theirs(current);
  return [
    sendOn(reminding, customer, reader.say('send.ask-partner', { partner: partnerNameIn(current, reader), day })),
    sendOn(reminding, partnerNameIn(current, speaker), speaker.say('send.transfer-waits', { customer, day })),
  ];
};

/** What goes with a reminder: what is overdue, and a sentence for each of the others that only needs to be sent. */
export const reminderLines = (says: string, reminding: Reminding): string[] => {
  const { current } = reminding;
  if (says === 'told.items-wait') return itemLines(reminding);
  return says === 'told.other-partner-silent' && current.status === 'awaiting-other-partner'
    ? silentPartnerLines(reminding, current)
    : [];
};
