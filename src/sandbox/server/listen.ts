import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';

export interface Listening {
  readonly base: string;
  readonly close: () => Promise<void>;
}

/** Serves on this machine, and to this machine only; port 0 is any that is free. */
export const listenHere = async (handler: RequestListener, port: number): Promise<Listening> => {
  const server = createServer(handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  // Only servers on a pipe have no port.
  if (address === null || typeof address === 'string') throw new Error('The sandbox has no address.');
  return {
    base: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};
