/** Headers by their names in lower case, unfolded; of several of one name the first. */
export type Headers = ReadonlyMap<string, string>;

export interface Part {
  readonly headers: Headers;
  readonly body: string;
}

const BLANK = '\n\n';

/** Lines of `Name: value`, as they stand in headers and in delivery notices. */
export const headersIn = (text: string): Headers => {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
};

const decoded = (body: string, encoding: string): string => {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\n/g, '')
    .replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
};

/** A message, or a part of one, with whatever it was packed in taken off. */
export const partIn = (text: string): Part => {
  // A part may begin with the blank line: it has no headers then.
  const end = text.startsWith('\n') ? 0 : text.indexOf(BLANK);
  const headers = headersIn(end < 0 ? text : text.slice(0, end));
  const body = end < 0 ? '' : text.slice(end).replace(/^\n{1,2}/, '');
  return { headers, body: decoded(body, (headers.get('content-transfer-encoding') ?? '').toLowerCase()) };
};

/** What kind of part it is, in lower case, without what else is said of it. */
export const typeOf = ({ headers }: Part): string => (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** The parts of a multipart; none where it is not one. */
export const partsOf = ({ headers, body }: Part): readonly Part[] => {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(headers.get('content-type') ?? '') ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return [];
  const [, ...pieces] = `\n${body}`.split(`\n--${boundary}`);
  return pieces.filter((piece) => !piece.startsWith('--')).map((piece) => partIn(piece.replace(/^[ \t]*\n/, '')));
};
