import { digestOf } from '../cases/digest.ts';
import { bare, isPerson } from '../cases/people.ts';
import type { Change, Ports, Settlement } from '../ports.ts';
import { Answer, failed, isRefused, refused } from './answer.ts';
import type { AnyCommand } from './catalog.ts';
import type { Accepted, Standing } from './command.ts';
import { createQueues } from './queues.ts';
import { createRoad, orNotStored } from './road.ts';
import { understood } from './understood.ts';
import type { Understood } from './understood.ts';
import { written } from './written.ts';

/** fenced: whoever reports has lost its claim meanwhile; somebody else reports instead. */
export type Handled = Answer | { readonly kind: 'fenced' };

/** What is settled in the same write; where it depends on the answer, nothing is for null. */
type Settles = Settlement | ((answer: Answer) => Settlement | null);

export type Handle = (command: unknown, settles?: Settles) => Promise<Handled>;

const ATTEMPTS = 5;

/** The same person is the same by their id, whatever else the directory says of them by then. */
const fingerprintOf = (command: AnyCommand): string =>
  digestOf(isPerson(command.actor) ? { ...command, actor: bare(command.actor.id) } : command);

/** The one road: whatever changes a case comes along here. */
export const createHandle = (ports: Ports): Handle => {
  const { store, clock, chance, operator } = ports;
  const road = createRoad(ports);
  const oneAfterAnother = createQueues();

  /** What was answered to this very command before. Only people press twice; machines are fenced. */
  const before = async (command: AnyCommand): Promise<Answer | null> => {
    const kept = isPerson(command.actor) ? await store.answer(command.key) : null;
    if (kept === null) return null;
    return kept.command === fingerprintOf(command) ? Answer.parse(kept.answer) : refused('other-command');
  };

  /** The change that is kept, and what is answered once it is. */
  const outcomeOf = (command: AnyCommand, { kept }: Standing, accepted: Accepted): { change: Change; answer: Answer } => {
    const { events, but, revives, closes } = accepted;
    const change: Change = {
      ...(events.length > 0 && written(kept, events, chance.salt)),
      ...(revives !== undefined && { revives: { id: revives, dueAt: clock.now() } }),
      ...(closes !== undefined && { closes: { id: closes } }),
    };
    const now = change.next?.kept ?? kept;
    if (now === null) throw new TypeError(`${command.name} leads to no case`);
    const happened = events.map(({ type }) => type);
    const done: Answer = { kind: 'done', caseId: now.case.id, version: now.version, status: now.case.status, happened };
    return { change, answer: but ?? done };
  };

  const commit = async (command: AnyCommand, change: Change, answer: Answer, settles?: Settles) => {
    const keeps = { key: command.key, command: fingerprintOf(command), answer, at: clock.now() };
    const settled = typeof settles === 'function' ? settles(answer) : answer.kind === 'done' ? settles : null;
    const whole: Change = {
      ...change,
      ...(isPerson(command.actor) && { answer: keeps }),
      ...(settled && { settles: settled }),
    };
    return Object.keys(whole).length === 0 ? 'kept' : store.commit(whole);
  };

  /** Once along the road; null when somebody else was faster. */
  const attempt = async (asked: Understood, settles?: Settles): Promise<Handled | null> => {
    const { command } = asked;
    const answered = await before(command);
    if (answered !== null) return answered;
    // 1. Where does the case stand?
    const standing = await road.standingOf(asked);
    // 2. What is asked, and what does the rulebook say? 3. What happens to the case?
    const weighed = await road.weighed(asked, standing);
    const result = weighed.kind === 'weighed' ? weighed.result : weighed.kind === 'missing' ? weighed.refusal : weighed;
    if ('kind' in result && !isRefused(result)) return result;
    const { change, answer } = isRefused(result) ? { change: {}, answer: result } : outcomeOf(command, standing, result);
    // 4. Keep case, history, effects and answer in one write; on a conflict again from 1.
    const committed = await commit(command, change, answer, settles);
    if (committed === 'fenced') return { kind: 'fenced' };
    return committed === 'kept' ? answer : null;
  };

  const attempts = async (asked: Understood, settles?: Settles): Promise<Handled> => {
    for (let left = ATTEMPTS; left > 0; left--) {
      const answer = await attempt(asked, settles);
      if (answer !== null) return answer;
    }
    return failed('busy');
  };

  return async (input, settles) => {
    const asked = understood(input);
    if ('says' in asked) return asked;
    const id = asked.definition.idOf(asked.command);
    const other = asked.definition.otherOf(asked.command);
    // Two requests about the same case have to see each other.
    const handled = oneAfterAnother(other === null ? id : `about ${other}`, () => attempts(asked, settles));
    return orNotStored(handled, `${asked.command.name} ${id}`, operator);
  };
};
