import type { Language } from '../../languages/speak.ts';
import { commandOf } from '../commands.ts';
import { askedAbout } from './about.ts';
import { customerIn, languageIn, ruleIn } from './arguments.ts';
import { aboutCase, caseIntent, guesses } from './case.ts';
import type { Named } from './case.ts';
import { argumentsOf, customerWishes, intentOf, typeable, unclear } from './intents.ts';
import { matchesIn } from './match.ts';
import type { Match } from './match.ts';
import { createNear } from './near.ts';
import { isFiller, mended, restOf, sentenceOf, tokenOf } from './sentence.ts';
import type { Reading, Sentence } from './sentence.ts';
import { createVocabulary } from './vocabulary.ts';
import type { Intent } from '../intent.ts';

/** What somebody wants, from what they typed. The language decides where two languages share a word. */
export type Grammar = (text: string, options?: { readonly language?: Language }) => Intent;

const matches = ({ said, vocabulary, preferred }: Sentence): readonly Match[] => matchesIn(said, vocabulary, preferred);

/** Whether a command that takes nothing, or decides, was said with more than itself. */
const isPlain = (sentence: Sentence, { command, taken }: Match): boolean => {
  const { follows, wish } = command;
  if (wish === 'back' || wish === 'cancel') return restOf(sentence, taken).every((one) => isFiller(sentence, one));
  if (follows !== 'id-words' && follows !== 'id-item-words') return true;
  return sentence.said.slice(0, taken.at(-1)).every((one, at) => taken.includes(at) || isFiller(sentence, one));
};

const build = (sentence: Sentence, match: Match): Intent =>
  isPlain(sentence, match)
    ? intentOf(match.command, argumentsOf(sentence, match))
    : unclear([typeable(match.command, {})], sentence);

const onePerWish = (found: readonly Match[]): readonly Match[] => {
  const most = Math.max(0, ...found.map(({ taken }) => taken.length));
  return found
    .filter(({ taken }) => taken.length === most)
    .filter(({ command }, index, all) => all.findIndex((one) => one.command === command) === index);
};

/** What a mistyped command may have meant: done if it is one and decides nothing, else asked. */
const guessed = (sentence: Sentence): Intent | null => {
  const found = onePerWish(matches(sentence));
  const [only] = found;
  if (only === undefined) return null;
  if (found.length === 1 && !only.command.decides) return build(sentence, only);
  return unclear(
    found.map((match) => typeable(match.command, argumentsOf(sentence, match))),
    sentence,
  );
};

/** A command is found; a mistyped word beside it may belong to it. */
const completed = (sentence: Sentence, match: Match, reading: Reading): Intent => {
  const better = mended(sentence, reading);
  const [fuller] = better === null ? [] : matches(better).filter(({ command }) => command === match.command);
  const isFuller = better !== null && fuller !== undefined && fuller.taken.length > match.taken.length;
  return isFuller || (better !== null && match.command.follows === 'language')
    ? build(better, fuller ?? match)
    : build(sentence, match);
};

/** A greeting, a language's name, a rule's id: said alone they are enough. */
const spokenAlone = (sentence: Sentence): Intent | null => {
  const { said, vocabulary, letters } = sentence;
  const says = said.filter((one) => !isFiller(sentence, one));
  if (/^[\s?¿!]*$/u.test(letters.seen)) return { wants: 'help' };
  if (says.length === 0)
    return said.some(({ words }) => words.some((word) => vocabulary.greetings.has(word))) ? { wants: 'help' } : null;
  if (says.every(({ token }) => token.kind === 'rule')) return { wants: 'rules', id: ruleIn(sentence, []) };
  const isName = says.every(({ words }) => words.some((word) => vocabulary.names.has(word)));
  const language = isName ? languageIn(sentence, says, 3) : null;
  return language === null ? null : { wants: 'language', language };
};

/** With a customer and no command, whatever one may want of a customer is offered. */
const withCustomer = (sentence: Sentence): Intent => {
  const isNamed = tokenOf(sentence.said, 'domain', 'tenant', 'name') !== undefined;
  const customer = isNamed ? customerIn(sentence, []) : null;
  return unclear(customer === null ? [] : customerWishes.map((wish) => typeable(commandOf(wish), { customer })), sentence);
};

/** A case beside a command that is about something else. */
const elsewhere = (sentence: Sentence, named: Named): Intent => {
  const show: Intent = { wants: 'case', id: named.id };
  const [match] = matches(sentence);
  if (match === undefined) return show;
  const { wish, follows } = match.command;
  if (wish === 'cancel') return guesses(sentence, named, [{ ...match, command: commandOf('withdraw') }]);
  const isOfCustomer =
    (follows === 'customer' || follows === 'customer-about') && tokenOf(sentence.said, 'domain', 'tenant', 'name') !== undefined;
  return isOfCustomer || wish === 'renew' || wish === 'end' ? build(sentence, match) : show;
};

const understoodCase = (sentence: Sentence, named: Named, reading: Reading): Intent => {
  const exact = caseIntent(sentence, named, aboutCase(sentence, named));
  if (exact !== null) return exact;
  const better = mended(sentence, reading);
  const near = better === null ? [] : aboutCase(better, named);
  const isGuess = better !== null && near[0]?.command.decides === true;
  return isGuess ? guesses(better, named, near) : elsewhere(sentence, named);
};

const understood = (sentence: Sentence, reading: Reading): Intent | null => {
  const index = sentence.said.findIndex(({ token }) => token.kind === 'case');
  const id = sentence.said[index]?.token.text;
  if (id !== undefined) return understoodCase(sentence, { id, index }, reading);
  const [match] = matches(sentence);
  if (match !== undefined) return completed(sentence, match, reading);
  const alone = spokenAlone(sentence);
  if (alone !== null) return alone;
  const better = mended(sentence, reading);
  return better === null ? null : guessed(better);
};

/** Made once; what it gives back is pure. */
export const createGrammar = (): Grammar => {
  const vocabulary = createVocabulary();
  const near = createNear(vocabulary);
  return (text, { language } = {}) => {
    const reading = { vocabulary, near, preferred: language };
    const whole = (said: string): Intent => {
      const sentence = sentenceOf(said, reading, true);
      const isQuoted = tokenOf(sentence.said, 'name') !== undefined;
      return (
        understood(sentence, reading) ??
        (isQuoted ? understood(sentenceOf(said, reading, false), reading) : null) ??
        withCustomer(sentence)
      );
    };
    return askedAbout(text, whole) ?? whole(text);
  };
};
