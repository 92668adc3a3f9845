import { answerBy } from '../../cases/azure-switch/deadlines.ts';
import type { Case } from '../../cases/case.ts';
import type { Decided } from '../../cases/decided.ts';
import type { Person } from '../../cases/people.ts';
import { seenOf } from '../../cases/seen.ts';
import type { NotDone } from '../../commands/answer.ts';
import type { Rehearse } from '../../commands/rehearse.ts';
import { decidedAlready } from '../../commands/rights.ts';
import type { Offer } from '../../wizards/hand-out/filling.ts';
import { isJudged, judgedIn } from '../wizards/rehearsed.ts';

type Proposal = Extract<Case['proposal'], { wants: 'hand-out' }>;

export interface Open {
  readonly current: Extract<Case, { status: 'awaiting-our-decision' }>;
  readonly proposal: Proposal;
}

/** Null: it is no request of another partner, or somebody has answered it, or its time is over. */
export const openIn = (current: Case): Open | null =>
  current.status === 'awaiting-our-decision' && current.proposal.wants === 'hand-out'
    ? { current, proposal: current.proposal }
    : null;

/** Whoever comes late is told who was first. */
export const whyNotOpen = (current: Case): NotDone => decidedAlready(current);

const reasons = (decisions: readonly Decided[], item: string): Offer['wanted'][number]['whyNot'] =>
  decisions
    .filter(({ about }) => about === item)
    .flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'deny'))
    .map(({ says }) => ({ key: says.key, values: { ...says.values } }));

const kindOf = (facts: Readonly<Record<string, unknown>>): string | null => {
  const kind = facts['item.product'] ?? facts['item.kind'];
  return typeof kind === 'string' ? kind : null;
};

/** What is not running cannot move, whatever else is still unknown. */
const inactive = (facts: Readonly<Record<string, unknown>>): Offer['wanted'][number]['whyNot'] => {
  const status = facts['item.status'];
  if (typeof status !== 'string' || status === 'active') return [];
  return [{ key: 'rule.R-XFER-ITEM-ACTIVE', values: { status: { label: `value.item.status.${status}` } } }];
};

/** The offer as the rules see it now; or why this person has no say in it. */
export const offerIn = async ({ current, proposal }: Open, person: Person, rehearse: Rehearse): Promise<Offer | NotDone> => {
  const seen = seenOf(current);
  const items = proposal.subjects.map(({ id }) => id);
  const decision = { choice: 'agree', items, words: '', told: {} };
  const rehearsed = await rehearse({
    ...{ name: 'decide-hand-out', key: 'rehearsal', actor: person },
    ...{ caseId: current.id, seen, decision },
  });
  const judged = rehearsed.kind === 'missing' ? { decisions: [], approval: null } : judgedIn(rehearsed);
  if (!isJudged(judged)) return judged;
  return {
    caseId: current.id,
    seen,
    partner: proposal.otherPartner.name,
    expiresAt: answerBy(current),
    wanted: proposal.subjects.map(({ id, name, facts }) => {
      const found = reasons(judged.decisions, id);
      return { id, name, kind: kindOf(facts), whyNot: found.length > 0 ? found : inactive(facts) };
    }),
  };
};
