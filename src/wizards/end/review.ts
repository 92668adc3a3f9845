import type { Proposal } from '../../cases/admin-relationship/case.ts';
import type { Customer } from '../../cases/asking/states.ts';
import type { Cloud } from '../../policy/index.ts';
import type { Found } from '../customer-page.ts';
import { isWrong } from '../filled.ts';
import { usualLanguage } from '../letter-page.ts';
import type { Running } from '../running.ts';
import * as telling from '../telling.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';
import * as what from './what.ts';

/** The command as far as the answers make it: all but who sends it, and under which key. */
export interface Request extends Omit<Extract<Proposal, { wants: 'end' }>, 'wants'> {
  readonly cloud: Cloud;
  readonly customer: Customer;
}

/** As the case knows them; else as they were found. */
const customerOn = ({ name, tenant, domain, country }: Found, of: Running | null): Customer => ({
  ...{ name, tenant, domain, country },
  language: of?.language ?? usualLanguage(country, 'en'),
  contact: of?.contact ?? null,
});

/** As far as one has come. Null: it is not even clear whose, or what. */
export const requestOf = (filling: Filling): Request | null => {
  const { cloud, customer } = filling;
  const target = what.read(filling);
  if (cloud === null || customer === null || isWrong(target)) return null;
  const { of } = target.answer;
  const facts = telling.read(filling, filledOn(filling, 'told'), {});
  return {
    cloud,
    customer: customerOn(customer, of),
    of: of?.id ?? null,
    what: target.answer.what,
    relationshipId: of?.relationshipId ?? null,
    told: isWrong(facts) ? {} : { ...facts.answer },
  };
};
