import type { Cloud } from '../../policy/index.ts';
import { isWrong, PAGE, says } from '../../wizards/filled.ts';
import type { Problems } from '../../wizards/filled.ts';
import * as customer from '../../wizards/customer-page.ts';
import type { Found, Who } from '../../wizards/customer-page.ts';
import type { Walk } from '../../wizards/walk.ts';
import { customerText } from './customer-text.ts';
import { goes, stays } from './journey.ts';
import type { Stepped } from './journey.ts';
import type { Lookups } from './lookups.ts';

export const unreachable = (service: string): Problems => ({ [PAGE]: says('failure.unreachable', { service }) });

interface Means {
  readonly lookups: Pick<Lookups, 'find'>;
  readonly clouds: readonly Cloud[];
}

/** From the page that asks about whom: looked up, chosen, and taken along to the next page by `enter`. */
export const createWhom =
  ({ lookups, clouds }: Means) =>
  async <F extends Walk & Who>(
    filling: F,
    enter: (filling: F, cloud: Cloud, company: Found) => Promise<Stepped<F>>,
  ): Promise<Stepped<F>> => {
    const sought = customer.read(filling, clouds);
    if (isWrong(sought)) return stays(filling, sought.problems);
    const { cloud } = sought.answer;
    if ('chosen' in sought.answer) return enter(filling, cloud, sought.answer.chosen);
    const { text } = sought.answer;
    const found = await lookups.find(cloud, customerText(text));
    if ('unreachable' in found) return stays(filling, unreachable(found.unreachable));
    const after: F = { ...filling, cloud, searched: text, found: [...found] };
    const [only] = found;
    if (only === undefined) return stays(after, customer.nobody(customerText(text)));
    // Nothing typed: everybody is shown, and nobody was meant.
    return found.length === 1 && text !== '' ? enter(after, cloud, only) : goes(after);
  };

export type Whom = ReturnType<typeof createWhom>;
