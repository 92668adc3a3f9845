import { Invitation } from '../cases/admin-relationship/case.ts';
import { Words } from '../cases/asking/events.ts';
import { isOffered } from '../cases/effect.ts';
import { refused } from './answer.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { recorded } from './record.ts';
import { isInvolved, notNow } from './rights.ts';

const { what } = Invitation.shape;

/** Where no interface tells whether the customer has accepted, a person does, with what shows it. */
export const confirmAcceptance = moving({
  shape: byPerson('confirm-acceptance', { ...ofCase, what, evidence: Words }),
  accept: ({ command: { actor, what, evidence }, now }, current) => {
    if (current.status !== 'awaiting-customer') return notNow(current);
    if (!isInvolved(actor, current)) return refused('not-yours');
    const isWatched = isOffered(what === 'gdap' ? 'create-relationship' : 'get-reseller-link', current.cloud);
    const isOpen = current.invitations.some((one) => one.what === what && one.acceptedAt === null);
    if (isWatched || !isOpen) return refused('unknown-item');
    return recorded(current, { type: 'customer-accepted', at: now, actor, what, acceptedAt: now, endsAt: null, evidence });
  },
});
