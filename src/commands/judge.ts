import type { Approval, Ask, Decided } from '../cases/decided.ts';
import { decidedOf, verdictOf } from '../cases/decided.ts';
import type { Instant } from '../cases/time.ts';
import { counted } from '../cases/whom.ts';
import { decide, isStricter, rulebook } from '../policy/index.ts';
import type { Decision, HouseRules, Role } from '../policy/index.ts';
import type { Ports } from '../ports.ts';
import type { NotDone } from './answer.ts';
import { executingRole } from './asks.ts';
import type { Judged, Question } from './command.ts';
import { createKnown, orMissing } from './known.ts';
import type { Missing } from './known.ts';

/** Whose agreement is needed: all that the decisions ask for, together. Where one names nobody, nobody can agree. */
const together = (approvals: readonly Decision['approval'][]): Approval => {
  const [first, ...others] = approvals.map((approval) => approval ?? { people: 1 as const, roles: [] });
  if (first === undefined) return { people: 1, roles: [] };
  return {
    people: [first, ...others].some(({ people }) => people === 2) ? 2 : 1,
    roles: first.roles.filter((role) => others.every(({ roles }) => roles.includes(role))),
  };
};

interface Sitting {
  readonly question: Question;
  readonly house: HouseRules;
  readonly known: ReturnType<typeof createKnown>;
}

interface One {
  readonly decided: Decided;
  readonly approval: Decision['approval'];
}

const judgeOne = async ({ question, house, known }: Sitting, ask: Ask, role: Role): Promise<One | Missing | NotDone> => {
  const learnt = await known(ask, role);
  if (!('situation' in learnt)) return learnt;
  const { situation, gathered } = learnt;
  const about = { ...situation.about, approvers: question.approvers.map(counted) };
  return orMissing(gathered, () => {
    const decision = decide({ ...situation, about }, rulebook, house);
    return { decided: decidedOf(ask, gathered.facts, decision, gathered.told), approval: decision.approval };
  });
};

/** All that several questions miss, so that it can be asked for at once; the first of them is answered. */
const joined = ({ refusal, paths, beyond }: Missing, other: Missing): Missing => ({
  kind: 'missing',
  refusal,
  paths: [...new Set([...paths, ...other.paths])],
  beyond: [...new Set([...beyond, ...other.beyond])],
});

const judgeAs = async (sitting: Sitting, role: Role): Promise<Judged | Missing | NotDone> => {
  const decisions: Decided[] = [];
  const approvals: Decision['approval'][] = [];
  let missing: Missing | null = null;
  for (const ask of sitting.question.asks) {
    const one = await judgeOne(sitting, ask, role);
    if ('decided' in one) {
      decisions.push(one.decided);
      approvals.push(one.approval);
    } else if (one.kind === 'missing') missing = missing === null ? one : joined(missing, one);
    else return missing ?? one;
  }
  return missing ?? { decisions, approval: together(approvals) };
};

/** Why there is nothing more to ask, where something else has to be settled first. */
const whyNotAtAll = async (sitting: Sitting): Promise<Missing | NotDone | null> => {
  const { question } = sitting;
  if (question.first === undefined) return null;
  const { asks, whyNot } = question.first;
  const judged = await judgeAs({ ...sitting, question: { ...question, asks } }, executingRole(asks));
  return 'kind' in judged ? judged : whyNot(judged.decisions);
};

/** What the rulebook and the house say to everything that is asked; or why that cannot be said. */
export const judge = async (
  question: Question,
  ports: Pick<Ports, 'facts' | 'house'>,
  now: Instant,
): Promise<Judged | Missing | NotDone> => {
  const house = ports.house();
  const sitting = { question, house, known: createKnown(question, ports.facts, house, now) };
  const not = await whyNotAtAll(sitting);
  if (not) return not;
  let mildest: Judged | null = null;
  for (const role of question.roles) {
    const judged = await judgeAs(sitting, role);
    if ('kind' in judged) return judged;
    if (mildest === null || isStricter(verdictOf(mildest.decisions), verdictOf(judged.decisions))) mildest = judged;
  }
  const seen = question.seenAs && (await judgeAs({ ...sitting, question: { ...question, approvers: [] } }, question.seenAs));
  if (seen && 'kind' in seen) return seen;
  return { ...(mildest ?? { decisions: [], approval: { people: 1, roles: [] } }), ...(seen && { asSeen: seen }) };
};
