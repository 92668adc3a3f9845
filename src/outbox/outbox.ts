import { setTimeout as pause } from 'node:timers/promises';
import { notBefore } from '../cases/asking/follow-ups.ts';
import { isService, isWanted } from '../cases/effect.ts';
import type { Effect } from '../cases/effect.ts';
import type { Case } from '../cases/case.ts';
import { digestOf } from '../cases/digest.ts';
import { later } from '../cases/time.ts';
import { asksBefore } from '../commands/asks.ts';
import type { Handle, Handled } from '../commands/handle.ts';
import { StoreError } from '../ports.ts';
import type { Carrier, Carriers, Errand, KeptCase, KeptEffect, LookedUp, Outcome, People, Ports, Settlement } from '../ports.ts';
import { waitingWith } from './backoff.ts';
import { createSettling } from './settling.ts';
import { createTelling } from './telling.ts';

export interface OutboxPorts extends Ports {
  readonly handle: Handle;
  readonly carriers: Carriers;
  readonly people: People;
  /** How long a carrier may take at most. */
  readonly longestMs?: number;
  /** For how long new errands are begun before somebody else has a turn. */
  readonly longestRoundMs?: number;
}

/** How long a claim holds: longer than it takes to look up and to carry out, so that nobody is overtaken while at work. */
const CLAIM_MINUTES = 5;
const LONGEST_MS = 2 * 60_000;
const AT_ONCE = 16;
const LONGEST_ROUND_MS = 5_000;
/** How soon is seen what has become due while a slow errand is still running. */
const LOOK_AGAIN_MS = 1000;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whoever is asked on the way may never answer. */
const inTimeOrNot = async (longestMs: number, work: Promise<void>): Promise<void> => {
  const end = new AbortController();
  const tooLong = pause(longestMs, undefined, { signal: end.signal, ref: false }).then(
    () => Promise.reject(new Error('no answer in time')),
    () => undefined,
  );
  try {
    await Promise.race([work, tooLong]);
  } finally {
    end.abort();
  }
};

/** Whoever throws, or takes too long, leaves open what has happened. */
const inTime = async <T>(longestMs: number, work: () => Promise<T>): Promise<T | Extract<Outcome, { kind: 'unknown' }>> => {
  const end = new AbortController();
  const tooLong = pause(longestMs, null, { signal: end.signal, ref: false }).catch(() => null);
  try {
    return (await Promise.race([work(), tooLong])) ?? { kind: 'unknown', words: 'no answer in time' };
  } catch (error) {
    return { kind: 'unknown', words: wordsOf(error) };
  } finally {
    end.abort();
  }
};

/** Until one of them has ended, or there may be something new. */
const oneOf = async (running: ReadonlySet<Promise<void>>): Promise<void> => {
  const end = new AbortController();
  try {
    await Promise.race([...running, pause(LOOK_AGAIN_MS, undefined, { signal: end.signal, ref: false })]);
  } finally {
    end.abort();
  }
};

/**
 * The same at every attempt, and for a service also when an approval is given anew for the same proposal: one case makes one
 * relationship.
 */
const keyOf = (effect: Effect, id: string, { id: caseId, proposal }: Case): string =>
  isService(effect) ? `${caseId}/${effect.kind}/${digestOf([effect, proposal]).slice(0, 16)}` : id;

/**
 * Carries out what events have set going: at least once, under the same key each time, in order within a lane. What may
 * have happened is looked up before it is tried again.
 */
