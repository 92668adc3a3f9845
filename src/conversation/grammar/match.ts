import { commands } from '../commands.ts';
import type { Command } from '../commands.ts';
import type { Language } from '../../languages/speak.ts';
import type { Token } from './tokens.ts';
import type { Vocabulary, Way } from './vocabulary.ts';

/** A token with the words it may be: one, or several where it was mistyped. */
export interface Said {
  readonly token: Token;
  readonly words: readonly string[];
}

/** A way to say a command that was found whole, and which of the tokens it took. */
export interface Match {
  readonly command: Command;
  readonly language: Language;
  readonly taken: readonly number[];
}

/** Each word fills the first free place of its way; whoever comes first has it. */
const fill = (said: readonly Said[], vocabulary: Vocabulary): ReadonlyMap<Way, ReadonlyMap<number, number>> => {
  const filled = new Map<Way, Map<number, number>>();
  for (const [index, { words }] of said.entries()) {
    const served = new Set<Way>();
    for (const { way, slot } of words.flatMap((word) => vocabulary.places.get(word) ?? [])) {
      const own = filled.get(way) ?? new Map<number, number>();
      if (served.has(way) || own.has(slot)) continue;
      served.add(way);
      filled.set(way, own.set(slot, index));
    }
  }
  return filled;
};

const order = new Map(commands.map(({ wish }, index) => [wish, index]));
const first = ({ taken }: Match): number => taken[0] ?? 0;
const spread = (match: Match): number => (match.taken.at(-1) ?? 0) - first(match);

/** What decides and stands at the beginning is meant: “cancel request admin” requests nothing. */
const leads = (match: Match, lead: number): number => Number(match.command.decides && first(match) === lead);

const better = (one: Match, other: Match, preferred: Language | undefined, lead: number): number =>
  leads(other, lead) - leads(one, lead) ||
  other.taken.length - one.taken.length ||
  first(one) - first(other) ||
  spread(one) - spread(other) ||
  Number(other.language === preferred) - Number(one.language === preferred) ||
  (order.get(one.command.wish) ?? 0) - (order.get(other.command.wish) ?? 0);

/** Every command that was said whole, the likeliest first. */
export const matchesIn = (
  said: readonly Said[],
  vocabulary: Vocabulary,
  preferred: Language | undefined,
  may: (command: Command) => boolean = () => true,
): readonly Match[] => {
  const lead = said.findIndex(({ words }) => !words.every((word) => vocabulary.fillers.has(word) && !vocabulary.places.has(word)));
  return [...fill(said, vocabulary)]
    .filter(([way, places]) => places.size === way.slots.length && may(way.command))
    .map(([way, places]) => ({
      command: way.command,
      language: way.language,
      taken: [...places.values()].sort((one, other) => one - other),
    }))
    .sort((one, other) => better(one, other, preferred, lead));
};
