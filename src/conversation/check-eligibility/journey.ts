import type { Inquire } from '../../commands/rehearse.ts';
import type { Cloud } from '../../policy/index.ts';
import type { Holdings, Ports } from '../../ports.ts';
import { inputsOf, stepsOf } from '../../wizards/check-eligibility.ts';
import { begun, Filling } from '../../wizards/check-eligibility/filling.ts';
import { unknownIn } from '../../wizards/check-eligibility/kind-page.ts';
import { settled } from '../../wizards/check-eligibility/told.ts';
import * as customer from '../../wizards/customer-page.ts';
import { fill } from '../../wizards/walk.ts';
import { createAskWay } from '../ask-customer/way.ts';
import { createKeptChecks } from '../kept-checks.ts';
import type { Shown } from '../show.ts';
import { drawCustomer } from '../wizards/customer.ts';
import type { Drawing, Drawn, Journey } from '../wizards/journey.ts';
import type { Lookups } from '../wizards/lookups.ts';
import { drawTold } from '../wizards/told.ts';
import type { Whom } from '../wizards/whom.ts';
import { drawKind } from './kind.ts';
import { createSteps } from './steps.ts';
import { drawSubscriptions } from './subscriptions.ts';
import type { Before } from './subscriptions.ts';
import { sharedCheck } from './shared.ts';
import { drawVerdict, SHARE } from './verdict.ts';

interface Means {
  readonly ports: Pick<Ports, 'store' | 'clock'>;
  readonly lookups: Lookups;
  readonly whom: Whom;
  readonly holdings: Holdings;
  readonly inquire: Inquire;
  readonly clouds: readonly Cloud[];
  readonly asksCustomers: boolean;
}

/** May we support what a customer has bought elsewhere, and may it move to us? Nothing is submitted: the answer is kept. */
export const createCheckEligibility = (means: Means): Journey<Filling> => {
  const { ports, lookups, clouds } = means;
  const askWay = createAskWay(means.asksCustomers);
  const checks = createKeptChecks(ports.store);
  const { forward, weigh } = createSteps({ ...means, checks });

  const nameOfTeller = ({ before }: Filling): Promise<string | null> =>
    before === null ? Promise.resolve(null) : lookups.nameOf(before.by);

  const beforehand = async ({ cloud, customer: whom, said }: Filling): Promise<Before> => {
    const kept = cloud === null || whom === null ? null : await checks.of(cloud, whom);
    const ids = [...new Set([...said.map(({ by }) => by), ...(kept === null ? [] : [kept.by])])];
    const names = await Promise.all(ids.map(async (id) => [id, await lookups.nameOf(id)] as const));
    return { kept, names: new Map(names) };
  };

  /** What was kept, as a card that may be passed on: everybody may begin a check of their own from it. */
  const toShare = async ({ filling, speaker }: Drawing<Filling>): Promise<Shown | null> => {
    const { cloud, customer: whom } = filling;
    const kept = cloud === null || whom === null ? null : await checks.of(cloud, whom);
    return kept && sharedCheck(kept, await lookups.nameOf(kept.by), speaker);
  };

  const draw = async (drawing: Drawing<Filling>): Promise<Drawn<Filling>> => {
    const { filling } = drawing;
    switch (filling.page) {
      case 'customer':
        return drawCustomer(drawing, clouds);
      case 'subscriptions':
        return drawSubscriptions(drawing, await beforehand(filling));
      case 'told':
        return drawTold(drawing, await nameOfTeller(filling), settled);
      case 'verdict': {
        const shared = drawing.wanted === SHARE ? await toShare(drawing) : null;
        if (shared !== null) return shared;
        const weighed = await weigh(filling, drawing);
        if (!('answers' in weighed)) return weighed;
        return drawVerdict(drawing, { ...weighed, now: ports.clock.now(), who: await nameOfTeller(filling) });
      }
      default: {
        const unknown = unknownIn(filling, filling.page, drawing.reading.today);
        return drawKind(drawing, filling.page, lookups.nameOf, unknown.length === 0 ? [] : askWay(drawing, unknown));
      }
    }
  };

  return {
    name: 'check',
    shape: Filling,
    flows: ['channel_check'],
    opens: null,
    begin: ({ cloud, text }) => (text === null ? begun(cloud) : fill(begun(cloud), customer.inputs, { typed: text })),
    inputsOf,
    stepsOf: (filling, { today }) => stepsOf(filling, today),
    forward,
    draw,
    isLast: () => false,
    order: () => Promise.resolve(null),
  };
};
