import { Cloud } from '../../policy/index.ts';
import { readAs, says } from '../filled.ts';
import type { Problems, Read } from '../filled.ts';
import { filledOn } from './filling.ts';
import type { Filling, Found } from './filling.ts';

/** Who is looked for, where; or who was chosen among those who were found. */
type Sought = { readonly cloud: Cloud } & ({ readonly text: string } | { readonly chosen: Found });

export const inputs = ['typed', 'chosen', 'cloud'] as const;

/** By what a company is chosen in a list. */
export const keyOf = ({ tenant, domain, name }: Found): string => tenant ?? domain ?? name;

export const read = (filling: Filling, clouds: readonly Cloud[]): Read<Sought> => {
  const { typed = '', chosen = '', cloud: named } = filledOn(filling, 'customer');
  const cloud = clouds.length === 1 ? clouds[0] : clouds.find((one) => one === (named ?? filling.cloud));
  if (cloud === undefined) return { problems: { cloud: says('wizard.problem.cloud') } };
  const text = typed.trim();
  const isAsFound = text === filling.searched && cloud === filling.cloud;
  const one = isAsFound ? filling.found.find((company) => keyOf(company) === chosen) : undefined;
  if (one !== undefined) return readAs<Sought>({}, { cloud, chosen: one });
  const problems: Problems = isAsFound && filling.found.length > 1 ? { chosen: says('wizard.problem.chooseCustomer') } : {};
  return readAs<Sought>(problems, { cloud, text });
};

/** Nobody of this name, or a domain that nobody knows. */
export const nobody = (text: string): Problems => ({
  typed: /^[^\s@]+\.[^\s@]+$/.test(text) ? says('wizard.problem.unknownDomain', { typed: text }) : says('wizard.problem.nobody'),
});
