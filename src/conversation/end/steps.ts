import type { NotDone } from '../../commands/answer.ts';
import type { Rehearse, Rehearsed } from '../../commands/rehearse.ts';
import type { Cloud } from '../../policy/index.ts';
import type { Ports, Store } from '../../ports.ts';
import { isWrong } from '../../wizards/filled.ts';
import { readPage } from '../../wizards/end.ts';
import { taken } from '../../wizards/end/filling.ts';
import type { Filling } from '../../wizards/end/filling.ts';
import { requestOf } from '../../wizards/end/review.ts';
import type { Request } from '../../wizards/end/review.ts';
import * as what from '../../wizards/end/what.ts';
import { hindrances, turnedTo, warned } from '../../wizards/walk.ts';
import { goes, stays } from '../wizards/journey.ts';
import type { Asking, Stepped } from '../wizards/journey.ts';
import type { Lookups } from '../wizards/lookups.ts';
import { alsoMissing, askedFor, isJudged, judgedIn } from '../wizards/rehearsed.ts';
import type { Judged } from '../wizards/rehearsed.ts';
import { createOurs, whyStopped } from '../wizards/running.ts';
import type { Ours } from '../wizards/running.ts';
import type { Whom } from '../wizards/whom.ts';

export interface EndMeans {
  readonly ports: { readonly store: Pick<Store, 'case' | 'casesOf'>; readonly facts: Ports['facts'] };
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
export const createSteps = ({ ports, lookups, whom, rehearse, clouds }: EndMeans) => {
  const ours = createOurs({ store: ports.store, whom });

  const ask = (request: Request, { person }: Asking): Promise<Rehearsed> =>
    rehearse({ name: 'end-admin', key: 'rehearsal', actor: person, ...request });

  const enter = async (before: Filling, found: Ours): Promise<Stepped<Filling>> => {
    const { cloud, customer, running, named } = found;
    const filling: Filling = {
      ...taken(before, cloud, customer),
      running: [...running],
      // What nobody has a case of is there only where we are their partner at all.
      isOpenToOthers: named === null && customer.isOurs,
    };
    const targets = what.targetsOf(filling);
    if (targets.length === 0) {
      const stopped = whyStopped(found, 'wizard.end.nothing');
      return goes(turnedTo({ ...before, customer: null, running: [], stopped }, 'nothing'));
    }
    const known = { ...filling, before: await lookups.toldBefore(cloud, customer) };
    return goes(turnedTo(known, targets.length === 1 ? 'consequences' : 'what'));
  };

  const onceRead = async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
    const request = requestOf(filling);
    const asked = askedFor(filling, request && (await ask({ ...request, told: {} }, asking)));
    if (Object.keys(asked.problems).length > 0) return asked;
    return goes(turnedTo(asked.filling, asked.filling.missing.length > 0 ? 'told' : 'review'));
  };

  const onceTold = async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
    const request = requestOf(filling);
    const rehearsed = request && (await ask(request, asking));
    return rehearsed?.kind === 'missing'
      ? goes(turnedTo(alsoMissing(filling, rehearsed), 'told'))
      : goes(turnedTo(filling, 'review'));
  };

  /** Something else that shall end has other consequences: they are read anew. */
  const onceChosen = (filling: Filling): Stepped<Filling> =>
    goes(turnedTo({ ...filling, filled: { ...filling.filled, consequences: {} } }, 'consequences'));

  const onward = (filling: Filling, asking: Asking): Stepped<Filling> | Promise<Stepped<Filling>> => {
    switch (filling.page) {
      case 'what':
        return onceChosen(filling);
      case 'consequences':
        return onceRead(filling, asking);
      case 'told':
        return onceTold(filling, asking);
      default:
        return goes(filling);
    }
  };

  return {
    forward: async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
      if (filling.page === 'customer') return ours(filling, enter);
      const hindered = hindrances(filling, readPage(filling, clouds));
      return Object.keys(hindered).length > 0 ? stays(warned(filling), hindered) : onward(filling, asking);
    },

    /** What the rules say to the whole; or where something is still open. */
    weigh: async (filling: Filling, asking: Asking): Promise<Weighed | Stepped<Filling> | NotDone> => {
      const request = requestOf(filling);
      if (request === null) return goes(turnedTo(filling, isWrong(what.read(filling)) ? 'what' : 'customer'));
      const rehearsed = await ask(request, asking);
      if (rehearsed.kind === 'missing') return goes(turnedTo(alsoMissing(filling, rehearsed), 'told'));
      const judged = judgedIn(rehearsed);
      return isJudged(judged) ? { request, ...judged } : judged;
    },
  };
};
