import { shown } from '../../cards/shown.ts';
import type { Speaker } from '../../languages/speak.ts';
import { factShapes } from '../../policy/index.ts';
import type { FactPath } from '../../policy/index.ts';
import type { Alike } from '../../wizards/check-eligibility/asks.ts';
import type { ItemFacts } from '../../wizards/check-eligibility/subscriptions.ts';
import { thingIn } from '../../wizards/check-eligibility/things.ts';

/** What people have named is called as everybody calls it; other names are what others wrote. */
export const nameOf = ({ id, name }: { readonly id: string; readonly name: string }, { say }: Speaker): string => {
  const thing = thingIn(id);
  return thing === null ? shown(name, 100) : say(`check.thing.${thing}`);
};

const FEW = 3;

export const namesOf = ({ items }: Alike, speaker: Speaker): string => {
  const names = items.slice(0, FEW).map((one) => nameOf(one, speaker));
  const more = items.length - FEW;
  return speaker.list(more > 0 ? [...names, speaker.say('check.andMore', { count: more })] : names);
};

const told = ['item.kind', 'item.boughtFrom', 'item.eaKind', 'item.generation', 'item.term'] as const satisfies readonly FactPath[];

const inWords = (path: FactPath, value: unknown, { sayKey }: Speaker): string[] => {
  const shape = factShapes.get(path);
  const isOption = shape?.kind === 'choice' && typeof value === 'string' && shape.options.includes(value);
  return isOption ? [sayKey(`value.${path}.${value}`)] : [];
};

/** What is known of it, in short. */
export const knownOf = (facts: ItemFacts, speaker: Speaker): string | null =>
  told.flatMap((path) => inWords(path, facts[path], speaker)).join(' · ') || null;
