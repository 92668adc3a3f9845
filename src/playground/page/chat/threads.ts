import type { ChatName, MessageView } from '../../play/view.ts';

/** What belongs together in a chat: all of it, or in a channel one conversation. */
export interface Thread {
  readonly id: string;
  readonly messages: readonly MessageView[];
}

/** In the order in which the conversations began. */
export const threadsOf = (messages: readonly MessageView[], kind: ChatName['kind']): readonly Thread[] => {
  if (kind !== 'channel') return messages.length === 0 ? [] : [{ id: '', messages }];
  const threads = Map.groupBy(messages, ({ id, thread }) => thread ?? id);
  return [...threads].map(([id, inIt]) => ({ id, messages: inIt }));
};
