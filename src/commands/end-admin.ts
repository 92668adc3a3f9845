import * as z from 'zod';
import { Proposal } from '../cases/admin-relationship/case.ts';
import type { In } from '../cases/admin-relationship/case.ts';
import type { Case } from '../cases/case.ts';
import { Customer } from '../cases/asking/states.ts';
import { CaseId } from '../cases/ids.ts';
import { Cloud } from '../policy/index.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { byPerson, opening } from './command.ts';
import { openAdminCase, questionAbout, whyNotToOpen } from './request-admin.ts';

const { what, told, relationshipId } = Proposal.options[2].shape;

/** Ends what a case of ours has begun, or, where nobody has one, a relationship from before. A request like any other. */
const shape = byPerson('end-admin', { cloud: Cloud, customer: Customer, of: CaseId.nullable(), what, relationshipId, told });
type EndAdmin = z.infer<typeof shape>;

/** By the strongest that both sides know: tenant, domain, name. */
const isSameCustomer = (one: Customer, other: Customer): boolean => {
  if (one.tenant !== null && other.tenant !== null) return one.tenant === other.tenant;
  if (one.domain !== null && other.domain !== null) return one.domain === other.domain;
  return one.name === other.name;
};

/** What shall end has to be there. */
const hasIt = ({ invitations, relationshipId }: In<'active'>, what: EndAdmin['what']): boolean =>
  what === 'admin_roles' ? relationshipId !== null : invitations.some((one) => one.what === 'reseller');

/** Whose it is: a case that is running knows it better than whoever asks. */
const wanted = (command: EndAdmin, other: Case | null) => {
  const { of, what, told } = command;
  if (of === null) {
    const proposal: Proposal = { wants: 'end', of, what, relationshipId: command.relationshipId, told };
    return { cloud: command.cloud, customer: command.customer, proposal };
  }
  if (other?.kind !== 'admin-relationship' || other.status !== 'active') return refused('not-active', { id: of });
  if (!hasIt(other, what)) return refused('not-active', { id: of });
  if (!isSameCustomer(other.customer, command.customer)) return refused('other-customer', { id: of });
  const proposal: Proposal = { wants: 'end', of, what, relationshipId: other.relationshipId, told };
  return { cloud: other.cloud, customer: other.customer, proposal };
};

const isRefusal = (found: object): found is Refused => 'says' in found;

export const endAdmin = opening({
  opens: 'ADM',
  shape,
  other: ({ of }) => of,
  propose: ({ command }, id, { other }) => {
    const found = wanted(command, other);
    return isRefusal(found) ? found : { question: questionAbout(found, id, command.actor) };
  },
  accept: (asked, id, judged, { other }) => {
    const found = wanted(asked.command, other);
    if (isRefusal(found)) return found;
    const command = { actor: asked.command.actor, cloud: found.cloud, customer: found.customer };
    return whyNotToOpen(judged) ?? [openAdminCase({ ...asked, command }, id, found.proposal, judged)];
  },
});
