import type { Question } from '../../cards/screens.ts';
import { filledOn } from '../../wizards/walk.ts';
import type { Filling } from '../../wizards/ask-customer/filling.ts';
import { LONGEST_ABOUT } from '../../wizards/ask-customer/written.ts';
import { question } from '../wizards/drawing.ts';
import type { Drawing } from '../wizards/journey.ts';

/** Which of what the customer has bought we mean; nobody need know. */
export const aboutQuestion = (drawing: Drawing<Filling>): Question => {
  const { say } = drawing.speaker;
  return question(drawing, say('wizard.inquiry.about'), {
    kind: 'text',
    id: 'about',
    hint: say('wizard.inquiry.aboutHint'),
    value: filledOn(drawing.filling, 'letter').about ?? '',
    longest: LONGEST_ABOUT,
    isLong: false,
    placeholder: null,
  });
};
