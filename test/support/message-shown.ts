import type { Instant } from '../../src/cases/time.ts';
import type { MessageView } from '../../src/playground/play/view.ts';

/** A message of the bot as the playground shows it. */
export const messageShown = (differs: Partial<MessageView> = {}): MessageView => ({
  id: '1',
  thread: null,
  from: null,
  at: '2026-05-11T09:00:00.000Z' as Instant,
  text: 'Hello',
  card: null,
  isDeleted: false,
  look: 'as it was',
  ...differs,
});
