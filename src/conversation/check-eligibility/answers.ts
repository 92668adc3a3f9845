import { verdictOf } from '../../cases/decided.ts';
import type { Decided } from '../../cases/decided.ts';
import type { Procedure } from '../../cases/azure-switch/case.ts';
import { proceduresLeft } from '../../commands/procedures.ts';
import type { NextStep, Verdict } from '../../policy/index.ts';
import type { Alike } from '../../wizards/check-eligibility/asks.ts';

/** What the rules say to one question about things that are alike. */
export interface Said {
  readonly verdict: Verdict;
  readonly decisions: readonly Decided[];
  readonly nextSteps: readonly string[];
}

export interface Answered {
  readonly alike: Alike;
  readonly support: Said;
  /** Selling something next to it. */
  readonly add: Said;
  readonly move: Said;
  /** The legal ways to move it that are ours to go. */
  readonly procedures: readonly Procedure[];
}

const TAKEOVER: NextStep = 'NS-REQUEST-BILLING-OWNERSHIP';

const together = (decisions: readonly Decided[], verdict: Verdict, steps: readonly string[]): Said => ({
  verdict,
  decisions,
  nextSteps: [...new Set(steps)],
});

const alone = (decided: Decided): Said => together([decided], decided.verdict, decided.nextSteps);

/** Where the channel leaves it to a takeover, its own flow has the last word; what it refuses may be gone about otherwise. */
const moveOf = (channel: Decided, takeover: Decided | undefined, ways: readonly Procedure[]): Said => {
  if (takeover === undefined || !channel.nextSteps.includes(TAKEOVER)) return alone(channel);
  const others = channel.nextSteps.filter((step) => step !== TAKEOVER);
  const both = [channel, takeover];
  if (takeover.verdict !== 'deny') return together(both, verdictOf(both), [...others, ...takeover.nextSteps]);
  const isOtherWay = !ways.includes('ea-to-csp');
  return together(both, isOtherWay ? channel.verdict : 'deny', [...(isOtherWay ? others : []), ...takeover.nextSteps]);
};

/** The decisions that were asked for, by what they are about. */
export const answersOf = (all: readonly Alike[], decisions: readonly Decided[]): readonly Answered[] =>
  all.flatMap((alike) => {
    const [support, add, channel, takeover] = decisions.filter(({ about }) => about === alike.id);
    if (support === undefined || add === undefined || channel === undefined) return [];
    const left = proceduresLeft(takeover === undefined ? [channel] : [channel, takeover]);
    const move = moveOf(channel, takeover, left);
    return [
      {
        alike,
        support: alone(support),
        add: alone(add),
        move,
        procedures: move.verdict === 'deny' ? [] : left,
      },
    ];
  });
