import * as z from 'zod';
import { Customer } from '../cases/asking/states.ts';
import { Proposal } from '../cases/azure-switch/case.ts';
import { TRANSFER_FAILED } from '../cases/azure-switch/effects.ts';
import type { Case, CaseEvent } from '../cases/case.ts';
import { Instant } from '../cases/time.ts';
import { Cloud } from '../policy/index.ts';
import { asksOf } from './asks.ts';
import { byMachine, moving, ofCase, opening } from './command.ts';
import { deciders } from './decide-hand-out.ts';
import { recorded } from './record.ts';
import { notNow } from './rights.ts';

const transferId = z.string().min(1).max(200);

/** Our request lies with the other partner. */
export const recordTransferCreated = moving({
  shape: byMachine('record-transfer-created', { ...ofCase, transferId, expiresAt: Instant.nullable() }),
  accept: ({ command: { actor, transferId, expiresAt }, now }, current) =>
    recorded(current, { type: 'transfer-requested', at: now, actor, transferId, expiresAt }),
});

const TransferState = z.enum(['accepted', 'complete', 'partly-complete', 'cancelled', 'refused', 'expired', 'failed']);

type Made = Pick<CaseEvent, 'at'> & { readonly actor: 'clock' | 'outbox' | 'watch' };

/** What a stuck case waited for it waits for still. */
const waitsFor = (current: Case): Case['status'] => (current.status === 'stuck' ? current.before.status : current.status);

/** What moves, or fails to, has been accepted, whether we have heard of that or not. */
const missed = (made: Made, current: Case): CaseEvent[] =>
  waitsFor(current) === 'awaiting-other-partner' || waitsFor(current) === 'awaiting-our-decision'
    ? [{ ...made, type: 'transfer-accepted', acceptedAt: made.at }]
    : [];

const moved = (made: Made, current: Case, complete: boolean, left: readonly string[] = []): CaseEvent[] => [
  ...missed(made, current),
  { ...made, type: 'subscriptions-moved', complete, ...(left.length > 0 && { left: [...left] }) },
];

interface Changed {
  readonly state: z.infer<typeof TransferState>;
  readonly words: string;
  /** The names of what has stayed behind. */
  readonly left?: readonly string[] | undefined;
}

/** How a transfer looks by now. What was missed on the way is made up for: a completed one has been accepted. */
const eventsFor = ({ state, words, left }: Changed, made: Made, current: Case): CaseEvent[] => {
  switch (state) {
    case 'accepted':
      return [{ ...made, type: 'transfer-accepted', acceptedAt: made.at }];
    case 'complete':
      return moved(made, current, true);
    case 'partly-complete':
      return moved(made, current, false, left);
    case 'cancelled':
      return [{ ...made, type: 'transfer-cancelled', words }];
    case 'refused':
      return [{ ...made, type: 'transfer-refused', words }];
    case 'expired':
      return [{ ...made, type: 'transfer-expired' }];
    case 'failed':
      return [
        ...missed(made, current),
        { ...made, type: 'move-failed', trouble: { effect: 'watch-transfer', code: TRANSFER_FAILED, words } },
      ];
  }
};

export const recordTransferChanged = moving({
  shape: byMachine('record-transfer-changed', {
    ...{ ...ofCase, state: TransferState, words: z.string().max(2000) },
    left: z.array(z.string().max(200)).max(100).optional(),
  }),
  accept: ({ command, now }, current) => {
    const { actor, state } = command;
    // Told twice, it would be watched anew, and be told again, and so on.
    if (state === 'failed' && current.status === 'stuck' && current.trouble.code === TRANSFER_FAILED) return notNow(current);
    const [first, ...others] = eventsFor(command, { at: now, actor }, current);
    if (first === undefined) return notNow(current);
    const begun = recorded(current, first);
    return 'kind' in begun ? begun : [...begun, ...others];
  },
});

/** Another partner asks for what is ours. It waits for a person, and nobody here has asked for it. */
export const recordTransferOffered = opening({
  opens: 'AZ',
  shape: byMachine('record-transfer-offered', {
    cloud: Cloud,
    customer: Customer,
    proposal: Proposal.options[1],
    expiresAt: Instant,
  }),
  propose: () => ({}),
  accept: ({ command: { actor, cloud, customer, proposal, expiresAt }, now, house }, id) => {
    const asks = asksOf(proposal, id);
    const made = { at: now, actor, kind: 'azure-switch', id, cloud, customer, proposal, asks, expiresAt } as const;
    return [{ ...made, type: 'transfer-offered', approval: deciders(house, { proposal, id }) }];
  },
});
