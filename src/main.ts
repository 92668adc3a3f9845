import { createServer, listen } from './http/server.ts';
import type { Server } from './http/server.ts';
import { buildPages } from './playground/pages.ts';
import { readSettings, SettingsError } from './settings.ts';

const USUAL_PORT = 3978;
const TRIES = 20;

/** The usual port, or the next free one; a port that was asked for is not exchanged. */
const listenSomewhere = async (server: Server, host: string, port: number, tries: number): Promise<number> => {
  try {
    return await listen(server, port, host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tries === 0) throw error;
    console.log(`Port ${port} is taken, trying the next one. (PORT=… chooses another.)`);
    return listenSomewhere(server, host, port + 1, tries - 1);
  }
};

const start = async (): Promise<void> => {
  const { HOST, PORT } = readSettings(process.env);
  const server = createServer(await buildPages());
  const port = PORT === undefined ? await listenSomewhere(server, HOST, USUAL_PORT, TRIES) : await listen(server, PORT, HOST);
  // 0.0.0.0 is every address of this machine and none that a browser can open.
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST;
  console.log(`Ask the rulebook: http://${host.includes(':') ? `[${host}]` : host}:${port}/   (Ctrl+C ends it)`);

  const stop = (): void => {
    server.server.closeAllConnections();
    server.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
};

try {
  await start();
} catch (error) {
  if (error instanceof SettingsError) console.error(error.message);
  else if ((error as NodeJS.ErrnoException).syscall === 'listen' || (error as NodeJS.ErrnoException).syscall === 'getaddrinfo')
    console.error(`Cannot listen: ${(error as Error).message}. Choose another port with PORT=…, another address with HOST=….`);
  else throw error;
  process.exitCode = 1;
}
