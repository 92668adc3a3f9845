import { homeScreen } from '../cards/home-screen.ts';
import { nearestRules, ruleScreen } from '../cards/rule-screen.ts';
import type { Button } from '../cards/screens.ts';
import { whoScreen } from '../cards/who-screen.ts';
import { speakerOf } from '../languages/catalogues.ts';
import { languageNames, languages } from '../languages/speak.ts';
import type { Language, Speaker } from '../languages/speak.ts';
import type { Acquaintances } from './acquaintances.ts';
import { commandsFor } from './commands.ts';
import type { Decisions } from './decisions.ts';
import type { Board } from './finding/board.ts';
import { typed } from './grammar/typed.ts';
import { openingOf } from './ask-customer/opening.ts';
import type { Intent } from './intent.ts';
import { journeyNames } from './wizards/journey.ts';
import type { JourneyName } from './wizards/journey.ts';
import { show } from './turn.ts';
import type { Answered, Turn } from './turn.ts';

interface Means {
  readonly acquaintances: Acquaintances;
  readonly decisions: Decisions;
  readonly board: Board;
  /** What our own company is called. */
  readonly company: string;
  /** There are pages on which customers answer. */
  readonly asksCustomers: boolean;
  readonly wizard: {
    readonly start: (turn: Turn, wizard: JourneyName, text: string | null) => Promise<Answered>;
    readonly back: (turn: Turn) => Promise<Answered>;
    readonly cancel: (turn: Turn) => Promise<Answered>;
  };
}

type PlainWish = 'help' | 'who-am-i' | 'back' | 'cancel';
type Act = Extract<Intent, { words: string }>;
type Begin = Extract<Intent, { wants: JourneyName }>;

const isJourney = (intent: Intent): intent is Begin => (journeyNames as readonly string[]).includes(intent.wants);

const sayButton = (title: string, text: string): Button => ({
  title,
  verb: 'say',
  id: text,
  seen: '',
  tone: 'default',
  asks: false,
});

const helpButton = ({ say, language }: Speaker): Button => sayButton(say('command.help.title'), typed({ wants: 'help' }, language));

/** What is done about each thing that somebody can want. */
export const createWishes = (means: Means) => {
  const { acquaintances, decisions, board, company, asksCustomers, wizard } = means;

  const home = ({ person, speaker }: Turn): Answered => {
    const offered = commandsFor(person.roles).filter(({ wish }) => asksCustomers || wish !== 'ask-customer');
    const entries = offered.map(({ wish }) => ({
      title: speaker.sayKey(`command.${wish}.title`),
      hint: speaker.sayKey(`command.${wish}.hint`),
      typed: typed({ wants: wish }, speaker.language),
    }));
    return show({ screen: 'home', data: homeScreen({ entries, person, speaker }) }, true);
  };

  const notice = (title: string, lines: string[], buttons: Button[] = []): Answered =>
    show({ screen: 'notice', data: { title, tone: 'default', lines, facts: [], buttons } });

  const rules = ({ speaker }: Turn, id: string | null): Answered => {
    const data = id === null ? null : ruleScreen(id, speaker);
    if (data !== null) return show({ screen: 'rule', data }, true);
    const near = id === null ? ['R-NO-CSP-TO-CSP-RESALE'] : nearestRules(id).slice(0, 5);
    const buttons = near.map((rule) => sayButton(rule, typed({ wants: 'rules', id: rule }, speaker.language)));
    if (id === null) return notice(speaker.say('command.rules.title'), [speaker.say('talk.which-rule')], buttons);
    if (near.length > 0) return notice(speaker.say('command.rules.title'), [speaker.say('talk.no-rule', { rule: id })], buttons);
    return notice(speaker.say('command.rules.title'), [speaker.say('talk.no-such-rule', { rule: id })], [helpButton(speaker)]);
  };

  const language = async ({ person, speaker }: Turn, wanted: Language | null): Promise<Answered> => {
    if (wanted === null) {
      // Six buttons are all that a card has: whoever reads this reads its own language already.
      const others = languages.filter((one) => one !== speaker.language);
      const buttons = others.map((one) => sayButton(languageNames[one], typed({ wants: 'language', language: one }, one)));
      return notice(speaker.say('command.language.title'), [speaker.say('talk.which-language')], buttons);
    }
    await acquaintances.speak(person.id, wanted);
    const theirs = speakerOf(wanted);
    const line = theirs.say('talk.language', { language: languageNames[wanted] });
    return notice(theirs.say('command.language.title'), [line], [helpButton(theirs)]);
  };

  const who = ({ person, speaker }: Turn): Answered =>
    show({ screen: 'notice', data: whoScreen({ person, tenant: company, language: speaker.language, speaker }) });

  const unclear = ({ speaker }: Turn, nearest: readonly string[]): Answered => {
    const line = speaker.say(nearest.length > 0 ? 'talk.did-you-mean' : 'talk.not-understood');
    return notice(
      speaker.say('talk.unclear'),
      [line],
      [...nearest.slice(0, 5).map((text) => sayButton(text, text)), helpButton(speaker)],
    );
  };

  /** What one says without naming anything. */
  const plain: Readonly<Record<PlainWish, (turn: Turn) => Answered | Promise<Answered>>> = {
    help: home,
    'who-am-i': who,
    back: wizard.back,
    cancel: wizard.cancel,
  };

  /** Which one was meant nobody guesses: what waits is shown. */
  const act = (turn: Turn, intent: Act): Promise<Answered> => {
    if (intent.id === null) return board(turn);
    const item = intent.wants === 'tick' ? (intent.item ?? '') : '';
    return decisions.act(turn, { action: intent.wants, id: intent.id, seen: null, words: intent.words, item });
  };

  const opened = (turn: Turn, { wants, id }: Extract<Intent, { wants: 'case' | 'decide' }>): Promise<Answered> => {
    if (id === null) return board(turn);
    return wants === 'decide' ? decisions.decide(turn, id) : decisions.view(turn, id);
  };

  const begin = (turn: Turn, intent: Begin): Answered | Promise<Answered> => {
    if (intent.wants !== 'ask-customer') return wizard.start(turn, intent.wants, intent.customer);
    const { say } = turn.speaker;
    return asksCustomers
      ? wizard.start(turn, intent.wants, openingOf(intent))
      : notice(say('command.ask-customer.title'), [say('wizard.inquiry.noPages')]);
  };

  return async (turn: Turn, intent: Intent): Promise<Answered> => {
    if (isJourney(intent)) return begin(turn, intent);
    switch (intent.wants) {
      case 'cases':
        return board(turn, intent);
      case 'case':
      case 'decide':
        return opened(turn, intent);
      case 'rules':
        return rules(turn, intent.id);
      case 'language':
        return language(turn, intent.language);
      case 'unclear':
        return unclear(turn, intent.nearest);
      default:
        return 'words' in intent ? act(turn, intent) : plain[intent.wants](turn);
    }
  };
};
