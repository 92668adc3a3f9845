import { happens, moveAzure, switchOpened } from '../../support/cases.ts';
import type { Expected, Life } from '../../support/given.ts';

/** How a switch begins. */

type Procedure = Parameters<typeof moveAzure>[0];

export const asked: Expected = {
  status: 'awaiting-approval',
  due: { 'remind-approvers': '03-03 09:00', escalate: '03-05 09:00', 'request-lapses': '04-01 09:00' },
  sets: ['show', 'tell approvers asked'],
};
export const opened = (procedure: Procedure, fields: Parameters<typeof moveAzure>[1] = {}) =>
  switchOpened('03-02 09:00', moveAzure(procedure, fields));
export const approved = happens('case-approved', '03-02 12:00');
export const ticks = (at: string, ...items: string[]): Life['steps'] =>
  items.map((item) => [happens('item-confirmed', at, { item }), { status: 'handing-over' }]);

export const prepares: Expected = {
  status: 'preparing',
  due: { 'remind-item-owners': '03-10 00:00' },
  sets: ['show', 'tell requester approved', 'letter switch-planned'],
};

/** Until the present seller has been asked. */
export const requested = (procedure: Procedure = 'azure-plan-transfer'): Life['steps'] => [
  [opened(procedure), asked],
  [approved, prepares],
  [
    happens('preparation-completed', '03-09 09:00'),
    { status: 'preparing', sets: ['show', 'create-transfer'], has: { isSending: true } },
  ],
  [
    happens('transfer-requested', '03-09 09:01'),
    {
      status: 'awaiting-other-partner',
      due: { 'remind-other-partner': '03-16 09:01', 'transfer-expires': '04-08 09:01' },
      sets: ['show', 'tell requester transfer-requested', 'watch-transfer'],
      has: { transferId: 'transfer-1', items: [], cancelAsked: false },
    },
  ],
];

export const accepted: Life['steps'][number] = [
  happens('transfer-accepted', '03-10 08:00'),
  {
    status: 'moving',
    due: { 'move-is-slow': '03-10 08:15' },
    sets: ['show', 'tell requester transfer-accepted', 'watch-transfer'],
    has: { phase: 'usual', transferId: 'transfer-1' },
  },
];

export const item = (code: string, owner: string, dueOn: string) => ({ code, owner, dueOn: `2026-${dueOn}`, done: null });
