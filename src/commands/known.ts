import type { Ask } from '../cases/decided.ts';
import { dayOf } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import { whomOf } from '../cases/whom.ts';
import { InputError, parseSituation } from '../policy/index.ts';
import type { FactPath, HouseRules, Role, Situation } from '../policy/index.ts';
import type { Ports } from '../ports.ts';
import { failed, refused } from './answer.ts';
import type { NotDone, Refused } from './answer.ts';
import { transferFacts } from './asks.ts';
import type { Question } from './command.ts';
import { createGather } from './gather.ts';
import type { Gathered } from './gather.ts';

/** What the rules are asked about, whoever has agreed to it. */
export interface Known {
  readonly situation: Situation;
  readonly gathered: Extract<Gathered, { facts: unknown }>;
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

/** A missing fact decides nothing: it has to be asked for, by its name. */
export const orMissing = <T>({ mayBeTold }: Known['gathered'], work: () => T): T | Missing => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const paths = error.problems.map(({ path }) => path);
    return {
      kind: 'missing',
      refusal: refused('facts-missing', { paths: paths.join(', ') }),
      paths: paths.filter(mayBeTold),
      beyond: paths.filter((path) => !mayBeTold(path)),
    };
  }
};

/** What there is to know for one question in one role stays the same for a whole command: it is gathered and parsed once. */
export const createKnown = (question: Question, sources: Ports['facts'], house: HouseRules, now: Instant) => {
  const { about } = question;
  const gather = createGather(sources);

  const learn = async (ask: Ask, role: Role): Promise<Known | Missing | NotDone> => {
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
    return orMissing(gathered, () => ({
      gathered,
      situation: parseSituation({
        flow: ask.flow,
        asOf: dayOf(now),
        cloud: about.cloud,
        facts: gathered.facts,
        about: whomOf({ ...about, requester: question.requester }),
      }),
    }));
  };

  const learnt = new Map<Ask, Map<Role, ReturnType<typeof learn>>>();
  return (ask: Ask, role: Role): ReturnType<typeof learn> => {
    const inRoles = learnt.get(ask) ?? new Map<Role, ReturnType<typeof learn>>();
    learnt.set(ask, inRoles);
    const known = inRoles.get(role) ?? learn(ask, role);
    inRoles.set(role, known);
    return known;
  };
};
