import type { HouseRules } from '../../policy/index.ts';
import { readAs, says, severalIn } from '../filled.ts';
import type { Filled, Problems, Read } from '../filled.ts';
import { broadIn, longestDays, mayExtendItself, offeredRoles } from '../request-admin/bundles.ts';
import { hasRights } from '../running.ts';
import type { Running, RunningRights } from '../running.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';

export const inputs = ['how', 'roles', 'days', 'extend'] as const;

export type How = 'anew' | 'extend';
type Gdap = RunningRights['gdap'];

export interface Renewal {
  readonly how: How;
  readonly gdap: Gdap;
}

/** What extends itself already need not be extended. */
export const waysOf = ({ extendsItself }: Running, house: HouseRules): readonly How[] =>
  mayExtendItself(house) && !extendsItself ? ['anew', 'extend'] : ['anew'];

/** Usually a relationship of its own beside the old one: its rights can be looked at anew. */
export const wayOf = (of: Running, { how }: Filled, house: HouseRules): How =>
  waysOf(of, house).find((one) => one === how) ?? 'anew';

/** What the house offers, and what it has besides; what the house never asks for is not asked for again. */
export const rolesToKeep = ({ gdap }: RunningRights, house: HouseRules): readonly string[] => {
  const offered: readonly string[] = offeredRoles(house);
  return [...offered, ...gdap.roles.filter((role) => !offered.includes(role) && !house.rolesNeverAskedFor.includes(role))];
};

export const rolesNow = (of: RunningRights, house: HouseRules): readonly string[] =>
  rolesToKeep(of, house).filter((role) => of.gdap.roles.includes(role));

/** As long as it lasts now, and never longer than the house allows. */
export const daysNow = ({ gdap }: RunningRights, house: HouseRules): number => Math.min(gdap.durationDays, longestDays(house));

const rolesOf = (of: RunningRights, { roles }: Filled, house: HouseRules): readonly string[] => {
  if (roles === undefined) return rolesNow(of, house);
  const wanted = severalIn(roles);
  return rolesToKeep(of, house).filter((role) => wanted.includes(role));
};

const daysOf = (of: RunningRights, { days = '' }: Filled, house: HouseRules): number | null => {
  const text = days.trim();
  if (text === '') return daysNow(of, house);
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= longestDays(house) ? number : null;
};

const isSameRoles = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((role) => others.includes(role));

/** What is only extended keeps its roles: whoever has changed them wanted something else. */
const extended = (of: RunningRights, roles: readonly string[], house: HouseRules): Read<Renewal> =>
  readAs(isSameRoles(roles, rolesNow(of, house)) ? {} : { roles: says('wizard.renew.keepsRoles') }, {
    how: 'extend',
    gdap: { ...of.gdap, autoExtend: true },
  });

const anew = (of: RunningRights, roles: readonly string[], filled: Filled, house: HouseRules): Read<Renewal> => {
  const days = daysOf(of, filled, house);
  const problems: Problems = {
    ...(roles.length === 0 && { roles: says('wizard.problem.chooseRoles') }),
    ...(days === null && { days: says('wizard.problem.days', { longest: longestDays(house) }) }),
  };
  const autoExtend = (filled.extend ?? String(of.extendsItself)) === 'true' && mayExtendItself(house);
  const broad = broadIn(roles).filter((role) => !of.gdap.roles.includes(role));
  const warnings: Problems =
    broad.length === 0
      ? {}
      : { roles: says('wizard.warning.broad', { roles: { labels: broad.map((role) => `adminRole.${role}.title`) } }) };
  const { purpose } = of.gdap;
  return readAs(problems, { how: 'anew', gdap: { durationDays: days ?? 1, roles: [...roles], autoExtend, purpose } }, warnings);
};

export const read = (filling: Filling, house: HouseRules): Read<Renewal> => {
  const { of } = filling;
  if (of === null || !hasRights(of)) return { problems: { roles: says('wizard.problem.choose') } };
  const filled = filledOn(filling, 'rights');
  const roles = rolesOf(of, filled, house);
  return wayOf(of, filled, house) === 'extend' ? extended(of, roles, house) : anew(of, roles, filled, house);
};
