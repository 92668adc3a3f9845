import type { NotDone } from '../../commands/answer.ts';
import type { Rehearse, Rehearsed } from '../../commands/rehearse.ts';
import { CaseId } from '../../cases/ids.ts';
import type { Cloud } from '../../policy/index.ts';
import type { Store } from '../../ports.ts';
import { isWrong, PAGE } from '../../wizards/filled.ts';
import { afterTold, readPage } from '../../wizards/renew.ts';
import { chosen, taken } from '../../wizards/renew/filling.ts';
import type { Filling } from '../../wizards/renew/filling.ts';
import { requestOf } from '../../wizards/renew/review.ts';
import type { Request } from '../../wizards/renew/review.ts';
import * as which from '../../wizards/renew/which.ts';
import { hasRights } from '../../wizards/running.ts';
import type { Running } from '../../wizards/running.ts';
import { hindrances, turnedTo, warned } from '../../wizards/walk.ts';
import { goes, stays, whyNot } from '../wizards/journey.ts';
import type { Asking, Stepped } from '../wizards/journey.ts';
import type { Lookups } from '../wizards/lookups.ts';
import { alsoMissing, askedFor, isDenied, isJudged, judgedIn } from '../wizards/rehearsed.ts';
import type { Judged } from '../wizards/rehearsed.ts';
import { createOurs, whyStopped } from '../wizards/running.ts';
import type { Ours } from '../wizards/running.ts';
import type { Whom } from '../wizards/whom.ts';

export interface RenewMeans {
  readonly ports: { readonly store: Pick<Store, 'case' | 'casesOf'> };
  readonly lookups: Lookups;
  readonly whom: Whom;
  readonly rehearse: Rehearse;
  readonly clouds: readonly Cloud[];
}

/** What is asked for, and what the rules say to it. */
export interface Weighed extends Judged {
  readonly request: Request;
}

/** Going on from page to page, with what has to be looked up on the way. */
export const createSteps = ({ ports, lookups, whom, rehearse, clouds }: RenewMeans) => {
  const ours = createOurs({ store: ports.store, whom });

  const ask = (request: Request, { person }: Asking): Promise<Rehearsed> =>
    rehearse({ name: 'renew-admin', key: 'rehearsal', actor: person, ...request });

  /** Nobody fills in four pages to learn that it is being renewed already. */
  const choose = async (before: Filling, of: Running, asking: Asking): Promise<Stepped<Filling>> => {
    const filling = chosen(before, of);
    const request = requestOf(filling, asking.reading);
    const rehearsed = request && (await ask({ ...request, told: {} }, asking));
    const isRefused = rehearsed?.kind === 'refused' && rehearsed.decisions.length === 0;
    if (!isRefused) return goes(turnedTo(filling, 'rights'));
    const why = whyNot(rehearsed);
    const other = CaseId.safeParse(why.values.id).data;
    if (other === undefined) return stays(before, { [PAGE]: why });
    const stopped = { why: { key: why.key, values: { id: other } }, case: other, customer: null };
    return goes(turnedTo({ ...filling, customer: null, of: null, stopped }, 'nothing'));
  };

  const enter =
    (asking: Asking) =>
    async (before: Filling, found: Ours): Promise<Stepped<Filling>> => {
      const running = found.running.filter(hasRights);
      const [only, ...others] = running;
      if (only === undefined) {
        const stopped = whyStopped(found, 'wizard.renew.nothing');
        return goes(turnedTo({ ...before, customer: null, of: null, stopped }, 'nothing'));
      }
      const { cloud, customer } = found;
      const filling = { ...taken(before, cloud, customer), running, before: await lookups.toldBefore(cloud, customer) };
      return others.length === 0 ? choose(filling, only, asking) : goes(turnedTo(filling, 'which'));
    };

  const onceTold = async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
    const request = requestOf(filling, asking.reading);
    const rehearsed = request && (await ask(request, asking));
    if (rehearsed?.kind === 'missing') return goes(turnedTo(alsoMissing(filling, rehearsed), 'told'));
    // Nobody need write a letter about what is refused.
    return goes(turnedTo(filling, isDenied(rehearsed) ? 'review' : afterTold(filling, asking.reading)));
  };

  const onceWished = async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
    const request = requestOf(filling, asking.reading);
    const asked = askedFor(filling, request && (await ask({ ...request, told: {} }, asking)));
    if (Object.keys(asked.problems).length > 0) return asked;
    return asked.filling.missing.length > 0 ? goes(turnedTo(asked.filling, 'told')) : onceTold(asked.filling, asking);
  };

  const onward = (filling: Filling, asking: Asking): Stepped<Filling> | Promise<Stepped<Filling>> => {
    switch (filling.page) {
      case 'which': {
        const one = which.read(filling);
        return isWrong(one) ? stays(filling, one.problems) : choose(filling, one.answer, asking);
      }
      case 'rights':
        return onceWished(filling, asking);
      case 'told':
        return onceTold(filling, asking);
      case 'letter':
        return goes(turnedTo(filling, 'review'));
      default:
        return goes(filling);
    }
  };

  return {
    forward: async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
      if (filling.page === 'customer') return ours(filling, enter(asking));
      const hindered = hindrances(filling, readPage(filling, asking.reading, clouds));
      return Object.keys(hindered).length > 0 ? stays(warned(filling), hindered) : onward(filling, asking);
    },

    /** What the rules say to the whole; or where something is still open. */
    weigh: async (filling: Filling, asking: Asking): Promise<Weighed | Stepped<Filling> | NotDone> => {
      const request = requestOf(filling, asking.reading);
      if (request === null) return goes(turnedTo(filling, filling.of === null ? 'customer' : 'rights'));
      const rehearsed = await ask(request, asking);
      if (rehearsed.kind === 'missing') return goes(turnedTo(alsoMissing(filling, rehearsed), 'told'));
      const judged = judgedIn(rehearsed);
      return isJudged(judged) ? { request, ...judged } : judged;
    },
  };
};
