import type { Person } from '../../cases/people.ts';
import type { NotDone } from '../../commands/answer.ts';
import { verdictOf } from '../../cases/decided.ts';
import type { Rehearse, Rehearsed } from '../../commands/rehearse.ts';
import type { Cloud, Says } from '../../policy/index.ts';
import { isWrong, PAGE, says } from '../../wizards/filled.ts';
import type { Problems } from '../../wizards/filled.ts';
import { hindrances, nextOf, readPage, warned } from '../../wizards/request-admin.ts';
import * as customer from '../../wizards/request-admin/customer.ts';
import { filledOn, taken, turnedTo } from '../../wizards/request-admin/filling.ts';
import type { Filling, Found } from '../../wizards/request-admin/filling.ts';
import { requestOf, untold } from '../../wizards/request-admin/review.ts';
import type { Reading, Request } from '../../wizards/request-admin/review.ts';
import { customerText } from './customer-text.ts';
import type { Lookups } from './lookups.ts';
import type { Weighed } from './review.ts';

interface Means {
  readonly lookups: Lookups;
  readonly rehearse: Rehearse;
  readonly clouds: readonly Cloud[];
}

/** Who asks, and by what their answers are read. */
export interface Asking {
  readonly person: Person;
  readonly reading: Reading;
}

/** Where one stands afterwards, and what kept one from going further. */
export interface Stepped {
  readonly filling: Filling;
  readonly problems: Problems;
}

const NOTHING: Problems = {};
const stays = (filling: Filling, problems: Problems): Stepped => ({ filling, problems });
const goes = (filling: Filling): Stepped => ({ filling, problems: NOTHING });

const unreachable = (service: string): Problems => ({ [PAGE]: says('failure.unreachable', { service }) });

export const whyNot = ({ says: { key, values } }: NotDone): Says => ({ key, values: values as Says['values'] });

/** Going on from page to page, with what has to be looked up on the way. */
export const createSteps = ({ lookups, rehearse, clouds }: Means) => {
  const ask = (request: Request, { person }: Asking): Promise<Rehearsed> =>
    rehearse({ name: 'request-admin', key: 'rehearsal', actor: person, ...request });

  const enter = async (before: Filling, cloud: Cloud, company: Found): Promise<Stepped> => {
    const ourselves = await lookups.ourselves(cloud, company);
    if ('unreachable' in ourselves) return stays(before, unreachable(ourselves.unreachable));
    const filling = { ...taken(before, company), cloud, ourselves, before: await lookups.toldBefore(cloud, company) };
    return goes(turnedTo(filling, 'relationship'));
  };

  const fromCustomer = async (filling: Filling): Promise<Stepped> => {
    const sought = customer.read(filling, clouds);
    if (isWrong(sought)) return stays(filling, sought.problems);
    const { cloud } = sought.answer;
    if ('chosen' in sought.answer) return enter(filling, cloud, sought.answer.chosen);
    const { text } = sought.answer;
    const found = await lookups.find(cloud, customerText(text));
    if ('unreachable' in found) return stays(filling, unreachable(found.unreachable));
    const after: Filling = { ...filling, cloud, searched: text, found: [...found] };
    const [only] = found;
    if (only === undefined) return stays(after, customer.nobody(customerText(text)));
    // Nothing typed: everybody is shown, and nobody was meant.
    return found.length === 1 && text !== '' ? enter(after, cloud, only) : goes(after);
  };

  /** What people have to tell is asked for anew whenever something else is wanted. */
  const askedFor = async (filling: Filling, asking: Asking): Promise<Stepped> => {
    const request = requestOf(filling, asking.reading);
    const rehearsed = request && (await ask(untold(request), asking));
    if (rehearsed === null || rehearsed.kind === 'would') return goes({ ...filling, missing: [] });
    if (rehearsed.kind === 'missing') return goes({ ...filling, missing: [...rehearsed.paths] });
    // What the rules refuse is shown as such, with its reasons.
    if (rehearsed.kind === 'refused' && rehearsed.decisions.length > 0) return goes({ ...filling, missing: [] });
    return stays(filling, { [PAGE]: whyNot(rehearsed) });
  };

  const afterTold = async (filling: Filling, asking: Asking): Promise<Stepped> => {
    const request = requestOf(filling, asking.reading);
    const rehearsed = request && (await ask(request, asking));
    if (rehearsed?.kind === 'missing') return goes({ ...filling, missing: [...new Set([...filling.missing, ...rehearsed.paths])] });
    // Nobody need write a letter about what is refused.
    if (rehearsed?.kind === 'refused' && verdictOf(rehearsed.decisions) === 'deny') return goes(turnedTo(filling, 'review'));
    return goes(turnedTo(filling, 'letter'));
  };

  const onward = async (filling: Filling, asking: Asking): Promise<Stepped> => {
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
    forward: async (filling: Filling, asking: Asking): Promise<Stepped> => {
      if (filling.page === 'customer') return fromCustomer(filling);
      const hindered = hindrances(filling, readPage(filling, asking.reading, clouds));
      if (Object.keys(hindered).length > 0) return stays(warned(filling), hindered);
      return onward(filling, asking);
    },

    /** What the rules say to the whole; or where something is still open. */
    weigh: async (filling: Filling, asking: Asking): Promise<Weighed | Stepped | NotDone> => {
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
