import { bare } from '../cases/people.ts';
import { languageOf, speakerOf } from '../languages/catalogues.ts';
import type { Speaker } from '../languages/speak.ts';
import type { Cloud } from '../policy/index.ts';
import type { Companies, Courier, Operator, People } from '../ports.ts';
import type { Acquaintances } from './acquaintances.ts';
import type { PersonalChats } from './personal-chats.ts';
import { createGrammar } from './grammar.ts';
import type { Conversation, Heard, Press, Reply } from './heard.ts';
import { inTime } from './in-time.ts';
import type { Intent } from './intent.ts';
import { messageOf, replyOf } from './show.ts';
import type { Answered, Turn } from './turn.ts';

interface Means {
  readonly people: People;
  readonly companies: Companies;
  readonly courier: Courier;
  readonly operator: Operator;
  readonly acquaintances: Acquaintances;
  readonly chats: PersonalChats;
  /** The tenants whose people are ours. */
  readonly tenants: readonly string[];
  readonly clouds: readonly Cloud[];
  readonly wish: (turn: Turn, intent: Intent) => Promise<Answered>;
  readonly press: (turn: Turn, press: Press) => Promise<Answered>;
  readonly patienceMs: number;
}

const MOST_CHOICES = 15;

const nothing: Reply = { kind: 'nothing' };

/** Who has said something, whether they may, and what they are answered. */
export const createConverse = (means: Means): Conversation['hear'] => {
  const { people, companies, courier, operator, acquaintances, chats, tenants, clouds, wish, press, patienceMs } = means;
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
  const inWords = async (turn: Turn, answer: Answered): Promise<Reply> => {
    if ('words' in answer) return { kind: 'words', text: answer.words };
    const speaker = await speakerFor(turn.heard);
    // Only whoever has pressed a button sees what comes of it; a message is read by all.
    const isPrivate = turn.heard.what.kind !== 'press' && turn.heard.chat.kind !== 'personal' && answer.forAll !== true;
    return replyOf(answer.shown, speaker, isPrivate);
  };

  const deliver = async ({ heard, speaker, person }: Turn, work: Promise<Answered>): Promise<void> => {
    const answer = await work;
    const message = 'words' in answer ? { text: answer.words } : messageOf(answer.shown, speaker);
    const { chat, pressedOn } = heard;
    const isTheirOwn = pressedOn !== null && chat.kind === 'personal';
    const posted = isTheirOwn ? await courier.update(chat, pressedOn, message) : await chats.post(person.id, message);
    if (posted.kind !== 'posted') operator.tell(`An answer that took longer could not be shown: ${posted.words}`);
  };

  /** What takes longer than anybody waits for is shown when it is there. */
  const soon = async (turn: Turn): Promise<Reply> => {
    const work = answered(turn);
    const came = await inTime(work, patienceMs);
    if (came !== null) return inWords(turn, came.came);
    deliver(turn, work).catch((error: unknown) => operator.tell(`An answer that took longer was not found: ${String(error)}`));
    const { speaker } = turn;
    const lines = [speaker.say('talk.under-way')];
    return replyOf(
      { screen: 'notice', data: { title: speaker.say('talk.one-moment'), tone: 'accent', lines, facts: [], buttons: [] } },
      speaker,
    );
  };

  /** Nobody waits for a list that helps with typing. */
  const choices = async (text: string, limit: number): Promise<Reply> => {
    const looked = await inTime(companies.find(clouds[0] ?? 'global', text, Math.min(limit, MOST_CHOICES)), patienceMs);
    if (looked === null || 'unreachable' in looked.came) return { kind: 'choices', choices: [] };
    return {
      kind: 'choices',
      choices: looked.came.map(({ name, domain, tenant }) => ({
        title: domain === null ? name : `${name} (${domain})`,
        value: tenant ?? domain ?? name,
      })),
    };
  };

  return async (heard) => {
    const { who, what, chat } = heard;
    if (what.kind === 'left') {
      if (chat.kind === 'personal') await acquaintances.keepChat(who.id, null);
      return nothing;
    }
    const speaker = await speakerFor(heard);
    if (!ours.has(bare(who.tenant))) return { kind: 'words', text: speaker.say('talk.foreign-tenant') };
    const person = await people.known(who.id);
    if (person === null) return { kind: 'words', text: speaker.say('talk.not-known', { id: who.id }) };
    const isFirst = await acquaintances.meet(heard);
    // A program says more than once that somebody has come; one greeting is enough, and none for a whole channel.
    if (what.kind === 'arrived' && !isFirst) return nothing;
    if (what.kind === 'search') return choices(what.text, what.limit);
    return soon({ heard, person, speaker: await speakerFor(heard) });
  };
};
