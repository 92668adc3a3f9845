import { Customer } from '../cases/asking/states.ts';
import { Proposal } from '../cases/azure-switch/case.ts';
import { Cloud } from '../policy/index.ts';
import { asksOf } from './asks.ts';
import { byPerson, opening } from './command.ts';
import { wayOf } from './procedures.ts';
import { questionAbout, whyNotToOpen } from './request-admin.ts';

/** Moves what a customer has bought elsewhere to us, by the procedure that the rules leave. */
const shape = byPerson('switch-azure', { cloud: Cloud, customer: Customer, proposal: Proposal.options[0] });

export const switchAzure = opening({
  opens: 'AZ',
  shape,
  // The channel is asked only here, and not kept: it chooses the way. Whether that way is still open is what the
  // procedure's own flow says before every step, and only its word counts for who has to approve.
  propose: ({ command }, id) => ({ question: { ...questionAbout(command, id, command.actor), first: wayOf(command.proposal) } }),
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
        asks: asksOf(command.proposal, id),
        ...judged,
      },
    ],
});
