import { secondsFor } from './timing.ts';
import type { Operation, Relationship } from './granted.ts';
import type { World } from './world.ts';

/** Something that takes its time; its effect is there when it has succeeded, and not before. */
export const startOperation = (
  world: World,
  relationship: Relationship,
  what: Pick<Operation, 'operationType' | 'data'>,
  succeeds: () => void,
): Operation => {
  const at = world.now();
  const operation: Operation = { id: world.uuid(), ...what, status: 'running', createdAt: at, modifiedAt: at };
  relationship.operations.push(operation);
  world.inSeconds(secondsFor(world, 'operation'), () => {
    const goesOn = relationship.status === 'active';
    if (goesOn) succeeds();
    operation.status = goesOn ? 'succeeded' : 'failed';
    operation.modifiedAt = world.now();
  });
  return operation;
};
