import type { Handled } from '../../src/commands/handle.ts';
import type { EventType } from '../../src/cases/case.ts';
import { unseal } from '../../src/cases/history.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import type { World } from './world.ts';

/** An answer in a word: the status the case has by then, or the sentence that says why not. */
export const wordOf = (handled: Handled): string => {
  if (handled.kind === 'done') return handled.status;
  return handled.kind === 'fenced' ? 'fenced' : handled.says.key;
};

/** What goes into the sentence of an answer; nothing where it was done. */
export const valuesOf = (handled: Handled): Readonly<Record<string, unknown>> => ('says' in handled ? handled.says.values : {});

/** The rules that say no, or leave it to a person, in the decisions that come with an answer. */
export const rulesOf = (handled: Handled): string[] =>
  ('decisions' in handled ? handled.decisions : []).flatMap(({ findings }) =>
    findings.filter(({ severity, review }) => severity === 'deny' || review).map(({ rule }) => rule),
  );

/** All that has happened to a case, from the beginning. */
export const happenedTo = async ({ store }: World, id: CaseId): Promise<EventType[]> =>
  (await store.history(id)).map((sealed) => unseal(sealed).type);
