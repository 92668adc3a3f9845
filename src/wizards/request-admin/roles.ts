import type { HouseRules } from '../../policy/index.ts';
import { readAs, says, severalIn } from '../filled.ts';
import type { Filled, Problems, Read } from '../filled.ts';
import { broadIn, bundles, isBundle, longestDays, mayExtendItself, offeredBundles, offeredRoles, OWN_DAYS } from './bundles.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';

export const inputs = ['bundle', 'own', 'days', 'extend', 'azure'] as const;

export interface Rights {
  readonly durationDays: number;
  readonly roles: readonly string[];
  readonly autoExtend: boolean;
  readonly purpose: 'azure' | 'other';
}

/** As long as such rights usually last, and never longer than the house allows. */
export const usualDays = (bundle: string, house: HouseRules): number =>
  Math.min(isBundle(bundle) ? bundles[bundle].days : OWN_DAYS, longestDays(house));

/** For Azure, by the box or by what was chosen. */
export const isForAzure = ({ azure, bundle = '' }: Filled): boolean =>
  azure === 'true' || (isBundle(bundle) && bundles[bundle].isForAzure);

const rolesOf = ({ bundle = '', own }: Filled, house: HouseRules): readonly string[] => {
  if (bundle !== 'own') return isBundle(bundle) && offeredBundles(house).includes(bundle) ? bundles[bundle].roles : [];
  const wanted = severalIn(own);
  return offeredRoles(house).filter((role) => wanted.includes(role));
};

/** Nothing typed: the usual. */
const daysOf = ({ bundle = '', days = '' }: Filled, house: HouseRules): number | null => {
  const text = days.trim();
  if (text === '') return usualDays(bundle, house);
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= longestDays(house) ? number : null;
};

export const read = (filling: Filling, house: HouseRules): Read<Rights> => {
  const filled = filledOn(filling, 'roles');
  const roles = rolesOf(filled, house);
  const days = daysOf(filled, house);
  const problems: Problems = {
    ...(roles.length === 0 &&
      (filled.bundle === 'own' ? { own: says('wizard.problem.chooseRoles') } : { bundle: says('wizard.problem.choose') })),
    ...(days === null && { days: says('wizard.problem.days', { longest: longestDays(house) }) }),
  };
  const broad = broadIn(roles);
  const answer: Rights = {
    durationDays: days ?? 1,
    roles,
    autoExtend: filled.extend === 'true' && mayExtendItself(house),
    purpose: isForAzure(filled) ? 'azure' : 'other',
  };
  const usual = usualDays(filled.bundle ?? '', house);
  const warnings: Problems = {
    ...(broad.length > 0 && {
      warning: says('wizard.warning.broad', { roles: { labels: broad.map((role) => `adminRole.${role}.title`) } }),
    }),
    ...(answer.durationDays > usual && { days: says('wizard.warning.long', { usual }) }),
  };
  return readAs(problems, answer, warnings);
};
