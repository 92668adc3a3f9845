import type { Case } from '../../src/cases/case.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import { doing, ending, inquiring, inviting, offered, switching } from '../support/requests.ts';
import type { World } from '../support/world.ts';

// How a case comes to stand where it stands: by commands, and by nothing else.

type Doing = ReturnType<typeof doing>;
type Way = (world: World, does: Doing) => Promise<CaseId>;

const no = { kind: 'refused', code: '900145', words: 'The customer is not known here.' } as const;

const asked: Way = (_, does) => does.opened(inviting());
const preparing: Way = async (world, does) => {
  const id = await asked(world, does);
  await does.approve(id, 'ada');
  return id;
};
const awaitingCustomer: Way = async (world, does) => {
  const id = await preparing(world, does);
  await world.settle();
  return id;
};
const granting: Way = async (world, does) => {
  const id = await awaitingCustomer(world, does);
  await does.accept(id);
  return id;
};
const active: Way = async (world, does) => {
  const id = await granting(world, does);
  await world.settle();
  return id;
};
const ends: Way = async (world, does) => {
  const id = await does.opened(ending(await active(world, does)));
  await does.approve(id, 'gunn');
  return id;
};

const wanted: Way = (_, does) => does.opened(switching());
const agreed: Way = async (world, does) => {
  const id = await wanted(world, does);
  await does.approve(id, 'ada');
  await does.approve(id, 'bo');
  return id;
};
const sent: Way = async (world, does) => {
  const id = await agreed(world, does);
  await does.tickAll(id, 'ana');
  await world.settle();
  return id;
};

/** Somewhere, and then one step further. */
const then =
  (way: Way, step: (does: Doing, id: CaseId, world: World) => Promise<unknown>): Way =>
  async (world, does) => {
    const id = await way(world, does);
    await step(does, id, world);
    return id;
  };

const handingOver = then(sent, async (does, id) => {
  await does.transfer(id, 'accepted');
  await does.transfer(id, 'complete');
});

const questioned: Way = (_, does) => does.opened(inquiring());
const letterLost: Way = async (world, does) => {
  const id = await questioned(world, does);
  world.faults.set('send-letter', [no]);
  await world.settle();
  return id;
};

type Reached<K extends Case['kind']> = Readonly<Record<Extract<Case, { kind: K }>['status'], Way>>;

export const reached: { readonly [K in Case['kind']]: Reached<K> } = {
  'admin-relationship': {
    'awaiting-approval': asked,
    'sent-back': then(asked, (does, id) => does.sendBack(id, 'bo')),
    declined: then(asked, (does, id) => does.decline(id, 'bo')),
    withdrawn: then(asked, (does, id) => does.withdraw(id, 'ana')),
    preparing,
    'awaiting-customer': awaitingCustomer,
    granting,
    active,
    ending: ends,
    ended: then(ends, (_, _id, world) => world.settle()),
    stuck: then(preparing, async (_, _id, world) => {
      world.faults.set('create-relationship', [no]);
      await world.settle();
    }),
  },
  'azure-switch': {
    'awaiting-approval': wanted,
    'sent-back': then(wanted, (does, id) => does.sendBack(id, 'bo')),
    declined: then(wanted, (does, id) => does.decline(id, 'bo')),
    withdrawn: then(wanted, (does, id) => does.withdraw(id, 'ana')),
    preparing: agreed,
    'awaiting-other-partner': sent,
    'awaiting-our-decision': (world, does) => does.opened(offered(world)),
    moving: then(sent, (does, id) => does.transfer(id, 'accepted')),
    'handing-over': handingOver,
    done: then(handingOver, (does, id) => does.tickAll(id, 'ana')),
    refused: then(sent, (does, id) => does.transfer(id, 'refused', 'They owe us for February.')),
    expired: then(sent, (does, id) => does.transfer(id, 'expired')),
    cancelled: then(sent, (does, id) => does.transfer(id, 'cancelled')),
    stuck: then(agreed, async (does, id, world) => {
      world.faults.set('create-transfer', [no]);
      await does.tickAll(id, 'ana');
      await world.settle();
    }),
  },
  'customer-inquiry': {
    'awaiting-customer': questioned,
    done: then(questioned, (does, id) => does.tells(id)),
    withdrawn: then(questioned, (does, id) => does.withdraw(id, 'ana')),
    ended: then(questioned, (_, _id, world) => world.run({ days: 61 })),
    stuck: letterLost,
  },
};
