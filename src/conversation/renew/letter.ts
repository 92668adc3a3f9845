import { previewInvitation } from '../../letters/preview.ts';
import type { Senders } from '../../letters/words.ts';
import type { Filling } from '../../wizards/renew/filling.ts';
import { requestOf } from '../../wizards/renew/review.ts';
import type { Drawing } from '../wizards/journey.ts';
import { letterPage, paragraphQuestion } from '../wizards/letter.ts';
import type { Preview } from '../wizards/letter.ts';
import type { Shown } from '../show.ts';
import { recipientOf } from './review.ts';

const previewOf =
  ({ filling, reading, person }: Drawing<Filling>, senders: Senders) =>
  (): Preview | null => {
    const request = requestOf(filling, reading);
    const { cloud, customer, of } = filling;
    const sender = cloud && senders(cloud);
    if (request === null || customer === null || of === null || cloud === null || !sender) return null;
    return previewInvitation({
      cloud,
      customer: { name: customer.name, language: of.language },
      from: { ...sender, contact: person.name.trim() || sender.name },
      reseller: null,
      gdap: request.gdap,
      paragraph: request.letter.paragraph,
    });
  };

/** To whom it goes stands with the case; a word of one’s own is asked. */
export const drawLetter = (drawing: Drawing<Filling>, senders: Senders): Shown => {
  const { filling, speaker } = drawing;
  const asked = paragraphQuestion(drawing);
  const to = filling.of === null ? null : recipientOf(filling.of, speaker);
  const hint = to === null ? asked.hint : speaker.say('wizard.renew.letterHint', { to, hint: asked.hint ?? '' });
  return letterPage(drawing, [{ ...asked, hint }], previewOf(drawing, senders));
};
