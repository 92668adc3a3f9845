import restify from 'restify';

/** Something that is served as it is. Rooms that have pages hand them over. */
export interface Page {
  readonly path: string;
  readonly type: string;
  readonly content: string | Uint8Array;
}

const headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
} as const;

export type Server = restify.Server;

export const createServer = (pages: readonly Page[]): restify.Server => {
  const server = restify.createServer({ name: 'Handshake' });
  for (const { path, type, content } of pages) {
    const serve: restify.RequestHandler = (_request, response, next) => {
      response.sendRaw(200, Buffer.from(content), { ...headers, 'Content-Type': type });
      next();
    };
    server.get(path, serve);
    server.head(path, serve);
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
      resolve(server.address().port);
    });
  });
