import { verdictOf } from '../../cases/decided.ts';
import type { NotDone } from '../../commands/answer.ts';
import type { Rehearse, Rehearsed } from '../../commands/rehearse.ts';
import type { Cloud } from '../../policy/index.ts';
import { isWrong, PAGE, says } from '../../wizards/filled.ts';
import type { Problems } from '../../wizards/filled.ts';
import { readPage } from '../../wizards/switch-azure.ts';
import type { Filling } from '../../wizards/switch-azure/filling.ts';
import * as own from '../../wizards/switch-azure/own-page.ts';
import { procedureOf } from '../../wizards/switch-azure/procedure.ts';
import { requestOf, untoldSoFar } from '../../wizards/switch-azure/proposal.ts';
import type { Request } from '../../wizards/switch-azure/proposal.ts';
import * as told from '../../wizards/switch-azure/told.ts';
import { filledOn, hindrances, turnedTo, warned } from '../../wizards/walk.ts';
import { goes, stays, whyNot } from '../wizards/journey.ts';
import type { Asking, Stepped } from '../wizards/journey.ts';
import { alsoMissing, isJudged, judgedIn } from '../wizards/rehearsed.ts';
import type { Judged } from '../wizards/rehearsed.ts';
import type { Whom } from '../wizards/whom.ts';
import type { createEntering } from './entering.ts';
import type { Led, Policy, Refusal } from './policy.ts';

interface Means {
  readonly whom: Whom;
  readonly entering: ReturnType<typeof createEntering>;
  readonly policy: Policy;
  readonly rehearse: Rehearse;
  readonly clouds: readonly Cloud[];
}

/** What the rules say to the whole: with the request, or with why there is none. */
export type Weighed = Judged & ({ readonly request: Request } | { readonly request: null; readonly why: Refusal['why'] });

const isLed = (led: Led | NotDone): led is Led => !('says' in led);

const mixed = (led: Extract<Led, { kind: 'mixed' }>): Problems => ({
  [PAGE]: says('wizard.problem.mixed', { procedures: { labels: led.ways.map((one) => `procedure.${one}`) } }),
});

const refusedBy = (refusal: Refusal): Weighed => ({ request: null, approval: null, ...refusal });

