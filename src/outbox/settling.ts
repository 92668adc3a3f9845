import { isAwaited, laneOf } from '../cases/effect.ts';
import type { Effect } from '../cases/effect.ts';
import { later } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import { clean, cleanText } from '../commands/clean.ts';
import type { Handle } from '../commands/handle.ts';
import type { KeptEffect, NewEffect, Outcome, Ports, Report, SentCard, Settlement } from '../ports.ts';
import { lookAgainAt, MOST_FAILURES, tryAgainAt } from './backoff.ts';

/** As much as a case keeps of it: a service may answer with a whole page. */
const MOST_CODE = 200;
const MOST_WORDS = 2000;

const isWatch = (effect: Effect): boolean => laneOf(effect).startsWith('watch');

const isAboutTelling = (effect: Effect): boolean => /^(?:cards|notices|cases)/.test(laneOf(effect));

/** What becomes of an effect after an attempt, and how its case hears of it. */
export const createSettling = ({ store, clock, chance, operator, handle }: Ports & { readonly handle: Handle }) => {
  const commit = async (settlement: Settlement, sent?: readonly SentCard[]): Promise<void> => {
    // Fenced: the claim is somebody else’s by now, and so is the outcome.
    // What they say comes from outside like everything else, and is kept as every store can keep it.
    await store.commit(clean({ settles: settlement, ...(sent && { sent }) }));
  };

  const done = ({ id, claim }: KeptEffect, instead?: readonly NewEffect[], sent?: readonly SentCard[]): Promise<void> =>
    commit({ id, claim, as: 'done', ...(instead && { instead }) }, sent);

  const buried = ({ id, claim }: KeptEffect, trouble: string): Promise<void> => commit({ id, claim, as: 'given-up', trouble });

  /** Later, and that is no failure. */
  const postponed = (kept: KeptEffect, dueAt: Instant, { failures, isUncertain } = kept): Promise<void> => {
    const { id, claim } = kept;
    return commit({ id, claim, as: 'again', dueAt, failures, isUncertain, trouble: null });
  };

  /** Tells the case in the same write. One that has no use for the news says so, and the effect is settled all the same. */
  const report = async (kept: KeptEffect, news: Report, settlement: Settlement): Promise<void> => {
    const { caseId, id, claim } = kept;
    const handled = await handle({ caseId, actor: 'outbox', key: `${id} ${claim}`, ...news }, settlement);
    if (handled.kind === 'refused') {
      // Done, but told in a way that no case understands: somebody has to look, or the case would wait for ever.
      if (handled.says.key === 'refusal.unreadable' && settlement.as === 'done')
        return givenUp(kept, 'unreadable-report', String(handled.says.values.paths));
      // A case that has no use for this news may still wait for the next.
      if (isWatch(kept.effect)) return postponed(kept, lookAgainAt(clock.now(), later(clock.now(), { hours: 1 })));
      await commit(settlement);
    }
    // Otherwise the claim lapses, and whoever is next looks up what has happened.
    if (handled.kind === 'failed' || handled.kind === 'unknown') operator.tell(`${id}: done, and could not be noted yet`);
  };

  /** No more tries. Where the case waits for it a person has to look; everybody can see it among the dead letters. */
  const givenUp = async (kept: KeptEffect, theirCode: string, theirWords: string): Promise<void> => {
    const { id, claim, effect } = kept;
    const code = cleanText(theirCode.slice(0, MOST_CODE));
    const words = cleanText(theirWords.slice(0, MOST_WORDS));
    const trouble = words === '' ? code : `${code}: ${words}`;
    operator.tell(`${id} (${effect.kind}) was given up: ${trouble}`);
    // Nobody is told by a card that a card could not be shown.
    if (isAboutTelling(effect)) return buried(kept, trouble);
    const news = { name: 'record-trouble', trouble: { effect: effect.kind, code, words }, isAwaited: isAwaited(effect) };
    await report(kept, news, { id, claim, as: 'given-up', trouble });
  };

  const failed = async (kept: KeptEffect, theirWords: string, isUncertain: boolean, after?: Instant): Promise<void> => {
    const { id, claim } = kept;
    const words = theirWords.slice(0, MOST_WORDS);
    const failures = kept.failures + 1;
    // Never before it is kept that it may have happened: whoever has another try has to look first.
    const isKnown = kept.isUncertain || !isUncertain;
    if (failures >= MOST_FAILURES && isKnown) return givenUp(kept, isUncertain ? 'unknown-outcome' : 'unreachable', words);
    const dueAt = tryAgainAt(clock.now(), failures, chance.fraction(), after);
    await commit({ id, claim, as: 'again', dueAt, failures, isUncertain, trouble: words });
  };

  const concluded = (kept: KeptEffect, outcome: Outcome): Promise<void> => {
    const { id, claim } = kept;
    switch (outcome.kind) {
      case 'done':
        return outcome.report ? report(kept, outcome.report, { id, claim, as: 'done' }) : done(kept, undefined, outcome.sent);
      case 'refused':
        return givenUp(kept, outcome.code, outcome.words);
      case 'again':
        return failed(kept, outcome.words, false, outcome.after);
      case 'unknown':
        return failed(kept, outcome.words, true);
      case 'not-yet':
        return postponed(kept, lookAgainAt(clock.now(), outcome.after), { ...kept, failures: 0, isUncertain: false });
    }
  };

  return { done, buried, postponed, report, givenUp, failed, concluded };
};

export type Settling = ReturnType<typeof createSettling>;
