import { LONGEST_PARAGRAPH } from '../../letters/checks.ts';
import { previewInvitation } from '../../letters/preview.ts';
import type { Senders } from '../../letters/words.ts';
import { languageNames, languages } from '../../languages/speak.ts';
import { filledOn } from '../../wizards/request-admin/filling.ts';
import { usualLanguage } from '../../wizards/request-admin/letter.ts';
import { requestOf } from '../../wizards/request-admin/review.ts';
import { button, frame, next, question, stampOf } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import type { Shown } from '../show.ts';

/** A press under this mark shows the page again, with the letter as it has been filled in. */
export const LOOK = ' look';

const longestAddress = 254;

const previewOf = ({ filling, reading, person, isLooking }: Drawing, language: string, senders: Senders) => {
  if (!isLooking) return null;
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

export const drawLetter = (drawing: Drawing, senders: Senders): Shown => {
  const { filling, speaker } = drawing;
  const { say } = speaker;
  const { language: chosen, contact = '', paragraph = '' } = filledOn(filling, 'letter');
  const language = chosen ?? usualLanguage(filling.customer?.country ?? null, speaker.language);
  const preview = previewOf(drawing, language, senders);
  const look = button(drawing, say('wizard.preview'), { seen: `${stampOf(filling)}${LOOK}`, asks: true });
  return {
    screen: 'request-admin/letter',
    data: {
      ...frame(drawing, [next(drawing), look]),
      questions: [
        question(drawing, say('wizard.letter.language'), {
          kind: 'choice',
          id: 'language',
          choices: languages.map((one) => ({ title: languageNames[one], value: one })),
          value: language,
        }),
        question(drawing, say('wizard.letter.contact'), {
          kind: 'text',
          id: 'contact',
          value: contact,
          longest: longestAddress,
          isLong: false,
          placeholder: filling.customer?.domain ? `admin@${filling.customer.domain}` : null,
        }),
        question(drawing, say('wizard.letter.paragraph'), {
          kind: 'text',
          id: 'paragraph',
          hint: say('wizard.letter.paragraphHint'),
          value: paragraph,
          longest: LONGEST_PARAGRAPH,
          isLong: true,
          placeholder: null,
        }),
      ],
      preview: [...(preview?.lines ?? [])],
      previewTitle: preview?.title ?? say('wizard.review.letter'),
    },
  };
};
