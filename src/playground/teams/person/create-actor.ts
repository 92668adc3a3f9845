import { wordsOf } from '../activity.ts';
import { choicesOf, extensionOf, shareableIn } from '../answers.ts';
import type { ExtensionAnswer, FoundChoice, Shareable } from '../answers.ts';
import { buttonsOf, titleOf } from '../card/buttons.ts';
import type { Wanted } from '../card/buttons.ts';
import type { Card } from '../card/card.ts';
import type { Inputs } from '../card/inputs.ts';
import { noteIn } from '../transcript.ts';
import { chatOf, personalChat, write } from '../world.ts';
import type { Chat, Message, Person } from '../world.ts';
import { install, uninstall } from './arrive.ts';
import { invoked, searched, standing } from './line.ts';
import type { Line } from './line.ts';
import { open } from './open.ts';
import { press, submit } from './press.ts';
import type { Pressed } from './press.ts';
import { cardFor } from './views.ts';

interface Said {
  readonly message: Message;
  /** What the bot’s door answered; null: nothing, or it was not told. */
  readonly status: number | null;
}

/** Somebody who uses Teams. What they do is over when the bot’s door has answered; what it shows may come later. */
export interface Actor {
  readonly person: Person;
  /** The personal chat with the bot. */
  readonly chat: Chat;
  /** In a group or channel the bot is mentioned; `isMentioned: false`: they talk among themselves. `to`: in its thread. */
  readonly say: (chat: Chat, text: string, how?: { readonly isMentioned?: boolean; readonly to?: Message }) => Promise<Said>;
  /** Several lines at once. */
  readonly paste: (chat: Chat, lines: readonly string[]) => Promise<Said>;
  readonly press: (message: Message, button: Wanted, inputs?: Inputs) => Promise<Pressed>;
  readonly submit: (message: Message, button: Wanted, inputs?: Inputs) => Promise<Pressed>;
  /** Looks at a chat; views of their own are fetched as Teams does. */
  readonly open: (chat: Chat) => Promise<void>;
  readonly forward: (message: Message, to: Chat) => Message;
  readonly search: (chat: Chat, dataset: string, text: string, top?: number) => Promise<readonly FoundChoice[] | null>;
  /** Looks for something to share, from the box in which they write; in a chat in which the bot need not be. */
  readonly query: (chat: Chat, commandId: string, text: string, page?: Page) => Promise<ExtensionAnswer | null>;
  /** Puts what was found into the chat, as their own message. */
  readonly share: (chat: Chat, found: Shareable) => Message;
  readonly install: (chat?: Chat) => Promise<void>;
  readonly uninstall: (chat?: Chat) => Promise<void>;
  /** The card as they see it. */
  readonly sees: (message: Message) => Card;
  readonly buttons: (message: Message) => readonly string[];
}

/** What Teams asks for of a list; a further page as one scrolls. */
interface Page {
  readonly skip?: number;
  readonly count?: number;
  readonly parameter?: string;
}

type Say = Actor['say'];
type Forward = Actor['forward'];

const say =
  (line: Line, person: Person): Say =>
  async (chat, text, { isMentioned = true, to } = {}) => {
    const { world } = line;
    const message = write(world, chat, { from: person.id, text, thread: to?.thread ?? null });
    const at = standing(line, person, chat, message.thread);
    const isHeard = chat.hasBot && (chat.kind === 'personal' || isMentioned);
    noteIn(world, { chat, message, who: person }, { kind: 'said', text, heard: isHeard });
    const answered = isHeard ? await line.message(wordsOf(at, message.id, text)) : null;
    return { message, status: answered?.status ?? null };
  };

const forward =
  ({ world }: Line, person: Person): Forward =>
  (message, to) => {
    const { text } = message;
    const card = structuredClone(cardFor(message, person));
    const copy = write(world, to, { from: person.id, text, card, activity: message.activity });
    noteIn(world, { chat: to, message: copy, who: person }, { kind: 'forwarded', text, card });
    return copy;
  };

const MOST_FOUND = 15;

const search =
  (line: Line, person: Person): Actor['search'] =>
  async (chat, dataset, text, top = MOST_FOUND) => {
    const value = { queryText: text, queryOptions: { skip: 0, top }, dataset };
    const choices = choicesOf(await invoked(standing(line, person, chat), 'application/search', { value }));
    const found = (choices ?? []).map(({ title }) => title);
    noteIn(line.world, { chat, who: person, onlyFor: person }, { kind: 'searched', text, found });
    return choices;
  };

const query =
  (line: Line, person: Person): Actor['query'] =>
  async (chat, commandId, text, { skip = 0, count = 25, parameter = 'query' } = {}) => {
    const parameters = [text === '' ? { name: 'initialRun', value: 'true' } : { name: parameter, value: text }];
    const value = { commandId, parameters, queryOptions: { skip, count } };
    const answer = extensionOf(await searched(standing(line, person, chat), value));
    const found = shareableIn(answer).map((one) => `${one.title} (${one.text})`);
    noteIn(line.world, { chat, who: person, onlyFor: person }, { kind: 'searched', text: `${commandId}: ${text}`, found });
    return answer;
  };

const share =
  ({ world }: Line, person: Person): Actor['share'] =>
  (chat, { title, card }) => {
    const message = write(world, chat, { from: person.id, text: '', card });
    noteIn(world, { chat, message, who: person }, { kind: 'shared', text: title, card });
    return message;
  };

/** A person with their hands on the keyboard. */
export const createActor = (line: Line, person: Person): Actor => {
  const { world } = line;
  const own = (): Chat => personalChat(world, person);
  const on = (message: Message) => standing(line, person, chatOf(world, message), message.thread);
  const saying = say(line, person);
  return {
    person,
    get chat() {
      return own();
    },
    say: saying,
    paste: (chat, lines) => saying(chat, lines.join('\n')),
    press: (message, button, inputs = {}) => press(on(message), message, button, inputs),
    submit: (message, button, inputs = {}) => submit(on(message), message, button, inputs),
    open: (chat) => open(standing(line, person, chat)),
    forward: forward(line, person),
    search: search(line, person),
    query: query(line, person),
    share: share(line, person),
    install: (chat = own()) => install(standing(line, person, chat)),
    uninstall: (chat = own()) => uninstall(standing(line, person, chat)),
    sees: (message) => cardFor(message, person),
    buttons: (message) => buttonsOf(cardFor(message, person)).map(titleOf),
  };
};
