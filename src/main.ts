import { createServer, listen } from './http/server.ts';
import { buildPages } from './playground/pages.ts';
import { readSettings } from './settings.ts';

const USUAL_PORT = 3978;
const TRIES = 20;

const settings = readSettings(process.env);
const server = createServer(await buildPages());

/** The usual port, or the next free one; a port that was asked for is not exchanged. */
const listenSomewhere = async (port: number, tries: number): Promise<number> => {
  try {
    return await listen(server, port, settings.HOST);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tries === 0) throw error;
    console.log(`Port ${String(port)} is taken, trying the next one. (PORT=… chooses another.)`);
    return listenSomewhere(port + 1, tries - 1);
  }
};

try {
  const port =
    settings.PORT === undefined ? await listenSomewhere(USUAL_PORT, TRIES) : await listen(server, settings.PORT, settings.HOST);
  console.log(`Ask the rulebook: http://${settings.HOST}:${String(port)}/   (Ctrl+C ends it)`);
} catch (error) {
  console.error(`Cannot listen: ${(error as Error).message}. Choose another port with PORT=…, another address with HOST=….`);
  process.exitCode = 1;
}

const stop = (): void => {
  server.server.closeAllConnections();
  server.close();
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
