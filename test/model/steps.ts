import { expect } from '@jest/globals';
import fc from 'fast-check';
import { seenOf } from '../../src/cases/seen.ts';
import type { Case } from '../../src/cases/case.ts';
import { click, ending, inquiring, inviting, offered, renewing, switching } from '../support/requests.ts';
import { people, someone } from '../support/world.ts';
import type { House } from './house.ts';
import { mayAgree } from './referee.ts';
import { deaths, facts, longOutages, outages, time } from './outside.ts';
import { step } from './step.ts';

type Name = keyof typeof people;
const anybody = fc.constantFrom<Name[]>('ana', 'ada', 'bo', 'gunn', ...(Object.keys(people) as Name[]));
const decider = fc.constantFrom<Name[]>('ada', 'bo', 'gunn');
const which = fc.nat(5);

const chosen = (house: House, index: number): Case | null => {
  const id = house.ids[index % Math.max(1, house.ids.length)];
  return id === undefined ? null : house.caseOf(id);
};

/** A click of a person on a case, kept for being repeated. */
const clicked = async (house: House, by: Name, index: number, fields: (current: Case) => object): Promise<void> => {
  const current = chosen(house, index);
  if (current === null) return;
  const command = { key: click(), actor: someone(by), caseId: current.id, ...fields(current) };
  house.clicks.push({ command, answer: await house.handle(command) });
};

const opens = fc
  .tuple(
    fc.constantFrom('both', 'reseller', 'gdap', 'transfer', 'paper', 'alone', 'offered', 'anew', 'extend', 'end', 'questions'),
    anybody,
    which,
  )
  .map(([what, by, index]) =>
    step(`${by} asks: ${what}`, async (house) => {
      const of = chosen(house, index)?.id ?? null;
      const commands = {
        both: () => inviting({}, by),
        reseller: () => inviting({ gdap: null }, by),
        gdap: () => inviting({ reseller: null }, by),
        transfer: () => switching('azure-plan-transfer', by),
        paper: () => switching('manual-switch', by),
        alone: () => switching('new-subscription', by),
        offered: () => offered(house.world),
        anew: () => (of === null ? inviting({}, by) : renewing(of, 'anew', by)),
        extend: () => (of === null ? inviting({}, by) : renewing(of, 'extend', by)),
        end: () => ending(of, { relationshipId: 'gdap-from-before' }, by),
        questions: () => inquiring({}, by),
      };
      if (house.ids.length < 4) await house.handle(commands[what]());
    }),
  );

const approves = fc.tuple(anybody, which, fc.integer({ min: 0, max: 4 })).map(([by, index, stale]) =>
  step(`${by} approves ${index}${stale === 0 ? ', having seen something else' : ''}`, async (house) => {
    const before = chosen(house, index);
    const fair = before && house.fairOf(before.id);
    const seen = (current: Case) => (stale === 0 ? 'something else' : seenOf(current));
    await clicked(house, by, index, (current) => ({ name: 'approve-case', seen: seen(current), words: 'Agreed.' }));
    const answer = house.clicks.at(-1)?.answer;
    if (before === null || fair === null || answer?.kind !== 'done') return;
    expect([stale === 0, mayAgree(fair, someone(by)), before.status]).toEqual([false, true, 'awaiting-approval']);
  }),
);

const words = { words: 'So be it.' };
const says =
  (name: string, fields: object = words) =>
  (current: Case): object => ({ name, caseId: current.id, ...fields });

const firstOpen = (current: Case): string =>
  ('items' in current ? current.items.find(({ done }) => done === null)?.code : undefined) ?? 'nothing';

const ticks = (current: Case): object => ({
  name: 'confirm-item',
  item: firstOpen(current),
  evidence: 'https://admin.microsoft.com/seen',
});

const handsOut = (current: Case): object => ({
  name: 'decide-hand-out',
  seen: seenOf(current),
  decision: { choice: 'agree', items: current.asks.flatMap(({ about }) => about ?? []), words: 'Marta told us.' },
});

const clicksOf: Record<string, (current: Case) => object> = {
  declines: says('decline-case'),
  'sends back': says('send-back-case'),
  answers: says('answer-question', { ...words, proposal: null }),
  withdraws: says('withdraw-case'),
  'takes over': says('take-over-case'),
  ticks,
  'hands out': handsOut,
  'keeps what is ours': (current) => ({ name: 'decide-hand-out', seen: seenOf(current), decision: { choice: 'refuse', ...words } }),
};

const clicks = fc
  .tuple(anybody, which, fc.constantFrom('ticks', ...Object.keys(clicksOf)))
  .map(([by, index, what]) => step(`${by} ${what} ${index}`, (house) => clicked(house, by, index, clicksOf[what] ?? says(what))));

const ticksAll = fc.tuple(which, decider).map(([index, by]) =>
  step(`${by} ticks everything of ${index}`, async (house) => {
    for (let n = 0; n < 6; n++) {
      await clicked(house, by, index, ticks);
      await house.check();
    }
  }),
);

