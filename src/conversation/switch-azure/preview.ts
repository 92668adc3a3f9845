import { previewSwitch } from '../../letters/preview.ts';
import type { Senders } from '../../letters/words.ts';
import type { Filling } from '../../wizards/switch-azure/filling.ts';
import { ownWords, requestOf } from '../../wizards/switch-azure/proposal.ts';
import { filledOn } from '../../wizards/walk.ts';
import type { Drawing } from '../wizards/journey.ts';
import type { Preview } from '../wizards/letter.ts';

/** The letter as it would be sent in this language. */
export const switchPreview =
  ({ filling, reading, person }: Drawing<Filling>, senders: Senders) =>
  (language: string): Preview | null => {
    const request = requestOf(filling, reading);
    const sender = request && senders(request.cloud);
    if (request === null || !sender) return null;
    // Words that may not be sent are not shown as if they were.
    const typed = (filledOn(filling, 'letter').paragraph ?? '').trim();
    const paragraph = ownWords(reading.checks.checkParagraph(typed) === null ? typed : '', filling, reading);
    const from = { ...sender, contact: person.name.trim() || sender.name };
    const { cloud, customer, proposal } = request;
    return previewSwitch({ cloud, customer: { name: customer.name, language }, from, paragraph }, proposal);
  };
