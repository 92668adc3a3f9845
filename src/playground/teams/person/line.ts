import type { Activity, Speaking } from '../activity.ts';
import { invokeOf } from '../activity.ts';
import type { Answered } from '../deliver.ts';
import type { Chat, Person, World } from '../world.ts';

/** How what people do reaches the bot. */
export interface Line {
  readonly world: World;
  /** The same again, with the same id, where there is trouble. */
  readonly message: (activity: Activity) => Promise<Answered | null>;
  /** Made anew each time it is sent. */
  readonly invoke: (make: () => Activity) => Promise<Answered | null>;
}

/** Somebody in a chat, with the line to the bot. */
export interface Standing extends Speaking {
  readonly line: Line;
}

export const standing = (line: Line, person: Person, chat: Chat, thread: string | null = null): Standing => {
  if (!chat.members.includes(person)) throw new Error(`${person.name} is not in “${chat.name}”.`);
  return { line, world: line.world, person, chat, thread };
};

/** Asks the bot, which answers in the same breath; where it is not, there is nobody to ask. */
export const invoked = ({ line, ...speaking }: Standing, name: string, what: Activity): Promise<Answered | null> =>
  speaking.chat.hasBot ? line.invoke(() => invokeOf(speaking, name, what)) : Promise.resolve({ status: 404, body: null });

/** The same for whoever has the app themselves, in whichever chat they write. */
export const searched = ({ line, ...speaking }: Standing, value: Activity): Promise<Answered | null> =>
  line.world.installed.has(speaking.person.id)
    ? line.invoke(() => invokeOf(speaking, 'composeExtension/query', { value }))
    : Promise.resolve({ status: 404, body: null });
