import { Customer } from '../cases/asking/states.ts';
import { Proposal } from '../cases/customer-inquiry/case.ts';
import { Cloud } from '../policy/index.ts';
import { refused } from './answer.ts';
import { byPerson, opening } from './command.ts';
import { whyNotToCarryOn } from './rights.ts';

const { subject, letter } = Proposal.shape;

/**
 * Writes to a customer to ask what only it knows. No rule is asked, and nobody has to agree: nothing is granted by an answer, and
 * what is asked for because of it is a request of its own.
 */
const shape = byPerson('ask-customer', { cloud: Cloud, customer: Customer, about: subject, letter });

export const askCustomer = opening({
  opens: 'ASK',
  shape,
  propose: ({ command: { actor, customer }, hasAnswersPage }) => {
    if (!hasAnswersPage) return refused('no-answers-page');
    return whyNotToCarryOn(actor) ?? (customer.contact === null ? refused('no-contact') : {});
  },
  accept: ({ command: { actor, cloud, customer, about, letter }, now }, id) => [
    {
      type: 'case-opened',
      at: now,
      actor,
      kind: 'customer-inquiry',
      id,
      cloud,
      customer,
      requester: actor,
      proposal: { wants: 'ask-customer', subject: about, letter, told: {} },
      asks: [],
      decisions: [],
      approval: { people: 1, roles: [] },
    },
  ],
});
