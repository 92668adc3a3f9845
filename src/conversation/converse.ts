import { shown } from '../cards/shown.ts';
import { bare } from '../cases/people.ts';
import { languageOf, speakerOf } from '../languages/catalogues.ts';
import type { Speaker } from '../languages/speak.ts';
import type { Cloud } from '../policy/index.ts';
import type { Companies, People } from '../ports.ts';
import type { Acquaintances } from './acquaintances.ts';
import type { Search } from './finding/search.ts';
import { createGrammar } from './grammar/grammar.ts';
import type { Conversation, Heard, Press, Reply } from './heard.ts';
import { inTime } from './in-time.ts';
import type { Intent } from './intent.ts';
import type { LateAnswers } from './late-answers.ts';
import { replyOf } from './show.ts';
import type { Answered, Turn } from './turn.ts';

interface Means {
  readonly people: People;
  readonly companies: Companies;
  readonly acquaintances: Acquaintances;
  readonly late: LateAnswers;
  /** The tenants whose people are ours. */
  readonly tenants: readonly string[];
  readonly clouds: readonly Cloud[];
  readonly wish: (turn: Turn, intent: Intent) => Promise<Answered>;
  readonly press: (turn: Turn, press: Press) => Promise<Answered>;
  readonly search: Search;
  readonly patienceMs: number;
}

const MOST_CHOICES = 15;
const LONGEST_CHOICE = 300;

const nothing: Reply = { kind: 'nothing' };

/** A field that offers what there is has no place for a sentence, and a list to share from tells strangers nothing. */
const turnedAway = ({ what }: Heard, text: string): Reply => {
  if (what.kind === 'query') return { kind: 'results', results: [] };
  return what.kind === 'search' ? { kind: 'choices', choices: [] } : { kind: 'words', text };
};

/** Who has said something, whether they may, and what they are answered. */
export const createConverse = (means: Means): Conversation['hear'] => {
  const { people, companies, acquaintances, late, tenants, clouds, wish, press, search, patienceMs } = means;
  const understand = createGrammar();
  const ours = new Set(tenants.map(bare));

  const speakerFor = async ({ who, locale }: Heard): Promise<Speaker> => {
    const { language } = await acquaintances.find(who.id);
    return speakerOf(language ?? (locale === null ? null : languageOf(locale)) ?? 'en');
  };

  const answered = (turn: Turn): Promise<Answered> => {
    const { heard, speaker } = turn;
    if (heard.what.kind === 'words') return wish(turn, understand(heard.what.text, { language: speaker.language }));
    return heard.what.kind === 'press' ? press(turn, heard.what) : wish(turn, { wants: 'help' });
  };

  /** The language may have been changed by what was said. */
  const inWords = async ({ heard }: Turn, { shown: screen, forAll = false }: Answered): Promise<Reply> => {
    // Only whoever has pressed a button sees what comes of it; a message is read by all.
    const isPrivate = heard.what.kind !== 'press' && heard.chat.kind !== 'personal' && !forAll;
    return replyOf(screen, await speakerFor(heard), isPrivate);
  };

  const soon = async (turn: Turn): Promise<Reply> => {
    const work = answered(turn);
    const came = await inTime(work, patienceMs);
    return came === null ? late(turn, work) : inWords(turn, came.came);
  };

  /** Nobody waits for a list that helps with typing. */
  const choices = async (text: string, limit: number): Promise<Reply> => {
    const looked = await inTime(companies.find(clouds[0] ?? 'global', text, Math.min(limit, MOST_CHOICES)), patienceMs);
    if (looked === null || 'unreachable' in looked.came) return { kind: 'choices', choices: [] };
    return {
      kind: 'choices',
      choices: looked.came.map(({ name, domain, tenant }) => ({
        title: shown(domain === null ? name : `${name} (${domain})`, LONGEST_CHOICE),
        value: (tenant ?? domain ?? name).slice(0, LONGEST_CHOICE),
      })),
    };
  };

  return async (heard) => {
    const { who, what, chat } = heard;
    const isOurs = ours.has(bare(who.tenant));
    if (what.kind === 'left') {
      // Somebody else’s goodbye, or one to another chat, makes nobody unreachable.
      const known = isOurs ? (await acquaintances.find(who.id)).chat : null;
      if (known?.id === chat.id) await acquaintances.keepChat(who.id, null);
      return nothing;
    }
    const speaker = await speakerFor(heard);
    if (!isOurs) return turnedAway(heard, speaker.say('talk.foreign-tenant'));
    const person = await people.known(who.id);
    if (person === null) return turnedAway(heard, speaker.say('talk.not-known', { id: who.id }));
    // It is asked from whichever chat they write in, in which nobody need have us: that is no acquaintance.
    if (what.kind === 'query') {
      const { command, text, skip, limit } = what;
      return { kind: 'results', results: await search(command, { person, text, skip, limit, speaker }) };
    }
    const isFirst = await acquaintances.meet(heard);
    // A program says more than once that somebody has come; one greeting is enough, and none for a whole channel.
    if (what.kind === 'arrived' && !isFirst) return nothing;
    if (what.kind === 'search') return choices(what.text, what.limit);
    return soon({ heard, person, speaker: await speakerFor(heard) });
  };
};