/** What leads from one page to the next. Nobody fills in a page after the rules have said no. */
export const createSteps = ({ whom, entering, policy, rehearse, clouds }: Means) => {
  const ask = (request: Request, { person }: Asking): Promise<Rehearsed> =>
    rehearse({ name: 'switch-azure', key: 'rehearsal', actor: person, ...request });

  /** To where the first of what is missing is asked. */
  const toMissing = (filling: Filling, { reading }: Asking): Filling => {
    const procedure = procedureOf(filling);
    const isOwn = procedure !== null && isWrong(own.read(filling, procedure, reading.checks));
    const page = isOwn ? procedure : 'told';
    return filling.page === page ? filling : turnedTo(filling, page);
  };

  const afterTold = async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
    const request = requestOf(filling, asking.reading);
    if (request === null) return goes(turnedTo(filling, 'subscriptions'));
    const rehearsed = await ask(request, asking);
    if (rehearsed.kind === 'missing') return goes(toMissing(alsoMissing(filling, rehearsed), asking));
    const judged = judgedIn(rehearsed);
    if (!isJudged(judged)) return stays(filling, { [PAGE]: whyNot(judged) });
    return goes(turnedTo(filling, verdictOf(judged.decisions) === 'deny' ? 'review' : 'before'));
  };

  const afterOwn = async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
    if ((await policy.refused(filling, asking)) !== null) return goes(turnedTo(filling, 'review'));
    if (told.missingOn(filling).length === 0) return afterTold(filling, asking);
    const before = filling.filled.told === undefined ? told.toldBefore(filling) : null;
    if (before === null) return goes(turnedTo(filling, 'told'));
    // Nobody is asked again, and whoever goes back may say it otherwise.
    return afterTold(turnedTo({ ...filling, filled: { ...filling.filled, told: before } }, 'told'), asking);
  };

  const afterProcedure = async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
    const procedure = procedureOf(filling);
    if (procedure === null) return goes(turnedTo(filling, filling.ways.length === 0 ? 'review' : 'procedure'));
    if ((await policy.refused(filling, asking)) !== null) return goes(turnedTo(filling, 'review'));
    const open = await policy.missing(filling, asking, untoldSoFar(filling));
    const judged = open.kind === 'missing' ? null : judgedIn(open);
    if (judged !== null && !isJudged(judged)) return stays(filling, { [PAGE]: whyNot(judged) });
    const asked: Filling = { ...filling, missing: open.kind === 'missing' ? [...open.paths] : [] };
    return own.isAsked(asked, procedure) ? goes(turnedTo(asked, procedure)) : afterOwn(asked, asking);
  };

  /** After what is to move is known, and after what it is like. */
  const led = async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
    const way = await policy.led(filling, asking);
    if (!isLed(way)) return stays(filling, { [PAGE]: whyNot(way) });
    if (way.kind === 'mixed') return stays(filling, mixed(way));
    const after: Filling = { ...filling, ways: way.kind === 'ways' ? [...way.ways] : [] };
    if (way.kind === 'none') return goes(turnedTo(after, 'review'));
    if (filling.page === 'moves') return afterProcedure(after, asking);
    const isRefused = (await policy.refused(after, asking)) !== null;
    return goes(turnedTo(after, isRefused ? 'review' : 'moves'));
  };

  const onward = (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
    switch (filling.page) {
      case 'origin':
        return entering.origin(filling);
      case 'subscriptions':
      case 'moves':
        return led(filling, asking);
      case 'procedure':
        return afterProcedure(filling, asking);
      case 'told':
        return afterTold(filling, asking);
      case 'before':
        return Promise.resolve(goes(turnedTo(filling, 'letter')));
      case 'letter':
      case 'review':
        return Promise.resolve(goes(turnedTo(filling, 'review')));
      default:
        return afterOwn(filling, asking);
    }
  };

  /** Why there is nothing to ask for; or what has to be answered first. */
  const notAtAll = async (filling: Filling, asking: Asking): Promise<Weighed | Stepped<Filling> | NotDone> => {
    const way = await policy.led(filling, asking);
    if (!isLed(way)) return way;
    if (way.kind === 'none') return refusedBy(way.refusal);
    return goes(turnedTo(filling, 'subscriptions'));
  };

  const weighed = async (filling: Filling, request: Request, asking: Asking): Promise<Weighed | Stepped<Filling> | NotDone> => {
    const rehearsed = await ask(request, asking);
    if (rehearsed.kind === 'missing') {
      const refusal = await policy.refused(filling, asking);
      return refusal === null ? goes(toMissing(alsoMissing(filling, rehearsed), asking)) : refusedBy(refusal);
    }
    const judged = judgedIn(rehearsed);
    if (!isJudged(judged)) return judged;
    if (judged.approval === null) return { request, ...judged };
    const isWritten = request.customer.contact !== null && filledOn(filling, 'letter').language !== undefined;
    return isWritten ? { request, ...judged } : goes(turnedTo(filling, 'letter'));
  };

  return {
    /** From the present page, as it is filled in. */
    forward: async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
      if (filling.page === 'customer') return whom(filling, entering.customer);
      const hindered = hindrances(filling, readPage(filling, asking.reading, clouds));
      if (Object.keys(hindered).length > 0) return stays(warned(filling), hindered);
      return onward(filling, asking);
    },

    /** What the rules say to the whole; or where something is still open. */
    weigh: async (filling: Filling, asking: Asking): Promise<Weighed | Stepped<Filling> | NotDone> => {
      if (filling.customer === null) return goes(turnedTo(filling, 'customer'));
      const request = requestOf(filling, asking.reading);
      return request === null ? notAtAll(filling, asking) : weighed(filling, request, asking);
    },
  };
};
