import type { Found, Reply } from '../conversation/heard.ts';

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

/** In the list Teams shows a small card of title and text; what is shared is the card itself. */
const attachmentOf = ({ title, text, card }: Found): object => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: card,
  preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text } },
});

export const resultsAnswer = (results: readonly Found[]): InvokeAnswer => ({
  composeExtension: { type: 'result', attachmentLayout: 'list', attachments: results.map(attachmentOf) },
});

export const invokeAnswer = (reply: Reply): InvokeAnswer => {
  switch (reply.kind) {
    case 'card':
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card };
    case 'words':
      return messageAnswer(reply.text);
    case 'choices':
      return { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results: reply.choices } };
    case 'results':
      return resultsAnswer(reply.results);
    case 'nothing':
      return messageAnswer('');
  }
};
