import { reasonOf, StoreError } from '../store-error.ts';
import type { Change, Committed } from '../../ports.ts';
import type { Connections, Ran } from './connections.ts';
import { answerBody, statementsOf } from './keeping.ts';
import { objectionIn } from './statement.ts';
import type { Objection, Statement } from './statement.ts';

/** How often a change is sent again whose answer was lost. */
const ATTEMPTS = 3;

const objectionTo = (ran: Ran): Objection | null =>
  ran.kind === 'refused' ? objectionIn(ran.error.code, ran.error.message) : null;

/** What is told to whoever wanted a change that is not there, or of which nobody knows. */
export const notKept = (name: string, ran: Exclude<Ran, { kind: 'done' }>): StoreError =>
  ran.kind === 'unanswered'
    ? new StoreError('unknown', `${name}: the connection was lost before it said whether the change is kept`, ran.error)
    : new StoreError('not-kept', `${name}: not kept (${reasonOf(ran.error)})`, ran.error);

const outcomeOf = (name: string, ran: Ran, change: Change): Committed => {
  if (ran.kind === 'done') return 'kept';
  const objection = objectionTo(ran);
  if (objection === null) throw notKept(name, ran);
  if (objection === 'taken')
    throw new TypeError(`one of the effects of ${change.effects?.[0]?.caseId ?? 'a change'} is there already`);
  return objection;
};

interface Known {
  readonly key: string;
  readonly body: string;
}

/** Keeps changes, each wholly or not at all. */
export const createCommit = (connections: Connections): ((change: Change) => Promise<Committed>) => {
  /** Whether the answer that came with a change is there: it is kept with the change, or not at all. Null where nobody says. */
  const isThere = async ({ key, body }: Known): Promise<boolean | null> => {
    try {
      const [row] = await connections.rows('select body from handshake_answers where key = $1', key);
      return row?.body === body;
    } catch (error) {
      if (error instanceof StoreError) return null;
      throw error;
    }
  };

  /**
   * Once more, where the answer was lost. That does no harm: where the first has been kept, or arrives meanwhile, this one is
   * refused, and the key tells that it was our own. Null where nobody knows any more than before.
   */
  const onceMore = async (statements: readonly Statement[], answer: Known): Promise<Ran | null> => {
    const ran = await connections.run(...statements);
    if (ran.kind === 'done') return ran;
    if (objectionTo(ran) === null) return null;
    const isOurs = await isThere(answer);
    return isOurs === true ? { kind: 'done', rows: [] } : isOurs === false ? ran : null;
  };

  const untilKnown = async (statements: readonly Statement[], answer: Known): Promise<Ran> => {
    const first = await connections.run(...statements);
    if (first.kind !== 'unanswered') return first;
    for (let left = ATTEMPTS; left > 0; left--) {
      const known = await onceMore(statements, answer);
      if (known !== null) return known;
    }
    return first;
  };

  return async (change) => {
    const statements = statementsOf(change);
    if (statements.length === 0) return 'kept';
    const { answer } = change;
    const ran = await (answer
      ? untilKnown(statements, { key: answer.key, body: answerBody(answer) })
      : connections.run(...statements));
    return outcomeOf(connections.name, ran, change);
  };
};
