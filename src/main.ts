import { createServer, listen } from './http/server.ts';
import { openMadeUpWorld } from './playground/made-up-world.ts';
import { buildPages } from './playground/pages.ts';
import { readSettings, SettingsError } from './settings.ts';

const USUAL_PORT = 3978;
const TRIES = 20;

/** This port, or the next free one. */
const somewhere = async <T>(port: number, open: (port: number) => Promise<T>, tries = TRIES): Promise<T> => {
  try {
    return await open(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tries === 0) throw error;
    console.log(`Port ${port} is taken, trying the next one. (PORT=… chooses another.)`);
    return somewhere(port + 1, open, tries - 1);
  }
};

const start = async (): Promise<void> => {
  const { HOST, PORT, TRUSTED_PROXIES: proxies } = readSettings(process.env);
  const server = createServer(await buildPages(), [], { proxies });
  const at = (port: number): Promise<number> => listen(server, port, HOST);
  // A port that was asked for is not exchanged.
  const port = PORT === undefined ? await somewhere(USUAL_PORT, at) : await at(PORT);
  const world = await somewhere(port + 1, (free) => openMadeUpWorld(free, console.error));
  // 0.0.0.0 is every address of this machine and none that a browser can open.
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST;
  console.log(`Ask the rulebook: http://${host.includes(':') ? `[${host}]` : host}:${port}/`);
  console.log(`The people outside: ${world.address}   (a made-up Microsoft: its customers and other partners)`);
  console.log('Ctrl+C ends both.');

  const stop = (): void => {
    server.server.closeAllConnections();
    server.close();
    void world.close();
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
