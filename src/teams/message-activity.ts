import type { Message } from '../ports.ts';

/** Teams counts text with two bytes to a sign, the card's among it. */
const MOST_SIGNS = (100 * 1024) / 2;

/** A message as the connector takes it. */
export const messageActivity = (message: Message): object =>
  'text' in message
    ? { type: 'message', text: message.text, textFormat: 'plain' }
    : {
        type: 'message',
        ...(message.summary === '' ? {} : { summary: message.summary }),
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }],
      };

export const isTooLarge = (written: string): boolean => written.length > MOST_SIGNS;
