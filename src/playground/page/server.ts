import type { Act, ActAnswer, ChatView, PlayState } from '../play/view.ts';

const answerOf = async <T>(asked: Promise<Response>): Promise<T> => {
  const answer = await asked;
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
};

/** Longer than the server lets anybody wait. */
const PATIENCE_MS = 40_000;

/** What there is to see, as soon as it is newer than that. */
export const askState = (after: number): Promise<PlayState> =>
  answerOf(fetch(`/play/state?after=${after}`, { signal: AbortSignal.timeout(PATIENCE_MS) }));

export const loadChat = (person: string, chat: string): Promise<ChatView> =>
  answerOf(fetch(`/play/chat?${new URLSearchParams({ person, chat }).toString()}`));

export const sendAct = (act: Act): Promise<ActAnswer> =>
  answerOf(fetch('/play/act', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(act) }));
