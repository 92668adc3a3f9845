import { previewInvitation } from '../../letters/preview.ts';
import type { Senders } from '../../letters/words.ts';
import type { Filling } from '../../wizards/request-admin/filling.ts';
import { requestOf } from '../../wizards/request-admin/review.ts';
import { filledOn } from '../../wizards/walk.ts';
import type { Drawing } from '../wizards/journey.ts';
import type { Preview } from '../wizards/letter.ts';

/** The invitation as it would be sent in this language. */
export const invitationPreview =
  ({ filling, reading, person }: Drawing<Filling>, senders: Senders) =>
  (language: string): Preview | null => {
    const request = requestOf(filling, reading);
    const sender = filling.cloud && senders(filling.cloud);
    if (request === null || !sender) return null;
    const { cloud, customer, proposal } = request;
    const typed = (filledOn(filling, 'letter').paragraph ?? '').trim();
    return previewInvitation({
      cloud,
      customer: { name: customer.name, language },
      from: { ...sender, contact: person.name.trim() || sender.name },
      reseller: proposal.reseller,
      gdap: proposal.gdap,
      // Words that may not be sent are not shown as if they were.
      paragraph: reading.checks.checkParagraph(typed) === null ? typed : '',
    });
  };
