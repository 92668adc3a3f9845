import { previewQuestions } from '../../letters/preview.ts';
import type { Senders } from '../../letters/words.ts';
import type { Filling } from '../../wizards/ask-customer/filling.ts';
import { aboutOn } from '../../wizards/ask-customer/written.ts';
import { filledOn } from '../../wizards/walk.ts';
import type { Drawing } from '../wizards/journey.ts';
import type { Preview } from '../wizards/letter.ts';

/** The letter as it would be sent in this language. */
export const questionsPreview =
  ({ filling, reading, person }: Drawing<Filling>, senders: Senders) =>
  (language: string): Preview | null => {
    const { cloud, customer } = filling;
    const sender = cloud && senders(cloud);
    if (cloud === null || customer === null || !sender) return null;
    // Words that may not be sent are not shown as if they were.
    const ifSendable = (words: string): string => (reading.checks.checkParagraph(words) === null ? words : '');
    const paragraph = ifSendable((filledOn(filling, 'letter').paragraph ?? '').trim());
    const from = { ...sender, contact: person.name.trim() || sender.name };
    return previewQuestions({ cloud, customer: { name: customer.name, language }, from, paragraph }, ifSendable(aboutOn(filling)));
  };
