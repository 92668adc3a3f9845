import * as z from 'zod';
import { answeredWith } from '../by-customer.ts';
import { CUSTOMER, factIn } from '../telling.ts';
import { factShapes } from '../../policy/index.ts';
import type { Cloud, FactPath } from '../../policy/index.ts';
import { readAs, says } from '../filled.ts';
import type { Filled, Problems, Read } from '../filled.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';

export const inputs = ['boughtFrom', 'partner', 'which', 'agreement'] as const;

/** Where it was bought, and from whom, or under which agreement. */
export interface Origin {
  readonly boughtFrom: string;
  /** `which`: their tenant or domain, as it was typed; empty where nobody knows it yet. */
  readonly partner: { readonly name: string; readonly which: string } | null;
  readonly agreement: string | null;
}

const optionsOf = (path: FactPath): readonly string[] => {
  const shape = factShapes.get(path);
  return shape?.kind === 'choice' ? shape.options : [];
};

const only21v: readonly string[] = ['21vianet_direct', 'own_former_advisor'];

/** What is ours already need not come to us. */
export const originsIn = (cloud: Cloud): readonly string[] =>
  optionsOf('item.boughtFrom').filter((one) => one !== 'own' && (cloud === 'china_21v' || !only21v.includes(one)));

export const agreements = optionsOf('item.eaKind');

/** Where all that is known was bought in one place, nobody need say so; what is not Azure counts only where there is no Azure. */
const derivedOrigin = ({ known, cloud }: Pick<Filling, 'known' | 'cloud'>): string | null => {
  const offered = originsIn(cloud ?? 'global');
  const usage = known.filter(({ facts }) => facts['item.kind'] === 'usage');
  const [only, ...others] = new Set(
    (usage.length > 0 ? usage : known).flatMap(({ facts }) => offered.find((one) => one === facts['item.boughtFrom']) ?? []),
  );
  return others.length === 0 ? (only ?? null) : null;
};

const derivedAgreement = ({ known }: Pick<Filling, 'known'>): string | null =>
  agreements.find((one) => known.some(({ facts }) => facts['item.eaKind'] === one)) ?? null;

/** What the customer has told of it, by the names of the questions. */
const toldByCustomer = ({ byCustomer, cloud }: Filling): Filled => {
  const from = originsIn(cloud ?? 'global').find((one) => one === answeredWith(byCustomer, 'item.boughtFrom'));
  const { name = '', place = '' } = byCustomer?.told.partner ?? {};
  return { boughtFrom: from ?? '', partner: name, which: place };
};

/** As the page is shown: what was typed, else what is known, else what the customer has told. */
export const shownOn = (filling: Filling): Filled => {
  const told = toldByCustomer(filling);
  return {
    ...told,
    boughtFrom: derivedOrigin(filling) ?? told.boughtFrom ?? '',
    agreement: derivedAgreement(filling) ?? '',
    ...filledOn(filling, 'origin'),
  };
};

/** What a service shows, or one of ours has said, needs no customer to be known. */
const isKnown = ({ known }: Filling, boughtFrom: string): boolean =>
  known.some(({ facts, told }) => told?.by !== CUSTOMER && facts['item.boughtFrom'] === boughtFrom);

/** Whether an answer stands there only because the customer has told it: a person has to confirm it. */
export const isByCustomer = (filling: Filling, input: 'boughtFrom' | 'partner' | 'which'): boolean => {
  const { [input]: shown = '' } = shownOn(filling);
  return shown !== '' && shown === toldByCustomer(filling)[input] && !(input === 'boughtFrom' && isKnown(filling, shown));
};

const isDomain = (text: string): boolean => /^[^\s@/]{1,250}\.[^\s@/.]{2,}$/.test(text);
const isTenant = (text: string): boolean => z.guid().safeParse(text).success;

const partnerOf = ({ partner = '', which = '' }: Filled): Read<Origin['partner']> => {
  const [name, typed] = [partner.trim(), which.trim()];
  const problems: Problems = {
    ...((name === '' || name.length > 200) && { partner: says('wizard.problem.partner') }),
    ...(typed !== '' && !isDomain(typed) && !isTenant(typed) && { which: says('wizard.problem.which') }),
  };
  return readAs(problems, { name, which: typed });
};

export const read = (filling: Filling): Read<Origin> => {
  const filled = shownOn(filling);
  const boughtFrom = originsIn(filling.cloud ?? 'global').find((one) => one === filled.boughtFrom);
  if (boughtFrom === undefined) return { problems: { boughtFrom: says('wizard.problem.choose') } };
  if (boughtFrom === 'other_csp') {
    const partner = partnerOf(filled);
    return 'problems' in partner ? partner : readAs({}, { boughtFrom, partner: partner.answer, agreement: null });
  }
  const agreement = boughtFrom === 'ea' ? factIn('item.eaKind', filled.agreement ?? '') : null;
  const problems: Problems =
    boughtFrom === 'ea' && typeof agreement !== 'string' ? { agreement: says('wizard.problem.choose') } : {};
  return readAs(problems, { boughtFrom, partner: null, agreement: typeof agreement === 'string' ? agreement : null });
};
