import { Invitation } from '../cases/admin-relationship/case.ts';
import type { Case } from '../cases/case.ts';
import { Words } from '../cases/asking/events.ts';
import { isOffered } from '../cases/effect.ts';
import { refused } from './answer.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { recorded } from './record.ts';
import { isInvolved, notNow } from './rights.ts';

const { what } = Invitation.shape;

/** Where no interface tells whether the customer has accepted, a person does, with what shows it. */
type Waiting = Extract<Case, { status: 'awaiting-customer' }>;
type Invited = Extract<Waiting, { kind: 'admin-relationship' }>;
type What = Invited['invitations'][number]['what'];

/** What is still open of the invitations, and no service would show. */
export const openUnseen = (current: Waiting): readonly What[] =>
  current.kind === 'customer-inquiry'
    ? []
    : current.invitations
        .filter(({ acceptedAt }) => acceptedAt === null)
        .map((one) => one.what)
        .filter((what) => !isOffered(what === 'gdap' ? 'create-relationship' : 'get-reseller-link', current.cloud));

export const confirmAcceptance = moving({
  shape: byPerson('confirm-acceptance', { ...ofCase, what, evidence: Words }),
  accept: ({ command: { actor, what, evidence }, now }, current) => {
    if (current.status !== 'awaiting-customer') return notNow(current);
    if (!isInvolved(actor, current)) return refused('not-yours');
    if (!openUnseen(current).includes(what)) return refused('unknown-item');
    return recorded(current, { type: 'customer-accepted', at: now, actor, what, acceptedAt: now, endsAt: null, evidence });
  },
});
