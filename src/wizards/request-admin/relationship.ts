import type { Fellow } from '../../cases/admin-relationship/case.ts';
import { day, isInForce, rulebook } from '../../policy/index.ts';
import type { Cloud } from '../../policy/index.ts';
import { isWrong, readAs, says } from '../filled.ts';
import type { Problems, Read } from '../filled.ts';
import { filledOn } from '../walk.ts';
import type { Filling, Ourselves } from './filling.ts';

export const inputs = ['wish', 'dap', 'fellow'] as const;

export type RelationshipWish = 'sell' | 'manage' | 'both';

export interface Relationship {
  readonly sells: { readonly model: 'direct' | 'indirect'; readonly includeDap: boolean; readonly fellow: Fellow | null } | null;
  /** By granular admin. */
  readonly manages: boolean;
}

/** At 21Vianet there is no other admin than that of the reseller relationship. */
export const wishesIn = (cloud: Cloud): readonly RelationshipWish[] =>
  cloud === 'china_21v' ? ['both'] : ['sell', 'manage', 'both'];

/** Whether the historic delegated admin is one’s choice: at 21Vianet it never is, and where it has ended neither. */
export const mayChooseDap = (cloud: Cloud, today: string): boolean =>
  cloud !== 'china_21v' &&
  !rulebook.rules.some((rule) => rule.id === 'R-DAP-RETIRED' && isInForce(rule, { cloud, on: day(today) }));

export const fellowsOf = (ourselves: Ourselves | null): 'providers' | 'resellers' | null => {
  if (ourselves?.type === 'indirect_reseller') return 'providers';
  return ourselves?.type === 'indirect_provider' ? 'resellers' : null;
};

export const keyOf = ({ tenant, name }: Fellow): string => tenant ?? name;

const named = (typed: string, { fellows }: Ourselves): Fellow | null => {
  const one = fellows.find((fellow) => keyOf(fellow) === typed);
  if (one !== undefined || fellows.length > 0) return one ?? null;
  const name = typed.trim().slice(0, 200);
  return name === '' ? null : { name, tenant: null, partnerId: null };
};

/** Sold directly, or through or for another partner, who has to be named. */
const tieOf = (filling: Filling, includeDap: boolean): Read<Relationship['sells']> => {
  const { fellow: typed = '' } = filledOn(filling, 'relationship');
  const { ourselves } = filling;
  if (ourselves === null || fellowsOf(ourselves) === null) return readAs({}, { model: 'direct', includeDap, fellow: null });
  const fellow = named(typed, ourselves);
  const problems: Problems = fellow === null ? { fellow: says('wizard.problem.fellow') } : {};
  return readAs(problems, { model: 'indirect', includeDap, fellow });
};

export const read = (filling: Filling, cloud: Cloud, today: string): Read<Relationship> => {
  const { wish = '', dap } = filledOn(filling, 'relationship');
  const wanted = wishesIn(cloud).find((one) => one === wish);
  if (wanted === undefined) return { problems: { wish: says('wizard.problem.choose') } };
  if (wanted === 'manage') return readAs({}, { sells: null, manages: true });
  const includeDap = cloud === 'china_21v' || (dap === 'true' && mayChooseDap(cloud, today));
  const tie = tieOf(filling, includeDap);
  return isWrong(tie) ? tie : readAs({}, { sells: tie.answer, manages: wanted === 'both' && cloud !== 'china_21v' });
};
