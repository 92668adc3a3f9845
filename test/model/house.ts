import { expect } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import { apply, transitionsOf } from '../../src/cases/case.ts';
import type { Case } from '../../src/cases/case.ts';
import { isService } from '../../src/cases/effect.ts';
import { flawOf, NO_EVENT, unseal } from '../../src/cases/history.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import type { Instant } from '../../src/cases/time.ts';
import { mayHappen, mayLeadTo } from '../../src/cases/transitions.ts';
import type { Handled } from '../../src/commands/handle.ts';
import { createWorld } from '../support/world.ts';
import { demand, judged } from './referee.ts';
import type { Fair } from './referee.ts';

/** What was seen of a case so far: replayed from its history, event by event. */
interface Watched {
  readonly fair: Fair | null;
  readonly current: Case | null;
  readonly version: number;
  readonly head: string;
}

const NOTHING: Watched = { fair: null, current: null, version: 0, head: NO_EVENT };

const letters = 'send-letter';

/** A partner with its bot: people click, others do as they like, services fail, processes die. All of it is watched. */
export const createHouse = (start: Instant) => {
  const world = createWorld({ start, longestMs: 5 });
  let bot = world.started();
  const ids: CaseId[] = [];
  const watched = new Map<CaseId, Watched>();
  const clicks: { readonly command: { readonly key: string }; readonly answer: Handled }[] = [];
  let counted = 0;

  const oneWatched = async (id: CaseId): Promise<void> => {
    let { fair, current, version, head } = watched.get(id) ?? NOTHING;
    const kept = await world.store.case(id);
    if (kept === null || kept.version === version) return;
    for (const sealed of (await world.store.history(id)).slice(version)) {
      const flaw = flawOf(sealed, { caseId: id, seq: version + 1, previous: head });
      demand(flaw === null, `${sealed.hash}: ${String(flaw)}`);
      const event = unseal(sealed);
      const table = transitionsOf(kept.case.kind);
      fair = judged(fair, event);
      const before = current?.status ?? null;
      demand(mayHappen(table, event.type, before), `${event.type} may not happen when it is ${String(before)}`);
      current = apply(current, event);
      demand(mayLeadTo(table, event.type, current.status), `${event.type} may not lead to ${current.status}`);
      version = sealed.seq;
      head = sealed.hash;
    }
    const replayed = { case: current, version, head };
    if (!isDeepStrictEqual(replayed, kept)) expect(replayed).toEqual(kept);
    watched.set(id, { fair, current, version, head });
  };

  /** Nothing outside without an agreement, and no service twice, under whatever key. */
  const outsideWatched = (): void => {
    if (world.done.size === counted) return;
    counted = world.done.size;
    const services = new Set<string>();
    for (const [key, effect] of world.done) {
      const [id = ''] = key.split('/');
      if (!isService(effect) && effect.kind !== letters) continue;
      demand(watched.get(id as CaseId)?.fair?.isAgreed === true, `${effect.kind} before anybody has agreed`);
      if (!isService(effect)) continue;
      demand(watched.get(id as CaseId)?.fair?.wants !== 'ask-customer', `${effect.kind} because of a question`);
      demand(!services.has(`${id} ${effect.kind}`), `${effect.kind} twice`);
      services.add(`${id} ${effect.kind}`);
    }
  };

  return {
    world,
    ids,
    clicks,
    fairOf: (id: CaseId) => watched.get(id)?.fair ?? null,
    caseOf: (id: CaseId) => watched.get(id)?.current ?? null,
    handle: async (command: { readonly key: string }): Promise<Handled> => {
      const answer = await bot.handle(command);
      if (answer.kind === 'done' && !ids.includes(answer.caseId)) ids.push(answer.caseId);
      return answer;
    },
    settle: () => bot.settle(),
    restart: () => {
      bot = world.started();
    },
    check: async (): Promise<void> => {
      for (const id of ids) await oneWatched(id);
      outsideWatched();
    },
  };
};

export type House = ReturnType<typeof createHouse>;
