import type { CaseEvent } from '../../src/cases/case.ts';
import type { EffectKind } from '../../src/cases/effect.ts';
import { unseal } from '../../src/cases/history.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import type { Outcome } from '../../src/ports.ts';
import { doing, inviting } from '../support/requests.ts';
import { createWorld } from '../support/world.ts';
import type { Sitting, World } from '../support/world.ts';

/** They are busy, and nothing has happened. */
export const busy: Outcome = { kind: 'again', words: 'busy' };
export const no: Outcome = { kind: 'refused', code: '900145', words: 'The customer is not known here.' };

/** Ana has asked for Contoso Bakery, and Ada has agreed a moment ago: all that follows from it is still to be done. */
export const agreed = async (sitting: Sitting = {}, command = inviting()) => {
  const world = createWorld(sitting);
  return { world, ...(await agreedIn(world, command)) };
};

export const agreedIn = async (world: World, command = inviting()) => {
  const act = doing(world);
  const id = await act.opened(command);
  await world.settle();
  await act.approve(id, 'ada');
  return { act, id };
};

/** The invitation has been sent, and Contoso Bakery has not answered yet. */
export const invited = async (sitting: Sitting = {}, command = inviting()) => {
  const moment = await agreed(sitting, command);
  await moment.world.settle();
  return moment;
};

export const isDone = (world: World, kind: EffectKind): boolean => [...world.done.values()].some((effect) => effect.kind === kind);

/** Every time that a service was asked to do something. */
export const attempts = (world: World, kind: EffectKind) =>
  world.asked.filter((one) => one.kind === kind && !one.looksUp).map(({ key, at }) => ({ key, at }));

/** In which order a service was asked to do something, and to look something up. */
export const steps = (world: World, kind: EffectKind): string[] =>
  world.asked.filter((one) => one.kind === kind).map(({ looksUp }) => (looksUp ? 'looked up' : 'asked'));

export const eventsOf = async (world: World, id: CaseId): Promise<CaseEvent[]> => (await world.store.history(id)).map(unseal);

export const typesOf = async (world: World, id: CaseId): Promise<string[]> => (await eventsOf(world, id)).map(({ type }) => type);

/** When something has happened to a case, as `03-05 09:00`; in 2026 unless it is said. */
export const timesOf = async (world: World, id: CaseId, type: CaseEvent['type']): Promise<string[]> =>
  (await eventsOf(world, id)).filter((event) => event.type === type).map(({ at }) => at.slice(5, 16).replace('T', ' '));

export const minutesBetween = (times: readonly { readonly at: string }[]): number[] =>
  times.slice(1).map(({ at }, index) => (Date.parse(at) - Date.parse(times[index]?.at ?? at)) / 60_000);

/** Something happens that the test waits for, whoever brings it about. */
export const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
};
