import { askingEffects, show, tell } from '../asking/effects.ts';
import type { Effect } from '../effect.ts';
import { wayOf } from './checklists.ts';
import type { AzureSwitch } from './case.ts';
import type { AzureSwitchEvent } from './events.ts';

type EffectsOf = {
  readonly [T in AzureSwitchEvent['type']]: (
    after: AzureSwitch,
    event: Extract<AzureSwitchEvent, { type: T }>,
    before: AzureSwitch | null,
  ) => readonly Effect[];
};

const letter = (name: Extract<Effect, { kind: 'send-letter' }>['letter']): Effect => ({ kind: 'send-letter', letter: name });

const isOurs = ({ proposal }: AzureSwitch): boolean => proposal.wants === 'switch';

const watch = (after: AzureSwitch): Effect[] =>
  'transferId' in after && after.transferId !== null ? [{ kind: 'watch-transfer', transferId: after.transferId }] : [];

/** As the record of a failed transfer says it. */
export const TRANSFER_FAILED = 'transfer-failed';

/** What each event sets going outside. */
export const effects: EffectsOf = {
  ...askingEffects,
  'case-opened': () => [show, tell('approvers', 'asked')],
  'approvers-reminded': (after) => [
    after.status === 'awaiting-our-decision' ? tell('approvers', 'decision-waits') : tell('approvers', 'approval-waits'),
  ],
  'transfer-offered': (after) => [show, tell('approvers', 'transfer-offered'), ...watch(after)],
  'case-approved': () => [show, tell('requester', 'approved'), letter('switch-planned')],
  'letter-sent': () => [show],
  'letter-bounced': () => [show, tell('requester', 'letter-bounced')],
  'preparation-completed': (after) => [
    show,
    ...(wayOf(after.proposal) === 'transfer' ? [{ kind: 'create-transfer' } as const] : []),
  ],
  'transfer-requested': (after) => [show, tell('requester', 'transfer-requested'), ...watch(after)],
  'other-partner-reminded': () => [tell('requester', 'other-partner-silent'), letter('switch-reminder')],
  'transfer-accepted': (after) => [show, tell('requester', 'transfer-accepted'), ...watch(after)],
  'transfer-refused': () => [show, tell('everyone', 'transfer-refused')],
  'transfer-expired': () => [show, tell('everyone', 'transfer-expired')],
  'cancel-asked': (after) =>
    after.status === 'awaiting-other-partner' && after.transferId !== null
      ? [show, { kind: 'cancel-transfer', transferId: after.transferId }]
      : [show],
  'transfer-cancelled': () => [show, tell('everyone', 'transfer-cancelled')],
  'handing-out-agreed': (after, { items }) =>
    after.status === 'moving' && after.transferId !== null
      ? [show, { kind: 'accept-transfer', transferId: after.transferId, items }]
      : [show],
  'handing-out-refused': () => [show, tell('approvers', 'handing-out-refused')],
  'move-slowed': () => [show],
  'microsoft-asked': () => [show, tell('requester', 'ask-microsoft')],
  'move-reminded': () => [tell('requester', 'ask-microsoft'), tell('operator', 'stuck')],
  'subscriptions-moved': (after, { left }) => [
    show,
    left ? tell('everyone', 'moved-partly') : tell('everyone', 'moved'),
    ...(isOurs(after) ? [letter('after-switch')] : []),
  ],
  'move-failed': () => [show, tell('everyone', 'stuck'), tell('operator', 'stuck')],
  'handover-completed': () => [show, tell('everyone', 'done')],
  /** What could not be done waits among the dead letters; a transfer that has failed at Microsoft has to be watched anew. */
  'case-resumed': (after, _event, before) => [
    show,
    ...(before?.status === 'stuck' && before.trouble.code === TRANSFER_FAILED ? watch(after) : []),
  ],
  'case-closed': () => [show, tell('requester', 'closed')],
};