const reports: Record<string, (house: House, current: Case) => object> = {
  'says yes to reselling': ({ world }) => ({
    name: 'record-customer-accepted',
    what: 'reseller',
    acceptedAt: world.now(),
    endsAt: null,
  }),
  'says yes to managing': ({ world }) => ({
    name: 'record-customer-accepted',
    what: 'gdap',
    acceptedAt: world.now(),
    endsAt: null,
  }),
  'tells what only it knows': () => ({ name: 'record-customer-answers', told: { what: 'Web shop' } }),
  'ends it': () => ({ name: 'record-relationship-ended', by: 'customer' }),
  ...Object.fromEntries(
    ['accepted', 'complete', 'partly-complete', 'cancelled', 'refused', 'expired', 'failed'].map((state) => [
      `has a transfer that is ${state}`,
      () => ({ name: 'record-transfer-changed', state, words: '' }),
    ]),
  ),
};

/** By whom, and how, a case usually goes on. */
const usual: Partial<Record<Case['status'], readonly [by: Name | 'watch', what: string]>> = {
  'awaiting-approval': ['ada', 'approves'],
  'sent-back': ['ana', 'answers'],
  preparing: ['bo', 'ticks'],
  'awaiting-customer': ['watch', 'says yes to managing'],
  granting: ['bo', 'ticks'],
  ending: ['bo', 'ticks'],
  'awaiting-other-partner': ['watch', 'has a transfer that is accepted'],
  'awaiting-our-decision': ['ada', 'hands out'],
  moving: ['watch', 'has a transfer that is complete'],
  'handing-over': ['bo', 'ticks'],
};

/** Somebody who has asked for it, or has agreed already, agrees, having seen what there is to see. */
const foulPlay = fc.tuple(fc.nat(2), which).map(([index, who]) =>
  step(`somebody of ${index} agrees to their own`, async (house) => {
    const current = chosen(house, index);
    const fair = current && house.fairOf(current.id);
    if (who > 2) await clicked(house, 'bo', index, says('take-over-case'));
    const names = [...(fair?.askers ?? []), ...(fair?.agreed ?? [])].filter((id): id is Name => id in people);
    const by = who > 2 ? 'bo' : names[who % Math.max(1, names.length)];
    if (by === undefined) return;
    await clicked(house, by, index, (one) => ({ name: 'approve-case', seen: seenOf(one), words: 'Agreed.' }));
    await clicked(house, by, index, handsOut);
  }),
);

const approved = (house: House, index: number, current: Case): Promise<void> => {
  const fair = house.fairOf(current.id);
  const by = (['ada', 'bo', 'gunn'] as const).find((one) => fair !== null && mayAgree(fair, someone(one)));
  return clicked(house, by ?? 'ada', index, (one) => ({ name: 'approve-case', seen: seenOf(one), words: 'Agreed.' }));
};

const heard = async (house: House, current: Case, what: string): Promise<void> => {
  const report = reports[what];
  if (report === undefined) return;
  await house.handle({ key: click(), actor: 'watch', caseId: current.id, ...report(house, current) } as never);
};

/** One step on as things usually go, whoever has to make it. */
const goOn = fc.tuple(fc.nat(2), fc.boolean()).map(([index, isOther]) =>
  step(`${index} goes on${isOther ? ', the other way' : ''}`, async (house) => {
    const current = chosen(house, index);
    const [by, what] = (current && usual[current.status]) ?? [];
    if (current === null || by === undefined || what === undefined) return;
    if (what === 'approves') await approved(house, index, current);
    else if (by !== 'watch') await clicked(house, by, index, clicksOf[what] ?? says(what));
    else if (isOther && current.status === 'awaiting-customer') await heard(house, current, 'says yes to reselling');
    else if (isOther) await clicked(house, 'bo', index, ticks);
    else await heard(house, current, what);
    await house.settle();
  }),
);

const deadLetters = fc
  .tuple(fc.constantFrom('retry-dead-letter', 'close-dead-letter'), fc.constantFrom<Name[]>('olav', 'ada', 'hal'))
  .map(([name, by]) =>
    step(`${by}: ${name}`, async (house) => {
      const [letter] = await house.world.store.deadLetters();
      if (letter === undefined) return;
      const { caseId, id: effect } = letter;
      await house.handle({ name, key: click(), actor: someone(by), caseId, effect, ...words } as never);
    }),
  );

const repeats = which.map((index) =>
  step(`click ${index} arrives again`, async ({ clicks: made, world, handle }) => {
    const again = made[index % Math.max(1, made.length)];
    if (again === undefined || (await world.store.answer(again.command.key)) === null) return;
    expect(await handle(again.command)).toEqual(again.answer);
  }),
);

const others = fc.tuple(which, fc.constantFrom(...Object.keys(reports))).map(([index, what]) =>
  step(`somebody else ${what}: ${index}`, async (house) => {
    const current = chosen(house, index);
    if (current !== null) await heard(house, current, what);
  }),
);

const weighted = <T>(...choices: readonly (readonly [weight: number, arbitrary: fc.Arbitrary<T>])[]): fc.Arbitrary<T> =>
  // Without its depth fast-check would rather take the first.
  fc.oneof({ depthSize: 'max' }, ...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const anyStep = weighted(
  [8, goOn],
  [5, time],
  [4, outages],
  [1, longOutages],
  [2, approves],
  [3, foulPlay],
  [6, clicks],
  [2, others],
  [2, deadLetters],
  [1, opens],
  [1, ticksAll],
  [1, deaths],
  [1, facts],
  [1, repeats],
);

/** Two requests, and what becomes of them. */
export const anyHistory = fc
  .tuple(opens, opens, fc.array(anyStep, { minLength: 10, maxLength: 30, size: 'max' }))
  .map(([one, other, steps]) => [one, other, ...steps]);
