import { describe, expect, test } from '@jest/globals';
import { kinds } from '../../src/cases/case.ts';
import type { Case } from '../../src/cases/case.ts';
import type { Offer } from '../../src/cases/offer.ts';
import { seenOf } from '../../src/cases/seen.ts';
import { dayOf, later } from '../../src/cases/time.ts';
import { createHandle } from '../../src/commands/handle.ts';
import { offeredTo, viewOf } from '../../src/commands/offers-to.ts';
import { click, doing, ending, inviting, renewing } from '../support/requests.ts';
import type { Name } from '../support/requests.ts';
import { createWorld, house, people, someone } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { reached } from './reached.ts';

const words = 'Marta says so, and has written it down.';
const link = 'https://partner.example/1';

/** What somebody sends who takes up an offer; several where it may be one of several things. */
const taken: Readonly<Record<Offer, (current: Case, by: Name, letter: string) => readonly object[]>> = {
  approve: (current) => {
    const bound = { caseId: current.id, seen: seenOf(current) };
    if (current.proposal.wants !== 'hand-out') return [{ ...bound, name: 'approve-case', words }];
    const items = current.proposal.subjects.map(({ id }) => id);
    const decision = { choice: 'agree', items, words, told: { 'xfer.sameCurrency': true } };
    return [{ ...bound, name: 'decide-hand-out', decision }];
  },
  decline: (current) =>
    current.proposal.wants === 'hand-out'
      ? [{ name: 'decide-hand-out', caseId: current.id, seen: seenOf(current), decision: { choice: 'refuse', words } }]
      : [{ name: 'decline-case', caseId: current.id, words }],
  'send-back': ({ id }) => [{ name: 'send-back-case', caseId: id, words }],
  answer: ({ id }) => [{ name: 'answer-question', caseId: id, words, proposal: null }],
  withdraw: ({ id }) => [{ name: 'withdraw-case', caseId: id, words }],
  'pause-reminders': ({ id, since }) => [{ name: 'pause-follow-ups', caseId: id, until: dayOf(later(since, { days: 14 })) }],
  'resume-reminders': ({ id }) => [{ name: 'resume-follow-ups', caseId: id }],
  'take-over': ({ id }) => [{ name: 'take-over-case', caseId: id, words: '' }],
  tick: (current) => {
    const items = 'items' in current ? current.items.map(({ code }) => code) : ['relationship-in-place'];
    return items.map((item) => ({ name: 'confirm-item', caseId: current.id, item, evidence: link }));
  },
  accepted: ({ id }) => ['reseller', 'gdap'].map((what) => ({ name: 'confirm-acceptance', caseId: id, what, evidence: words })),
  resume: ({ id }, _by, letter) => [
    { name: 'resume-case', caseId: id, words },
    { name: 'retry-dead-letter', caseId: id, effect: letter, words },
  ],
  renew: ({ id }, by) => [renewing(id, 'anew', by)],
  end: ({ id }, by) => [ending(id, {}, by)],
};

const offers = Object.keys(taken) as readonly Offer[];

/** A request about another case takes no part in that one: not being offered it here is not being refused it. */
const isRequest = (offer: Offer): boolean => offer === 'renew' || offer === 'end';

/** Whether somebody who sent this would be listened to; nothing of it is kept. */
const listening = (world: World) => {
  const commit = () => Promise.resolve('kept' as const);
  const handle = createHandle({ ...world.ports, store: { ...world.store, commit } });
  return async (commands: readonly object[], by: Name): Promise<boolean> => {
    const answers = await Promise.all(commands.map((command) => handle({ ...command, key: click(), actor: someone(by) })));
    return answers.some(({ kind }) => kind === 'done');
  };
};

const everyStatus = kinds.flatMap((kind) => Object.entries(reached[kind]).map(([status, way]) => [kind, status, way] as const));
const everybody = Object.keys(people) as readonly Name[];

describe.each(everyStatus)('%s, %s', (_kind, _status, way) => {
  test('what is offered is accepted, and what is not offered is refused', async () => {
    const world = createWorld();
    const does = doing(world);
    const current = await does.current(await way(world, does));
    const isAccepted = listening(world);
    const letter = (await world.store.deadLetters())[0]?.id ?? 'none';
    const faults: string[] = [];
    for (const by of everybody) {
      const offered = offeredTo(someone(by), current, house);
      for (const offer of offers) {
        const isOffered = offered.includes(offer);
        const accepted = await isAccepted(taken[offer](current, by, letter), by);
        if (isOffered !== accepted && (isOffered || !isRequest(offer)))
          faults.push(`${by} ${offer}: ${isOffered ? 'offered and refused' : 'accepted and not offered'}`);
      }
    }
    expect(faults).toStrictEqual([]);
  });
});

const opened = async (): Promise<{ world: World; does: ReturnType<typeof doing>; current: Case }> => {
  const world = createWorld();
  const does = doing(world);
  return { world, does, current: await does.current(await does.opened(inviting())) };
};

test('nobody is offered to agree to what the rules refuse', async () => {
  const { current } = await opened();
  const [first, ...others] = current.decisions;
  if (first === undefined) throw new Error('Nothing was decided');
  const refused: Case = { ...current, decisions: [{ ...first, verdict: 'deny' }, ...others] };
  expect(offeredTo(someone('ada'), current, house)).toContain('approve');
  expect(offeredTo(someone('ada'), refused, house)).not.toContain('approve');
  expect(offeredTo(someone('ada'), refused, house)).toContain('decline');
});

test('whoever has a part in it sees all of it, everybody else how it stands', async () => {
  const { current, does } = await opened();
  const sees = (of: Case) => Object.fromEntries(everybody.map((who) => [who, viewOf(someone(who), of, house).sees]));
  const before = { ana: 'all', sven: 'status', ada: 'all', bo: 'all', gunn: 'status', hal: 'status', olav: 'all' };
  expect(sees(current)).toStrictEqual(before);
  await does.takeOver(current.id, 'sven');
  expect(sees(await does.current(current.id))).toStrictEqual({ ...before, sven: 'all' });
});

test('whoever has agreed still sees it, also when their role is gone', async () => {
  const { current, does } = await opened();
  await does.approve(current.id, 'ada');
  const ada = { ...someone('ada'), roles: [] };
  expect(viewOf(ada, await does.current(current.id), house)).toMatchObject({ sees: 'all', may: new Set() });
});
