import { headersIn, partIn, partsOf, typeOf } from './mime.ts';
import type { Headers, Part } from './mime.ts';

/**
 * What a delivery notice says of one of our messages:
 * - bounced: it has not arrived, and will not
 * - on-its-way: it was delayed, delivered or passed on
 * - not-a-notice: it is no such notice, or does not say of which message
 */
export type Notice =
  | { readonly kind: 'bounced'; readonly messageId: string; readonly words: string }
  | { readonly kind: 'on-its-way'; readonly messageId: string }
  | { readonly kind: 'not-a-notice'; readonly words: string };

const LARGEST = 5_000_000;
const LONGEST_WORDS = 500;

const nothing = (words: string): Notice => ({ kind: 'not-a-notice', words });

const tidy = (words: string): string =>
  words
    .replace(/[\p{C}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_WORDS)
    .toWellFormed();

/** Of whom it tells: one group of lines for each recipient, after one for the message. */
const recipientsIn = ({ body }: Part): readonly Headers[] =>
  body
    .split(/\n[ \t]*\n/)
    .map(headersIn)
    .filter((group) => group.has('action'));

const ORIGINAL = new Set([
  'message/rfc822',
  'message/global',
  'text/rfc822-headers',
  'message/global-headers',
  'message/rfc822-headers',
]);

const messageIdIn = (original: Part): string | null => {
  const id = partIn(original.body).headers.get('message-id') ?? '';
  return /^<[^<>\s]{1,990}>$/.test(id) ? id : null;
};

/** `smtp; 550 5.1.1 nobody` without the name of the language it is in. */
const answerIn = (recipient: Headers): string => {
  const said = recipient.get('diagnostic-code') ?? '';
  return tidy([recipient.get('status') ?? '', said.replace(/^[\w.-]+\s*;\s*/, '')].filter((part) => part !== '').join(' '));
};

/** Reads a delivery status notification (RFC 3464), as mail servers send it back. Whatever it holds is text. */
export const readNotice = (raw: string): Notice => {
  if (raw.length > LARGEST) return nothing('it is larger than any notice');
  const whole = partIn(raw.replaceAll('\r\n', '\n').replace(/^\n+/, ''));
  if (typeOf(whole) !== 'multipart/report') return nothing('it is no delivery notice (multipart/report)');
  const parts = partsOf(whole);
  const status = parts.find((part) => /^message\/(?:global-)?delivery-status$/.test(typeOf(part)));
  if (status === undefined) return nothing('it does not tell what became of a message');
  const original = parts.find((part) => ORIGINAL.has(typeOf(part)));
  const messageId = original === undefined ? null : messageIdIn(original);
  if (messageId === null) return nothing('it does not tell which message it is about');
  const failed = recipientsIn(status).find((recipient) => recipient.get('action')?.toLowerCase().startsWith('failed'));
  return failed === undefined ? { kind: 'on-its-way', messageId } : { kind: 'bounced', messageId, words: answerIn(failed) };
};
