import { transitionsOf } from '../../src/cases/case.ts';
import type { CaseEvent, EventType } from '../../src/cases/case.ts';
import { canonical } from '../../src/cases/digest.ts';
import { isService, isWanted } from '../../src/cases/effect.ts';
import type { Effect, EffectKind } from '../../src/cases/effect.ts';
import { mayHappen } from '../../src/cases/transitions.ts';
import type { Store } from '../../src/ports.ts';
import { lost } from './finding.ts';
import type { Finding } from './finding.ts';
import type { ReadCase, Wanted } from './check-history.ts';
import { messageIdFor } from './outside.ts';
import type { Deed } from './outside.ts';

type Cases = ReadonlyMap<string, ReadCase>;

/** How the case hears of what was done. */
const heardAs: Partial<Record<EffectKind, EventType>> = {
  'get-reseller-link': 'invitation-prepared',
  'create-relationship': 'invitation-prepared',
  'extend-relationship': 'relationship-extended',
  'assign-groups': 'groups-assigned',
  'end-relationship': 'relationship-ended',
  'remove-reseller-relationship': 'relationship-ended',
  'create-transfer': 'transfer-requested',
  'cancel-transfer': 'transfer-cancelled',
  'send-letter': 'letter-sent',
};

/** More people than anything is told to. */
const MOST_TOLD = 9;

/**
 * The id of the effect, with which a key begins unless it is that of a service. Messages to several people are numbered behind
 * the id of what they were made of.
 */
const sourcesOf = ({ key, effect }: Deed): string[] => {
  const [id = key] = key.split(' ');
  return effect.kind === 'tell' ? [id, id.replace(/\.\d+$/, '')] : [id];
};

/** What is done for nobody but the outbox itself, or looked at again and again. */
const isWithoutDeed = (effect: Effect): boolean =>
  effect.kind.startsWith('watch-') || effect.kind === 'report-to-case' || (effect.kind === 'notify' && effect.whom === 'operator');

/** Told to one person as often as everybody meant was told. */
const kindOfWish = (caseId: string, effect: Effect): string =>
  'says' in effect ? `${caseId} tells ${effect.says}` : `${caseId} ${canonical(effect)}`;

/** What was done, by the ids that keys begin with, and by the wishes; a service has the same key however often it is wanted. */
interface Done {
  readonly sources: ReadonlySet<string>;
  readonly wishes: ReadonlySet<string>;
}

const isDone = ({ id, effect }: Wanted, caseId: string, { sources, wishes }: Done): boolean =>
  isService(effect) ? wishes.has(kindOfWish(caseId, effect)) : sources.has(id);

/** Done; or no longer wanted when its turn came; or a later picture of the case was shown instead. */
const isSettledRightly = (one: Wanted, caseId: string, done: Done, isLastShow: boolean): boolean =>
  isDone(one, caseId, done) ||
  isWithoutDeed(one.effect) ||
  (one.effect.kind === 'show-case' && !isLastShow) ||
  one.statuses.some((status) => !isWanted(one.effect, status));

/** What may wait when all is done: who looks again and again, and what waits together with a case that is stuck. */
const mayWait = ({ effect }: Wanted, { case: { status } }: ReadCase): boolean =>
  effect.kind.startsWith('watch-') || status === 'stuck';

const carriedOut = async (store: Store, found: ReadCase, done: Done): Promise<Finding[]> => {
  const findings: Finding[] = [];
  const { wanted } = found;
  const lastShow = wanted.findLast(({ effect }) => effect.kind === 'show-case');
  for (const one of wanted) {
    const { id, effect } = one;
    const parts = effect.kind === 'notify' ? Array.from({ length: MOST_TOLD }, (_, index) => `${id}.${index + 1}`) : [];
    const rows = (await Promise.all([id, ...parts].map(store.effect))).filter((row) => row !== null);
    for (const { id: row, state } of rows)
      if (state === 'claimed' || (state === 'waiting' && !mayWait(one, found)))
        findings.push(lost(`${row} (${effect.kind}) is still ${state}`));
    if (rows.length === 0 && !isSettledRightly(one, found.case.id, done, one === lastShow))
      findings.push(lost(`${id} (${canonical(effect)}) is gone from the outbox, and nobody has done it`));
  }
  return findings;
};

