import * as z from 'zod';
import { Proposal } from '../cases/admin-relationship/case.ts';
import type { In } from '../cases/admin-relationship/case.ts';
import { isOver } from '../cases/case.ts';
import type { Case } from '../cases/case.ts';
import { CaseId } from '../cases/ids.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { byPerson, opening } from './command.ts';
import type { Around } from './command.ts';
import { openAdminCase, questionAbout, whyNotToOpen } from './request-admin.ts';

const { how, gdap, letter, told } = Proposal.options[1].shape;

/** Before it runs out: a new relationship beside the old one, or the old one extended by Microsoft. A request like any other. */
const shape = byPerson('renew-admin', { of: CaseId, how, gdap, letter, told });
type RenewAdmin = z.infer<typeof shape>;

const isOpenRenewal = (one: Case): boolean => one.proposal.wants === 'renew' && !isOver(one);

const running = (of: CaseId, { other, besides }: Around): In<'active'> | Refused => {
  if (other?.kind !== 'admin-relationship' || other.status !== 'active') return refused('not-active', { id: of });
  // Only granular admin has an end that could be put off.
  if (other.relationshipId === null) return refused('not-active', { id: of });
  if (other.renewedBy !== null) return refused('renewed-already', { id: other.renewedBy });
  const open = besides.find(isOpenRenewal);
  return open === undefined ? other : refused('renewal-open', { id: open.id });
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
  propose: ({ command }, id, around) => {
    const old = running(command.of, around);
    if ('says' in old) return old;
    return { question: questionAbout({ ...old, proposal: proposed(command, old) }, id, command.actor) };
  },
  accept: (asked, id, judged, around) => {
    const old = running(asked.command.of, around);
    if ('says' in old) return old;
    const { cloud, customer } = old;
    const command = { actor: asked.command.actor, cloud, customer };
    return whyNotToOpen(judged) ?? [openAdminCase({ ...asked, command }, id, proposed(asked.command, old), judged)];
  },
});
