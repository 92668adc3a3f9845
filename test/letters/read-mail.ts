/** A message as a mail program takes it apart. */
export interface Read {
  readonly headers: readonly string[];
  readonly text: string;
  readonly html: string;
}

const split = (message: string): { readonly head: string; readonly body: string } => {
  const end = message.indexOf('\r\n\r\n');
  return { head: message.slice(0, end), body: message.slice(end + 4) };
};

export const headersOf = (message: string): string[] => split(message).head.replaceAll('\r\n ', ' ').split('\r\n');

/** RFC 2045, 6.7: a sign of equality at the end joins lines, elsewhere two digits follow. */
const unquoted = (text: string): string => {
  const bytes: number[] = [];
  const whole = text.replaceAll('=\r\n', '');
  for (let at = 0; at < whole.length; at += 1) {
    const isEncoded = whole[at] === '=';
    bytes.push(isEncoded ? Number.parseInt(whole.slice(at + 1, at + 3), 16) : whole.charCodeAt(at));
    if (isEncoded) at += 2;
  }
  return Buffer.from(bytes).toString('utf8');
};

/** Its two parts, decoded; it throws at whatever is not a letter in two parts. */
export const readMail = (message: string): Read => {
  const headers = headersOf(message);
  const type = headers.find((line) => line.startsWith('Content-Type: multipart/alternative; '));
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(type ?? '') ?? [];
  const [before, ...parts] = `\r\n${split(message).body}`.split(`\r\n--${boundary}`);
  if (boundary === '' || before !== '' || parts.length !== 3 || parts[2] !== '--\r\n') throw new Error('not in two parts');
  const read = (part = '', kind: string): string => {
    const { head, body } = split(part.slice(2));
    const expected = `Content-Type: text/${kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable`;
    if (head !== expected) throw new Error(`unexpected part: ${head}`);
    return unquoted(body);
  };
  return { headers, text: read(parts[0], 'plain'), html: read(parts[1], 'html') };
};
