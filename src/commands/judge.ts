import type { Approval, Ask, Decided } from '../cases/decided.ts';
import { decidedOf, verdictOf } from '../cases/decided.ts';
import type { Person } from '../cases/people.ts';
import { dayOf } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import { decide, InputError, isStricter, parseSituation, Role, rulebook } from '../policy/index.ts';
import type { Decision, FactPath, HouseRules } from '../policy/index.ts';
import type { Ports } from '../ports.ts';
import { failed, refused } from './answer.ts';
import type { NotDone, Refused } from './answer.ts';
import { executingRole, transferFacts } from './asks.ts';
import type { Judged, Question } from './command.ts';
import { createGather } from './gather.ts';

/** Whose agreement is needed: all that the decisions ask for, together. Where one names nobody, nobody can agree. */
const together = (approvals: readonly Decision['approval'][]): Approval => {
  const [first, ...others] = approvals.map((approval) => approval ?? { people: 1 as const, roles: [] });
  if (first === undefined) return { people: 1, roles: [] };
  return {
    people: [first, ...others].some(({ people }) => people === 2) ? 2 : 1,
    roles: first.roles.filter((role) => others.every(({ roles }) => roles.includes(role))),
  };
};

const named = ({ id, roles }: Person) => ({ id, roles: Role.options.filter((role) => roles.includes(role)) });

/** What another partner asks of us nobody here has asked for: who may ask is no question then. */
const asker = ({ about, requester }: Question) =>
  about.proposal.wants === 'hand-out' ? { id: requester.id, roles: Role.options } : named(requester);

const namesOf = ({ customer }: Question['about']): string[] =>
  [customer.name, customer.tenant, customer.domain].filter((name) => name !== null);

interface Sitting {
  readonly question: Question;
  readonly now: Instant;
  readonly house: HouseRules;
  readonly gather: ReturnType<typeof createGather>;
}

/** Facts without which nothing is decided. */
export interface Missing {
  readonly kind: 'missing';
  /** What is answered to whoever has asked for something. */
  readonly refusal: Refused;
  /** Those that people can tell, and whatever else is in the way. */
  readonly paths: readonly FactPath[];
  readonly beyond: readonly string[];
}

type One = { readonly decided: Decided; readonly approval: Decision['approval'] } | Missing | NotDone;

const judgeOne = async ({ question, now, house, gather }: Sitting, ask: Ask, role: Role): Promise<One> => {
  const { about, approvers } = question;
  const gathered = await gather({
    ask,
    role,
    house,
    told: { ...about.proposal.told, ...question.told },
    isHandingOut: about.proposal.wants === 'hand-out',
    standing: transferFacts(about, now),
    about: { cloud: about.cloud, customer: about.customer, item: ask.about, caseId: about.id },
  });
  if ('unreachable' in gathered) return failed('unreachable', { service: gathered.unreachable });
  try {
    const situation = parseSituation({
      flow: ask.flow,
      asOf: dayOf(now),
      cloud: about.cloud,
      facts: gathered.facts,
      about: { customer: namesOf(about), requester: asker(question), approvers: approvers.map(named) },
    });
    const decision = decide(situation, rulebook, house);
    return { decided: decidedOf(ask, gathered.facts, decision, gathered.told), approval: decision.approval };
  } catch (error) {
    // A missing fact decides nothing: it has to be asked for, by its name.
    if (!(error instanceof InputError)) throw error;
    const paths = error.problems.map(({ path }) => path);
    return {
      kind: 'missing',
      refusal: refused('facts-missing', { paths: paths.join(', ') }),
      paths: paths.filter(gathered.mayBeTold),
      beyond: paths.filter((path) => !gathered.mayBeTold(path)),
    };
  }
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
  const sitting = { question, now, house: ports.house(), gather: createGather(ports.facts) };
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
