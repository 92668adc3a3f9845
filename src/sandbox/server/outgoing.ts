import type { Reply } from '../exchange.ts';

/** A reply as it goes down the line. */
export interface Outgoing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  /** After how many bytes the line is cut; null: it is not. */
  readonly cutAfter: number | null;
}

const bytesOf = ({ body, text, bytes }: Reply): Buffer => {
  if (bytes !== undefined) return bytes;
  if (text !== undefined) return Buffer.from(text);
  return body === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(body));
};

export const outgoing = (reply: Reply): Outgoing => {
  const type = reply.text === undefined ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8';
  const typed: [string, string][] = reply.body === undefined && reply.text === undefined ? [] : [['content-type', type]];
  const named = Object.entries(reply.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  return { status: reply.status, headers: Object.fromEntries([...typed, ...named]), bytes: bytesOf(reply), cutAfter: null };
};
