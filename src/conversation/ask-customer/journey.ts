import { whyNotToCarryOn } from '../../commands/rights.ts';
import type { Senders } from '../../letters/words.ts';
import type { Cloud } from '../../policy/index.ts';
import { inputsOf, readPage, stepsOf } from '../../wizards/ask-customer.ts';
import { begun, Filling, taken } from '../../wizards/ask-customer/filling.ts';
import { requestOf } from '../../wizards/ask-customer/request.ts';
import * as customer from '../../wizards/customer-page.ts';
import type { Found } from '../../wizards/customer-page.ts';
import { fill, hindrances, turnedTo, warned } from '../../wizards/walk.ts';
import { drawCustomer } from '../wizards/customer.ts';
import { goes, stays } from '../wizards/journey.ts';
import type { Asking, Drawing, Drawn, Journey, Stepped } from '../wizards/journey.ts';
import { drawLetter } from '../wizards/letter.ts';
import type { Lookups } from '../wizards/lookups.ts';
import type { Whom } from '../wizards/whom.ts';
import { aboutQuestion } from './letter.ts';
import { openedWith } from './opening.ts';
import { questionsPreview } from './preview.ts';
import { drawReview } from './review.ts';

interface Means {
  readonly lookups: Pick<Lookups, 'openInquiries'>;
  readonly whom: Whom;
  readonly clouds: readonly Cloud[];
  readonly senders: Senders;
}

/** Asks a customer by letter for what only the customer knows. Nothing is granted, and nothing moves. */
export const createAskCustomer = ({ lookups, whom, clouds, senders }: Means): Journey<Filling> => {
  const draw = (drawing: Drawing<Filling>): Drawn<Filling> => {
    const { filling, reading } = drawing;
    switch (filling.page) {
      case 'customer':
        return drawCustomer(drawing, clouds);
      case 'letter':
        return drawLetter(drawing, questionsPreview(drawing, senders), [aboutQuestion(drawing)]);
      case 'review': {
        const request = requestOf(filling, reading.checks);
        if (request === null) return goes(turnedTo(filling, filling.customer === null ? 'customer' : 'letter'));
        return drawReview(drawing, request, questionsPreview(drawing, senders)(request.customer.language));
      }
    }
  };

  const enter = async (before: Filling, cloud: Cloud, company: Found): Promise<Stepped<Filling>> => {
    const open = await lookups.openInquiries(cloud, company);
    return goes(turnedTo({ ...taken(before, cloud, company), open }, 'letter'));
  };

  const forward = (filling: Filling, { reading }: Asking): Promise<Stepped<Filling>> => {
    if (filling.page === 'customer') return whom(filling, enter);
    const hindered = hindrances(filling, readPage(filling, reading.checks, clouds));
    const isHindered = Object.keys(hindered).length > 0;
    return Promise.resolve(isHindered ? stays(warned(filling), hindered) : goes(turnedTo(filling, 'review')));
  };

  return {
    name: 'ask-customer',
    shape: Filling,
    flows: [],
    whyNot: whyNotToCarryOn,
    opens: 'ASK',
    begin: ({ cloud, text }) => {
      const { typed, about } = openedWith(text);
      const filling: Filling = { ...begun(cloud), filled: { letter: { about } } };
      return typed === null ? filling : fill(filling, customer.inputs, { typed });
    },
    inputsOf,
    stepsOf,
    forward,
    draw: (drawing) => Promise.resolve(draw(drawing)),
    isLast: ({ page }) => page === 'review',
    order: (filling, { reading }) => {
      const request = requestOf(filling, reading.checks);
      return Promise.resolve(request && { click: { name: 'ask-customer', ...request } });
    },
  };
};
