import type { Case } from '../../cases/case.ts';
import { CaseId } from '../../cases/ids.ts';
import type { Cloud } from '../../policy/index.ts';
import type { Store } from '../../ports.ts';
import { says } from '../../wizards/filled.ts';
import type { Found, Who } from '../../wizards/customer-page.ts';
import { customerOf, runningIn } from '../../wizards/running.ts';
import type { Running, Stopped } from '../../wizards/running.ts';
import { filledOn } from '../../wizards/walk.ts';
import type { Walk } from '../../wizards/walk.ts';
import { stays } from './journey.ts';
import type { Stepped } from './journey.ts';
import type { Whom } from './whom.ts';

/** What of ours runs, at whom: by their name, or by a case of theirs. */
export interface Ours {
  readonly cloud: Cloud;
  readonly customer: Found;
  readonly running: readonly Running[];
  /** The case that was named, if one was. */
  readonly named: CaseId | null;
}

const MOST = 20;

interface Means {
  readonly store: Pick<Store, 'case' | 'casesOf'>;
  readonly whom: Whom;
}

export const caseIdIn = (text: string): CaseId | null => CaseId.safeParse(text.trim().toUpperCase()).data ?? null;

const oursIn = (current: Case): Ours => {
  const running = runningIn(current);
  return { cloud: current.cloud, customer: customerOf(current), running: running === null ? [] : [running], named: current.id };
};

/** A case that was named is meant, and nothing else of its customer. */
export const createOurs =
  ({ store, whom }: Means) =>
  async <F extends Walk & Who>(filling: F, enter: (filling: F, ours: Ours) => Promise<Stepped<F>>): Promise<Stepped<F>> => {
    const id = caseIdIn(filledOn(filling, 'customer').typed ?? '');
    if (id === null) {
      return whom(filling, async (found, cloud, customer) => {
        const kept = customer.tenant === null ? [] : await store.casesOf(customer.tenant);
        const running = kept.filter(({ case: current }) => current.cloud === cloud).flatMap((one) => runningIn(one.case) ?? []);
        return enter(found, { cloud, customer, running: running.slice(0, MOST), named: null });
      });
    }
    const kept = await store.case(id);
    return kept === null ? stays(filling, { typed: says('refusal.unknown-case', { id }) }) : enter(filling, oursIn(kept.case));
  };

/** That what was named does not run; or that nothing does that could be meant. */
export const whyStopped = ({ customer, named }: Ours, nothing: string): Stopped => ({
  why:
    named === null ? { key: nothing, values: { customer: customer.name } } : { key: 'refusal.not-active', values: { id: named } },
  case: named,
  customer,
});
