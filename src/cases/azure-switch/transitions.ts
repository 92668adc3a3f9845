import { askingTransitions } from '../asking/transitions.ts';
import type { Transitions } from '../transitions.ts';
import type { AzureSwitch } from './case.ts';
import type { AzureSwitchEvent } from './events.ts';

const everywhere = [
  'awaiting-approval',
  'sent-back',
  'declined',
  'withdrawn',
  'preparing',
  'awaiting-other-partner',
  'awaiting-our-decision',
  'moving',
  'handing-over',
  'done',
  'refused',
  'expired',
  'cancelled',
  'stuck',
] as const;

/** What may become what. */
export const transitions = {
  'case-opened': { from: [null], to: ['awaiting-approval'] },
  'transfer-offered': { from: [null], to: ['awaiting-our-decision'] },
  ...askingTransitions,
  'case-withdrawn': { from: ['awaiting-approval', 'sent-back', 'preparing'], to: ['withdrawn'] },
  'approvers-reminded': {
    from: ['awaiting-approval', 'awaiting-our-decision'],
    to: ['awaiting-approval', 'awaiting-our-decision'],
  },
  'case-approved': { from: ['awaiting-approval'], to: ['preparing'] },
  'execution-cleared': {
    from: ['preparing', 'awaiting-other-partner', 'moving'],
    to: ['preparing', 'awaiting-other-partner', 'moving'],
  },
  'decision-changed': { from: ['preparing', 'awaiting-other-partner', 'moving'], to: ['awaiting-approval', 'stuck'] },
  'item-confirmed': {
    from: ['preparing', 'awaiting-other-partner', 'moving', 'handing-over'],
    to: ['preparing', 'awaiting-other-partner', 'moving', 'handing-over'],
  },
  'items-reminded': {
    from: ['preparing', 'awaiting-other-partner', 'moving', 'handing-over'],
    to: ['preparing', 'awaiting-other-partner', 'moving', 'handing-over'],
  },
  'letter-sent': { from: everywhere, to: everywhere },
  'letter-bounced': { from: everywhere, to: everywhere },
  'preparation-completed': { from: ['preparing'], to: ['preparing', 'awaiting-other-partner', 'moving'] },
  'transfer-requested': { from: ['preparing'], to: ['awaiting-other-partner'] },
  'other-partner-reminded': { from: ['awaiting-other-partner'], to: ['awaiting-other-partner'] },
  'transfer-accepted': { from: ['awaiting-other-partner', 'awaiting-our-decision'], to: ['moving'] },
  'transfer-refused': { from: ['awaiting-other-partner', 'awaiting-our-decision'], to: ['refused'] },
  'transfer-expired': { from: ['awaiting-other-partner', 'awaiting-our-decision'], to: ['expired'] },
  'cancel-asked': { from: ['awaiting-other-partner'], to: ['awaiting-other-partner'] },
  'transfer-cancelled': { from: ['awaiting-other-partner', 'awaiting-our-decision', 'moving'], to: ['cancelled'] },
  'handing-out-agreed': { from: ['awaiting-our-decision'], to: ['moving'] },
  'handing-out-refused': { from: ['awaiting-our-decision'], to: ['refused'] },
  'move-slowed': { from: ['moving'], to: ['moving'] },
  'microsoft-asked': { from: ['moving'], to: ['moving'] },
  'move-reminded': { from: ['moving'], to: ['moving'] },
  'subscriptions-moved': { from: ['moving'], to: ['handing-over'] },
  'move-failed': { from: ['moving'], to: ['stuck'] },
  'handover-completed': { from: ['handing-over'], to: ['done'] },
  'case-taken-over': {
    from: ['awaiting-approval', 'sent-back', 'preparing', 'awaiting-other-partner', 'moving', 'handing-over', 'stuck'],
    to: ['awaiting-approval', 'sent-back', 'preparing', 'awaiting-other-partner', 'moving', 'handing-over', 'stuck'],
  },
  'effect-given-up': { from: everywhere, to: everywhere },
  'case-stuck': { from: ['preparing', 'awaiting-other-partner', 'moving'], to: ['stuck'] },
  'dead-letter-retried': { from: everywhere, to: everywhere },
  'dead-letter-closed': { from: everywhere, to: everywhere },
  'case-resumed': { from: ['stuck'], to: ['preparing', 'awaiting-other-partner', 'moving'] },
  'case-closed': { from: ['stuck'], to: ['cancelled'] },
} as const satisfies Transitions<AzureSwitchEvent['type'], AzureSwitch['status']>;
