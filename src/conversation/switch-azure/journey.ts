import type { Inquire, Rehearse } from '../../commands/rehearse.ts';
import type { Senders } from '../../letters/words.ts';
import type { Cloud } from '../../policy/index.ts';
import type { Holdings } from '../../ports.ts';
import type { Button } from '../../cards/screens.ts';
import * as customer from '../../wizards/customer-page.ts';
import { inputsOf, stepsOf } from '../../wizards/switch-azure.ts';
import { begun, Filling } from '../../wizards/switch-azure/filling.ts';
import { missingOn } from '../../wizards/switch-azure/told.ts';
import { requestOf } from '../../wizards/switch-azure/proposal.ts';
import type { Request } from '../../wizards/switch-azure/proposal.ts';
import { fill, turnedTo } from '../../wizards/walk.ts';
import { createAskWay } from '../ask-customer/way.ts';
import { drawCustomer } from '../wizards/customer.ts';
import { goes } from '../wizards/journey.ts';
import type { Asking, Drawing, Drawn, Journey } from '../wizards/journey.ts';
import { drawLetter } from '../wizards/letter.ts';
import type { Lookups } from '../wizards/lookups.ts';
import { drawTold } from '../wizards/told.ts';
import type { Whom } from '../wizards/whom.ts';
import { drawBefore } from './before.ts';
import { createEntering } from './entering.ts';
import { drawMoves } from './moves.ts';
import { drawOrigin } from './origin.ts';
import { drawOwn } from './own.ts';
import { switchPreview } from './preview.ts';
import { createPolicy } from './policy.ts';
import { drawProcedure } from './procedure.ts';
import { drawReview } from './review.ts';
import { createSteps } from './steps.ts';
import { drawSubscriptions } from './subscriptions.ts';

interface Means {
  readonly lookups: Lookups;
  readonly whom: Whom;
  readonly holdings: Holdings;
  readonly rehearse: Rehearse;
  readonly inquire: Inquire;
  readonly clouds: readonly Cloud[];
  readonly senders: Senders;
  readonly asksCustomers: boolean;
}

/** What holds for this move alone nobody is told again at the next. */
const isLasting = (path: string): boolean => !path.startsWith('xfer.') && (!path.startsWith('req.') || path === 'req.expects');

const passing: readonly string[] = ['item.inOtherTransfer', 'item.crossCloudMove', 'item.status'];

const only = (facts: Readonly<Record<string, unknown>>, is: (path: string) => boolean) =>
  Object.fromEntries(Object.entries(facts).filter(([path]) => is(path)));

/** What of it nobody knows where it was bought. */
const fromNowhere = ({ known }: Filling): string[] =>
  known.filter(({ facts }) => (facts['item.boughtFrom'] ?? null) === null).map(({ name }) => name);

/** Moves to us what a customer has bought elsewhere, by the procedure that the rules leave. */
export const createSwitchAzure = (means: Means): Journey<Filling> => {
  const { lookups, clouds, senders } = means;
  const askWay = createAskWay(means.asksCustomers);
  // Also where the customer has answered: that may have been about another thing.
  const ask = (drawing: Drawing<Filling>): Button[] => askWay(drawing, fromNowhere(drawing.filling));
  const entering = createEntering({ ...means, ourName: (cloud) => senders(cloud)?.name ?? null });
  const { forward, weigh } = createSteps({ ...means, entering, policy: createPolicy(means.inquire) });

  const teller = async ({ before }: Filling): Promise<string | null> => before && lookups.nameOf(before.by);

  const knownBy = async ({ known }: Filling): Promise<string | null> => {
    const told = known.find((one) => one.told !== null)?.told;
    return told ? lookups.nameOf(told.by) : null;
  };

  const review = async (drawing: Drawing<Filling>): Promise<Drawn<Filling>> => {
    const weighed = await weigh(drawing.filling, drawing);
    return 'approval' in weighed ? drawReview(drawing, weighed, await teller(drawing.filling)) : weighed;
  };

  const draw = async (drawing: Drawing<Filling>): Promise<Drawn<Filling>> => {
    const { filling, reading } = drawing;
    switch (filling.page) {
      case 'customer':
        return drawCustomer(drawing, clouds);
      case 'origin':
        return drawOrigin(drawing, ask(drawing));
      case 'subscriptions':
        return drawSubscriptions(drawing, await knownBy(filling));
      case 'moves':
        return drawMoves(drawing);
      case 'procedure':
        return drawProcedure(drawing);
      case 'told':
        return drawTold({ ...drawing, filling: { ...filling, missing: [...missingOn(filling)] } }, await teller(filling), {});
      case 'before': {
        const request = requestOf(filling, reading);
        return request === null ? goes(turnedTo(filling, 'subscriptions')) : drawBefore(drawing, request);
      }
      case 'letter':
        return drawLetter(drawing, switchPreview(drawing, senders));
      case 'review':
        return review(drawing);
      default:
        return drawOwn(drawing, filling.page, ask(drawing));
    }
  };

  const remember = async ({ cloud, customer: whom, proposal }: Request, { person }: Asking): Promise<void> => {
    await lookups.remember(cloud, whom, only(proposal.told, isLasting), person);
    const items = proposal.subjects.map((one) => ({ ...one, facts: only(one.facts, (path) => !passing.includes(path)) }));
    await lookups.rememberItems(cloud, whom, items, person);
  };

  return {
    name: 'switch-azure',
    shape: Filling,
    flows: ['azure_switch', 'azure_plan_transfer', 'licence_transfer', 'ea_to_csp', 'purchase_check'],
    opens: 'AZ',
    begin: ({ cloud, text }) => (text === null ? begun(cloud) : fill(begun(cloud), customer.inputs, { typed: text })),
    inputsOf,
    stepsOf,
    forward,
    draw,
    isLast: ({ page }) => page === 'review',
    order: async (filling, asking) => {
      const weighed = await weigh(filling, asking);
      if (!('request' in weighed) || weighed.request === null) return null;
      const { request } = weighed;
      return { click: { name: 'switch-azure', ...request }, remember: () => remember(request, asking) };
    },
  };
};
