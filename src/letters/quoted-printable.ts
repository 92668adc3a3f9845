const EOL = '\r\n';
/** With the sign that says a line goes on. */
const LONGEST = 76;

const hex = (byte: number): string => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;

const isPlain = (byte: number): boolean => (byte >= 0x21 && byte <= 0x7e && byte !== 0x3d) || byte === 0x20 || byte === 0x09;

/** Some programs lose spaces at the end of a line, and a full stop alone may end a message. */
const isSafeAt = (byte: number, at: number, last: number): boolean =>
  isPlain(byte) && !(at === last && (byte === 0x20 || byte === 0x09)) && !(at === 0 && byte === 0x2e);

const encodedLine = (words: string): string => {
  const bytes = Buffer.from(words, 'utf8');
  const lines: string[] = [];
  let line = '';
  for (const [at, byte] of bytes.entries()) {
    const next = isSafeAt(byte, at, bytes.length - 1) ? String.fromCharCode(byte) : hex(byte);
    if (line.length + next.length >= LONGEST) {
      lines.push(`${line}=`);
      line = '';
    }
    line += next;
  }
  return [...lines, line].join(EOL);
};

/** Any text in short lines of harmless letters, out of which comes the very same text (RFC 2045, 6.7). */
export const quotedPrintable = (text: string): string =>
  text
    .replace(/\r\n|\r/g, '\n')
    .split('\n')
    .map(encodedLine)
    .join(EOL);
