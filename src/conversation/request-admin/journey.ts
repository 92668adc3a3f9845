import type { Rehearse } from '../../commands/rehearse.ts';
import type { Senders } from '../../letters/words.ts';
import type { Cloud } from '../../policy/index.ts';
import { fill } from '../../wizards/walk.ts';
import * as customer from '../../wizards/customer-page.ts';
import { inputsOf, stepsOf } from '../../wizards/request-admin.ts';
import { begun, Filling } from '../../wizards/request-admin/filling.ts';
import { settled } from '../../wizards/request-admin/told.ts';
import { drawCustomer } from '../wizards/customer.ts';
import type { Drawing, Drawn, Journey } from '../wizards/journey.ts';
import { drawLetter } from '../wizards/letter.ts';
import type { Lookups } from '../wizards/lookups.ts';
import { drawTold } from '../wizards/told.ts';
import type { Whom } from '../wizards/whom.ts';
import { invitationPreview } from './letter.ts';
import { drawRelationship } from './relationship.ts';
import { drawReview } from './review.ts';
import { drawRoles } from './roles.ts';
import { createSteps } from './steps.ts';

interface Means {
  readonly lookups: Lookups;
  readonly whom: Whom;
  readonly rehearse: Rehearse;
  readonly clouds: readonly Cloud[];
  readonly senders: Senders;
}

/** Asks a customer for a reseller relationship, for admin roles, or for both. */
export const createRequestAdmin = (means: Means): Journey<Filling> => {
  const { lookups, clouds, senders } = means;
  const { forward, weigh } = createSteps(means);

  const draw = async (drawing: Drawing<Filling>): Promise<Drawn<Filling>> => {
    const { filling } = drawing;
    switch (filling.page) {
      case 'customer':
        return drawCustomer(drawing, clouds);
      case 'relationship':
        return drawRelationship(drawing);
      case 'roles':
        return drawRoles(drawing);
      case 'told':
        return drawTold(drawing, filling.before && (await lookups.nameOf(filling.before.by)), settled(filling));
      case 'letter':
        return drawLetter(drawing, invitationPreview(drawing, senders));
      case 'review': {
        const weighed = await weigh(filling, drawing);
        return 'request' in weighed ? drawReview(drawing, weighed) : weighed;
      }
    }
  };

  return {
    name: 'request-admin',
    shape: Filling,
    flows: ['relationship_request', 'gdap_request'],
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
      return {
        click: { name: 'request-admin', ...request },
        remember: () => lookups.remember(request.cloud, request.customer, request.proposal.told, asking.person),
      };
    },
  };
};