export const createOutbox = (ports: OutboxPorts): (() => Promise<number>) => {
  const { store, clock, handle, carriers, operator, longestMs = LONGEST_MS, longestRoundMs = LONGEST_ROUND_MS } = ports;
  const settling = createSettling(ports);
  const telling = createTelling({ ...ports, settling });

  /** Do the rules still allow it? What they say anew has changed the case by then. */
  const isCleared = async (kept: KeptEffect, { case: current }: KeptCase): Promise<boolean> => {
    const { id, claim, effect, caseId } = kept;
    if (asksBefore(effect, current) === null) return true;
    // A stuck case goes on from its dead letter; one that is back with its approvers begins anew. Either is one write.
    const settles = (answer: Handled): Settlement | null => {
      if (answer.kind !== 'done' || !answer.happened.includes('decision-changed')) return null;
      return answer.status === 'stuck'
        ? { id, claim, as: 'given-up', trouble: 'the rules say something new' }
        : { id, claim, as: 'done' };
    };
    const command = { name: 'clear-execution', key: `${id} ${claim} cleared`, actor: 'outbox', caseId, effect };
    const cleared = await handle(command, settles);
    switch (cleared.kind) {
      case 'done':
        return !cleared.happened.includes('decision-changed');
      case 'fenced':
        return false;
      case 'refused': {
        const rules = cleared.decisions.flatMap(({ findings }) => findings.map(({ rule }) => rule));
        // Without rules it is facts that were missing, by their names.
        const missing = typeof cleared.says.values.paths === 'string' ? cleared.says.values.paths : '';
        await settling.givenUp(kept, rules.length > 0 ? rules.join(' ') : cleared.says.key, missing);
        return false;
      }
      default:
        await settling.failed(kept, 'the rules could not be asked', kept.isUncertain);
        return false;
    }
  };

  const errandOf = async ({ effect, id, caseId, failures }: KeptEffect, { case: current }: KeptCase): Promise<Errand> => ({
    effect,
    case: current,
    key: keyOf(effect, id, current),
    attempt: failures,
    now: clock.now(),
    sent: effect.kind === 'show-case' ? await store.sentCards(caseId) : [],
  });

  /** What a former attempt has left behind; null when it has left nothing, or asking again is harmless. */
  const lookedUp = async ({ lookUp }: Carrier, kept: KeptEffect, errand: Errand): Promise<LookedUp | null> => {
    if (!kept.isUncertain || lookUp === undefined) return null;
    const found = await inTime(longestMs, () => lookUp(errand));
    return found.kind === 'absent' ? null : found;
  };

  const carriedOut = async (
    kept: KeptEffect,
    effect: Exclude<Effect, { kind: 'notify' | 'report-to-case' }>,
    keptCase: KeptCase,
  ) => {
    const carrier = carriers[effect.kind] as Carrier;
    const errand = await errandOf(kept, keptCase);
    const found = await lookedUp(carrier, kept, errand);
    if (found?.kind === 'done') return settling.concluded(kept, found);
    // Still uncertain: whatever the reason is that nobody can tell.
    if (found !== null)
      return settling.failed(kept, 'words' in found ? found.words : '', true, 'after' in found ? found.after : undefined);
    if (!(await isCleared(kept, keptCase))) return;
    if (Date.parse(clock.now()) + longestMs > Date.parse(kept.dueAt))
      return settling.failed(kept, 'there was no time left', kept.isUncertain);
    await settling.concluded(kept, await inTime(longestMs, () => carrier.carryOut(errand)));
  };

  const toldOtherCase = (kept: KeptEffect, { to, what, part }: Extract<Effect, { kind: 'report-to-case' }>): Promise<void> => {
    const { id, claim, caseId } = kept;
    const news = what === 'relationship-ended' ? { by: 'us', part: part ?? 'all' } : { by: caseId };
    return settling.report(kept, { name: `record-${what}`, caseId: to, ...news }, { id, claim, as: 'done' });
  };

  const begun = async (kept: KeptEffect, keptCase: KeptCase): Promise<void> => {
    const { effect } = kept;
    if (effect.kind === 'notify') return telling.fannedOut(kept, effect, keptCase);
    if (effect.kind === 'report-to-case') return toldOtherCase(kept, effect);
    if (effect.kind === 'tell' && (await telling.isAsleep(kept, effect.person))) return;
    const now = clock.now();
    const at = notBefore(effect, keptCase.case, now);
    if (at > now) return settling.postponed(kept, at);
    await carriedOut(kept, effect, keptCase);
  };

  /** What nobody wants any more may have happened all the same: then the case has to hear of it. */
  const dropped = async (kept: KeptEffect, keptCase: KeptCase): Promise<void> => {
    const { effect } = kept;
    if (effect.kind === 'notify' || effect.kind === 'report-to-case') return settling.done(kept);
    const found = await lookedUp(carriers[effect.kind] as Carrier, kept, await errandOf(kept, keptCase));
    if (found === null) return settling.done(kept);
    if (found.kind === 'done') return settling.concluded(kept, found);
    return settling.failed(kept, 'words' in found ? found.words : '', true, 'after' in found ? found.after : undefined);
  };

  /** Is it still to be done, as the case stands by now? */
  const turn = async (kept: KeptEffect): Promise<void> => {
    const keptCase = await store.case(kept.caseId);
    if (keptCase === null) return settling.givenUp(kept, 'no-case', `there is no case ${kept.caseId}`);
    const { case: current } = keptCase;
    const status = current.status === 'stuck' ? current.before.status : current.status;
    if (!isWanted(kept.effect, status)) return dropped(kept, keptCase);
    // What else a stuck case wants done waits with it. It is watched all the same: news may get it going again.
    const isHeldUp = current.status === 'stuck' && asksBefore(kept.effect, current) !== null;
    if (isHeldUp) return settling.postponed(kept, waitingWith(clock.now(), current.since));
    await begun(kept, keptCase);
  };

  const safely = async (kept: KeptEffect): Promise<void> => {
    try {
      await inTimeOrNot(2 * longestMs, turn(kept));
    } catch (error) {
      operator.tell(`${kept.id} (${kept.effect.kind}): ${wordsOf(error)}`);
      // Of what the store does not keep the claim lapses by itself. Everything else is counted, so that it ends some day.
      if (!(error instanceof StoreError)) await settling.failed(kept, wordsOf(error), true).catch(() => undefined);
    }
  };

  /**
   * What is due; says how much that was. Slow errands do not hold up the others, and a long row of them not the deadlines: after
   * a while nothing new is begun.
   */
  return async () => {
    const running = new Set<Promise<void>>();
    const begun = performance.now();
    for (let carried = 0; ;) {
      const now = clock.now();
      const places = performance.now() - begun > longestRoundMs ? 0 : AT_ONCE - running.size;
      const claimed = places === 0 ? [] : await store.claim(now, later(now, { minutes: CLAIM_MINUTES }), places);
      carried += claimed.length;
      for (const kept of claimed) {
        const work: Promise<void> = safely(kept).finally(() => running.delete(work));
        running.add(work);
      }
      if (running.size === 0) return carried;
      await oneOf(running);
    }
  };
};
