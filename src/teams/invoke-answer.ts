import type { Reply } from '../conversation/heard.ts';

/** What an invoke is answered with. The status inside is the one that counts; HTTP always says 200. */
export type InvokeAnswer = { readonly statusCode: number; readonly type: string; readonly value: unknown } | object;

export const messageAnswer = (words: string): InvokeAnswer => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: words,
});

export const errorAnswer = (statusCode: 400 | 500 | 501, code: string, message: string): InvokeAnswer => ({
  statusCode,
  type: 'application/vnd.microsoft.error',
  value: { code, message },
});

export const emptyQueryAnswer: InvokeAnswer = {
  composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] },
};

export const invokeAnswer = (reply: Reply): InvokeAnswer => {
  switch (reply.kind) {
    case 'card':
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card };
    case 'words':
      return messageAnswer(reply.text);
    case 'choices':
      return { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results: reply.choices } };
    case 'nothing':
      return messageAnswer('');
  }
};
