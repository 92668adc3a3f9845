import restify from 'restify';
import { callerOf } from './caller.ts';

/** Something that is served as it is. Rooms that have pages hand them over. */
export interface Page {
  readonly path: string;
  readonly type: string;
  readonly content: string | Uint8Array;
  /** Whose pages it shows inside of itself; left out: nobody’s. */
  readonly frames?: string;
}

/** Somebody else's program calls here, or a person comes. It gets the very bytes, before anything has looked at them. */
export interface Door {
  readonly path: string;
  readonly mostBytes: number;
  /** Left out: for POST alone, as programs call. */
  readonly isForPeople?: boolean;
  readonly open: (asked: Asked) => Promise<DoorAnswer>;
}

interface Asked {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly raw: Uint8Array;
  /** The address of whoever calls. */
  readonly from: string;
  readonly method?: string;
  /** What was asked for, path and query, exactly as it came. */
  readonly wanted?: string;
}

/** Plain text, unless another type is named. */
export interface DoorAnswer {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const headersOf = ({ type, frames }: Page): Record<string, string> => ({
  'Content-Security-Policy': frames === undefined ? policy : `${policy}; frame-src ${frames}`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
  'Content-Type': type,
});

/** Whoever takes longer to say something is hung up on; nobody of ours does. */
const slowest = { headersTimeout: 10_000, requestTimeout: 30_000 } as const;

/** All that was sent; null when it is more than is wanted. */
const bytesOf = async (request: restify.Request, most: number): Promise<Uint8Array | null> => {
  if (Number(request.headers['content-length'] ?? 0) > most) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const firstOfEach = (request: restify.Request): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));

/** What broke is for whoever runs this, and not for whoever called. */
const broke = (error: unknown): DoorAnswer => {
  console.error(error);
  return { status: 500, text: 'this did not work' };
};

const forwardedIn = ({ headers }: restify.Request): string | undefined => {
  const forwarded = headers['x-forwarded-for'];
  return Array.isArray(forwarded) ? forwarded.join(',') : forwarded;
};

const opened =
  ({ mostBytes, open }: Door, proxies: number) =>
  async (request: restify.Request, response: restify.Response): Promise<void> => {
    // While there is a connection: whoever is not read to the end has none any more.
    const from = callerOf({ peer: request.socket.remoteAddress ?? '', forwarded: forwardedIn(request) }, proxies);
    const raw = await bytesOf(request, mostBytes);
    const { method = 'POST', url: wanted = '/' } = request;
    const answer: DoorAnswer =
      raw === null
        ? { status: 413, text: 'too large' }
        : await open({ headers: firstOfEach(request), raw, from, method, wanted }).catch(broke);
    const { status, text, type = 'text/plain; charset=utf-8' } = answer;
    response.sendRaw(status, text, { ...answer.headers, 'Content-Type': type, ...(raw === null && { Connection: 'close' }) });
  };

interface Surroundings {
  /** How many reverse proxies of ours every call comes through; each of them adds to `X-Forwarded-For`. */
  readonly proxies?: number;
}

export const createServer = (
  pages: readonly Page[],
  doors: readonly Door[] = [],
  { proxies = 0 }: Surroundings = {},
): restify.Server => {
  const server = restify.createServer({ name: 'Handshake' });
  Object.assign(server.server, slowest);
  // Restify hands a connection that wants to become another kind to whoever asks for it, and else leaves it open for ever.
  server.server.removeAllListeners('upgrade');
  for (const page of pages) {
    const { path, content } = page;
    const serve: restify.RequestHandler = (_request, response, next) => {
      response.sendRaw(200, Buffer.from(content), headersOf(page));
      next();
    };
    server.get(path, serve);
    server.head(path, serve);
  }
  for (const door of doors) {
    server.post(door.path, opened(door, proxies));
    if (door.isForPeople !== true) continue;
    server.get(door.path, opened(door, proxies));
    server.head(door.path, opened(door, proxies));
  }
  return server;
};

/** Listens, or says why it cannot. */
export const listen = (server: restify.Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    // Restify passes the server's errors on; unheard there they would end the process.
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      server.on('error', (error) => {
        console.error(error);
      });
      resolve(server.address().port);
    });
  });
