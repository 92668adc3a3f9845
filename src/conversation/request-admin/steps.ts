import { verdictOf } from '../../cases/decided.ts';
import type { NotDone } from '../../commands/answer.ts';
import type { Rehearse, Rehearsed } from '../../commands/rehearse.ts';
import type { Cloud } from '../../policy/index.ts';
import type { Found } from '../../wizards/customer-page.ts';
import { PAGE } from '../../wizards/filled.ts';
import { nextOf, readPage } from '../../wizards/request-admin.ts';
import { taken } from '../../wizards/request-admin/filling.ts';
import type { Filling } from '../../wizards/request-admin/filling.ts';
import { requestOf, untold } from '../../wizards/request-admin/review.ts';
import type { Request } from '../../wizards/request-admin/review.ts';
import { filledOn, hindrances, turnedTo, warned } from '../../wizards/walk.ts';
import { goes, stays, whyNot } from '../wizards/journey.ts';
import type { Asking, Stepped } from '../wizards/journey.ts';
import type { Lookups } from '../wizards/lookups.ts';
import { unreachable } from '../wizards/whom.ts';
import type { Whom } from '../wizards/whom.ts';
import type { Weighed } from './review.ts';

interface Means {
  readonly lookups: Lookups;
  readonly whom: Whom;
  readonly rehearse: Rehearse;
  readonly clouds: readonly Cloud[];
}

/** Going on from page to page, with what has to be looked up on the way. */
export const createSteps = ({ lookups, whom, rehearse, clouds }: Means) => {
  const ask = (request: Request, { person }: Asking): Promise<Rehearsed> =>
    rehearse({ name: 'request-admin', key: 'rehearsal', actor: person, ...request });

  const enter = async (before: Filling, cloud: Cloud, company: Found): Promise<Stepped<Filling>> => {
    const ourselves = await lookups.ourselves(cloud, company);
    if ('unreachable' in ourselves) return stays(before, unreachable(ourselves.unreachable));
    const filling = { ...taken(before, company), cloud, ourselves, before: await lookups.toldBefore(cloud, company) };
    return goes(turnedTo(filling, 'relationship'));
  };

  /** What people have to tell is asked for anew whenever something else is wanted. */
  const askedFor = async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
    const request = requestOf(filling, asking.reading);
    const rehearsed = request && (await ask(untold(request), asking));
    if (rehearsed === null || rehearsed.kind === 'would') return goes({ ...filling, missing: [] });
    if (rehearsed.kind === 'missing') return goes({ ...filling, missing: [...rehearsed.paths] });
    // What the rules refuse is shown as such, with its reasons.
    if (rehearsed.kind === 'refused' && rehearsed.decisions.length > 0) return goes({ ...filling, missing: [] });
    return stays(filling, { [PAGE]: whyNot(rehearsed) });
  };

  const afterTold = async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
    const request = requestOf(filling, asking.reading);
    const rehearsed = request && (await ask(request, asking));
    if (rehearsed?.kind === 'missing') return goes({ ...filling, missing: [...new Set([...filling.missing, ...rehearsed.paths])] });
    // Nobody need write a letter about what is refused.
    if (rehearsed?.kind === 'refused' && verdictOf(rehearsed.decisions) === 'deny') return goes(turnedTo(filling, 'review'));
    return goes(turnedTo(filling, 'letter'));
  };

  const onward = async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
    const { reading } = asking;
    if (filling.page === 'told') return afterTold(filling, asking);
    const isLast = filling.page === 'roles' || nextOf({ ...filling, missing: [] }, reading) === 'letter';
    if (!isLast) return goes(turnedTo(filling, nextOf(filling, reading)));
    const asked = await askedFor(filling, asking);
    if (Object.keys(asked.problems).length > 0) return asked;
    return asked.filling.missing.length > 0 ? goes(turnedTo(asked.filling, 'told')) : afterTold(asked.filling, asking);
  };

  return {
    /** From the present page, as it is filled in. */
    forward: async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
      if (filling.page === 'customer') return whom(filling, enter);
      const hindered = hindrances(filling, readPage(filling, asking.reading, clouds));
      if (Object.keys(hindered).length > 0) return stays(warned(filling), hindered);
      return onward(filling, asking);
    },

    /** What the rules say to the whole; or where something is still open. */
    weigh: async (filling: Filling, asking: Asking): Promise<Weighed | Stepped<Filling> | NotDone> => {
      const request = requestOf(filling, asking.reading);
      if (request === null) return goes(turnedTo(filling, filling.customer === null ? 'customer' : 'relationship'));
      const rehearsed = await ask(request, asking);
      if (rehearsed.kind === 'missing')
        return goes(turnedTo({ ...filling, missing: [...new Set([...filling.missing, ...rehearsed.paths])] }, 'told'));
      if (rehearsed.kind === 'refused' && rehearsed.decisions.length > 0)
        return { request, decisions: rehearsed.decisions, approval: null };
      if (rehearsed.kind !== 'would') return rehearsed;
      const isWritten = request.customer.contact !== null && filledOn(filling, 'letter').language !== undefined;
      return isWritten ? { request, ...rehearsed } : goes(turnedTo(filling, 'letter'));
    },
  };
};
