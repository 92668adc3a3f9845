import { inputsOf, stepsOf } from '../../wizards/hand-out.ts';
import { begun, Filling } from '../../wizards/hand-out/filling.ts';
import { says } from '../../wizards/filled.ts';
import { goes, stays } from '../wizards/journey.ts';
import type { Drawing, Drawn, Journey } from '../wizards/journey.ts';
import { drawStopped } from '../wizards/stopped.ts';
import { drawTold } from '../wizards/told.ts';
import { drawItems } from './items.ts';
import { drawReview } from './review.ts';
import { createSteps } from './steps.ts';
import type { HandOutMeans } from './steps.ts';

/** Another partner asks for what is ours: a person chooses what may go, and agrees. Nothing is agreed to by silence. */
export const createHandOut = (means: HandOutMeans): Journey<Filling> => {
  const { lookups } = means;
  const { forward, current, weigh } = createSteps(means);

  const drawPage = async (drawing: Drawing<Filling>): Promise<Drawn<Filling>> => {
    const { filling } = drawing;
    const { offer } = filling;
    if (offer === null) {
      const why = { key: 'refusal.unknown-case', values: { id: filling.named ?? '–' } };
      return drawStopped(drawing, { why, case: null, customer: null }, []);
    }
    switch (filling.page) {
      case 'items':
        return drawItems(drawing, offer);
      case 'told':
        return drawTold(drawing, filling.before && (await lookups.nameOf(filling.before.by)), {});
      case 'review': {
        const weighed = await weigh(filling, drawing);
        return 'request' in weighed ? drawReview(drawing, weighed, offer) : weighed;
      }
    }
  };

  return {
    name: 'hand-out',
    shape: Filling,
    flows: [],
    opens: null,
    begin: ({ text }) => begun(text),
    inputsOf,
    stepsOf,
    forward,
    draw: async (drawing) => {
      const { filling } = drawing;
      const now = await current(filling, drawing);
      if (now === null) return drawPage(drawing);
      if (!('filled' in now)) return now;
      // Somebody has looked at it before, and it says something else by now.
      return filling.offer === null ? goes(now) : stays({ ...now, page: 'items', path: [] }, { items: says('refusal.changed') });
    },
    isLast: ({ page }) => page === 'review',
    order: async (filling, asking) => {
      const weighed = await weigh(filling, asking);
      if (!('request' in weighed)) return null;
      const { request } = weighed;
      const { cloud, customer } = filling;
      return {
        click: { name: 'decide-hand-out', ...request },
        ...(cloud !== null &&
          customer !== null && { remember: () => lookups.remember(cloud, customer, request.decision.told, asking.person) }),
      };
    },
  };
};
