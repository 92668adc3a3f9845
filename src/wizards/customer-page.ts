import * as z from 'zod';
import { Cloud } from '../policy/index.ts';
import { readAs, says } from './filled.ts';
import type { Problems, Read } from './filled.ts';
import { filledOn } from './walk.ts';
import type { Walk } from './walk.ts';

/** A company as it was found. */
export const Found = z.strictObject({
  name: z.string(),
  tenant: z.string().nullable(),
  domain: z.string().nullable(),
  country: z.string().nullable(),
  isOurs: z.boolean(),
});
export type Found = z.infer<typeof Found>;

/** What a wizard keeps that begins with the question about whom. */
export const whoShape = {
  cloud: Cloud.nullable(),
  searched: z.string().nullable(),
  found: z.array(Found).max(15),
  customer: Found.nullable(),
};

export interface Who {
  readonly cloud: Cloud | null;
  readonly searched: string | null;
  readonly found: readonly Found[];
  readonly customer: Found | null;
}

export const nobodyYet = (cloud: Cloud | null) => ({ cloud, searched: null, found: [], customer: null });

/** Who is looked for, where; or who was chosen among those who were found. */
export type Sought = { readonly cloud: Cloud } & ({ readonly text: string } | { readonly chosen: Found });

export const inputs = ['typed', 'chosen', 'cloud'] as const;

/** By what a company is chosen in a list. */
export const keyOf = ({ tenant, domain, name }: Found): string => tenant ?? domain ?? name;

export const read = (filling: Walk & Who, clouds: readonly Cloud[]): Read<Sought> => {
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

export const isSame = (one: Found | null, other: Found): boolean =>
  one !== null && one.tenant === other.tenant && one.domain === other.domain;
