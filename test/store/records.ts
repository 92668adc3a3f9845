import { apply, replay } from '../../src/cases/case.ts';
import type { CaseEvent } from '../../src/cases/case.ts';
import { erase, NO_EVENT, seal, unseal } from '../../src/cases/history.ts';
import type { SealedEvent } from '../../src/cases/history.ts';
import { caseIdFor } from '../../src/cases/ids.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import { instant, later } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';
import type { Change, Claim, Erasure, KeptCase, NewEffect, Store } from '../../src/ports.ts';

export const MONDAY = instant(Date.parse('2026-03-02T09:00:00Z'));
export const minutes = (count: number): Instant => later(MONDAY, { minutes: count });
export const days = (count: number): Instant => later(MONDAY, { days: count });

export const idOf = (n: number): CaseId => caseIdFor('ADM', String(n));

export const openedEvent = (n: number, at: Instant = MONDAY, words = 'Hello'): CaseEvent => {
  const asker = { id: `asker-${n}`, name: 'Ana', roles: [] };
  return {
    type: 'case-opened',
    kind: 'admin-relationship',
    id: idOf(n),
    at,
    actor: asker,
    requester: asker,
    cloud: 'global',
    customer: { name: `Customer ${n}`, tenant: null, domain: null, country: 'DE', language: 'de', contact: null },
    proposal: {
      wants: 'invite',
      reseller: { model: 'direct', includeDap: false },
      gdap: null,
      letter: { paragraph: words },
      told: {},
    },
    asks: [{ flow: 'relationship_request', about: null, facts: {} }],
    decisions: [],
    approval: { people: 1, roles: [] },
  };
};

/** An event of a case, and the one it follows from. */
export const sealedEvent = (n: number, seq: number, previous = NO_EVENT, event = openedEvent(n)): SealedEvent =>
  seal({ caseId: idOf(n), seq, previous }, event, () => `salt ${seq}`);

/** A case that waits for approval: its first deadline is a day after it was opened. */
export const keptCase = (n: number, version = 1, at: Instant = MONDAY, words?: string): KeptCase => ({
  case: apply(null, openedEvent(n, at, words)),
  version,
  head: `head ${version}`,
});

/** A case that was opened and declined, with its history. The name of who declined it is a needle that tests look for. */
export const declined = (n: number, needle = 'Needle'): { readonly kept: KeptCase; readonly events: readonly SealedEvent[] } => {
  const by = { id: `${needle}-1`, name: needle, roles: [] };
  const happened: CaseEvent[] = [openedEvent(n), { type: 'case-declined', at: minutes(1), actor: by, words: `${needle} says no` }];
  const first = sealedEvent(n, 1);
  const last = sealedEvent(n, 2, first.hash, happened[1]);
  const current = replay(happened);
  if (current === null) throw new TypeError('No event, no case');
  return { kept: { case: current, version: 2, head: last.hash }, events: [first, last] };
};

/** The same without its people. */
export const withoutPeople = ({ kept, events }: ReturnType<typeof declined>): Erasure => {
  const left = events.map(erase);
  const current = replay(left.map(unseal));
  if (current === null) throw new TypeError('No event, no case');
  return { kept: { ...kept, case: current }, events: left };
};

export const opens = (n: number, at?: Instant): Change => ({ next: { kept: keptCase(n, 1, at), expected: 0 } });

/** The same case, closed or so: it has nothing to wait for. */
export const withoutDeadlines = (kept: KeptCase): KeptCase => ({ ...kept, case: { ...kept.case, deadlines: [] } });

type EffectOf = Partial<Omit<NewEffect, 'caseId'>> & { readonly n?: number };

export const newEffect = ({ n = 1, order = 1, lane = 'cards', ...rest }: EffectOf = {}): NewEffect => ({
  id: `${n}-${lane}-${order}`,
  caseId: idOf(n),
  lane,
  order,
  effect: { kind: 'show-case' },
  since: MONDAY,
  dueAt: MONDAY,
  ...rest,
});

export const want = (store: Store, ...effects: readonly EffectOf[]) => store.commit({ effects: effects.map(newEffect) });

/** Claims for ten minutes all that is due; says which. */
export const claimAll = async (store: Store, now: Instant, limit = 100): Promise<string[]> =>
  (await store.claim(now, later(now, { minutes: 10 }), limit)).map(({ id }) => id);

/** Claims one effect and gives it up. */
export const giveUp = async (store: Store, claim: Claim): Promise<void> => {
  await store.commit({ settles: { id: claim.id, claim: claim.claim, as: 'given-up', trouble: 'they said no' } });
};

/** All that a store says, so that two of them can be compared. */
export const everything = async (store: Store, answerKeys: readonly string[] = []) => {
  const cases = await store.cases(null, 10_000);
  const ids = cases.map((kept) => kept.case.id);
  return {
    cases,
    histories: await Promise.all(ids.map((id) => store.history(id))),
    cards: await Promise.all(ids.map((id) => store.sentCards(id))),
    answers: await Promise.all(answerKeys.map((key) => store.answer(key))),
    due: await store.dueCases(days(1000), 10_000),
    nextDue: await store.nextDue(),
    deadLetters: await store.deadLetters(),
    heads: await store.heads(),
    notes: await store.notes('', null, 10_000),
  };
};
