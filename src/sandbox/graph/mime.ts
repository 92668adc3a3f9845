import type { Failed } from './answers.ts';

/** A message as somebody wants it sent. */
export interface Submitted {
  /** Null: from whoever's mailbox it is. */
  readonly from: string | null;
  readonly to: readonly string[];
  readonly messageId: string | null;
  readonly raw: Buffer;
}

const NOT_BASE64: Failed = {
  failed: 400,
  code: 'ErrorMimeContentInvalidBase64String',
  message: 'Invalid base64 string for MIME content.',
};

const headersIn = (mime: string): ReadonlyMap<string, string> => {
  const [head = ''] = mime.split('\r\n\r\n', 1);
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
};

/** In angle brackets, or alone. */
const addressIn = (written: string): string => /<([^<>]*)>$/.exec(written)?.[1] ?? written;

/** Reads a whole message that was sent as base64. */
export const mimeIn = (body: Buffer): Submitted | Failed => {
  const text = body.toString('latin1').trim();
  if (text === '' || !/^[\w+/\s]+={0,2}$/.test(text)) return NOT_BASE64;
  const raw = Buffer.from(text, 'base64');
  const headers = headersIn(raw.toString('utf8'));
  const from = headers.get('from');
  const to = headers.get('to') ?? '';
  return {
    from: from === undefined ? null : addressIn(from),
    to: to === '' ? [] : to.split(',').map((one) => addressIn(one.trim())),
    messageId: headers.get('message-id') ?? null,
    raw,
  };
};
