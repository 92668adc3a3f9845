import { commandOf } from '../commands.ts';
import type { Command } from '../commands.ts';
import { intentOf, saidWith, typeable, unclear, wordsFrom } from './intents.ts';
import type { FreeWords } from './intents.ts';
import { matchesIn } from './match.ts';
import type { Match } from './match.ts';
import { isFiller } from './sentence.ts';
import type { Sentence } from './sentence.ts';
import type { Intent } from '../intent.ts';

/** Which case was named, and where in the sentence. */
export interface Named {
  readonly id: string;
  readonly index: number;
}

const takesId = ({ follows }: Command): boolean => follows === 'id' || follows === 'id-words' || follows === 'id-item-words';

/** How many words of a command may come after the case: “send ADM-… back”. */
const RUN = 3;

/** How many words follow one another without a mark between them. */
const runLength = ({ said, letters }: Sentence, { index }: Named): number => {
  let length = 0;
  while (length < RUN) {
    const [before, next] = [said[index + length], said[index + length + 1]];
    if (before === undefined || next?.token.kind !== 'word') break;
    const mark = length === 0 ? /^[\s:：,]*$/u : /^\s*$/u;
    if (!mark.test(letters.seen.slice(before.token.to, next.token.from))) break;
    length++;
  }
  return length;
};

/** What was said before the case, with the first words after it. */
const withRun = (sentence: Sentence, { index }: Named, length: number): readonly Match[] => {
  const { said, vocabulary, preferred } = sentence;
  const both = [...said.slice(0, index), ...said.slice(index + 1, index + 1 + length)];
  const run = Array.from({ length }, (_, at) => index + at);
  return matchesIn(both, vocabulary, preferred, takesId)
    .filter(({ taken }) => run.every((at) => taken.includes(at)))
    .map((match) => ({ ...match, taken: match.taken.map((at) => (at < index ? at : at + 1)) }));
};

/** “ADM-…: back”: the colon says where the words begin. */
const isMarkedAfter = ({ said, letters }: Sentence, { index }: Named): boolean =>
  /^\s*[:：]/u.test(letters.seen.slice(said[index]?.token.to));

/** Commands about this case, the likeliest first; what stands before the case goes before what stands after it. */
export const aboutCase = (sentence: Sentence, named: Named): readonly Match[] => {
  const heads = withRun(sentence, named, 0);
  const runs = Array.from({ length: runLength(sentence, named) }, (_, at) => withRun(sentence, named, at + 1)).flat();
  if (heads.length === 0) return runs.sort((one, other) => other.taken.length - one.taken.length);
  if (isMarkedAfter(sentence, named)) return heads;
  const joined = runs.filter(({ taken }) => (taken[0] ?? 0) < named.index);
  const [best] = heads;
  return [...joined.filter(({ taken }) => taken.length > (best?.taken.length ?? 0)), ...heads];
};

const end = ({ said }: Sentence, { index }: Named, { taken }: Match): number =>
  said[Math.max(index, taken.at(-1) ?? 0)]?.token.to ?? 0;

/** “Should I approve …”, “do not approve …”: before a decision nothing may stand that is not understood. */
const isPlain = (sentence: Sentence, { index }: Named, { taken }: Match): boolean =>
  sentence.said.slice(0, index).every((one, at) => taken.includes(at) || isFiller(sentence, one));

/** “Genehmige … nicht”, “approve …?” */
const isTurned = ({ vocabulary }: Sentence, { words, isMarked }: FreeWords): boolean => {
  if (isMarked) return false;
  if (/^[?？¿!]+$/u.test(words)) return words !== '!';
  const [first = ''] = words.toLowerCase().split(/[.,;:!?。，；！？\n]/u);
  return vocabulary.not.has(first.trim());
};

const show = ({ id }: Named) => typeable(commandOf('case'), { id });

/** Everything it may have meant, with what was said. */
export const guesses = (sentence: Sentence, named: Named, matches: readonly Match[]): Intent => {
  const best = matches.filter(({ command }, index) => matches.findIndex((one) => one.command === command) === index);
  const meant = best.slice(0, 2).map((match) => {
    const { words } = wordsFrom(sentence, end(sentence, named, match));
    return typeable(match.command, { id: named.id, ...saidWith(match.command, words) });
  });
  return unclear([...meant, show(named)], sentence);
};

/** The command with its case and its words; what would decide and is not plainly said is asked about. */
export const caseIntent = (sentence: Sentence, named: Named, matches: readonly Match[]): Intent | null => {
  const [match] = matches;
  if (match === undefined) return null;
  const { command } = match;
  if (!command.decides) return intentOf(command, { id: named.id });
  if (!isPlain(sentence, named, match)) return guesses(sentence, named, matches);
  const free = wordsFrom(sentence, end(sentence, named, match));
  if (isTurned(sentence, free)) return unclear([typeable(command, { id: named.id }), show(named)], sentence);
  return intentOf(command, { id: named.id, ...saidWith(command, free.words) });
};
