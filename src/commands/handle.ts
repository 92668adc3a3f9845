import type { KeptCase, Change, Ports, Settlement } from '../ports.ts';
import { StoreError } from '../ports.ts';
import { digestOf } from '../cases/digest.ts';
import { caseIdFor } from '../cases/ids.ts';
import type { CaseId } from '../cases/ids.ts';
import { isPerson } from '../cases/people.ts';
import type { CaseEvent } from '../cases/case.ts';
import { Answer, failed, isRefused, outcomeUnknown, refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { definitionOf } from './catalog.ts';
import type { AnyCommand, Definition } from './catalog.ts';
import { clean } from './clean.ts';
import type { Accepted, Judged, Proposed } from './command.ts';
import { judge } from './judge.ts';
import { createQueues } from './queues.ts';
import { written } from './written.ts';

/** fenced: whoever reports has lost its claim meanwhile; somebody else reports instead. */
export type Handled = Answer | { readonly kind: 'fenced' };

export type Handle = (command: unknown, settles?: Settlement) => Promise<Handled>;

const ATTEMPTS = 5;

const parsed = (input: unknown): { command: AnyCommand; definition: Definition } | Refused => {
  const asked = clean(input);
  const name = typeof asked === 'object' && asked !== null && 'name' in asked ? String(asked.name) : '';
  const definition = definitionOf(name);
  if (definition === undefined) return refused('unreadable', { paths: 'name' });
  const command = definition.shape.safeParse(asked);
  if (command.success) return { command: command.data, definition };
  return refused('unreadable', { paths: [...new Set(command.error.issues.map(({ path }) => path.join('.')))].join(', ') });
};

/** Where a case stands, before anything is asked. */
interface Standing {
  readonly id: CaseId;
  readonly kept: KeptCase | null;
  readonly other: KeptCase | null;
}

const NOTHING_JUDGED: Judged = { decisions: [], approval: { people: 1, roles: [] } };

/** The one road: whatever changes a case comes along here. */
export const createHandle = (ports: Ports): Handle => {
  const { store, clock, chance, operator } = ports;
  const oneAfterAnother = createQueues();

  const load = async (command: AnyCommand, definition: Definition, id: CaseId): Promise<Standing> => {
    const otherId = 'opens' in definition ? (definition.other?.(command) ?? null) : null;
    return { id, kept: await store.case(id), other: otherId && (await store.case(otherId)) };
  };

  const propose = (command: AnyCommand, definition: Definition, { id, kept, other }: Standing): Proposed | Refused => {
    const asked = { command, now: clock.now(), house: ports.house() };
    if ('opens' in definition) return definition.propose(asked, id, other?.case ?? null);
    if (kept === null) return refused('unknown-case', { id });
    return definition.propose?.(asked, kept.case) ?? {};
  };

  const accept = (command: AnyCommand, definition: Definition, standing: Standing, judged: Judged): Accepted | Refused => {
    const { id, kept, other } = standing;
    const asked = { command, now: clock.now(), house: ports.house() };
    if (!('opens' in definition) && kept === null) return refused('unknown-case', { id });
    const accepted =
      'opens' in definition
        ? definition.accept(asked, id, judged, other?.case ?? null)
        : definition.accept(asked, (kept as KeptCase).case, judged);
    return 'says' in accepted || 'events' in accepted ? accepted : { events: accepted as readonly CaseEvent[] };
  };

  /** The change that is kept, and what is answered once it is. */
  const outcomeOf = (command: AnyCommand, { kept }: Standing, result: Accepted | Refused): { change: Change; answer: Answer } => {
    if (isRefused(result)) return { change: {}, answer: result };
    const { events, but, revives, closes } = result;
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

  const noSuchLetter = async (id: CaseId, result: Accepted | Refused): Promise<Refused | null> => {
    const letter = 'events' in result ? (result.revives ?? result.closes) : undefined;
    if (letter === undefined) return null;
    const kept = await store.effect(letter);
    return kept?.caseId === id && kept.state === 'given-up' ? null : refused('no-such-letter');
  };

  /** What was answered to this very command before; only people press twice, machines are fenced. */
  const before = async (command: AnyCommand): Promise<Answer | null> => {
    if (!isPerson(command.actor)) return null;
    const kept = await store.answer(command.key);
    if (kept === null) return null;
    return kept.command === digestOf(command) ? Answer.parse(kept.answer) : refused('other-command');
  };

  const commit = async (command: AnyCommand, change: Change, answer: Answer, settles?: Settlement) => {
    const isToBeKept = isPerson(command.actor);
    const keeps = isToBeKept && { answer: { key: command.key, command: digestOf(command), answer, at: clock.now() } };
    const whole: Change = { ...change, ...keeps, ...(settles && answer.kind === 'done' && { settles }) };
    return Object.keys(whole).length === 0 ? 'kept' : store.commit(whole);
  };

  const attempt = async (
    command: AnyCommand,
    definition: Definition,
    id: CaseId,
    settles?: Settlement,
  ): Promise<Handled | null> => {
    const answered = await before(command);
    if (answered !== null) return answered;
    // 1. Where does the case stand?
    const standing = await load(command, definition, id);
    if ('opens' in definition && standing.kept !== null) {
      const { case: current, version } = standing.kept;
      return { kind: 'done', caseId: id, version, status: current.status, happened: [] };
    }
    // 2. What is asked, and what does the rulebook say?
    const proposed = propose(command, definition, standing);
    const question = isRefused(proposed) ? undefined : proposed.question;
    const judged = question === undefined ? NOTHING_JUDGED : await judge(question, ports, clock.now());
    if ('kind' in judged && judged.kind !== 'refused') return judged;
    // 3. What happens to the case?
    const refusal = isRefused(proposed) ? proposed : isRefused(judged) ? judged : null;
    const result = refusal ?? accept(command, definition, standing, judged as Judged);
    const { change, answer } = outcomeOf(command, standing, (await noSuchLetter(id, result)) ?? result);
    // 4. Keep case, history, effects and answer in one write; on a conflict again from 1.
    const committed = await commit(command, change, answer, settles);
    if (committed === 'fenced') return { kind: 'fenced' };
    return committed === 'kept' ? answer : null;
  };

  const handled = async (command: AnyCommand, definition: Definition, id: CaseId, settles?: Settlement): Promise<Handled> => {
    for (let attempts = 0; attempts < ATTEMPTS; attempts++) {
      const answer = await attempt(command, definition, id, settles);
      if (answer !== null) return answer;
    }
    return failed('busy');
  };

  return async (input, settles) => {
    const read = parsed(input);
    if ('says' in read) return read;
    const { command, definition } = read;
    const id = 'opens' in definition ? caseIdFor(definition.opens, command.key) : command.caseId;
    if (id === undefined) throw new TypeError(`${command.name} names no case`);
    try {
      return await oneAfterAnother(id, () => handled(command, definition, id, settles));
    } catch (error) {
      // A store that says no is expected; anything else is a bug, and the edge catches it.
      if (!(error instanceof StoreError)) throw error;
      operator.tell(`${command.name} ${id}: ${error.message}`);
      return error.trouble === 'unknown' ? outcomeUnknown() : failed('not-kept');
    }
  };
};
