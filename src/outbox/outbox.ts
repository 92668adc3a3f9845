import { setTimeout as pause } from 'node:timers/promises';
import type { Handle, Handled } from '../commands/handle.ts';
import { asksBefore } from '../commands/asks.ts';
import { isWanted, laneOf } from '../cases/effect.ts';
import type { Effect } from '../cases/effect.ts';
import type { Person } from '../cases/people.ts';
import { later } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type {
  Carrier,
  Carriers,
  Errand,
  KeptCase,
  KeptEffect,
  LookedUp,
  NewEffect,
  Outcome,
  People,
  Ports,
  Report,
  SentCard,
  Settlement,
} from '../ports.ts';
import { MOST_FAILURES, tryAgainAt } from './backoff.ts';

export interface OutboxPorts extends Ports {
  readonly handle: Handle;
  readonly carriers: Carriers;
  readonly people: People;
}

/** How long a claim holds, and how long a carrier may take at most: less, so that nobody is overtaken while at work. */
const CLAIM_MINUTES = 5;
const LONGEST_CARRY_MS = 4 * 60_000;
const AT_ONCE = 16;

/** What the case waits for, and is stuck without. A card that cannot be shown holds up nobody. */
const isEssential = ({ kind }: Effect): boolean => !['show-case', 'notify', 'tell', 'report-to-case'].includes(kind);

type Settling = Omit<Extract<Settlement, { as: 'again' }>, 'id' | 'claim'>;

/**
 * Carries out what events have set going: at least once, under the same key each time, in order within a lane. What may
 * have happened is looked up before it is tried again.
 */
