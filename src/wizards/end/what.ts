import type { Proposal } from '../../cases/admin-relationship/case.ts';
import { readAs, says } from '../filled.ts';
import type { Read } from '../filled.ts';
import { hasRights } from '../running.ts';
import type { Running } from '../running.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';

export const inputs = ['what'] as const;

type What = Extract<Proposal, { wants: 'end' }>['what'];

/** What could end; of no case where it is from before. */
export interface Target {
  readonly what: What;
  readonly of: Running | null;
}

export const keyOf = ({ what, of }: Target): string => `${what} ${of?.id ?? 'before'}`;

const endable = (of: Running): Target[] => [
  ...(hasRights(of) ? [{ what: 'admin_roles' as const, of }] : []),
  ...(of.sells ? [{ what: 'reseller_relationship' as const, of }] : []),
];

const both: readonly What[] = ['admin_roles', 'reseller_relationship'];

/** Nobody ends from before what a case looks after. */
export const targetsOf = ({ running, isOpenToOthers }: Filling): readonly Target[] => {
  const ours = running.flatMap(endable);
  const others = both.filter((what) => !ours.some((one) => one.what === what)).map((what) => ({ what, of: null }));
  return [...ours, ...(isOpenToOthers ? others : [])];
};

export const read = (filling: Filling): Read<Target> => {
  const [only, ...others] = targetsOf(filling);
  if (only !== undefined && others.length === 0) return readAs({}, only);
  const { what } = filledOn(filling, 'what');
  const one = targetsOf(filling).find((target) => keyOf(target) === what);
  return one === undefined ? { problems: { what: says('wizard.problem.choose') } } : readAs({}, one);
};
