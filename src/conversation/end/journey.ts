import * as customer from '../../wizards/customer-page.ts';
import { inputsOf, stepsOf } from '../../wizards/end.ts';
import { begun, Filling } from '../../wizards/end/filling.ts';
import { fill } from '../../wizards/walk.ts';
import { drawCustomer } from '../wizards/customer.ts';
import { goes } from '../wizards/journey.ts';
import type { Drawing, Drawn, Journey } from '../wizards/journey.ts';
import { drawStopped } from '../wizards/stopped.ts';
import { drawTold } from '../wizards/told.ts';
import { drawConsequences } from './consequences.ts';
import { drawReview } from './review.ts';
import { createSteps } from './steps.ts';
import type { EndMeans } from './steps.ts';
import { drawWhat } from './what.ts';

/** Ends admin roles or the reseller relationship; what cannot be undone is said first. */
export const createEnd = (means: EndMeans): Journey<Filling> => {
  const { ports, lookups, clouds } = means;
  const { forward, weigh } = createSteps(means);

  const draw = async (drawing: Drawing<Filling>): Promise<Drawn<Filling>> => {
    const { filling } = drawing;
    switch (filling.page) {
      case 'customer':
        return drawCustomer(drawing, clouds);
      case 'nothing':
        return filling.stopped === null
          ? goes({ ...filling, page: 'customer' as const })
          : drawStopped(drawing, filling.stopped, ['check']);
      case 'what':
        return drawWhat(drawing);
      case 'consequences':
        return drawConsequences(drawing, ports.facts.customer);
      case 'told':
        return drawTold(drawing, filling.before && (await lookups.nameOf(filling.before.by)), {});
      case 'review': {
        const weighed = await weigh(filling, drawing);
        return 'request' in weighed ? drawReview(drawing, weighed) : weighed;
      }
    }
  };

  return {
    name: 'end',
    shape: Filling,
    flows: ['relationship_end'],
    opens: 'ADM',
    begin: ({ cloud, text }) => (text === null ? begun(cloud) : fill(begun(cloud), customer.inputs, { typed: text })),
    inputsOf,
    stepsOf,
    forward,
    draw,
    isLast: ({ page }) => page === 'review',
    order: async (filling, asking) => {
      const weighed = await weigh(filling, asking);
      // What is left with us changes by the day: nothing of it is remembered.
      return 'request' in weighed ? { click: { name: 'end-admin', ...weighed.request } } : null;
    },
  };
};
