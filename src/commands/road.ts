import type { CaseId } from '../cases/ids.ts';
import type { KeptEffect, Operator, Ports } from '../ports.ts';
import { StoreError } from '../ports.ts';
import { failed, isRefused, outcomeUnknown } from './answer.ts';
import type { NotDone, Refused } from './answer.ts';
import type { Accepted, Judged, Standing } from './command.ts';
import { judge } from './judge.ts';
import type { Missing } from './known.ts';
import type { Understood } from './understood.ts';

const NOTHING_JUDGED: Judged = { decisions: [], approval: { people: 1, roles: [] } };

/** What the rulebook has said to a command, and what becomes of the case. */
interface Weighed {
  readonly kind: 'weighed';
  readonly judged: Judged;
  readonly result: Accepted | Refused;
}

/** The road as far as it is the same whether anything shall be kept or not: where the case stands, and what is decided. */
export const createRoad = (ports: Ports) => {
  const { store, clock } = ports;

  const deadLetter = async (id: CaseId, name: string | null): Promise<KeptEffect | null> => {
    const letter = name && (await store.effect(name));
    return letter && letter.caseId === id && letter.state === 'given-up' ? letter : null;
  };

  return {
    standingOf: async ({ command, definition }: Understood): Promise<Standing> => {
      const [id, other] = [definition.idOf(command), definition.otherOf(command)];
      return {
        id,
        kept: await store.case(id),
        other: other && (await store.case(other)),
        besides: other === null ? [] : await store.casesAbout(other),
        deadLetter: await deadLetter(id, definition.deadLetterOf(command)),
      };
    },

    /** What is asked, what the rulebook says to it, and what becomes of the case. */
    weighed: async ({ command, definition }: Understood, standing: Standing): Promise<Weighed | Missing | NotDone> => {
      const { hasAnswersPage = false } = ports;
      const asked = { command, now: clock.now(), house: ports.house(), hasAnswersPage };
      const proposed = definition.propose(asked, standing);
      if (isRefused(proposed)) return proposed;
      const judged = proposed.question ? await judge(proposed.question, ports, asked.now) : NOTHING_JUDGED;
      return 'kind' in judged ? judged : { kind: 'weighed', judged, result: definition.accept(asked, standing, judged) };
    },
  };
};

/** A store that says no is expected; anything else is a bug, and the edge catches it. */
export const orNotStored = async <T>(work: Promise<T>, what: string, operator: Operator): Promise<T | NotDone> => {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    operator.tell(`${what}: ${error.message}`);
    return error.trouble === 'unknown' ? outcomeUnknown() : failed('not-kept');
  }
};
