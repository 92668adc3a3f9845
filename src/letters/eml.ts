import { plain } from '../languages/speak.ts';

/** What goes into a message; names and words may hold anything, addresses are addresses. */
export interface Mail {
  /** With its angle brackets. */
  readonly messageId: string;
  readonly date: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly language: string;
  readonly text: string;
}

const EOL = '\r\n';
/** With what is around them, and the name of a header, no line of it gets longer than 76 characters (RFC 2047). */
const MOST_BYTES = 39;
/** Longest line of a message, without its end (RFC 5322). */
const LONGEST_LINE = 998;

/** Without a sign that a header would read as its own. */
const SIMPLE = /^[A-Za-z0-9_ -]*$/;
const LONGEST_SIMPLE = 60;

const bytes = (words: string): Buffer => Buffer.from(words, 'utf8');

/** In pieces that hold whole letters. */
const pieces = (words: string): string[] => {
  const all: string[] = [];
  let piece = '';
  for (const letter of words) {
    if (bytes(piece + letter).length > MOST_BYTES) {
      all.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...all, piece];
};

/** Words within a header: as they are where nothing in them means anything, else encoded, so that nothing can begin a line. */
const encoded = (words: string): string => {
  const said = plain(words);
  if (said.length <= LONGEST_SIMPLE && SIMPLE.test(said)) return said;
  return pieces(said)
    .map((piece) => `=?UTF-8?B?${bytes(piece).toString('base64')}?=`)
    .join(`${EOL} `);
};

const ADDRESS = /^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()[\]\\]+$/;

const mailbox = ({ name, address }: Mail['from']): string => {
  if (!ADDRESS.test(address)) throw new Error(`${JSON.stringify(address)} is no address`);
  return plain(name) === '' ? address : `${encoded(name)}${EOL} <${address}>`;
};

/** A message as it lies in a file, or goes over the wire (RFC 5322, MIME). */
export const emlOf = ({ messageId, date, from, to, subject, language, text }: Mail): string => {
  const lines = text.replace(/\r\n|\r/g, '\n').split('\n');
  const isShort = lines.every((line) => bytes(line).length <= LONGEST_LINE);
  const body = lines.join(EOL);
  const base64 = bytes(body).toString('base64').replace(/.{76}/g, `$&${EOL}`);
  return [
    `Message-ID: ${messageId}`,
    `Date: ${new Date(date).toUTCString().replace('GMT', '+0000')}`,
    `From: ${mailbox(from)}`,
    `To: ${mailbox(to)}`,
    `Subject: ${encoded(subject)}`,
    `Content-Language: ${language}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Transfer-Encoding: ${isShort ? '8bit' : 'base64'}`,
    '',
    isShort ? body : `${base64}${EOL}`,
  ].join(EOL);
};
