import type { Button, Fact } from '../../cards/screens.ts';
import { plain } from '../../languages/speak.ts';
import type { Filling } from '../../wizards/ask-customer/filling.ts';
import type { Request } from '../../wizards/ask-customer/request.ts';
import { button, frame } from '../wizards/drawing.ts';
import type { Drawing } from '../wizards/journey.ts';
import type { Preview } from '../wizards/letter.ts';
import { letterFacts, whichOf } from '../wizards/reviewing.ts';
import type { Shown } from '../show.ts';

const factsOf = ({ customer, about, letter }: Request, { speaker }: Drawing<Filling>): Fact[] => {
  const { say } = speaker;
  const named = plain(about);
  return [
    { name: say('wizard.review.customer'), value: whichOf(customer) },
    ...(named === '' ? [] : [{ name: say('wizard.inquiry.about'), value: named }]),
    ...letterFacts(customer, letter.paragraph, speaker),
  ];
};

/** Whoever has been written to already is mostly better called. */
const openFacts = ({ filling, speaker }: Drawing<Filling>): Fact[] => {
  const { say, date } = speaker;
  const lines = filling.open.map(({ id, on }) => say('wizard.inquiry.openSince', { id, day: date(on) }));
  return lines.length === 0 ? [] : [{ name: say('wizard.inquiry.already'), value: lines.join('; ') }];
};

const openButtons = (drawing: Drawing<Filling>): Button[] =>
  drawing.filling.open
    .slice(0, 1)
    .map(({ id }) => button(drawing, drawing.speaker.say('wizard.openCase', { id }), { verb: 'view', id, seen: '' }));

/** The whole letter as it will go out: nobody else looks at it before the customer does. */
export const drawReview = (drawing: Drawing<Filling>, request: Request, preview: Preview | null): Shown => {
  const { say } = drawing.speaker;
  return {
    screen: 'ask-customer/review',
    data: {
      ...frame(drawing, [button(drawing, say('wizard.inquiry.send'), { tone: 'positive' }), ...openButtons(drawing)]),
      lead: say('wizard.inquiry.lead'),
      facts: [...openFacts(drawing), ...factsOf(request, drawing)],
      previewTitle: preview?.title ?? say('wizard.review.letter'),
      preview: [...(preview?.lines ?? [])],
    },
  };
};
