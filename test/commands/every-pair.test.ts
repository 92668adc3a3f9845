import { describe, expect, test } from '@jest/globals';
import { kinds, transitionsOf } from '../../src/cases/case.ts';
import type { Case } from '../../src/cases/case.ts';
import { seenOf } from '../../src/cases/seen.ts';
import { dayOf, later } from '../../src/cases/time.ts';
import { mayHappen, mayLeadTo } from '../../src/cases/transitions.ts';
import type { CommandName } from '../../src/commands/catalog.ts';
import { createHandle } from '../../src/commands/handle.ts';
import type { Handled } from '../../src/commands/handle.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import type { Says } from '../../src/policy/index.ts';
import type { Change, KeptCase } from '../../src/ports.ts';
import { click, contoso, doing, ending, inquiring, inviting, renewing, switching } from '../support/requests.ts';
import { createWorld, people, someone } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { reached } from './reached.ts';

// Whatever anybody presses, wherever a case has got to: an answer that the table allows, or a sentence that says why not.

type PersonCommand = Exclude<CommandName, `record-${string}` | 'clear-execution' | 'pass-deadline'>;

/** How each command of a person may look when somebody sends it to a case. */
const waysToSay = (current: Case, letters: readonly string[]): Record<PersonCommand, readonly object[]> => {
  const { id: caseId } = current;
  const of = { caseId };
  const items = 'items' in current ? current.items.map(({ code }) => code) : [];
  const shown = seenOf(current);
  const words = ['', 'Because Marta says so.'];
  const reasons = words.map((text) => ({ ...of, words: text }));
  return {
    // What opens a case by itself says nothing about this one; once is enough.
    'request-admin': current.status === 'awaiting-approval' ? [inviting()] : [],
    'renew-admin': [renewing(caseId), renewing(caseId, 'extend')],
    'end-admin': [ending(caseId), ending(null)],
    'switch-azure': current.status === 'awaiting-approval' ? [switching()] : [],
    'ask-customer':
      current.status === 'awaiting-customer' ? [inquiring(), inquiring({ customer: { ...contoso, contact: null } })] : [],
    'approve-case': [shown, 'something else'].flatMap((seen) => reasons.map((said) => ({ ...said, seen }))),
    'decline-case': reasons,
    'send-back-case': reasons,
    'answer-question': [null, inviting().proposal, switching().proposal].map((proposal) => ({ ...of, words: words[1], proposal })),
    'withdraw-case': reasons,
    'take-over-case': reasons,
    'pause-follow-ups': [1, 400].map((days) => ({ ...of, until: dayOf(later(current.since, { days })) })),
    'resume-follow-ups': [of],
    'confirm-item': ['nothing', ...items].flatMap((item) =>
      ['Seen.', 'https://partner.example/1'].map((evidence) => ({ ...of, item, evidence })),
    ),
    'confirm-acceptance': (['reseller', 'gdap'] as const).map((what) => ({ ...of, what, evidence: 'Seen in the portal.' })),
    'decide-hand-out': [
      { choice: 'agree', items: ['web-shop'], words: '' },
      { choice: 'agree', items: ['web-shop'], words: '', told: { 'xfer.sameCurrency': true } },
      { choice: 'agree', items: ['payroll'], words: '' },
      { choice: 'refuse', words: 'No.' },
    ].map((decision) => ({ ...of, seen: shown, decision })),
    'resume-case': reasons,
    'retry-dead-letter': ['nothing', ...letters].map((effect) => ({ ...of, effect })),
    'close-dead-letter': ['nothing', ...letters].flatMap((effect) =>
      [false, true].map((isDone) => ({ ...of, effect, words: words[1], isDone })),
    ),
  };
};

/** Asks what would be answered and kept, and keeps nothing. */
const wouldBe = (world: World) => {
  const changes: Change[] = [];
  const commit = (change: Change) => {
    changes.push(change);
    return Promise.resolve('kept' as const);
  };
  const handle = createHandle({ ...world.ports, store: { ...world.store, commit } });
  return async (command: object): Promise<{ answer: Handled; next: KeptCase | null }> => {
    changes.length = 0;
    const answer = await handle(command);
    return { answer, next: changes.at(-1)?.next?.kept ?? null };
  };
};

const { sayKey } = speakerOf('en');

type Refused = Extract<Handled, { kind: 'refused' }>;
type Done = Extract<Handled, { kind: 'done' }>;

const faultOfRefusal = ({ says }: Refused): string | null => {
  const text = sayKey(says.key, says.values as Says['values']);
  return text === '' || /undefined|\{|\bnull\b/.test(text) ? `${says.key} is not said: ${text}` : null;
};

/** What it did to the case itself; another case may have been opened instead. */
const faultOfStep = (current: Case, { caseId, status, happened }: Done): string | null => {
  if (caseId !== current.id)
    return ['awaiting-approval', 'awaiting-customer'].includes(status) ? null : 'a case that waits for nobody';
  const table = transitionsOf(current.kind);
  const [first, last] = [happened[0] ?? '', happened.at(-1) ?? ''];
  if (!mayHappen(table, first, current.status)) return `${first} cannot happen while it is ${current.status}`;
  return mayLeadTo(table, last, status) ? null : `${last} does not lead to ${status}`;
};

/** What is wrong with an answer; nothing, in an ordinary world. */
const faultOf = (current: Case, { answer, next }: { answer: Handled; next: KeptCase | null }): string | null => {
  if (answer.kind === 'refused') return faultOfRefusal(answer);
  if (answer.kind !== 'done') return `an answer of the kind ${answer.kind}`;
  return next?.case.status === answer.status ? faultOfStep(current, answer) : 'what is answered is not what is kept';
};

/** Everything that anybody could send about a case. */
const everythingSaid = (current: Case, letters: readonly string[]): (object & { readonly name: string })[] =>
  (Object.keys(people) as (keyof typeof people)[]).flatMap((who) =>
    Object.entries(waysToSay(current, letters)).flatMap(([name, ways]) =>
      ways.map((fields) => ({ ...fields, name, key: click(), actor: someone(who) })),
    ),
  );

const everyStatus = kinds.flatMap((kind) => Object.entries(reached[kind]).map(([status, way]) => [kind, status, way] as const));

describe.each(everyStatus)('%s, %s', (_kind, status, way) => {
  test('whoever says whatever gets an answer', async () => {
    const world = createWorld();
    const does = doing(world);
    const id = await way(world, does);
    const current = await does.current(id);
    expect(current.status).toBe(status);
    const letters = (await world.store.deadLetters()).map((letter) => letter.id);
    const ask = wouldBe(world);
    const said = everythingSaid(current, letters);
    const faults: string[] = [];
    for (const command of said) {
      const fault = faultOf(current, await ask(command));
      if (fault !== null) faults.push(`${JSON.stringify(command).slice(0, 300)}: ${fault}`);
    }
    expect(faults).toStrictEqual([]);
    expect(said.length).toBeGreaterThan(150);
    expect(await does.current(id)).toStrictEqual(current);
  });
});