const isAbout = (event: CaseEvent, { key, effect }: Deed): boolean => {
  if (event.type === 'letter-sent') return event.messageId === messageIdFor(key);
  return event.type !== 'invitation-prepared' || (event.what === 'gdap') === (effect.kind === 'create-relationship');
};

/** Nothing is done that no event has set going, and of what was done the case has heard. */
const founded = (deed: Deed, found: ReadCase | undefined): Finding[] => {
  const wish = kindOfWish(deed.caseId, deed.effect);
  const source = found?.wanted.find(({ effect }) => kindOfWish(deed.caseId, effect) === wish);
  if (found === undefined || source === undefined)
    return [lost(`${deed.key} (${deed.effect.kind}) was done, and no event wants it`)];
  const heard = heardAs[deed.effect.kind];
  if (heard === undefined || found.events.some((event) => event.type === heard && isAbout(event, deed))) return [];
  const table = transitionsOf(found.case.kind);
  const couldHear = source.statuses.every((status) => mayHappen(table, heard, status));
  return couldHear ? [lost(`${deed.key} (${deed.effect.kind}) was done, and the case has never heard of it`)] : [];
};

const counted = (keys: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

const kindOfDeed = ({ caseId, effect }: Deed): string =>
  effect.kind === 'tell' ? `${kindOfWish(caseId, effect)} to ${effect.person.id}` : kindOfWish(caseId, effect);

/** By what was done and for which case, whatever the keys were. */
const doubled = (cases: Cases, deeds: readonly Deed[]): Finding[] => {
  const wishes = counted([...cases].flatMap(([caseId, { wanted }]) => wanted.map(({ effect }) => kindOfWish(caseId, effect))));
  const findings: Finding[] = [];
  const tooMany = (what: string, count: number, most: number, by: readonly Deed[] = []): void => {
    const under = by.length === 0 ? '' : `, under ${by.map(({ key }) => key).join(' and ')}`;
    if (count > most)
      findings.push({ kind: 'doubled', count: count - most, words: `${what}: done ${count} times, wanted ${most} times${under}` });
  };
  const wishOf = new Map(deeds.map((deed) => [kindOfDeed(deed), kindOfWish(deed.caseId, deed.effect)]));
  for (const [what, all] of Map.groupBy(deeds, kindOfDeed)) tooMany(what, all.length, wishes.get(wishOf.get(what) ?? '') ?? 0, all);
  const posted = deeds.filter(({ isPosted }) => isPosted);
  for (const [id, all] of Map.groupBy(posted, ({ caseId }) => caseId)) tooMany(`a card for ${id}`, all.length, 1, all);
  const letters = [...cases.values()].flatMap(({ events }) => events.filter((event) => event.type === 'letter-sent'));
  for (const [letter, count] of counted(letters.map(({ messageId }) => messageId))) tooMany(`the record of ${letter}`, count, 1);
  const renewals = [...cases.values()].flatMap(({ events }) => events.filter((event) => event.type === 'relationship-renewed'));
  for (const [by, count] of counted(renewals.map((event) => event.by))) tooMany(`the news of ${by}`, count, 1);
  return findings;
};

export const deedFindings = async (store: Store, cases: Cases, deeds: readonly Deed[]): Promise<Finding[]> => {
  const done = {
    sources: new Set(deeds.flatMap(sourcesOf)),
    wishes: new Set(deeds.map(({ caseId, effect }) => kindOfWish(caseId, effect))),
  };
  const undone = await Promise.all([...cases.values()].map((one) => carriedOut(store, one, done)));
  return [...undone.flat(), ...deeds.flatMap((deed) => founded(deed, cases.get(deed.caseId))), ...doubled(cases, deeds)];
};
