import type * as z from 'zod';
import { digestOf } from '../cases/digest.ts';
import type { CaseId } from '../cases/ids.ts';
import { bare, isPerson } from '../cases/people.ts';
import type { Change, KeptEffect, Ports, Settlement } from '../ports.ts';
import { StoreError } from '../ports.ts';
import { Answer, failed, isRefused, outcomeUnknown, refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { definitionOf } from './catalog.ts';
import type { AnyCommand } from './catalog.ts';
import { clean } from './clean.ts';
import type { Accepted, Definition, Judged, Standing } from './command.ts';
import { judge } from './judge.ts';
import { createQueues } from './queues.ts';
import { written } from './written.ts';

/** fenced: whoever reports has lost its claim meanwhile; somebody else reports instead. */
export type Handled = Answer | { readonly kind: 'fenced' };

/** What is settled in the same write; where it depends on the answer, nothing is for null. */
type Settles = Settlement | ((answer: Answer) => Settlement | null);

export type Handle = (command: unknown, settles?: Settles) => Promise<Handled>;

const ATTEMPTS = 5;
const NOTHING_JUDGED: Judged = { decisions: [], approval: { people: 1, roles: [] } };

/** A command that can be understood, and what it does. */
interface Understood {
  readonly command: AnyCommand;
  readonly definition: Definition<AnyCommand>;
}

/** Whatever was sent, what is answered to it stays short. */
const unreadable = (paths: readonly string[]): Refused =>
  refused('unreadable', {
    paths: [...new Set(paths)]
      .slice(0, 10)
      .map((path) => path.slice(0, 100))
      .join(', '),
  });

/** More text than any request of ours has; what people are told is kept for years. */
const LONGEST = 500_000;

const lengthOf = (value: unknown): number => JSON.stringify(value ?? null).length;

/** Almost always the whole is shorter than one part of it may be. */
const tooLong = (command: AnyCommand): string[] =>
  lengthOf(command) <= LONGEST
    ? []
    : Object.entries(command)
        .filter(([, value]) => lengthOf(value) > LONGEST)
        .map(([name]) => name);

/** What is there too much has a name as well. */
const pathsOf = (issue: z.core.$ZodIssue): string[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key].join('.')) : [issue.path.join('.')];

/** What nests without end is nothing that we have sent. */
const cleaned = (input: unknown): unknown => {
  try {
    return clean(input);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** The one thing that people leave out: their reason. */
const isWithoutWords = ({ code, path }: z.core.$ZodIssue): boolean =>
  (code === 'too_small' || code === 'invalid_type') && path.at(-1) === 'words';

const whyUnreadable = (issues: readonly z.core.$ZodIssue[]): Refused =>
  issues.every(isWithoutWords) ? refused('words-needed') : unreadable(issues.flatMap(pathsOf));

const understood = (input: unknown): Understood | Refused => {
  const given = typeof input === 'object' && input !== null && 'name' in input ? input.name : null;
  const definition = typeof given === 'string' ? definitionOf(given) : undefined;
  if (definition === undefined) return unreadable(['name']);
  const command = definition.shape.safeParse(input);
  if (!command.success) return whyUnreadable(command.error.issues);
  const endless = tooLong(command.data);
  return endless.length === 0 ? { command: command.data, definition } : unreadable(endless);
};

/** The same person is the same by their id, whatever else the directory says of them by then. */
const fingerprintOf = (command: AnyCommand): string =>
  digestOf(isPerson(command.actor) ? { ...command, actor: bare(command.actor.id) } : command);

/** The one road: whatever changes a case comes along here. */
export const createHandle = (ports: Ports): Handle => {
  const { store, clock, chance, operator } = ports;
  const oneAfterAnother = createQueues();

  /** What was answered to this very command before. Only people press twice; machines are fenced. */
  const before = async (command: AnyCommand): Promise<Answer | null> => {
    const kept = isPerson(command.actor) ? await store.answer(command.key) : null;
    if (kept === null) return null;
    return kept.command === fingerprintOf(command) ? Answer.parse(kept.answer) : refused('other-command');
  };

  const deadLetter = async (id: CaseId, name: string | null): Promise<KeptEffect | null> => {
    const letter = name && (await store.effect(name));
    return letter && letter.caseId === id && letter.state === 'given-up' ? letter : null;
  };

  const standingOf = async ({ command, definition }: Understood, id: CaseId): Promise<Standing> => {
    const other = definition.otherOf(command);
    return {
      id,
      kept: await store.case(id),
      other: other && (await store.case(other)),
      besides: other === null ? [] : await store.casesAbout(other),
      deadLetter: await deadLetter(id, definition.deadLetterOf(command)),
    };
  };

  /** What is asked, what the rulebook says to it, and what becomes of the case. */
  const decided = async ({ command, definition }: Understood, standing: Standing): Promise<Accepted | Answer> => {
    const asked = { command, now: clock.now(), house: ports.house() };
    const proposed = definition.propose(asked, standing);
    if (isRefused(proposed)) return proposed;
    const judged = proposed.question ? await judge(proposed.question, ports, asked.now) : NOTHING_JUDGED;
    return 'kind' in judged ? judged : definition.accept(asked, standing, judged);
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
  const attempt = async (asked: Understood, id: CaseId, settles?: Settles): Promise<Handled | null> => {
    const { command } = asked;
    const answered = await before(command);
    if (answered !== null) return answered;
    // 1. Where does the case stand?
    const standing = await standingOf(asked, id);
    // 2. What is asked, and what does the rulebook say? 3. What happens to the case?
    const result = await decided(asked, standing);
    if ('kind' in result && !isRefused(result)) return result;
    const { change, answer } = isRefused(result) ? { change: {}, answer: result } : outcomeOf(command, standing, result);
    // 4. Keep case, history, effects and answer in one write; on a conflict again from 1.
    const committed = await commit(command, change, answer, settles);
    if (committed === 'fenced') return { kind: 'fenced' };
    return committed === 'kept' ? answer : null;
  };

  const attempts = async (asked: Understood, id: CaseId, settles?: Settles): Promise<Handled> => {
    for (let left = ATTEMPTS; left > 0; left--) {
      const answer = await attempt(asked, id, settles);
      if (answer !== null) return answer;
    }
    return failed('busy');
  };

  return async (input, settles) => {
    const asked = understood(cleaned(input));
    if ('says' in asked) return asked;
    const id = asked.definition.idOf(asked.command);
    const other = asked.definition.otherOf(asked.command);
    try {
      // Two requests about the same case have to see each other.
      return await oneAfterAnother(other === null ? id : `about ${other}`, () => attempts(asked, id, settles));
    } catch (error) {
      // A store that says no is expected; anything else is a bug, and the edge catches it.
      if (!(error instanceof StoreError)) throw error;
      operator.tell(`${asked.command.name} ${id}: ${error.message}`);
      return error.trouble === 'unknown' ? outcomeUnknown() : failed('not-kept');
    }
  };
};
