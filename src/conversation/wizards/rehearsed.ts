import { verdictOf } from '../../cases/decided.ts';
import type { Approval, Decided } from '../../cases/decided.ts';
import type { NotDone } from '../../commands/answer.ts';
import type { Rehearsed } from '../../commands/rehearse.ts';
import { PAGE } from '../../wizards/filled.ts';
import type { Telling } from '../../wizards/telling.ts';
import { goes, stays, whyNot } from './journey.ts';
import type { Stepped } from './journey.ts';

/** What the rules say to the whole; nobody’s approval is asked for what they refuse. */
export interface Judged {
  readonly decisions: readonly Decided[];
  readonly approval: Approval | null;
}

/** What people have to tell is asked for anew whenever something else is wanted. */
export const askedFor = <F extends Telling>(filling: F, rehearsed: Rehearsed | null): Stepped<F> => {
  if (rehearsed === null || rehearsed.kind === 'would') return goes({ ...filling, missing: [] });
  if (rehearsed.kind === 'missing') return goes({ ...filling, missing: [...rehearsed.paths] });
  // What the rules refuse, or leave to somebody’s words, is shown as such, with its reasons.
  if (rehearsed.kind === 'refused' && rehearsed.decisions.length > 0) return goes({ ...filling, missing: [] });
  return stays(filling, { [PAGE]: whyNot(rehearsed) });
};

/** With what turned out to be missing only after something was told. */
export const alsoMissing = <F extends Telling>(filling: F, { paths }: Extract<Rehearsed, { kind: 'missing' }>): F => ({
  ...filling,
  missing: [...new Set([...filling.missing, ...paths])],
});

export const isDenied = (rehearsed: Rehearsed | null): boolean =>
  rehearsed?.kind === 'refused' && verdictOf(rehearsed.decisions) === 'deny';

/** What the rules say, whether they let it pass or not; anything else says nothing about it. */
export const judgedIn = (rehearsed: Exclude<Rehearsed, { kind: 'missing' }>): Judged | NotDone => {
  if (rehearsed.kind === 'would') return rehearsed;
  return rehearsed.kind === 'refused' && rehearsed.decisions.length > 0
    ? { decisions: rehearsed.decisions, approval: null }
    : rehearsed;
};

export const isJudged = (judged: Judged | NotDone): judged is Judged => !('says' in judged);
