import * as z from 'zod';
import { Proposal } from '../cases/admin-relationship/case.ts';
import type { In } from '../cases/admin-relationship/case.ts';
import type { Case } from '../cases/case.ts';
import { CaseId } from '../cases/ids.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { byPerson, opening } from './command.ts';
import { openAdminCase, questionAbout, whyNotToOpen } from './request-admin.ts';

const { how, gdap, letter, told } = Proposal.options[1].shape;

/** Before it runs out: a new relationship beside the old one, or the old one extended by Microsoft. A request like any other. */
const shape = byPerson('renew-admin', { of: CaseId, how, gdap, letter, told });
type RenewAdmin = z.infer<typeof shape>;

const running = (of: CaseId, other: Case | null): In<'active'> | Refused => {
  if (other?.kind !== 'admin-relationship' || other.status !== 'active') return refused('not-active', { id: of });
  // Only granular admin has an end that could be put off.
  if (other.relationshipId === null) return refused('not-active', { id: of });
  return other.renewedBy === null ? other : refused('renewed-already', { id: other.renewedBy });
};

const proposed = ({ how, gdap, letter, told, of }: RenewAdmin, { relationshipId, endsAt }: In<'active'>): Proposal => ({
  wants: 'renew',
  of,
  how,
  relationshipId,
  endsAt,
  gdap,
  letter,
  told,
});

export const renewAdmin = opening({
  opens: 'ADM',
  shape,
  other: ({ of }) => of,
  propose: ({ command }, id, other) => {
    const old = running(command.of, other);
    if ('says' in old) return old;
    return { question: questionAbout({ ...old, proposal: proposed(command, old) }, id, command.actor) };
  },
  accept: (asked, id, judged, other) => {
    const old = running(asked.command.of, other);
    if ('says' in old) return old;
    const { cloud, customer } = old;
    const command = { actor: asked.command.actor, cloud, customer };
    return whyNotToOpen(judged) ?? [openAdminCase({ ...asked, command }, id, proposed(asked.command, old), judged)];
  },
});