export const createOutbox = (ports: OutboxPorts) => {
  const { store, clock, chance, handle, carriers, people, operator } = ports;

  const settle = (
    kept: KeptEffect,
    settlement: Settling | { as: 'done'; instead?: readonly NewEffect[] },
    sent?: readonly SentCard[],
  ) => store.commit({ settles: { id: kept.id, claim: kept.claim, ...settlement }, ...(sent && { sent }) });

  /** Tells the case. A case that has no use for the news any more is answered so, and the effect is done all the same. */
  const report = async (kept: KeptEffect, news: Report, settlement: Settlement): Promise<void> => {
    const handled: Handled = await handle(
      { caseId: kept.caseId, actor: 'outbox', key: `${kept.id} ${kept.claim}`, ...news },
      settlement,
    );
    if (handled.kind === 'refused') await store.commit({ settles: settlement });
    // Not kept: the claim lapses, and it is looked up or tried again by whoever is next.
    if (handled.kind === 'failed' || handled.kind === 'unknown') operator.tell(`${kept.id}: done, and could not be noted yet`);
  };

  const giveUp = async (kept: KeptEffect, code: string, words: string): Promise<void> => {
    const trouble = words === '' ? code : `${code}: ${words}`;
    const settlement: Settlement = { id: kept.id, claim: kept.claim, as: 'given-up', trouble };
    operator.tell(`${kept.id} (${kept.effect.kind}) was given up: ${trouble}`);
    if (!isEssential(kept.effect)) await store.commit({ settles: settlement });
    else await report(kept, { name: 'record-trouble', trouble: { effect: kept.effect.kind, code, words } }, settlement);
  };

  const laterOn = async (kept: KeptEffect, words: string, isUncertain: boolean, after?: Instant): Promise<void> => {
    const failures = kept.failures + 1;
    if (failures >= MOST_FAILURES) return giveUp(kept, isUncertain ? 'unknown-outcome' : 'given-up', words);
    const dueAt = tryAgainAt(clock.now(), failures, chance.fraction(), after);
    await settle(kept, { as: 'again', dueAt, failures, isUncertain, trouble: words });
  };

  const conclude = async (kept: KeptEffect, outcome: Outcome): Promise<void> => {
    switch (outcome.kind) {
      case 'done':
        if (outcome.report) return report(kept, outcome.report, { id: kept.id, claim: kept.claim, as: 'done' });
        await settle(kept, { as: 'done' }, outcome.sent);
        return;
      case 'refused':
        return giveUp(kept, outcome.code, outcome.words);
      case 'again':
        return laterOn(kept, outcome.words, false, outcome.after);
      case 'unknown':
        return laterOn(kept, outcome.words, true);
      case 'not-yet':
        await settle(kept, { as: 'again', dueAt: outcome.after, failures: 0, isUncertain: false, trouble: null });
    }
  };

  /** Whoever throws, or takes too long, leaves open what has happened. */
  const inTime = async <T>(work: Promise<T>): Promise<T | Extract<Outcome, { kind: 'unknown' }>> => {
    const end = new AbortController();
    const tooLong = pause(LONGEST_CARRY_MS, null, { signal: end.signal, ref: false }).catch(() => null);
    try {
      const result = await Promise.race([work, tooLong]);
      return result ?? { kind: 'unknown', words: 'no answer in time' };
    } catch (error) {
      return { kind: 'unknown', words: error instanceof Error ? error.message : String(error) };
    } finally {
      end.abort();
    }
  };

  /** Do the rules still allow it? What they say anew has changed the case by then. */
  const isCleared = async (kept: KeptEffect, { case: current }: KeptCase): Promise<boolean> => {
    const { effect, caseId } = kept;
    if (asksBefore(effect, current) === null) return true;
    const handled = await handle({
      name: 'clear-execution',
      key: `${kept.id} ${kept.claim} cleared`,
      actor: 'outbox',
      caseId,
      effect,
    });
    switch (handled.kind) {
      case 'done':
        if (!handled.happened.includes('decision-changed')) return true;
        if (handled.status === 'stuck') await settleAsGivenUp(kept, 'the rules say something new');
        else await settle(kept, { as: 'done' });
        return false;
      case 'refused':
        await giveUp(
          kept,
          handled.decisions.flatMap(({ findings }) => findings.map(({ rule }) => rule)).join(' ') || 'refused',
          '',
        );
        return false;
      default:
        await laterOn(kept, 'the rules could not be asked', kept.isUncertain);
        return false;
    }
  };

  const settleAsGivenUp = (kept: KeptEffect, trouble: string) =>
    store.commit({ settles: { id: kept.id, claim: kept.claim, as: 'given-up', trouble } });

  const recipients = async (
    whom: Extract<Effect, { kind: 'notify' }>['whom'],
    { case: current }: KeptCase,
  ): Promise<readonly Person[]> => {
    const owner = current.takenOverBy.at(-1) ?? current.requester;
    const approvers = whom === 'requester' ? [] : await people.withRoles(current.approval.roles);
    const all = whom === 'approvers' ? approvers : [owner, ...approvers];
    return [...new Map(all.map((person) => [person.id, person])).values()];
  };

  /** One message for each person, in a lane of their own. */
  const fanOut = async (kept: KeptEffect, effect: Extract<Effect, { kind: 'notify' }>, keptCase: KeptCase): Promise<void> => {
    if (effect.whom === 'operator') {
      operator.tell(`${kept.caseId}: ${effect.says}`);
      await settle(kept, { as: 'done' });
      return;
    }
    const everyone = await recipients(effect.whom, keptCase);
    const instead = everyone.map((person, index): NewEffect => {
      const tell: Effect = { kind: 'tell', person, says: effect.says };
      const { caseId, order, since } = kept;
      return { id: `${kept.id}.${index + 1}`, caseId, lane: laneOf(tell), order, effect: tell, since, dueAt: clock.now() };
    });
    await settle(kept, { as: 'done', instead });
  };

  const tellOtherCase = (kept: KeptEffect, effect: Extract<Effect, { kind: 'report-to-case' }>): Promise<void> => {
    const news =
      effect.what === 'relationship-renewed'
        ? { name: 'record-relationship-renewed', by: kept.caseId }
        : { name: 'record-relationship-ended', by: 'us' };
    return report(kept, { ...news, caseId: effect.to }, { id: kept.id, claim: kept.claim, as: 'done' });
  };

  const errandOf = async (kept: KeptEffect, { case: current }: KeptCase): Promise<Errand> => ({
    effect: kept.effect,
    case: current,
    key: kept.id,
    now: clock.now(),
    sent: kept.effect.kind === 'show-case' ? await store.sentCards(kept.caseId) : [],
  });

  /** What a former attempt has left behind; null when it has left nothing, or nobody can tell and asking again is harmless. */
  const lookedUp = async (carrier: Carrier, kept: KeptEffect, errand: Errand): Promise<LookedUp | null> => {
    if (!kept.isUncertain || carrier.lookUp === undefined) return null;
    const found = await inTime(carrier.lookUp(errand));
    return found.kind === 'absent' ? null : found;
  };

  const carryOut = async (kept: KeptEffect, keptCase: KeptCase): Promise<void> => {
    const { effect } = kept;
    if (effect.kind === 'notify') return fanOut(kept, effect, keptCase);
    if (effect.kind === 'report-to-case') return tellOtherCase(kept, effect);
    if (effect.kind === 'tell') {
      const may = await people.mayTell(effect.person, clock.now());
      if (may > clock.now()) {
        await settle(kept, { as: 'again', dueAt: may, failures: kept.failures, isUncertain: kept.isUncertain, trouble: null });
        return;
      }
    }
    const carrier = carriers[effect.kind] as Carrier;
    const errand = await errandOf(kept, keptCase);
    const found = await lookedUp(carrier, kept, errand);
    if (found?.kind === 'unknown' || found?.kind === 'again')
      return laterOn(kept, found.words, true, 'after' in found ? found.after : undefined);
    if (found !== null) return conclude(kept, found as Outcome);
    if (!(await isCleared(kept, keptCase))) return;
    await conclude(kept, await inTime(carrier.carryOut(errand)));
  };

  /** Is it still to be done, as the case stands by now? */
  const begin = async (kept: KeptEffect): Promise<void> => {
    const keptCase = await store.case(kept.caseId);
    if (keptCase === null) return giveUp(kept, 'no-case', `there is no case ${kept.caseId}`);
    const { case: current } = keptCase;
    const status = current.status === 'stuck' ? current.before.status : current.status;
    if (!isWanted(kept.effect, status)) {
      await settle(kept, { as: 'done' });
    } else if (current.status === 'stuck' && isEssential(kept.effect)) {
      await settleAsGivenUp(kept, `the case is stuck: ${current.trouble.code}`);
    } else {
      await carryOut(kept, keptCase);
    }
  };

  const safely = async (kept: KeptEffect): Promise<void> => {
    try {
      await begin(kept);
    } catch (error) {
      // The claim lapses by itself; what was under way is uncertain then, and is looked up.
      operator.tell(`${kept.id} (${kept.effect.kind}): ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  /** All that is due; says how much that was. Slow errands do not hold up the others. */
  return async (): Promise<number> => {
    const running = new Set<Promise<void>>();
    let carried = 0;
    for (;;) {
      const now = clock.now();
      const claimed = await store.claim(now, later(now, { minutes: CLAIM_MINUTES }), AT_ONCE - running.size);
      if (claimed.length === 0 && running.size === 0) return carried;
      carried += claimed.length;
      for (const kept of claimed) {
        const work: Promise<void> = safely(kept).finally(() => running.delete(work));
        running.add(work);
      }
      if (running.size > 0) await Promise.race(running);
    }
  };
};
