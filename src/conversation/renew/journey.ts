import type { Senders } from '../../letters/words.ts';
import * as customer from '../../wizards/customer-page.ts';
import { inputsOf, stepsOf } from '../../wizards/renew.ts';
import { begun, Filling } from '../../wizards/renew/filling.ts';
import { settled } from '../../wizards/renew/told.ts';
import { fill } from '../../wizards/walk.ts';
import { drawCustomer } from '../wizards/customer.ts';
import { goes } from '../wizards/journey.ts';
import type { Drawing, Drawn, Journey } from '../wizards/journey.ts';
import { drawStopped } from '../wizards/stopped.ts';
import { drawTold } from '../wizards/told.ts';
import { drawLetter } from './letter.ts';
import { drawReview } from './review.ts';
import { drawRights } from './rights.ts';
import { createSteps } from './steps.ts';
import type { RenewMeans } from './steps.ts';
import { drawWhich } from './which.ts';

/** Wants admin roles that run out to go on: as a relationship of its own, or extended. */
export const createRenew = (means: RenewMeans & { readonly senders: Senders }): Journey<Filling> => {
  const { lookups, clouds, senders } = means;
  const { forward, weigh } = createSteps(means);

  const draw = async (drawing: Drawing<Filling>): Promise<Drawn<Filling>> => {
    const { filling } = drawing;
    switch (filling.page) {
      case 'customer':
        return drawCustomer(drawing, clouds);
      case 'nothing':
        return filling.stopped === null
          ? goes({ ...filling, page: 'customer' as const })
          : drawStopped(drawing, filling.stopped, ['request-admin']);
      case 'which':
        return drawWhich(drawing);
      case 'rights':
        return drawRights(drawing);
      case 'told':
        return drawTold(drawing, filling.before && (await lookups.nameOf(filling.before.by)), settled(filling));
      case 'letter':
        return drawLetter(drawing, senders);
      case 'review': {
        const weighed = await weigh(filling, drawing);
        return 'request' in weighed ? drawReview(drawing, weighed) : weighed;
      }
    }
  };

  return {
    name: 'renew',
    shape: Filling,
    flows: ['gdap_request', 'gdap_change'],
    opens: 'ADM',
    begin: ({ cloud, text }) => (text === null ? begun(cloud) : fill(begun(cloud), customer.inputs, { typed: text })),
    inputsOf,
    stepsOf,
    forward,
    draw,
    isLast: ({ page }) => page === 'review',
    order: async (filling, asking) => {
      const weighed = await weigh(filling, asking);
      if (!('request' in weighed)) return null;
      const { request } = weighed;
      const { cloud, customer: whose } = filling;
      return {
        click: { name: 'renew-admin', ...request },
        ...(cloud !== null && whose !== null && { remember: () => lookups.remember(cloud, whose, request.told, asking.person) }),
      };
    },
  };
};
