import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** One request, as it came. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a service does to who asks it. */
export type Fault = (socket: Socket, heard: Heard) => void;

const headersOf = (lines: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );

/** Null: not all of it has come yet. */
const heardIn = (bytes: string): Heard | null => {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [first = '', ...lines] = bytes.slice(0, end).split('\r\n');
  const headers = headersOf(lines);
  const body = bytes.slice(end + 4);
  if (Buffer.byteLength(body) < Number(headers['content-length'] ?? 0)) return null;
  const [method = '', path = ''] = first.split(' ');
  return { method, path, headers, body };
};

/** A service on loopback that does to its requests what it is told, one after the other, and the last of it from then on. */
export const faultServer = async (...faults: readonly Fault[]) => {
  const heard: Heard[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    let bytes = '';
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      bytes += chunk.toString('utf8');
      const one = heardIn(bytes);
      if (one === null) return;
      bytes = '';
      faults[Math.min(heard.push(one), faults.length) - 1]?.(socket, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const head = (status: number, headers: Readonly<Record<string, string | number>>): string =>
  [
    `HTTP/1.1 ${status} Whatever`,
    ...Object.entries({ connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n');

/** A text is sent as it is, bytes too, and anything else as JSON. */
export const answers =
  (status: number, body: unknown = '', headers: Readonly<Record<string, string>> = {}): Fault =>
  (socket) => {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    socket.end(Buffer.concat([Buffer.from(head(status, { 'content-length': bytes.length, ...headers })), bytes]));
  };

/** Hears everything, and says nothing. */
export const silence: Fault = () => undefined;

export const resets: Fault = (socket) => {
  socket.resetAndDestroy();
};

/** A byte now and then, which no pause between two bytes ends. */
export const drips =
  (everyMs: number): Fault =>
  (socket) => {
    socket.write(head(200, { 'content-length': 100_000 }));
    const timer = setInterval(() => socket.write(' '), everyMs);
    socket.on('close', () => {
      clearInterval(timer);
    });
  };

export const resetsAfterHeaders: Fault = (socket) => {
  socket.write(head(200, { 'content-length': 100 }), () => socket.resetAndDestroy());
};

export const cutsTheBody =
  (status = 200): Fault =>
  (socket) => {
    socket.end(`${head(status, { 'content-length': 100 })}{"id":`);
  };

/** More than it has said. */
export const saysTooLittleLength: Fault = (socket) => {
  socket.end(`${head(200, { 'content-length': 5 })}{"id":"whatever"}`);
};

/** Without end, until the other side has enough. */
export const floods: Fault = (socket) => {
  socket.write(head(200, {}));
  const piece = Buffer.alloc(64 * 1024, 0x20);
  const pour = (): void => {
    while (socket.writable && socket.write(piece));
  };
  socket.on('drain', pour);
  pour();
};
