import type { Ask } from '../../cases/decided.ts';
import { channelAsks } from '../../commands/procedures.ts';
import { isWrong } from '../filled.ts';
import type { ItemSaid } from '../items.ts';
import type { Filling } from './filling.ts';
import { asked, questionsFor, read } from './kind-page.ts';
import { subscriptionsOf } from './subscriptions.ts';
import type { ItemFacts, Subscription } from './subscriptions.ts';
import { kinds } from './things.ts';

/** Things of which the same is known: the rules say the same to all of them. */
export interface Alike {
  /** Of the first of them: questions about all of them carry it. */
  readonly id: string;
  readonly items: readonly Subscription[];
  readonly facts: ItemFacts;
}

const answersOn = (filling: Filling, today: string): ReadonlyMap<string, ItemFacts> => {
  const all = kinds.flatMap((kind) => {
    const said = questionsFor(filling, kind, today).length === 0 ? null : read(filling, kind, today);
    return said === null || isWrong(said) ? [] : [...said.answer];
  });
  return new Map(all);
};

const none = Object.fromEntries(asked.map((path) => [path, null])) as ItemFacts;

/** Everything, with what was filled in; what does not matter for it there is none of. */
export const alikeIn = (filling: Filling, today: string): readonly Alike[] => {
  const answers = answersOn(filling, today);
  const groups = new Map<string, Alike>();
  for (const one of subscriptionsOf(filling, today)) {
    const { 'item.kind': kind, 'item.product': product = null } = one.facts;
    const known = { ...none, ...one.facts, ...answers.get(one.id) };
    const facts: ItemFacts = {
      'item.kind': kind,
      ...Object.fromEntries(asked.map((path) => [path, known[path] ?? null])),
      'item.crossCloudMove': false,
    };
    const key = JSON.stringify(facts);
    const group = groups.get(key);
    groups.set(key, {
      id: group?.id ?? one.id,
      items: [...(group?.items ?? []), one],
      facts: group?.facts ?? { ...facts, 'item.product': product },
    });
  }
  return [...groups.values()];
};

const asking = ({ id, facts }: Alike, intent: 'manage_only' | 'add_services'): Ask => ({
  flow: 'channel_check',
  about: id,
  facts: { ...facts, 'req.intent': intent, 'req.cancelNow': false },
});

/** May we support it, sell next to it, and may it move to us? For an agreement that could be taken over, also whether we may. */
export const asksFor = (alike: Alike): readonly Ask[] => [
  asking(alike, 'manage_only'),
  asking(alike, 'add_services'),
  ...channelAsks({ subjects: [{ id: alike.id, name: alike.id, facts: { ...alike.facts } }], told: {} }),
];

/** What was said here of each thing, to be remembered. */
export const saidHere = (filling: Filling, today: string): readonly ItemSaid[] => {
  const answers = answersOn(filling, today);
  return subscriptionsOf(filling, today).flatMap(({ id, name, facts, said }) => {
    const answer = answers.get(id);
    if (answer === undefined) return [];
    const { 'item.kind': kind, 'item.product': product = null } = facts;
    return [{ id, name, facts: { ...said?.facts, 'item.kind': kind, 'item.product': product, ...answer } }];
  });
};
