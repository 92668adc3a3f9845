import { Customer } from '../cases/asking/states.ts';
import { Proposal } from '../cases/azure-switch/case.ts';
import { Cloud } from '../policy/index.ts';
import { byPerson, opening } from './command.ts';
import { asksFor, questionAbout, whyNotToOpen } from './request-admin.ts';

/** Moves what a customer has bought elsewhere to us, by the procedure that the rules leave. */
const shape = byPerson('switch-azure', { cloud: Cloud, customer: Customer, proposal: Proposal.options[0] });

export const switchAzure = opening({
  opens: 'AZ',
  shape,
  propose: ({ command }, id) => ({ question: questionAbout(command, id, command.actor) }),
  accept: ({ command, now }, id, judged) =>
    whyNotToOpen(judged) ?? [
      {
        type: 'case-opened',
        at: now,
        actor: command.actor,
        kind: 'azure-switch',
        id,
        cloud: command.cloud,
        customer: command.customer,
        requester: command.actor,
        proposal: command.proposal,
        asks: asksFor(command, id),
        ...judged,
      },
    ],
});
