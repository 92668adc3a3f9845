import type { Proposal } from '../../cases/admin-relationship/case.ts';
import type { Customer } from '../../cases/asking/states.ts';
import type { Cloud } from '../../policy/index.ts';
import { isWrong } from '../filled.ts';
import type { Reading } from '../reading.ts';
import { writtenOn } from '../letter-page.ts';
import type { Filling } from './filling.ts';
import * as relationship from './relationship.ts';
import * as roles from './roles.ts';
import * as told from './told.ts';

/** The command as far as the answers make it: all but who sends it, and under which key. */
export interface Request {
  readonly cloud: Cloud;
  readonly customer: Customer;
  readonly proposal: Extract<Proposal, { wants: 'invite' }>;
}

const sellingOf = ({ sells }: relationship.Relationship): Request['proposal']['reseller'] => {
  if (sells === null) return null;
  const { fellow, ...tie } = sells;
  return fellow === null ? tie : { ...tie, fellow };
};

const toldOn = (filling: Filling): Request['proposal']['told'] => {
  const facts = told.read(filling);
  return isWrong(facts) ? {} : { ...facts.answer };
};

/** As far as one has come: pages that are not answered yet say nothing. Null: it is not even clear who, or what. */
export const requestOf = (filling: Filling, { house, today, checks }: Reading): Request | null => {
  const { cloud, customer } = filling;
  if (cloud === null || customer === null) return null;
  const tie = relationship.read(filling, cloud, today);
  if (isWrong(tie)) return null;
  const rights = tie.answer.manages ? roles.read(filling, house) : null;
  if (rights !== null && isWrong(rights)) return null;
  const { recipient, paragraph } = writtenOn(filling, checks);
  const { name, tenant, domain, country } = customer;
  return {
    cloud,
    customer: { name, tenant, domain, country, ...recipient },
    proposal: {
      wants: 'invite',
      reseller: sellingOf(tie.answer),
      gdap: rights && { ...rights.answer, roles: [...rights.answer.roles] },
      letter: { paragraph },
      told: toldOn(filling),
    },
  };
};

/** Nothing told yet: what the rules would have to be told. */
export const untold = (request: Request): Request => ({ ...request, proposal: { ...request.proposal, told: {} } });
