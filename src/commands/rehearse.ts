import type { Case } from '../cases/case.ts';
import type { Approval, Ask, Decided } from '../cases/decided.ts';
import type { Person } from '../cases/people.ts';
import type { FactPath } from '../policy/index.ts';
import type { Ports } from '../ports.ts';
import { isRefused, refused } from './answer.ts';
import type { NotDone } from './answer.ts';
import { executingRole } from './asks.ts';
import { clean } from './clean.ts';
import { judge } from './judge.ts';
import type { Missing } from './known.ts';
import { createRoad, orNotStored } from './road.ts';
import { understood } from './understood.ts';

/**
 * What would be answered, with nothing kept:
 * - would: this is what the rules say, and who would have to agree
 * - missing: it cannot be said before somebody has told these
 */
export type Rehearsed =
  | { readonly kind: 'would'; readonly decisions: readonly Decided[]; readonly approval: Approval }
  | { readonly kind: 'missing'; readonly paths: readonly [FactPath, ...FactPath[]] }
  | NotDone;

export type Rehearse = (command: unknown) => Promise<Rehearsed>;

/** What nobody can tell has to be put right elsewhere first. */
const toBeTold = ({ paths: [first, ...more], beyond }: Missing): Rehearsed =>
  first === undefined || beyond.length > 0
    ? refused('facts-missing', { paths: beyond.join(', ') })
    : { kind: 'missing', paths: [first, ...more] };

/** Goes the road of `handle` with a command, as far as nothing is kept. */
export const createRehearse = (ports: Ports): Rehearse => {
  const road = createRoad(ports);

  const rehearsed = async (input: unknown): Promise<Rehearsed> => {
    const asked = understood(input);
    if ('says' in asked) return asked;
    const weighed = await road.weighed(asked, await road.standingOf(asked));
    if (weighed.kind === 'missing') return toBeTold(weighed);
    if (weighed.kind !== 'weighed') return weighed;
    const { judged, result } = weighed;
    if (isRefused(result)) return result;
    return result.but ?? { kind: 'would', decisions: judged.decisions, approval: judged.approval };
  };

  return (input) => orNotStored(rehearsed(input), 'a rehearsal', ports.operator);
};

/** Somebody wants to know what the rules say today, of a customer about whom there need not be a case. */
export interface Inquiry {
  readonly cloud: Case['cloud'];
  readonly customer: Case['customer'];
  readonly asks: readonly Ask[];
  readonly told: Readonly<Record<string, unknown>>;
  readonly requester: Person;
}

export type Inquire = (inquiry: Inquiry) => Promise<Rehearsed>;

/** Asks the rules as a request would, without any request. */
export const createInquire =
  (ports: Pick<Ports, 'facts' | 'house' | 'clock'>): Inquire =>
  async (inquiry) => {
    const { cloud, customer, asks, told, requester } = clean(inquiry);
    const about = { id: null, cloud, customer, proposal: { wants: 'know', told } } as const;
    const question = { asks, roles: [executingRole(asks)], requester, approvers: [], about };
    const judged = await judge(question, ports, ports.clock.now());
    if (!('kind' in judged)) return { kind: 'would', decisions: judged.decisions, approval: judged.approval };
    return judged.kind === 'missing' ? toBeTold(judged) : judged;
  };
