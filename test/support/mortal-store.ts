import type { Store } from '../../src/ports.ts';

/** A store as one process holds it: after its death nothing of that process reaches it any more. */
export const createMortalStore = (store: Store) => {
  let isDead = false;
  const dead = new Promise<never>(() => undefined);
  const held = new Proxy(store, {
    get: (target, name, receiver): unknown => {
      const member: unknown = Reflect.get(target, name, receiver);
      return typeof member === 'function'
        ? (...given: unknown[]): unknown => (isDead ? dead : Reflect.apply(member, target, given))
        : member;
    },
  });
  return {
    store: held,
    die: (): void => {
      isDead = true;
    },
  };
};
