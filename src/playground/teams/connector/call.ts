import type { Asked } from '../../../sandbox/exchange.ts';
import type { Chat, World } from '../world.ts';

/** Something the bot asks, with a token of ours. */
export interface Call {
  readonly asked: Asked;
  readonly world: World;
  readonly parameters: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
  /** The conversation it is about; null: there is none. */
  readonly place: { readonly chat: Chat; readonly thread: string | null } | null;
}
