import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endOnSignal } from './end-on-signal.ts';
import { buildPages } from './playground/pages.ts';
import { KeptError } from './playground/play/kept-file.ts';
import { beginAnew, openPlayground } from './playground/playground.ts';
import { StoreError } from './ports.ts';
import { readSettings, SettingsError } from './settings.ts';
import type { Settings } from './settings.ts';

const USUAL_PORT = 3978;
const TRIES = 20;

/** What keeps it from starting, for whoever has typed the command. */
class CannotStart extends Error {}

/** The port, if nobody listens there; 0 is any that is free. */
const freeAt = (port: number): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(new CannotStart(`Cannot listen at port ${port}: ${error.message}. Choose another one with PORT=….`));
    });
    probe.listen(port, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() => {
        resolve(typeof at === 'object' && at !== null ? at.port : port);
      });
    });
  });

/** This port, or the next free one. */
const somewhere = async (port: number, tries = TRIES): Promise<number> => {
  const free = await freeAt(port);
  if (free !== null) return free;
  if (tries === 0) throw new CannotStart(`No port from ${port - TRIES} to ${port} is free. Choose another one with PORT=….`);
  if (tries === TRIES) console.log(`Port ${port} is taken, trying the next one. (PORT=… chooses another.)`);
  return somewhere(port + 1, tries - 1);
};

/** A port that was asked for is not exchanged. */
const asked = async (port: number): Promise<number> => {
  const free = await freeAt(port);
  if (free === null) throw new CannotStart(`Port ${port} is taken. Choose another one with PORT=…, or end what listens there.`);
  return free;
};

const openers: Partial<Record<NodeJS.Platform, readonly [program: string, args: readonly string[]]>> = {
  darwin: ['open', []],
  win32: ['cmd', ['/c', 'start', '']],
};

/** On a desktop the page opens by itself; where that does not work, its address has been said. */
const openBrowser = (address: string): void => {
  const { platform, env, stdout } = process;
  const isDesktop = platform in openers || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY);
  if (!isDesktop || !stdout.isTTY || env.CI !== undefined) return;
  const [program, args] = openers[platform] ?? (['xdg-open', []] as const);
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.once('error', () => {
    console.log(`No browser could be opened. Open ${address} yourself.`);
  });
  child.unref();
};

const addressIn = (folder: string): string => join(folder, 'address');

/** Whoever starts it a second time wants the page that is there. */
const alreadyAt = async (folder: string, error: unknown): Promise<never> => {
  if (!(error instanceof StoreError) || error.trouble !== 'in-use') throw error;
  const address = await readFile(addressIn(folder), 'utf8').catch(() => null);
  throw new CannotStart(
    `It is running already${address === null ? '' : `: ${address}`}\nOpen that page, or end it with Ctrl+C where it was started. DATA=… keeps a second one elsewhere.`,
    { cause: error },
  );
};

const optionsIn = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: { fresh: { type: 'boolean' }, 'no-open': { type: 'boolean' } } }).values;
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}\nnpm start -- [--fresh] [--no-open]`, { cause: error });
  }
};

/** Whoever opens the page may be anybody: that is only for this machine, and never beside a real bot. */
const guard = ({ HOST, BOT_APP_ID }: Settings): void => {
  if (BOT_APP_ID !== undefined)
    throw new CannotStart(
      'BOT_APP_ID is set: this machine has a real bot, and the playground asks nobody who they are. `npm run serve` starts the bot; without BOT_APP_ID one can play.',
    );
  if (!['localhost', '127.0.0.1', '::1'].includes(HOST))
    throw new CannotStart(
      `HOST=${HOST}: the playground is for this machine alone, as it asks nobody who they are. Leave HOST out.`,
    );
};

const start = async (): Promise<void> => {
  const options = optionsIn(process.argv.slice(2));
  const settings = readSettings(process.env);
  guard(settings);
  const { PORT, DATA } = settings;
  const folder = join(DATA, 'playground');
  await mkdir(folder, { recursive: true });
  if (options.fresh === true) await beginAnew(folder).catch((error: unknown) => alreadyAt(folder, error));
  const ports = async () => {
    const page = PORT === undefined ? await somewhere(USUAL_PORT) : await asked(PORT);
    return { page, outside: PORT === 0 ? 0 : await somewhere(page + 1) };
  };
  // What the operator is told would fill the screen with each jump of the clock.
  const told = createWriteStream(join(folder, 'operator.log'), { flags: 'a' }).on('error', console.error);
  const playground = await openPlayground({
    ...{ folder, ports, pages: buildPages },
    tell: (sentence) => void told.write(`${sentence}\n`),
  }).catch((error: unknown) => alreadyAt(folder, error));
  await writeFile(addressIn(folder), playground.page);
  console.log(`Handshake: ${playground.page}   (agent, admin, customer, other partner and the clock on one page)`);
  console.log(`The people outside: ${playground.outside}   (a made-up Microsoft: its customers and other partners)`);
  console.log(
    `Kept in ${folder}, with what the operator is told in operator.log. npm start -- --fresh begins anew; Ctrl+C ends it.`,
  );
  if (options['no-open'] !== true) openBrowser(playground.page);
  endOnSignal(() => {
    console.log('Ending; everything is kept.');
    void playground.close().then(() => told.end());
  });
};

try {
  await start();
} catch (error) {
  const isInWords = [SettingsError, CannotStart, StoreError, KeptError].some((kind) => error instanceof kind);
  console.error(isInWords ? (error as Error).message : error);
  // Part of it may stand already; nobody has seen it.
  process.exit(1);
}
