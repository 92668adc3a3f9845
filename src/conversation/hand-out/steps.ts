import type { Case } from '../../cases/case.ts';
import type { NotDone } from '../../commands/answer.ts';
import type { Rehearse, Rehearsed } from '../../commands/rehearse.ts';
import type { Store } from '../../ports.ts';
import { readPage } from '../../wizards/hand-out.ts';
import type { Filling } from '../../wizards/hand-out/filling.ts';
import { requestOf } from '../../wizards/hand-out/review.ts';
import type { Request } from '../../wizards/hand-out/review.ts';
import { customerOf } from '../../wizards/running.ts';
import { hindrances, turnedTo } from '../../wizards/walk.ts';
import { goes, stays } from '../wizards/journey.ts';
import type { Asking, CaseShown, Stepped } from '../wizards/journey.ts';
import { alsoMissing, askedFor, isJudged, judgedIn } from '../wizards/rehearsed.ts';
import type { Judged } from '../wizards/rehearsed.ts';
import { caseIdIn } from '../wizards/running.ts';
import type { Lookups } from '../wizards/lookups.ts';
import { offerIn, openIn, whyNotOpen } from './offer.ts';

export interface HandOutMeans {
  readonly ports: { readonly store: Pick<Store, 'case'> };
  readonly lookups: Pick<Lookups, 'toldBefore' | 'nameOf' | 'remember'>;
  readonly rehearse: Rehearse;
}

/** What would be agreed to, and what the rules say to it. */
export interface Weighed extends Judged {
  readonly request: Request;
}

/** Going on from page to page, always from the case as it stands. */
export const createSteps = ({ ports, lookups, rehearse }: HandOutMeans) => {
  const ask = (request: Request, { person }: Asking): Promise<Rehearsed> =>
    rehearse({ name: 'decide-hand-out', key: 'rehearsal', actor: person, ...request });

  const untold = (request: Request): Request => ({ ...request, decision: { ...request.decision, told: {} } });

  const find = async ({ named }: Filling): Promise<Case | null> => {
    const id = caseIdIn(named ?? '');
    return id === null ? null : ((await ports.store.case(id))?.case ?? null);
  };

  const onceChosen = async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
    const request = requestOf(filling);
    const asked = askedFor(filling, request && (await ask(untold(request), asking)));
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

  return {
    forward: async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
      const hindered = hindrances(filling, readPage(filling));
      if (Object.keys(hindered).length > 0) return stays(filling, filling.offer === null ? {} : hindered);
      return filling.page === 'items' ? onceChosen(filling, asking) : onceTold(filling, asking);
    },

    /** The offer as it stands, or the case where there is nothing to decide; null: it is as it was. */
    current: async (filling: Filling, { person }: Asking): Promise<Filling | CaseShown | NotDone | null> => {
      const found = await find(filling);
      if (found === null) return null;
      const open = openIn(found);
      if (open === null) return { case: found.id, why: whyNotOpen(found) };
      const offer = await offerIn(open, person, rehearse);
      if ('says' in offer) return offer.kind === 'refused' ? { case: found.id, why: offer } : offer;
      if (filling.offer?.seen === offer.seen) return null;
      const customer = customerOf(found);
      const before = await lookups.toldBefore(found.cloud, customer);
      return { ...filling, cloud: found.cloud, customer, before, offer };
    },

    /** What the rules say to the whole; or where something is still open. */
    weigh: async (filling: Filling, asking: Asking): Promise<Weighed | Stepped<Filling> | NotDone> => {
      const request = requestOf(filling);
      if (request === null) return goes(turnedTo(filling, 'items'));
      const rehearsed = await ask(request, asking);
      if (rehearsed.kind === 'missing') return goes(turnedTo(alsoMissing(filling, rehearsed), 'told'));
      const judged = judgedIn(rehearsed);
      return isJudged(judged) ? { request, ...judged } : judged;
    },
  };
};
