import type { IncomingMessage } from 'node:http';
import type { Asked } from '../exchange.ts';

const MOST_BYTES = 1_000_000;

const here = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/;

/** A page of another site could make a browser call us by a name that leads here. */
export const isHere = (request: IncomingMessage): boolean => here.test(request.headers.host ?? '');

const rawOf = async (request: IncomingMessage): Promise<Buffer | null> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > MOST_BYTES) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
};

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );

const isSane = (path: string): boolean => {
  try {
    return decodeURIComponent(path).length > 0;
  } catch (problem) {
    if (problem instanceof URIError) return false;
    throw problem;
  }
};

/** What is asked of the sandbox, as a whole; a status where it makes no sense. */
export const askedBy = async (request: IncomingMessage, base: string): Promise<Asked | 400 | 413> => {
  const target = `${base}${request.url ?? ''}`;
  if (!URL.canParse(target)) return 400;
  const url = new URL(target);
  if (url.origin !== new URL(base).origin || !isSane(url.pathname)) return 400;
  const raw = Number(request.headers['content-length'] ?? 0) > MOST_BYTES ? null : await rawOf(request);
  if (raw === null) return 413;
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: headersOf(request),
    raw,
    base,
  };
};

/** The same, seen from below a prefix. */
export const below = (asked: Asked, prefix: string): Asked => ({
  ...asked,
  path: asked.path.slice(prefix.length) || '/',
  base: `${asked.base}${prefix}`,
});
