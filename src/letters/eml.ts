import { sha256 } from '../cases/digest.ts';
import { plain } from '../languages/speak.ts';
import { quotedPrintable } from './quoted-printable.ts';

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
  readonly html: string;
}

const EOL = '\r\n';
/** With what is around them, and the name of a header, no line of it gets longer than 76 characters (RFC 2047). */
const MOST_BYTES = 39;

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

const part = (type: string, words: string): string[] => [
  `Content-Type: ${type}; charset=utf-8`,
  'Content-Transfer-Encoding: quoted-printable',
  '',
  quotedPrintable(words),
];

/** A message as it lies in a file, or goes over the wire (RFC 5322, MIME): twice the same, the last the one to be shown. */
export const emlOf = ({ messageId, date, from, to, subject, language, text, html }: Mail): string => {
  // No encoded part can hold `=_`, whatever it says.
  const boundary = `=_${sha256(messageId).slice(0, 24)}`;
  return [
    `Message-ID: ${messageId}`,
    `Date: ${new Date(date).toUTCString().replace('GMT', '+0000')}`,
    `From: ${mailbox(from)}`,
    `To: ${mailbox(to)}`,
    `Subject: ${encoded(subject)}`,
    `Content-Language: ${language}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    ...part('text/plain', text),
    `--${boundary}`,
    ...part('text/html', html),
    `--${boundary}--`,
    '',
  ].join(EOL);
};
